/// <reference lib="webworker" />

/** What the page needs to open without network: itself and its script. Nothing that anybody asked or was told is kept. */
const scope = self as unknown as ServiceWorkerGlobalScope;
const shelf = 'banca-tempo-page';

scope.addEventListener('install', () => {
  void scope.skipWaiting();
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(scope.clients.claim());
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  const isOurs = origin === scope.location.origin && /^\/(h|embed)\//.test(pathname);
  if (request.method === 'GET' && isOurs) event.respondWith(fromNetworkOrShelf(request));
});

async function fromNetworkOrShelf(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request);
    if (answer.ok) await (await caches.open(shelf)).put(request, answer.clone());
    return answer;
  } catch {
    return (await caches.match(request)) ?? Response.error();
  }
}
