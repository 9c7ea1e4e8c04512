// Gaps to fill. Response: the chosen word's id by gap. A point for each gap.

const gaps = (item) => Object.keys(item.key);

export const score = (item, response) => ({
  score: gaps(item).filter((gap) => response[gap] === item.key[gap]).length,
  max: gaps(item).length,
});

const selects = (root) => [...root.querySelectorAll("select")];
const gapOf = (select) => select.closest("[data-option]").dataset.option;

export const read = (root) => {
  const all = selects(root);
  if (all.some((select) => select.value === "")) return { ask: "choose-first" };
  return { response: Object.fromEntries(all.map((select) => [gapOf(select), select.value])) };
};

export const write = (root, response) => {
  const all = selects(root);
  for (const select of all) select.value = String(response?.[gapOf(select)] ?? "");
  return all.every((select) => select.value !== "");
};

export const marks = (item, response) =>
  Object.fromEntries(gaps(item).map((gap) => [gap, response[gap] === item.key[gap] ? "right" : "wrong"]));

/** What was chosen, and the right word where it was another. */
export const told = (item, response) =>
  gaps(item).flatMap((gap) => [...new Set([`${gap}.${response[gap]}`, `${gap}.${item.key[gap]}`])]);
