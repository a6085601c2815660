/// <reference lib="webworker" />

/** What the page needs to open without network: itself and its scripts. Nothing that anybody asked or was told is kept. */
const scope = self as unknown as ServiceWorkerGlobalScope;
const shelf = 'banca-tempo-page';

/** Set by the build: the addresses of the scripts that it made. */
declare const SCRIPTS: readonly string[];

scope.addEventListener('install', (event) => {
  event.waitUntil(keepAll());
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

/** Each release has a worker of its own: what only the one before it needed goes. */
async function keepAll(): Promise<void> {
  await caches.delete(shelf);
  const kept = await caches.open(shelf);
  await kept.addAll([scope.registration.scope, ...SCRIPTS]);
}

async function fromNetworkOrShelf(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request);
    if (answer.ok) await (await caches.open(shelf)).put(request, answer.clone());
    return answer;
  } catch {
    return (await caches.match(request)) ?? Response.error();
  }
}
