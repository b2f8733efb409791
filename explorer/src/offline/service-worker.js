// Keeps every file of this version, and answers with them. The build puts their names and the version here.

const VERSION = "%VERSION%";
const FILES = ["%FILES%"];

self.addEventListener("install", (event) => {
  const keep = async () => {
    const kept = await caches.open(VERSION);
    await kept.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  const clean = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(VERSION.split("@")[0]) && name !== VERSION);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === self.location.origin) {
    const answer = async () => {
      const kept = await caches.open(VERSION);
      return (await kept.match(request, { ignoreSearch: true })) ?? fetch(request);
    };
    event.respondWith(answer());
  }
});
