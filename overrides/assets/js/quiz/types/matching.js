// What belongs together. Response: the chosen match's id by option. A point for each option.

const options = (item) => Object.keys(item.key);
const isRight = (item, response, option) => response[option] === item.key[option];

export const score = (item, response) => ({
  score: options(item).filter((option) => isRight(item, response, option)).length,
  max: options(item).length,
});

const selects = (root) => [...root.querySelectorAll("select")];
const optionOf = (select) => select.closest("[data-option]").dataset.option;

export const read = (root) => {
  const all = selects(root);
  if (all.some((select) => select.value === "")) return { ask: "choose-first" };
  return { response: Object.fromEntries(all.map((select) => [optionOf(select), select.value])) };
};

/** False when an option came or went, or a match went, since the response was saved. */
export const write = (root, response) => {
  if (response === null || typeof response !== "object" || Array.isArray(response)) return false;
  const all = selects(root);
  for (const select of all) select.value = response[optionOf(select)] ?? "";
  const kept = all.every((select) => select.value !== "" && select.value === response[optionOf(select)]);
  return kept && Object.keys(response).length === all.length;
};

export const marks = (item, response) =>
  Object.fromEntries(options(item).map((option) => [option, isRight(item, response, option) ? "right" : "wrong"]));

/** The options matched wrongly, each with its right match; with none, all of them. */
export const told = (item, response) => {
  const mistakes = options(item).filter((option) => !isRight(item, response, option));
  return mistakes.length ? mistakes : options(item);
};
