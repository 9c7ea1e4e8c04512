// Steps in order. Response: the ids in the learner's order. A point for each step in its place.

export const score = (item, response) => ({
  score: item.key.filter((id, place) => response[place] === id).length,
  max: item.key.length,
});

const selects = (root) => [...root.querySelectorAll("select")];
const idOf = (select) => select.closest("[data-option]").dataset.option;

export const read = (root) => {
  const all = selects(root);
  if (all.some((select) => select.value === "")) return { ask: "choose-first" };
  if (new Set(all.map((select) => select.value)).size < all.length) return { ask: "every-step-once" };
  return { response: all.sort((a, b) => a.value - b.value).map(idOf) };
};

export const write = (root, response) => {
  const order = Array.isArray(response) ? response : [];
  const all = selects(root);
  for (const select of all) select.value = String(order.indexOf(idOf(select)) + 1 || "");
  return all.every((select) => select.value !== "");
};

export const marks = (item, response) =>
  Object.fromEntries(response.map((id, place) => [id, item.key[place] === id ? "right" : "wrong"]));

/** The whole order: a step is only understood among the others. */
export const told = (item) => [...item.key];
