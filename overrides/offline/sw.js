// Answers from what the learner saved on the page "offline", and leaves everything else to the network.
// It saves nothing itself and knows no list of pages: what is saved, and under which hash, stands in one
// entry of the cache, which the page replaces in one step (overrides/assets/js/offline/saved.js). So this
// file is the same from build to build, and its address is the same for ever.

const BASE = new URL("./", self.location).pathname;
const NAME = `handbook:${BASE}:offline`;
const NOTHING = { home: "", moved: {}, lost: {}, before: {}, groups: {} };
let saved;

const kept = (query) => caches.match(`${BASE}?${query}`, { cacheName: NAME });

const read = async () => {
  const entry = await kept("saved");
  return entry ? { ...NOTHING, ...(await entry.json()) } : NOTHING;
};

/** One page has many addresses: /index.html, no slash at the end, the source's own folder, an old name. */
const canonical = (path, { home, moved }) => {
  let plain = path.replace(/(^|\/)index\.html$/, "$1");
  if (plain && !/(\/|\.\w+)$/.test(plain)) plain += "/";
  if (home && plain.startsWith(home)) plain = plain.slice(home.length);
  return moved[plain] ?? plain;
};

/** The saved file at a path. Pages that are still open may need scripts of the edition before. */
const find = (path) => {
  const holder = Object.values(saved.groups).find(({ files }) => files[path]);
  const hash = holder?.files[path] ?? saved.before[path];
  return hash && kept(`file=${hash}`);
};

/** What to show instead of a page that is not saved, in the language of its address. */
const lost = async (path) => {
  const roots = Object.keys(saved.lost).sort((a, b) => b.length - a.length);
  const root = roots.find((one) => path.startsWith(one)) ?? roots[0];
  const page = root !== undefined && (await find(saved.lost[root]));
  if (!page) return Response.error();
  return new Response(page.body, { status: 503, headers: page.headers });
};

const answer = async (request, { pathname, search }) => {
  const isPage = request.mode === "navigate";
  const path = pathname.slice(BASE.length);
  let there;
  let found;
  try {
    if (!saved || isPage) saved = await read();
    there = canonical(path, saved);
    found = await find(there);
  } catch {
    saved = NOTHING; // damaged: the network has everything
  }
  // An address in another form is sent on, since a page's own links are relative; its query stays.
  if (found) return there === path ? found : Response.redirect(BASE + there + search);
  try {
    return await fetch(request);
  } catch (error) {
    if (!isPage) throw error;
    return lost(path);
  }
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || !url.pathname.startsWith(BASE)) return;
  // A script that asks past the caches wants what the server has now: saving and looking for news do.
  if (request.destination === "" && request.cache !== "default") return;
  event.respondWith(answer(request, url));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// Another edition of this file waits until the learner wants it.
self.addEventListener("message", ({ data }) => {
  if (data === "changed") saved = undefined;
  if (data === "skip") self.skipWaiting();
});
