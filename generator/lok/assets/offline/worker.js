/* Answers for the pages of one course, so that they open without a network. FILES tells the digest of each file: what
   did not change is not fetched again, and a page and its script are always of one version. */
(function () {
  "use strict";

  const root = new URL("./", self.location.href), name = root.pathname;
  const way = path => decodeURIComponent(new URL(path, root).pathname);
  const FILES = new Map(Object.entries(/* FILES */).map(([path, digest]) => [way(path), digest]));
  const key = path => new URL(path + "?" + FILES.get(path), root).href;

  async function keep() {
    const cache = await caches.open(name);
    const known = new Set((await cache.keys()).map(request => request.url));
    const missing = Array.from(FILES.keys()).filter(path => !known.has(key(path)));
    for (const path of missing) {
      const answer = await fetch(new URL(path, root), { cache: "no-cache" });
      if (!answer.ok) throw new Error(path);
      await cache.put(key(path), new Response(await answer.blob(), { headers: answer.headers })); /* of a redirect, none opens */
    }
  }

  async function tidy() {
    const cache = await caches.open(name), wanted = new Set(Array.from(FILES.keys(), key));
    for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
  }

  async function answer(request, path) {
    const kept = await (await caches.open(name)).match(key(path));
    return kept || fetch(request);
  }

  self.addEventListener("install", event => event.waitUntil(keep()));
  self.addEventListener("activate", event => event.waitUntil(tidy()));
  self.addEventListener("message", event => { if (event.data === "renew") self.skipWaiting(); });
  self.addEventListener("fetch", event => {
    const url = new URL(event.request.url);
    if (event.request.method !== "GET" || url.origin !== root.origin) return;
    const asked = way(url); /* some hosts leave out an ending */
    const path = [asked, asked + "index.html", asked + ".html"].find(each => FILES.has(each));
    if (path) event.respondWith(answer(event.request, path));
  });
})();
