// Keeps one whole version of the site on the device and serves that, so that it opens without a network.
// `cargo xtask dist` writes two lines above this one: VERSION, made from the contents of all FILES, and FILES,
// each path with its hash.
'use strict';

const SCOPE = self.registration.scope;
const PAGE = new URL('index.html', SCOPE).href;
const SHARE = new URL('share', SCOPE).href;
const ADDRESSES = new Set(FILES.map(([path]) => new URL(path, SCOPE).href));

// Two copies of the site on one server share the browser's list of caches, so the names say which is whose.
const VERSIONS = `quarterlight ${SCOPE} version `;
const KEPT = VERSIONS + VERSION;
const HANDOVER = `quarterlight ${SCOPE} handover`;

// What the page shows of files that its address names, by that address: `ui/browser/drawn.rs` puts it there.
const DRAWN = `quarterlight ${SCOPE} drawn`;

// Which version the reader has agreed to, and which is the newest that is kept: `ui/browser/site.rs` asks here.
const CHOICE = `quarterlight ${SCOPE} choice`;

self.addEventListener('install', (event) => event.waitUntil(keep()));

// The hashes are checked, so that a site that is just being copied to its server never becomes half a version:
// then this fails, the version in use stays, and the browser tries again the next time.
async function keep() {
  const cache = await caches.open(KEPT);
  await Promise.all(FILES.map((file) => put(cache, file)));
}

async function put(cache, [path, integrity]) {
  const answer = await fetch(path, { cache: 'reload', integrity });
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  // What came by way of a redirect may not be shown as a page; what it holds may.
  await cache.put(path, new Response(answer.body, { headers: answer.headers }));
}

// What is kept may be damaged or cleared away. It is looked through once for each start of the worker, and where something is
// missing. What is not as it is listed is asked for anew; where the server does not answer, or has another version by now,
// it stays as it is.
let isLookedThrough = false;
let mending = null;

async function mend() {
  const cache = await caches.open(KEPT);
  for (const [path, integrity] of FILES) {
    const found = await cache.match(path);
    if (!found || (await hash(found)) !== integrity) {
      await put(cache, [path, integrity]).catch(() => {});
    }
  }
}

async function hash(answer) {
  const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
  return 'sha256-' + btoa(String.fromCharCode(...new Uint8Array(digest)));
}

self.addEventListener('activate', (event) => event.waitUntil(begin()));

// A browser starts a worker that waits once no page of the site is open. Nobody agreed to anything by closing a page: the
// version that was in use goes on being served.
async function begin() {
  const old = (await kept()).filter((name) => name !== KEPT);
  if (!(await agreed())) {
    await note('agreed', old.length === 1 ? old[0] : KEPT);
  }
  await note('newest', KEPT);
  await clean();
  await self.clients.claim();
}

async function kept() {
  return (await caches.keys()).filter((name) => name.startsWith(VERSIONS));
}

async function note(what, name) {
  await (await caches.open(CHOICE)).put(what, new Response(name));
}

// The version that the reader agreed to; none where it is no longer there.
async function agreed() {
  const noted = caches.match('agreed', { cacheName: CHOICE }).then((found) => found && found.text());
  const [name, names] = await Promise.all([noted, kept()]);
  return names.includes(name) ? name : undefined;
}

// Versions go that are neither in use nor new; what readers keep is none of theirs.
async function clean() {
  const used = await agreed();
  const old = (await kept()).filter((name) => name !== KEPT && name !== used);
  await Promise.all(old.map((name) => caches.delete(name)));
}

self.addEventListener('message', (event) => {
  if (event.data === 'use this version') {
    event.waitUntil(use(event.source));
  }
});

async function use(page) {
  await note('agreed', KEPT);
  await self.skipWaiting();
  await clean();
  page.postMessage('this version is used');
}

// Pages in folders of this one are controlled as well, and what they ask for is left alone. Which page asks is known by its
// id; a worker that has been started since that page was opened has to look it up.
const ours = new Map();

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const file = fileAt(url);
  if (mode === 'navigate') {
    ours.set(event.resultingClientId, file === PAGE);
  }
  if (method === 'POST' && file === SHARE) {
    event.respondWith(receive(event.request));
  } else if (method === 'GET' && ADDRESSES.has(file)) {
    event.respondWith(serve(event, file));
  } else if (mode !== 'navigate' && (method !== 'GET' || !url.startsWith(location.origin + '/'))) {
    const isOurs = ours.get(event.clientId);
    if (isOurs !== false) {
      event.respondWith(isOurs ? Response.error() : askFor(event));
    }
  }
  // Anything else is the page's own to ask for: asked for here, it would be free of the page's policy.
});

function fileAt(url) {
  const { origin, pathname } = new URL(url);
  const plain = origin + pathname;
  return plain === SCOPE ? PAGE : plain;
}

async function askFor({ clientId, request }) {
  const page = await self.clients.get(clientId);
  const isOurs = !page || fileAt(page.url) === PAGE;
  ours.set(clientId, isOurs);
  return isOurs ? Response.error() : fetch(request);
}

async function serve(event, file) {
  const named = file === PAGE ? new URL(event.request.url).searchParams.getAll('src') : [];
  // What is asked for at once is there sooner; where nothing comes of it, the program asks.
  const drawing = named.length > 0 && drawn(event.request.url, named).catch(() => undefined);
  const version = (await agreed()) || KEPT;
  const cache = await caches.open(version);
  const found = await cache.match(file);
  if (!found || !isLookedThrough) {
    isLookedThrough = true;
    // At once: a newer worker has to wait for whatever this one still does.
    mending ??= mend().finally(() => (mending = null));
    event.waitUntil(mending);
  }
  return found && drawing ? beginning(event, found, drawing, version) : found || fetch(file);
}

// How long the page waits to begin with what it showed, in milliseconds: a server that takes longer is asked by the program.
const PATIENCE = 150;

// What the page showed of the files that its address names, if they are still what their server has. Nobody is shown a
// figure that was replaced meanwhile, so the server is asked first; the program asks it again, and keeps what it gets.
async function drawn(address, named) {
  const found = await caches.match(address, { cacheName: DRAWN });
  if (!found) {
    return undefined;
  }
  const signal = AbortSignal.timeout(PATIENCE);
  const asked = named.filter((one) => one.trim()).map((one) => hashAt(new URL(one, address), signal));
  const hashes = await Promise.all(asked);
  return hashes.join(' ') === found.headers.get('drawn-of') ? found : undefined;
}

async function hashAt({ origin, href }, signal) {
  // What is sent on elsewhere would be asked there: the page's policy does not hold here. And what is asked for to be
  // stored is asked for by one at a time: the program would wait for this.
  const asking = { cache: 'no-store', redirect: 'error', signal };
  const answer = origin === location.origin && (await fetch(href, asking));
  return answer && answer.ok ? hash(answer) : 'none';
}

// Where the page says that it is being opened: what is shown first stands in front of that, as in a saved page.
const OPENING = '<main class="ql-shell ql-shell--opening">';
const HEAD = 150000;

// How long the rest of the page waits for a browser to paint what it has, in milliseconds: it is long.
const PAINTING = 20;

async function beginning(event, found, drawing, version) {
  const page = await found.blob();
  const headers = new Headers(found.headers);
  headers.delete('content-length');
  const head = page.slice(0, HEAD).arrayBuffer();
  const views = await drawing;
  // Another version may show the same otherwise.
  const isOwn = views && views.headers.get('drawn-by') === version;
  // One sign for each byte, whatever it means, says where it is.
  const at = isOwn ? new TextDecoder('latin1').decode(await head).indexOf(OPENING) : -1;
  if (at < 0) {
    return new Response(page, { headers });
  }
  const first = new Blob([page.slice(0, at), await views.blob()]);
  const { readable, writable } = new TransformStream();
  // Whoever leaves the page meanwhile wants nothing more of it.
  event.waitUntil(send(writable, first, page.slice(at)).catch(() => {}));
  return new Response(readable, { headers });
}

async function send(writable, first, rest) {
  await first.stream().pipeTo(writable, { preventClose: true });
  await new Promise((done) => setTimeout(done, PAINTING));
  await rest.stream().pipeTo(writable);
}

// Files that another program shares stay on the device: they are put where the page takes them from.
async function receive(request) {
  const form = await request.formData();
  const cache = await caches.open(HANDOVER);
  const files = form.getAll('files').filter((file) => file instanceof File);
  for (const [at, file] of files.entries()) {
    await cache.put(`handover/${at}/${encodeURIComponent(file.name)}`, new Response(file));
  }
  return Response.redirect(PAGE, 303);
}
