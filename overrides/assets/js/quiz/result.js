// The end of a quiz: the score, what to read again, and two ways to go on.

import { element, fill } from "../dom.js";

/** Links to the sections behind the missed items, each once. */
const linksOf = (form, missed) => {
  const links = new Map();
  for (const id of missed) {
    const link = form.querySelector(`[data-item="${CSS.escape(id)}"] details.reasons .see a`);
    if (link) links.set(link.href, link);
  }
  return [...links.values()].map((link) => element("li", {}, link.cloneNode(true)));
};

/** The result as an element; `retry` and `restart` are called by its buttons. */
export const resultElement = (form, outcome, quiz, { retry, restart }) => {
  const { words } = quiz;
  const score = fill(words.result, { score: outcome.percent, pass: quiz.pass });
  const section = element(
    "section",
    { className: "quiz-result", tabIndex: -1, lang: quiz.lang },
    element("p", { className: "quiz-score" }, score),
    element("p", {}, outcome.passed ? `✓ ${words.passed}` : words["not-passed"]),
  );
  if (outcome.mustPassMissed) section.append(element("p", {}, words["must-pass-missed"]));
  const links = linksOf(form, outcome.missed);
  if (links.length) section.append(element("p", {}, words["read-again"]), element("ul", {}, ...links));
  const button = (text, className, onclick) => element("button", { type: "button", className, onclick }, text);
  if (outcome.missed.length) section.append(button(words["retry-missed"], "", retry));
  section.append(button(words["start-again"], "second", restart));
  return section;
};
