// "How sure are you?": an optional tap before the check, never scored. A mistake that felt sure is
// the one best mended, once it is noticed (doi 10.1037/0278-7393.27.6.1491).

import { element, fill } from "../dom.js";
import { share } from "./scoring.js";

const press = (root, chosen) => {
  for (const button of root.querySelectorAll(".sure button")) button.setAttribute("aria-pressed", button === chosen);
};

/** The question with its choices; a second tap takes a choice back. */
export const row = (words) => {
  const onclick = ({ target }) => press(made, target.matches("[aria-pressed=true]") || target);
  const buttons = ["sure", "fairly-sure", "guessing"].map((value) =>
    element("button", { type: "button", value, onclick }, words[value]),
  );
  const made = element("fieldset", { className: "sure" }, element("legend", {}, words["how-sure"]), ...buttons);
  press(made);
  return made;
};

/** What is chosen on an item; nothing where the answer itself says "not sure". */
export const level = (root) =>
  root.querySelector("[value=not-sure]:checked") ? undefined : root.querySelector("[aria-pressed=true]")?.value;

/** Nothing is chosen any more. */
export const empty = (root) => press(root);

/** Say below the reasons that a mistake felt sure. */
export const remark = (outcome, { score, max, sure }, words) => {
  if (sure === "sure" && score < max) outcome.querySelector("ul").after(element("p", {}, words["was-sure"]));
};

/** Say in the result how often "sure" was right. */
export const sum = (result, scores, words) => {
  const sure = [...scores.values()].filter((scored) => scored.sure === "sure");
  const right = sure.filter((scored) => share(scored) === 1).length;
  const text = fill(words["sure-result"], { right, wrong: sure.length - right });
  if (sure.length) result.querySelector(".quiz-score").after(element("p", {}, text));
};
