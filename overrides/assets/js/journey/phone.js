// The learners of one phone: another one comes, or all of them go.

import { KEY, blank, complete, newId } from "../record.js";

/** A learner of whom nothing is known yet, or who arrived with a profile; this one learns from now on. */
export const addLearner = (state, name, profile = blank()) => {
  const id = newId();
  state.profiles[id] = complete({ ...profile, name });
  state.me = id;
};

/** Take everything of this handbook from the phone, whatever edition wrote it; false when it cannot be. */
export const clearPhone = (record, store = () => window.localStorage) => {
  record.forget();
  try {
    for (const name of Object.keys(store()))
      if (name === KEY || name.startsWith(`${KEY}:`)) store().removeItem(name);
    return true;
  } catch {
    return false;
  }
};
