// <quarterly-report src="report.json" view="measures" objective="PED04" theme="dark">
//   <a href="report.html">The report for July to September</a>
// </quarterly-report>
//
// Shows a part of a report in a page. See docs/embedding.md for its attributes and events.
//
// What is between its tags is what a reader has until the report is there, where scripts are off, and when anything
// goes wrong: so a link to the report belongs there.

(() => {
  'use strict';

  const PROTOCOL = 1;

  // The application is beside this script unless the `app` attribute says otherwise.
  const APP = new URL('quarterlight.html', document.currentScript?.src || document.baseURI).href;

  // A phone on a slow network takes this long to fetch and start the application, and hardly longer.
  const PATIENCE = 30000;

  // A frame that grows with a very long table would make the browser lay all of it out: beyond this it scrolls.
  const HIGHEST = 20000;

  const FILTERS = ['objective', 'status', 'text'];

  // What is asked once, when the frame is made.
  const FIXED = ['src', 'app', 'allow'];

  // A style sheet made by script needs no exception in the page's content security policy; a style element would.
  const styles = new CSSStyleSheet();
  styles.replaceSync(`
    :host { display: block }
    :host([hidden]) { display: none }
    iframe { border: 0; display: block; width: 100% }
    iframe:not(.ready) { height: 0; visibility: hidden }
    iframe.ready + slot { display: none }
  `);

  class QuarterlyReport extends HTMLElement {
    static observedAttributes = [...FIXED, 'label', 'theme', 'view', ...FILTERS];

    #frame = null;
    #ready = false;
    #asked = false;
    #timer = 0;
    #height = 0;
    #hear = (event) => this.#heard(event);
    #begin = () => this.#open();

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [styles];
      root.append(document.createElement('slot'));
    }

    connectedCallback() {
      window.addEventListener('message', this.#hear);
      if (document.readyState === 'loading') {
        // The link between the tags has not been read yet.
        document.addEventListener('DOMContentLoaded', this.#begin);
      } else {
        this.#open();
      }
    }

    disconnectedCallback() {
      window.removeEventListener('message', this.#hear);
      document.removeEventListener('DOMContentLoaded', this.#begin);
      this.#close();
    }

    attributeChangedCallback(name, before, now) {
      if (!this.#frame || before === now) {
        return;
      }
      if (FIXED.includes(name)) {
        this.#open();
      } else if (name === 'label') {
        this.#frame.title = this.#label();
      } else if (!this.#ready) {
        // The address of the frame has what was asked for when it was made.
        this.#open();
      } else if (name === 'theme') {
        this.#send({ type: 'options', theme: now || 'auto' });
      } else {
        this.#asked = true;
        this.#send({ type: 'show', place: this.#place() });
      }
    }

    #open() {
      this.#close();
      const frame = document.createElement('iframe');
      // Without allow-same-origin the report is a stranger to this page: it can neither read it nor what it stores.
      const sandbox = ['allow-scripts'];
      const allow = [];
      for (const word of (this.getAttribute('allow') || '').split(/\s+/)) {
        if (word === 'print') {
          sandbox.push('allow-modals');
          allow.push(word);
        } else if (word === 'save') {
          sandbox.push('allow-downloads');
          allow.push(word);
        }
      }
      if (this.querySelector('a[href]')) {
        allow.push('whole');
      }
      frame.setAttribute('sandbox', sandbox.join(' '));
      frame.referrerPolicy = 'no-referrer';
      frame.title = this.#label();
      const place = this.#place();
      const options = [
        'theme=' + encodeURIComponent(this.getAttribute('theme') || 'auto'),
        'allow=' + allow.join(','),
        'origin=' + encodeURIComponent(location.origin),
        'readonly',
      ];
      const app = new URL(this.getAttribute('app') || APP, document.baseURI);
      app.hash = 'embed/' + place + (place.includes('?') ? '&' : '?') + options.join('&');
      frame.src = app.href;
      this.#frame = frame;
      this.#timer = setTimeout(() => this.#fail('The report did not start.'), PATIENCE);
      this.shadowRoot.prepend(frame);
    }

    #close() {
      clearTimeout(this.#timer);
      this.#frame?.remove();
      this.#frame = null;
      this.#ready = false;
    }

    #label() {
      return this.getAttribute('label') || 'Performance report';
    }

    // What is shown, as it stands in the address of the frame. `view` may be copied from an address or written by hand.
    #place() {
      const [view, ending] = (this.getAttribute('view') || 'report').split('?', 2);
      const path = view.split('/').map((part) => encodeURIComponent(decoded(part))).join('/');
      const given = new URLSearchParams(ending);
      const options = FILTERS.flatMap((name) => {
        const text = this.getAttribute(name) || given.get(name);
        return text ? name + '=' + encodeURIComponent(text) : [];
      });
      return options.length ? path + '?' + options.join('&') : path;
    }

    #heard({ source, origin, data }) {
      // Only the frame that this element made; what is sandboxed has the origin "null".
      const known = this.#frame && source === this.#frame.contentWindow && origin === 'null';
      if (!known || data === null || typeof data !== 'object' || data.quarterlight !== PROTOCOL) {
        return;
      }
      if (data.type === 'ready') {
        this.#load(this.#frame);
      } else if (data.type === 'height' && Number.isFinite(data.height)) {
        this.#height = Math.min(Math.max(data.height, 0), HIGHEST);
        this.#fit();
      } else if (data.type === 'status') {
        this.#show();
        this.#tell('status', data);
      } else if (data.type === 'error') {
        this.#fail(String(data.text), data.findings);
      } else if (data.type === 'shown') {
        this.#moved(data);
      } else if (data.type === 'whole') {
        this.#whole();
      }
    }

    async #load(frame) {
      try {
        const sources = (this.getAttribute('src') || '').split(/\s+/).filter(Boolean);
        if (!sources.length) {
          throw new Error('There is no src attribute.');
        }
        const files = await Promise.all(sources.map(fetched));
        // It may have been replaced meanwhile.
        if (frame === this.#frame) {
          this.#send({ type: 'load', files });
        }
      } catch (error) {
        if (frame === this.#frame) {
          this.#fail(error.message);
        }
      }
    }

    #send(message) {
      // What is sandboxed has no origin that could be named. The window is that of this element's own frame, in which
      // the application leads nowhere else; the frame-src of this page's policy would not let it either.
      this.#frame.contentWindow.postMessage({ quarterlight: PROTOCOL, ...message }, '*');
    }

    #show() {
      clearTimeout(this.#timer);
      this.#ready = true;
      this.#frame.classList.add('ready');
      this.#fit();
    }

    #fit() {
      if (this.#ready) {
        this.#frame.style.height = this.#height + 'px';
      }
    }

    // A report that is shown stays; before that, what is between the tags does.
    #fail(text, findings = []) {
      clearTimeout(this.#timer);
      this.#tell('error', { text, findings });
    }

    // A reader who follows a link far down in a high frame would see the end of the next page.
    #moved(data) {
      const byReader = this.#ready && !this.#asked;
      this.#asked = false;
      if (byReader && this.getBoundingClientRect().top < 0) {
        this.scrollIntoView();
      }
      this.#tell('shown', data);
    }

    // The way to the whole report is this page's own link, never anything that comes out of the frame.
    #whole() {
      const link = this.querySelector('a[href]');
      if (link && this.#tell('whole', {})) {
        window.open(link.href, '_blank', 'noopener');
      }
    }

    #tell(name, detail) {
      return this.dispatchEvent(
        new CustomEvent('quarterly-report-' + name, { bubbles: true, cancelable: true, detail }),
      );
    }
  }

  // Reports are read with the reader's own rights, so only from the site that this page is of.
  async function fetched(source) {
    const address = new URL(source, document.baseURI);
    if (address.origin !== location.origin) {
      throw new Error(address.href + ' is on another site: a report has to be on this one.');
    }
    const answer = await answered(address);
    if (!answer.ok) {
      throw new Error(address.href + ' cannot be read: the server answers ' + answer.status + '.');
    }
    const report = await answer.arrayBuffer().catch(() => {
      throw new Error(address.href + ' cannot be read: the answer breaks off.');
    });
    return { name: decoded(address.pathname.split('/').pop()) || 'report.json', report };
  }

  // A browser does not say why nothing came; that it was sent on, it says when it need not follow.
  async function answered(address) {
    const ask = (redirect) =>
      fetch(address, { mode: 'same-origin', credentials: 'same-origin', redirect });
    try {
      return await ask('follow');
    } catch {
      const first = await ask('manual').catch(() => null);
      const why =
        first?.type === 'opaqueredirect'
          ? ' is sent on to another site: a report has to be on this one.'
          : ' cannot be read: there was no answer.';
      throw new Error(address.href + why);
    }
  }

  // What is no encoded text is taken as it stands.
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  customElements.define('quarterly-report', QuarterlyReport);
})();
