// One best answer. Response: the option's id, or "not-sure": whoever doubts and checks is half right
// even where the answer could be known.

const NOT_SURE = "not-sure";

/** The options may stand in any order. */
export const shuffles = true;

export const score = (item, response) => ({
  score: response === item.key ? 1 : response === NOT_SURE ? 0.5 : 0,
  max: 1,
});

export const read = (root) => {
  const response = root.querySelector("input:checked")?.value;
  return response === undefined ? { ask: "choose-first" } : { response };
};

export const write = (root, response) => {
  for (const input of root.querySelectorAll("input")) input.checked = input.value === response;
  return typeof response === "string" && root.querySelector("input:checked") !== null;
};

/** What to mark: `right`, `partly` and `wrong` by option. */
export const marks = (item, response) => ({
  [response]: response === NOT_SURE ? "partly" : "wrong",
  [item.key]: "right",
});

/** The options whose reasons the outcome tells. */
export const told = (item, response) => [...new Set([response, item.key])];
