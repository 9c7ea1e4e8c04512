// The learner's record: one versioned JSON in localStorage. Its key carries the site's base path,
// because several sites may share one origin. Storage may throw, be null, full or hold garbage:
// then the page works from memory, `kept` is false, and nothing that was stored is overwritten.

const VERSION = 2;
const BASE = new URL("../../../", import.meta.url).pathname;
export const KEY = `handbook:${BASE}`;

const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** JSON without what maps inherit: with a value of their own these names break whatever reads the map. */
export const parse = (text) =>
  JSON.parse(text, (name, value) => (/^(__proto__|toString|valueOf)$/.test(name) ? undefined : value));

/** A short random name. */
export const newId = (length = 8) => Math.random().toString(36).slice(2, 2 + length);

/** The day where the learner is, as YYYY-MM-DD. */
export const today = (now = new Date()) =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => `${part}`.padStart(2, "0")).join("-");

const PARTS = ["attempts", "modules", "days"];
export const blank = () => ({ attempts: {}, modules: {}, days: {} });

const fresh = () => {
  const me = newId();
  return { v: VERSION, me, profiles: { [me]: blank() } };
};

/** A profile that can be used: what is missing is added, what is unknown is kept, entries of a wrong type go. */
export const complete = (profile) => {
  for (const part of PARTS) {
    const isRight = part === "days" ? (value) => typeof value === "string" : isMap;
    if (!isMap(profile[part])) profile[part] = {};
    for (const [name, value] of Object.entries(profile[part])) if (!isRight(value)) delete profile[part][name];
  }
  return profile;
};

/** From the first version: an answer gets its place among the reviews (`b`, see journey/due.js). */
const fromFirst = (profile) => {
  for (const attempt of Object.values(profile.attempts)) attempt.b ??= attempt.s < attempt.m ? 0 : 1;
};

const completeState = (state) => {
  if (!isMap(state.profiles)) state.profiles = {};
  for (const [id, profile] of Object.entries(state.profiles)) if (!isMap(profile)) delete state.profiles[id];
  const ids = Object.keys(state.profiles);
  if (!ids.includes(state.me)) state.me = ids[0] ?? newId();
  state.profiles[state.me] ??= {};
  for (const profile of Object.values(state.profiles)) {
    complete(profile);
    if (!(state.v >= VERSION)) fromFirst(profile);
  }
  state.v = VERSION;
  return state;
};

/**
 * Open the record.
 * @param {() => Storage} storage  may throw or return null
 * @param {string} key
 * @returns {object}
 *   `profile()`: of who is learning: attempts by `module/item`, modules by slug, days of the challenge,
 *   and perhaps a name. `change(edit)`: edit it and store it; false when it could not be stored.
 *   `state()`, `alter(edit)`: the same for all learners of the phone, `me` and `profiles` by id.
 *   `trouble()`: why nothing is stored: "later-record" (a later edition wrote it), "not-saved", or "".
 *   `forget()`: what the page remembers; the phone is cleared in journey/phone.js.
 */
export const openRecord = (storage = () => window.localStorage, key = KEY) => {
  let memory = null;
  let locked = "";
  let failed = "";

  const load = () => {
    if (locked || (failed && memory)) return memory; // newer than what could be stored
    let text = null;
    try {
      text = storage().getItem(key);
    } catch {
      failed = "not-saved";
      return (memory ??= fresh());
    }
    if (text === null) return (memory ??= fresh());
    try {
      const state = parse(text);
      if (!isMap(state)) throw TypeError();
      if (!(state.v <= VERSION)) {
        locked = "later-record"; // leave it as it is
        return (memory = fresh());
      }
      return (memory = completeState(state));
    } catch {
      setAside(text);
      return (memory ??= fresh());
    }
  };

  const setAside = (text) => {
    try {
      storage().setItem(`${key}:unreadable`, text);
    } catch {
      locked = "not-saved"; // no room to keep a copy: do not write over it
    }
  };

  const alter = (edit) => {
    const state = load();
    edit(state);
    memory = state;
    if (locked) return false;
    try {
      storage().setItem(key, JSON.stringify(state));
      failed = "";
    } catch {
      failed = "not-saved";
    }
    return !failed;
  };

  const forget = () => {
    memory = null;
    locked = failed = "";
  };
  // Cleared in another tab: this one must not write it back. A browser that drops it by itself says nothing.
  addEventListener("storage", (event) => (event.key ?? key) === key && event.newValue === null && forget());

  const mine = (state) => state.profiles[state.me];
  return {
    alter,
    forget,
    state: load,
    profile: () => mine(load()),
    change: (edit) => alter((state) => edit(mine(state))),
    trouble: () => (load(), locked || failed),
  };
};
