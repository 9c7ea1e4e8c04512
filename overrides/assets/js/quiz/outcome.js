// What the page says after an answer: the verdict in words and the reasons, taken from the form itself.

import { element } from "../dom.js";
import { share } from "./scoring.js";

const SIGNS = { right: "✓", partly: "◐", wrong: "✗" };
const verdictOf = (part) => (part === 1 ? "verdict-right" : part > 0 ? "verdict-partly" : "verdict-wrong");

/** Put a word and a state on every option that is right or was chosen. */
const mark = (root, states, words) => {
  for (const option of root.querySelectorAll("[data-option]")) {
    const state = states[option.dataset.option];
    if (!state) continue;
    option.dataset.state = state;
    option.append(element("span", { className: "mark" }, SIGNS[state]));
  }
  for (const input of root.querySelectorAll("input:checked")) {
    const text = element("span", { className: "chosen" }, ` (${words["your-choice"]})`);
    input.parentElement.querySelector("span").append(text);
  }
};

/** Take the marks and the outcome away again. */
export const clearOutcome = (root) => {
  root.classList.remove("answered");
  for (const option of root.querySelectorAll("[data-state]")) delete option.dataset.state;
  for (const added of root.querySelectorAll(".mark, .chosen, .outcome")) added.remove();
};

/**
 * Show the outcome of a response on its item; returns the element that takes the focus.
 * After a second failure (`tries`) the item explains itself in another way, where it can.
 */
export const showOutcome = (root, item, type, response, words, tries = 1) => {
  const part = share(type.score(item, response));
  mark(root, type.marks(item, response), words);
  const verdict = element("p", { className: "verdict" }, words[verdictOf(part)]);
  const reasons = type.told(item, response).map((id) => {
    const row = root.querySelector(`.reason[data-reason="${CSS.escape(id)}"]`);
    return row ? row.cloneNode(true) : "";
  });
  const list = element("ul", {}, ...reasons);
  const outcome = element("div", { className: "outcome reasons", tabIndex: -1 }, verdict, list);
  outcome.classList.toggle("missed", part < 1);
  const extras = tries > 1 ? [".more", ".see"] : [".see"];
  for (const extra of part < 1 ? extras : []) {
    const found = root.querySelector(`details.reasons ${extra}`);
    if (found) outcome.append(found.cloneNode(true));
  }
  root.querySelector("fieldset").after(outcome);
  root.classList.add("answered");
  return outcome;
};
