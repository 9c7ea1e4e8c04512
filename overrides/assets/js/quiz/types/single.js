// One best answer. Response: the option's id.

/** The options may stand in any order. */
export const shuffles = true;

export const score = (item, response) => ({ score: response === item.key ? 1 : 0, max: 1 });

export const read = (root) => {
  const response = root.querySelector("input:checked")?.value;
  return response === undefined ? { ask: "choose-first" } : { response };
};

export const write = (root, response) => {
  for (const input of root.querySelectorAll("input")) input.checked = input.value === response;
  return typeof response === "string" && root.querySelector("input:checked") !== null;
};

/** What to mark: `right` and `wrong` by option. */
export const marks = (item, response) => ({ [response]: "wrong", [item.key]: "right" });

/** The options whose reasons the outcome tells. */
export const told = (item, response) => [...new Set([response, item.key])];
