// Suspicious rows of a message. Response: the ids of the marked rows, sorted; [] for "nothing suspicious".
// A false alarm takes a clue away; in a genuine message (an empty key) any mark is one too many.

import * as set from "./multiple.js";

const NOTHING = "-"; // the row "Nothing suspicious here"; no part can have this name

export const score = (item, response) =>
  item.key.length ? set.score(item, response) : { score: response.length ? 0 : 1, max: 1 };

const nothing = (root) => root.querySelector(`input[value="${NOTHING}"]`);
const rows = (root) => [...root.querySelectorAll("input")].filter((input) => input.value !== NOTHING);
const marked = (root) => rows(root).filter((input) => input.checked);

/** One of the two: rows that are suspicious, or nothing. */
export const start = (root) => {
  if (marked(root).length) nothing(root).checked = false; // both were ticked before this script came
  root.addEventListener("change", ({ target }) => {
    if (!target.checked) return;
    for (const input of target.value === NOTHING ? rows(root) : [nothing(root)]) input.checked = false;
  });
};

export const read = (root) => {
  const response = marked(root).map((input) => input.value).sort();
  return response.length || nothing(root).checked ? { response } : { ask: "choose-first" };
};

export const write = (root, response) => {
  if (!Array.isArray(response)) return false;
  for (const input of rows(root)) input.checked = response.includes(input.value);
  nothing(root).checked = response.length === 0;
  return marked(root).length === response.length;
};

/** Every clue and every false alarm; "nothing suspicious" where it is right, or was said in error. */
export const marks = (item, response) => {
  const states = set.marks(item, response);
  if (!item.key.length) states[NOTHING] = "right";
  else if (!response.length) states[NOTHING] = "wrong";
  return states;
};

/** The mistakes (false alarms, clues that were missed); with none, the clues, or why the message is genuine. */
export const told = (item, response) => {
  const ids = set.told(item, response);
  return ids.length ? ids : item.options;
};
