// The page for a room: one block at a time in big type, by arrow keys, a presenter's remote or two large
// buttons. Opened by `#board` (see shell.js); `#board=4` opens the fourth block, and a reload stays there.

import { blocksOf } from "./board/lesson.js";
import { sheetsOf } from "./board/sheets.js";
import { element } from "./dom.js";

const STEPS = {
  ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1,
};

/** The style arrives before anything is measured. */
const styled = () =>
  new Promise((done) => {
    const href = new URL("../css/board.css", import.meta.url).href;
    if (document.querySelector(`link[href="${href}"]`)) done();
    else document.head.append(element("link", { rel: "stylesheet", href, onload: done, onerror: done }));
  });

/** The words of the buttons stand in the page already. */
const wordsOf = (page) => ({
  previous: page.querySelector(".steps .previous .step-word")?.textContent ?? "←",
  next: page.querySelector(".steps .next .step-word")?.textContent ?? "→",
  close: page.querySelector(".menu-close").textContent.trim(),
  title: page.querySelector("h1").textContent,
});

class Board {
  constructor(blocks, words) {
    this.blocks = blocks;
    const button = (text, className, onclick) => element("button", { type: "button", className, onclick }, text);
    this.stage = element("div", { className: "board-stage", tabIndex: -1, ariaLive: "polite" });
    this.place = element("span", { className: "board-place" });
    this.back = button(words.previous, "board-step", () => this.step(-1));
    this.on = button(words.next, "board-step", () => this.step(1));
    this.answer = button("", "board-answer", () => this.tell());
    const leave = button(words.close, "board-leave", () => this.dialog.close());
    const bar = element("div", { className: "board-bar" }, this.back, leave, this.place, this.answer, this.on);
    this.dialog = element("dialog", { className: "board", ariaLabel: words.title }, this.stage, bar);
    this.dialog.addEventListener("keydown", (event) => this.key(event));
    this.dialog.addEventListener("close", () => this.leave());
    this.resize = () => this.open(this.at, this.sheet);
  }

  show(at) {
    document.body.append(this.dialog);
    this.dialog.showModal();
    addEventListener("resize", this.resize);
    this.open(Math.min(Math.max(at, 0), this.blocks.length - 1));
    this.stage.focus();
  }

  leave() {
    removeEventListener("resize", this.resize);
    this.dialog.remove();
    history.replaceState(null, "", location.pathname + location.search);
  }

  /** Lay out a block anew and show one of its sheets; -1: the last. */
  open(at, sheet = 0) {
    this.at = at;
    const { kind, head, pieces, told } = this.blocks[at];
    const slide = () => element("div", { className: `board-slide ${kind}` }, ...head());
    this.sheets = sheetsOf(this.stage, slide, pieces(told));
    this.turn(sheet < 0 ? this.sheets.length - 1 : Math.min(sheet, this.sheets.length - 1));
    history.replaceState(null, "", `#board=${at + 1}`);
  }

  turn(sheet) {
    this.sheet = sheet;
    this.stage.replaceChildren(this.sheets[sheet]);
    this.stage.scrollTop = 0;
    const { name, answer, told } = this.blocks[this.at];
    this.answer.hidden = !answer;
    this.answer.textContent = answer;
    this.answer.ariaPressed = Boolean(told);
    this.place.textContent = name ?? `${this.at + 1} / ${this.blocks.length}`;
    this.back.disabled = !this.at && !sheet;
    this.on.disabled = this.at === this.blocks.length - 1 && sheet === this.sheets.length - 1;
    if (document.activeElement.disabled) this.stage.focus(); // else the keys would go nowhere
  }

  /** One sheet on or back; one that is taller than the screen is first seen to its end. */
  step(by) {
    const { scrollTop, scrollHeight, clientHeight } = this.stage;
    const rest = by > 0 ? scrollHeight - clientHeight - scrollTop : scrollTop;
    if (rest > 2) this.stage.scrollTop += by * clientHeight * 0.8;
    else if (this.sheets[this.sheet + by]) this.turn(this.sheet + by);
    else if (this.blocks[this.at + by]) this.open(this.at + by, by > 0 ? 0 : -1);
  }

  /** Tell the answer and its reasons, or take them back. */
  tell() {
    const block = this.blocks[this.at];
    if (!block.answer) return;
    block.told = !block.told;
    this.open(this.at, block.told ? this.sheet : 0);
  }

  key(event) {
    const onButton = event.target.closest("button") && event.key === " ";
    if (event.ctrlKey || event.metaKey || event.altKey || onButton) return;
    if (event.key in STEPS) this.step(STEPS[event.key]);
    else if (event.key === "Home") this.open(0);
    else if (event.key === "End") this.open(this.blocks.length - 1);
    else if (event.key.toLowerCase() === "r") this.tell();
    else return;
    event.preventDefault();
  }
}

/** Show this page to a room; without dialogs, or on a page without a text, it stays the page it is. */
export const open = async () => {
  const article = document.querySelector("article");
  if (!article || !window.HTMLDialogElement || document.querySelector(".board")) return;
  await styled();
  const blocks = blocksOf(article);
  const at = (location.hash.split("=")[1] ?? 1) - 1 | 0; // what is no number opens the first
  if (blocks.length) new Board(blocks, wordsOf(document)).show(at);
};
