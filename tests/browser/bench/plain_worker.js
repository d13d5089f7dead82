// Keeps the plain page as the site's worker keeps its own.
const PAGE = new URL('index.html', self.registration.scope).href;
self.addEventListener('install', (event) =>
  event.waitUntil(caches.open('plain').then((cache) => cache.add(PAGE))),
);
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  if (event.request.url.split('#')[0] === PAGE) {
    event.respondWith(caches.match(PAGE));
  }
});
