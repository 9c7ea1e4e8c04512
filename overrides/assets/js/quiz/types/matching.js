// What belongs together. Response: the chosen match's id by option. A point for each option.

import { marks } from "./cloze.js";

export { marks, read, score, write } from "./cloze.js";

/** The options matched wrongly, each with its right match; with none, all of them. */
export const told = (item, response) => {
  const options = Object.entries(marks(item, response));
  const mistakes = options.filter(([, mark]) => mark === "wrong");
  return (mistakes.length ? mistakes : options).map(([option]) => option);
};
