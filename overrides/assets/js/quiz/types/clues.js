// Suspicious rows of a message. Response: the ids of the marked rows, sorted; [] for "nothing suspicious".
// A false alarm takes a clue away; in a genuine message (an empty key) any mark is one too many.

const NOTHING = "-"; // the row "Nothing suspicious here"; no part can have this name

export const score = (item, response) => {
  const marked = new Set(response);
  const found = item.key.filter((id) => marked.has(id)).length;
  const alarms = marked.size - found;
  if (!item.key.length) return { score: alarms ? 0 : 1, max: 1 };
  return { score: Math.max(0, found - alarms), max: item.key.length };
};

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
  const states = [...response.map((id) => [id, "wrong"]), ...item.key.map((id) => [id, "right"])];
  if (!item.key.length) states.push([NOTHING, "right"]);
  else if (!response.length) states.push([NOTHING, "wrong"]);
  return Object.fromEntries(states);
};

/** The mistakes (false alarms, clues that were missed); with none, the clues, or why the message is genuine. */
export const told = (item, response) => {
  const mistakes = item.options.filter((id) => response.includes(id) !== item.key.includes(id));
  if (mistakes.length) return mistakes;
  return item.key.length ? [...item.key] : item.options;
};
