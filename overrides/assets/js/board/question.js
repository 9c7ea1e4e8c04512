// A question for a room: what the form holds, with letters to vote by, in the order of the printed chapter.

import { element } from "../dom.js";

const letter = (place) => String.fromCharCode(65 + place);
const list = (name, rows) => element("ol", { className: `board-${name}` }, ...rows);

/** The words of an option, without what an answer on this phone has added. */
const wordsOf = (node) => {
  const made = element("span", {}, ...node.cloneNode(true).childNodes);
  for (const added of made.querySelectorAll(".chosen")) added.remove();
  return made;
};

const row = (mark, text, told = "") =>
  element(
    "li",
    { className: told ? "board-right" : "" },
    element("b", { className: "board-letter" }, mark),
    element("span", {}, element("strong", {}, told && `${told} `), text),
  );

/** The reasons by option, in the order of the file; the options of the form may stand in another. */
const reasonsOf = (root) => [...root.querySelectorAll("details.reasons .reason")];
const verdictOf = (reason) => reason.querySelector("span").textContent;
const isRight = (reason) => reason?.classList.contains("right");

const choices = (root, told) => {
  const reasons = new Map(reasonsOf(root).map((reason) => [reason.dataset.reason, reason]));
  const ids = [...reasons.keys()];
  const place = ({ dataset }) => (reasons.has(dataset.option) ? ids.indexOf(dataset.option) : ids.length);
  const nothingIsRight = ![...reasons.values()].some(isRight);
  return [...root.querySelectorAll("label.option")]
    .sort((a, b) => place(a) - place(b))
    .map((label, n) => {
      const reason = reasons.get(label.dataset.option);
      const right = reason ? isRight(reason) && verdictOf(reason) : nothingIsRight && "✓";
      return row(letter(n), wordsOf(label.querySelector("span")), (told && right) || "");
    });
};

const message = (root, told) => {
  const rows = choices(root, told);
  const nothing = rows.pop();
  const head = [...root.querySelectorAll(".message > p:not(.why)")].map((line) => line.cloneNode(true));
  return [element("div", { className: "message" }, ...head, list("options", rows)), list("options", [nothing])];
};

const options = (root) => [...root.querySelectorAll(".order .option")];

const steps = (root, told) => {
  const order = reasonsOf(root).map((reason) => reason.dataset.reason);
  const rows = options(root).map((step, n) =>
    row(letter(n), wordsOf(step.querySelector("span")), told ? `${order.indexOf(step.dataset.option) + 1}.` : ""),
  );
  return [list("options", rows)];
};

const pairs = (root, told) => {
  const matches = [...root.querySelector("select").options].slice(1).map((match) => match.text);
  const ends = new Map(reasonsOf(root).map((reason) => [reason.dataset.reason, reason.querySelector("strong").textContent]));
  const left = options(root).map((option, n) => {
    const match = matches.findIndex((text) => ends.get(option.dataset.option).endsWith(` → ${text}`));
    return row(`${n + 1}`, wordsOf(option.querySelector("span")), told ? `${letter(match)}:` : "");
  });
  const right = matches.map((text, n) => row(letter(n), text));
  return [element("div", { className: "board-pairs" }, list("options", left), list("options", right))];
};

const gaps = (root, told) => {
  const right = new Set(reasonsOf(root).filter(isRight).map((reason) => reason.dataset.reason));
  const sentence = root.querySelector(".cloze").cloneNode(true);
  const rows = [...sentence.querySelectorAll(".gap")].map((gap) => {
    const name = gap.dataset.option;
    const words = [...gap.querySelector("select").options].slice(1);
    gap.replaceWith(element("b", {}, `(${name}) ……… `));
    const word = ({ value, text }, n) => row(letter(n), text, told && right.has(`${name}.${value}`) ? "✓" : "");
    return element("li", {}, element("b", {}, `(${name})`), list("words", words.map(word)));
  });
  return [sentence, element("ul", { className: "board-gaps" }, ...rows)];
};

const story = (root, told) => {
  const right = new Set(reasonsOf(root).filter(isRight).map((reason) => reason.dataset.reason));
  const step = (place) => {
    const rows = [...place.querySelectorAll("label.option")].map((label, n) => {
      const go = label.querySelector(".go").textContent;
      const text = element("span", {}, wordsOf(label.querySelector("span")), " ", element("b", {}, go));
      return row(letter(n), text, told && right.has(label.dataset.option) ? "✓" : "");
    });
    const text = element("p", {}, ...place.querySelector(".step-text").cloneNode(true).childNodes);
    return element("div", {}, text, list("options", rows));
  };
  const places = [...root.querySelectorAll(".step")].sort((a, b) => a.dataset.n - b.dataset.n);
  return places.map(step);
};

const KINDS = { clues: message, ordering: steps, matching: pairs, cloze: gaps, scenario: story };
const usual = (root, told) => [list("options", choices(root, told))];

const explained = (root) => {
  const reasons = reasonsOf(root).map((reason) => element("li", {}, ...reason.cloneNode(true).childNodes));
  return element("ul", { className: "board-reasons" }, ...reasons);
};

const block = (root, index) => {
  const body = KINDS[root.dataset.type] ?? usual;
  const number = root.querySelector(".item-number span").textContent.replace(/\d+/, index + 1);
  const pieces = (told) => {
    const [scene, must, legend] = [".scene", ".must-pass", "legend"].map((name) => root.querySelector(name)?.cloneNode(true));
    const asked = element("p", {}, element("strong", {}, ...legend.childNodes), " ", must ?? "");
    return [scene ?? "", asked, ...body(root, told), told ? explained(root) : ""].filter(Boolean);
  };
  const answer = root.querySelector("details.reasons summary").textContent;
  return { kind: "question", name: number, head: () => [], pieces, answer };
};

/**
 * A block for each question of a form: the whole pool with the numbers and letters that the printed chapter
 * has, whatever this phone has drawn or answered.
 */
export const questionBlocks = (form) => [...form.querySelectorAll("[data-item]")].map(block);
