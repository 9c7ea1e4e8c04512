// Gaps to fill. Response: the chosen word's id by gap. A point for each gap.

const isRight = (item, response, gap) => response[gap] === item.key[gap];

/** Whether each gap is right. */
export const marks = (item, response) =>
  Object.fromEntries(Object.keys(item.key).map((gap) => [gap, isRight(item, response, gap) ? "right" : "wrong"]));

export const score = (item, response) => {
  const gaps = Object.keys(item.key);
  return { score: gaps.filter((gap) => isRight(item, response, gap)).length, max: gaps.length };
};

const selects = (root) => [...root.querySelectorAll("select")];
const gapOf = (select) => select.closest("[data-option]").dataset.option;

export const read = (root) => {
  const all = selects(root);
  if (all.some((select) => select.value === "")) return { ask: "choose-first" };
  return { response: Object.fromEntries(all.map((select) => [gapOf(select), select.value])) };
};

/** False when a gap came or went, or a word went, since the response was saved. */
export const write = (root, response) => {
  const all = selects(root);
  for (const select of all) select.value = response[gapOf(select)] ?? "";
  const kept = all.every((select) => select.value && select.value === response[gapOf(select)]);
  return kept && Object.keys(response).length === all.length;
};

/** What was chosen, and the right word where it was another. */
export const told = (item, response) =>
  Object.keys(item.key).flatMap((gap) => [...new Set([`${gap}.${response[gap]}`, `${gap}.${item.key[gap]}`])]);
