// The blocks of a page for a room: its title, each frame, each part under a heading, each question.

import { element } from "../dom.js";
import { questionBlocks } from "./question.js";

/** A copy to be looked at alone: nothing to press, nowhere to go by mistake, no id twice. */
export const copy = (node) => {
  const made = node.cloneNode(true);
  for (const one of [made, ...made.querySelectorAll("[id]")]) one.removeAttribute("id");
  for (const one of made.querySelectorAll("button, input, .mark, .chosen")) one.remove();
  for (const link of made.querySelectorAll("a")) {
    link.replaceWith(element("span", { className: link.className }, ...link.childNodes));
  }
  for (const folded of made.querySelectorAll("details")) folded.open = true;
  if (made.localName === "details") made.open = true;
  return made;
};

const block = (head, kind, pieces) => ({ kind, head: () => head.map(copy), pieces: () => pieces.map(copy) });

const frame = (section) => {
  const isHead = (child) => child.matches(".frame-sign, h2");
  const children = [...section.children];
  const kind = section.className.replace(/^frame /, ""); // its colour and sign, not its border and its numbers
  return block(children.filter(isHead), kind, children.filter((child) => !isHead(child)));
};

/**
 * The blocks of an article in order.
 * @returns {{kind: string, name?: string, head: () => Element[], pieces: (told: boolean) => Element[], answer?: string}[]}
 *   `head` stays above each sheet of the block, `pieces` stand below it; both are new at each call.
 *   `name`: said beside the buttons in place of a number. `answer`: words of the button that tells it.
 */
export const blocksOf = (article) => {
  const blocks = [];
  let part; // what stands under one heading
  const begin = (head) => blocks.push(block(head, "", (part = [])));
  for (const child of article.children) {
    const isWhole = child.matches(".frame, form.quiz");
    if (child.matches(".frame")) blocks.push(frame(child));
    else if (child.matches("form.quiz")) blocks.push(...questionBlocks(child));
    else if (child.matches("h1, h2")) begin([child]);
    else if (part) part.push(child);
    else begin([]), part.push(child);
    if (isWhole) part = undefined;
  }
  return blocks;
};
