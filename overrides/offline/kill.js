// The way back: published as sw.js when a build is made with OFFLINE=off. Phones that saved pages fetch it by
// themselves; it takes the saved pages and itself away, and shows the open pages anew from the network.
// It touches nothing of another site on the same host, and the learner's record is in no cache.

const BASE = new URL("./", self.location).pathname;

const leave = async () => {
  for (const name of await caches.keys()) if (name.startsWith(`handbook:${BASE}:`)) await caches.delete(name);
  await self.registration.unregister();
  for (const client of await self.clients.matchAll({ type: "window" })) client.navigate(client.url).catch(() => {});
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));
