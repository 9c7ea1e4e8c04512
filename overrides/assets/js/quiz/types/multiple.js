// Several right answers. Response: the ids of the ticked options, sorted.
// A wrong tick takes a right tick away, so that ticking everything earns nothing.

/** The options may stand in any order. */
export const shuffles = true;

export const score = (item, response) => {
  const ticked = new Set(response);
  const hits = item.key.filter((id) => ticked.has(id)).length;
  return { score: Math.max(0, hits - (ticked.size - hits)), max: item.key.length };
};

export const read = (root) => {
  const response = [...root.querySelectorAll("input:checked")].map((input) => input.value).sort();
  return response.length ? { response } : { ask: "choose-first" };
};

export const write = (root, response) => {
  const ticked = Array.isArray(response) ? response : [];
  for (const input of root.querySelectorAll("input")) input.checked = ticked.includes(input.value);
  const shown = root.querySelectorAll("input:checked").length;
  return shown > 0 && shown === ticked.length;
};

export const marks = (item, response) =>
  Object.fromEntries([...response.map((id) => [id, "wrong"]), ...item.key.map((id) => [id, "right"])]);

/** The mistakes (ticked in error, or forgotten); with none, the right ones. */
export const told = (item, response) => {
  const mistakes = item.options.filter((id) => response.includes(id) !== item.key.includes(id));
  return mistakes.length ? mistakes : [...item.key];
};
