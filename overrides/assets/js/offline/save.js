// Saving, resumed where it stopped: what is there by its hash is not fetched again, and nothing counts as
// saved before each of its files has the hash that the list promised.

import { ROOT, hashes, put, read, sweep, write } from "./saved.js";

const AT_ONCE = 6;

/** The site has another text than its list said: somebody published in between. */
export class Changed extends Error {}

const digest = async (bytes) => {
  const sum = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(sum).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** What can be saved now: by language {list, page, groups}; from the network, past every cache. */
export const catalogue = async () => {
  const response = await fetch(new URL("offline.json", ROOT), { cache: "no-cache" });
  if (!response.ok) throw Error("no catalogue");
  return response.json();
};

/** The list of one language: {lang, home, lost, moved, groups}. */
export const list = async (catalogue, lang) => {
  const response = await fetch(new URL(catalogue[lang].list, ROOT), { cache: "no-cache" });
  if (!response.ok) throw new Changed();
  return response.json();
};

/** The files of some groups that are not there yet: {path, size} by hash. */
export const missing = (groups, have) => {
  const files = new Map();
  for (const group of groups) for (const [path, hash, size] of group.files) if (!have.has(hash)) files.set(hash, { path, size });
  return files;
};

/** Bytes (compressed) that are still to come. */
export const weight = (files) => [...files.values()].reduce((sum, { size }) => sum + size, 0);

const fetchFile = async (hash, path, signal) => {
  for (const cache of ["no-cache", "reload"]) {
    const response = await fetch(new URL(path, ROOT), { cache, signal });
    const bytes = await response.arrayBuffer();
    if (response.ok && (await digest(bytes)) === hash) return put(hash, bytes, response.headers.get("content-type"));
  }
  throw new Changed();
};

/** Fetch files, some at a time; the first that fails stops all. `tell` is given the bytes of each. */
const bring = async (files, tell, signal) => {
  const queue = [...files];
  let failed = false;
  const work = async () => {
    while (queue.length && !failed) {
      const [hash, { path, size }] = queue.shift();
      try {
        await fetchFile(hash, path, signal);
      } catch (error) {
        failed = true;
        throw error;
      }
      tell(size);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
};

const filesOf = ({ files }) => Object.fromEntries(files.map(([path, hash]) => [path, hash]));
const assetsOf = (groups) =>
  Object.assign({}, ...Object.values(groups).flatMap(({ files }) => Object.entries(files).filter(([path]) => path.startsWith("assets/")).map(([path, hash]) => ({ [path]: hash }))));

/** The state with these groups of these lists, in place of every group that it had. */
const switched = (state, lists, wanted) => {
  const next = { ...state, groups: {}, before: {}, moved: {}, lost: {}, wanted: [] };
  for (const { lang, home, root, lost, moved, groups } of lists) {
    Object.assign(next, { home });
    Object.assign(next.moved, moved);
    next.lost[root] = lost;
    for (const group of groups)
      if (wanted.has(`${lang}/${group.id}`)) next.groups[`${lang}/${group.id}`] = { ...group, files: filesOf(group) };
  }
  const now = assetsOf(next.groups);
  for (const [path, hash] of Object.entries(assetsOf(state.groups))) if (!(path in now)) next.before[path] = hash;
  return next;
};

/**
 * Save groups (`language/id`) beside those that are saved already, all in the edition of now.
 * @param {string[]} wanted
 * @param {(done: number, all: number) => void} tell  bytes
 * @throws {Changed} when the site changes meanwhile; QuotaExceededError; TypeError without a network;
 *   AbortError. What was fetched stays, and so does everything that was saved before.
 */
export const save = async (wanted, tell, signal) => {
  const names = new Set([...wanted, ...Object.keys((await read()).groups)]);
  for (const name of [...names]) names.add(`${name.split("/")[0]}/core`);
  await write({ ...(await read()), wanted });
  const known = await catalogue();
  const languages = [...new Set([...names].map((name) => name.split("/")[0]))].filter((lang) => known[lang]);
  const lists = await Promise.all(languages.map((lang) => list(known, lang)));
  const groups = lists.flatMap(({ lang, groups }) => groups.filter(({ id }) => names.has(`${lang}/${id}`)));
  const files = missing(groups, await hashes());
  const all = weight(files);
  let done = 0;
  tell(done, all);
  await bring(files, (size) => tell((done += size), all), signal);
  const next = switched(await read(), lists, names);
  await write(next);
  await sweep(next);
};

/** Take away some groups (`language/id`); the last one of a language takes its core along. */
export const drop = async (names) => {
  const state = await read();
  for (const name of names) delete state.groups[name];
  for (const name of Object.keys(state.groups)) {
    const lang = name.split("/")[0];
    const isAlone = Object.keys(state.groups).filter((other) => other.startsWith(`${lang}/`)).length === 1;
    if (name === `${lang}/core` && isAlone) delete state.groups[name];
  }
  state.wanted = state.wanted.filter((name) => !names.includes(name));
  await write(state);
  await sweep(state);
};
