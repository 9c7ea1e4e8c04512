// The learner's record: one versioned JSON in localStorage. Its key carries the site's base path,
// because several sites may share one origin. Storage may throw, be null, full or hold garbage:
// then the page works from memory, `kept` is false, and nothing that was stored is overwritten.

const VERSION = 1;
const BASE = new URL("../../../", import.meta.url).pathname;

const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** A short random name. */
export const newId = () => Math.random().toString(36).slice(2, 10);

const fresh = () => {
  const me = newId();
  return { v: VERSION, me, profiles: { [me]: { attempts: {}, modules: {} } } };
};

/** A state that can be used: what is missing is added, what is unknown is kept, entries of a wrong type go. */
const complete = (state) => {
  if (!isMap(state.profiles)) state.profiles = {};
  if (!isMap(state.profiles[state.me])) state.me = Object.keys(state.profiles)[0] ?? newId();
  const profile = (state.profiles[state.me] ??= {});
  for (const part of ["attempts", "modules"]) {
    if (!isMap(profile[part])) profile[part] = {};
    for (const [name, value] of Object.entries(profile[part])) if (!isMap(value)) delete profile[part][name];
  }
  return state;
};

/**
 * Open the record.
 * @param {() => Storage} storage  may throw or return null
 * @param {string} key
 * @returns {{profile: () => object, change: (edit: (profile: object) => void) => boolean}}
 *   `profile()`: attempts by `module/item` and modules by slug. `change(edit)`: edit the profile and
 *   store it; false when it could not be stored.
 */
export const openRecord = (storage = () => window.localStorage, key = `handbook:${BASE}`) => {
  let memory = null;
  let locked = false;

  const load = () => {
    if (locked) return memory;
    let text = null;
    try {
      text = storage().getItem(key);
    } catch {
      return (memory ??= fresh());
    }
    if (text === null) return (memory ??= fresh());
    try {
      const state = JSON.parse(text);
      if (!isMap(state)) throw new TypeError("not a record");
      if (!(state.v <= VERSION)) {
        locked = true; // written by a later version of the handbook: leave it as it is
        return (memory = fresh());
      }
      return (memory = complete(state));
    } catch {
      setAside(text);
      return (memory ??= fresh());
    }
  };

  const setAside = (text) => {
    try {
      storage().setItem(`${key}:unreadable`, text);
    } catch {
      locked = true; // no room to keep a copy: do not write over it
    }
  };

  const change = (edit) => {
    const state = load();
    edit(state.profiles[state.me]);
    memory = state;
    if (locked) return false;
    try {
      storage().setItem(key, JSON.stringify(state));
      return true;
    } catch {
      return false;
    }
  };

  return { profile: () => load().profiles[memory.me], change };
};
