// Steps in order. Response: the ids in the learner's order. A point for each step in its place.
// A list with a number stands at each step, so lists are read and written as in a cloze.

import * as lists from "./cloze.js";

export const score = (item, response) => ({
  score: item.key.filter((id, place) => response[place] === id).length,
  max: item.key.length,
});

export const read = (root) => {
  const { ask, response: places } = lists.read(root);
  if (ask) return { ask };
  const ids = Object.keys(places);
  if (new Set(Object.values(places)).size < ids.length) return { ask: "every-step-once" };
  return { response: ids.sort((a, b) => places[a] - places[b]) };
};

export const write = (root, response) =>
  lists.write(root, Object.fromEntries(response.map((id, place) => [id, `${place + 1}`])));

export const marks = (item, response) =>
  Object.fromEntries(response.map((id, place) => [id, item.key[place] === id ? "right" : "wrong"]));

/** The whole order: a step is only understood among the others. */
export const told = (item) => [...item.key];
