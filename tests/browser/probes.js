// Every way a page can ask a server for something, other than going there.
function attempt(authority) {
  const at = (name) => `http://${authority}/${name}`;
  const add = (kind, properties) => {
    const element = Object.assign(document.createElement(kind), properties);
    document.body.append(element);
    return element;
  };
  const ways = {
    fetch: () => fetch(at('fetch')).catch(() => {}),
    fetchPost: () => fetch(at('fetchPost'), { method: 'POST', mode: 'no-cors', body: 'x', keepalive: true }).catch(() => {}),
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open('POST', at('xhr'));
      request.send('x');
    },
    webSocket: () => new WebSocket(`ws://${authority}/webSocket`),
    eventSource: () => new EventSource(at('eventSource')),
    beacon: () => navigator.sendBeacon(at('beacon'), 'x'),
    image: () => {
      new Image().src = at('image');
    },
    imageElement: () => add('img', { src: at('imageElement') }),
    imageSet: () => add('img', { srcset: at('imageSet') + ' 1x' }),
    inputImage: () => add('input', { type: 'image', src: at('inputImage') }),
    svgImage: () => {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
      image.setAttribute('href', at('svgImage'));
      image.setAttribute('width', '9');
      image.setAttribute('height', '9');
      svg.append(image);
      document.body.append(svg);
    },
    script: () => add('script', { src: at('script') }),
    moduleScript: () => add('script', { type: 'module', src: at('moduleScript') }),
    stylesheet: () => add('link', { rel: 'stylesheet', href: at('stylesheet') }),
    prefetch: () => add('link', { rel: 'prefetch', href: at('prefetch') }),
    preload: () => add('link', { rel: 'preload', as: 'image', href: at('preload') }),
    modulePreload: () => add('link', { rel: 'modulepreload', href: at('modulePreload') }),
    icon: () => add('link', { rel: 'icon', href: at('icon') }),
    manifest: () => add('link', { rel: 'manifest', href: at('manifest') }),
    frame: () => add('iframe', { src: at('frame') }),
    frameDocument: () => add('iframe', { srcdoc: `<img src="${at('frameDocument')}">` }),
    object: () => add('object', { data: at('object') }),
    embed: () => add('embed', { src: at('embed') }),
    video: () => add('video', { src: at('video'), preload: 'auto' }).load(),
    poster: () => add('video', { poster: at('poster') }),
    audio: () => add('audio', { src: at('audio'), preload: 'auto' }).load(),
    track: () => {
      const video = add('video', {});
      const track = document.createElement('track');
      track.src = at('track');
      track.default = true;
      video.append(track);
      track.track.mode = 'showing';
    },
    font: () => new FontFace('probe', `url(${at('font')})`).load().catch(() => {}),
    styleElement: () => add('style', { textContent: `body { background: url(${at('styleElement')}) }` }),
    styleProperty: () => add('p', { textContent: 'x' }).style.setProperty('background-image', `url(${at('styleProperty')})`),
    form: () => {
      const frame = add('iframe', { name: 'probe-frame' });
      add('form', { action: at('form'), method: 'post', target: frame.name }).submit();
    },
    ping: () => {
      const link = add('a', { href: '#', textContent: 'x' });
      link.setAttribute('ping', at('ping'));
      link.click();
    },
    worker: () => new Worker(at('worker')),
    blobWorker: () =>
      new Worker(URL.createObjectURL(new Blob([`fetch('${at('blobWorker')}')`], { type: 'text/javascript' }))),
    serviceWorker: () => navigator.serviceWorker.register(at('serviceWorker')).catch(() => {}),
    evaluated: () => new Function(`fetch('${at('evaluated')}').catch(() => {})`)(),
  };
  for (const way of Object.values(ways)) {
    try {
      way();
    } catch {
      // Refused on the spot, which is one way of not being sent.
    }
  }
  return Object.keys(ways);
}
