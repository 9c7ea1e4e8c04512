// What the learner saved, in one cache of the browser: every file under its hash, and one entry `saved` that
// says which paths are answered with which. A new edition is put beside the old one, file by file; replacing
// that entry is the switch, so that there is never a mixture. overrides/offline/sw.js reads the same.

export const ROOT = new URL("../../../../", import.meta.url);
const NAME = `handbook:${ROOT.pathname}:offline`;
const at = (query) => `${ROOT.pathname}?${query}`;

/** Whether this browser can save pages at all. */
export const isAble = "serviceWorker" in navigator && "caches" in window;

/**
 * @returns {Promise<object>} `groups` by `language/id` (see hooks/handbook/offline/manifest.py), each with
 *   `files` (hash by path); `wanted`: groups that were asked for and are not complete yet;
 *   `before`: files of the edition that was replaced; `home`, `moved`, `lost`: for the worker
 */
export const read = async () => {
  const state = { v: 1, home: "", moved: {}, lost: {}, before: {}, groups: {}, wanted: [] };
  const entry = await caches.match(at("saved"), { cacheName: NAME });
  const kept = await entry?.json().catch(() => null); // damaged: as if nothing were saved
  const isSound = Object.values(kept?.groups ?? { none: null }).every((group) => group?.files);
  return isSound ? Object.assign(state, kept) : state;
};

/** Keep what `read` gave, changed: in one step. */
export const write = async (state) => {
  const store = await caches.open(NAME);
  const type = { "content-type": "application/json" };
  await store.put(at("saved"), new Response(JSON.stringify(state), { headers: type }));
  navigator.serviceWorker.controller?.postMessage("changed");
};

/** The hashes of all files that are there; looking makes no cache. */
export const hashes = async () => {
  if (!(await caches.has(NAME))) return new Set();
  const requests = await (await caches.open(NAME)).keys();
  return new Set(requests.map(({ url }) => new URL(url).searchParams.get("file")));
};

/** Keep a file. */
export const put = async (hash, bytes, type) => {
  const store = await caches.open(NAME);
  await store.put(at(`file=${hash}`), new Response(bytes, { headers: { "content-type": type } }));
};

/** Take away every file that neither the state nor an open page of the edition before needs. */
export const sweep = async ({ groups, before }) => {
  const needed = new Set(Object.values(before));
  for (const { files } of Object.values(groups)) for (const hash of Object.values(files)) needed.add(hash);
  const store = await caches.open(NAME);
  for (const hash of await hashes()) if (hash && !needed.has(hash)) await store.delete(at(`file=${hash}`));
};

/** Have saved pages answered from now on. */
export const register = async () => {
  await navigator.serviceWorker.register(new URL("sw.js", ROOT), { scope: ROOT.pathname });
  await navigator.serviceWorker.ready;
  navigator.storage?.persist?.().catch(() => {}); // else a full phone may throw it out
};

/** Take everything away again; the learner's record is elsewhere. */
export const forget = async () => {
  await caches.delete(NAME);
  const registration = await navigator.serviceWorker.getRegistration(ROOT.pathname);
  await registration?.unregister();
};
