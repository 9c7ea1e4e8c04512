// Upgrades the form that the page already holds: scoring, memory and comfort; the questions,
// options and reasons are the page's own HTML.

import { element, fill } from "../dom.js";
import { clearOutcome, showOutcome } from "./outcome.js";
import { newId } from "../record.js";
import { shuffle } from "../shuffle.js";
import { draw } from "./draw.js";
import { resultElement } from "./result.js";
import { result, share } from "./scoring.js";

/**
 * One quiz on one page. A learner meets a draw from its pool; `seed` decides draw and order.
 * `sure`: the module that asks how sure an answer is, if the quiz wants it.
 */
export class QuizForm {
  constructor(form, quiz, types, record, sure) {
    Object.assign(this, { form, quiz, types, record, sure });
    this.words = quiz.words;
    this.scores = new Map();
    this.status = element("p", { className: "progress", role: "status" });
    this.roots = new Map([...form.querySelectorAll("[data-item]")].map((root) => [root.dataset.item, root]));
    this.pool = quiz.items.filter((item) => this.roots.has(item.id));
  }

  start() {
    for (const item of this.pool) this.prepare(item);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.append(this.status);
    this.form.classList.add("quiz-ready");
    // The seed of a worksheet (see ../seed.js), or the learner's own.
    this.deal(/^#seed=([A-Z]\d{1,3})$/.exec(location.hash)?.[1] ?? this.record.profile().modules[this.quiz.module]?.seed);
    const { attempts } = this.record.profile();
    for (const item of this.items) this.restore(item, attempts[this.name(item)]);
    this.tell();
    this.visit();
    addEventListener("hashchange", () => this.visit());
  }

  /** The address of a question (`#q-…`) leads to it, and asks it too when it was not drawn. */
  visit() {
    const root = document.getElementById(location.hash.slice(1))?.closest("[data-item]");
    const item = this.pool.find(({ id }) => this.roots.get(id) === root);
    if (!item) return;
    if (!this.items.includes(item)) {
      this.show([...this.items, item]);
      this.restore(item, this.record.profile().attempts[this.name(item)]);
      this.tell();
    }
    root.scrollIntoView();
  }

  /** Show the items that this seed draws. */
  deal(seed) {
    this.seed = typeof seed === "string" ? seed : newId();
    const drawn = new Set(draw(this.pool, this.quiz.draw, this.seed));
    this.show(this.pool.filter((item) => drawn.has(item.id)));
  }

  /** Show these items in the order of the pool, their options in the order that the seed gives. */
  show(items) {
    this.items = this.pool.filter((item) => items.includes(item));
    for (const item of this.pool) this.roots.get(item.id).hidden = !items.includes(item);
    for (const [place, item] of this.items.entries()) {
      const number = this.roots.get(item.id).querySelector(".item-number span");
      number.textContent = fill(this.words["item-number"], { number: place + 1 });
      if (this.types[item.type].shuffles && !item.keepOrder) this.mix(item);
    }
  }

  mix(item) {
    const rows = new Map();
    const fieldset = this.roots.get(item.id).querySelector("fieldset");
    for (const row of fieldset.querySelectorAll(":scope > [data-option]"))
      rows.set(row.dataset.option, [row, row.nextElementSibling]);
    // From the source's order: the rows may stand in an earlier deal's.
    const order = shuffle(`${this.seed}/${item.id}`, item.options);
    for (const id of [...order, "not-sure"]) fieldset.append(...(rows.get(id) ?? []));
  }

  name(item) {
    return `${this.quiz.module}/${item.id}`;
  }

  prepare(item) {
    const root = this.roots.get(item.id);
    const onclick = () => this.answer(item);
    const button = element("button", { type: "button", className: "check", onclick }, this.words.check);
    root.querySelector("fieldset").after(button);
    if (this.sure) button.before(this.sure.row(this.words));
    this.types[item.type].start?.(root, item, this.words);
  }

  /** Show an answer of an earlier visit; one that no longer fits its item is left in the record, unseen. */
  restore(item, attempt) {
    if (!attempt || attempt.open) return; // what was chosen before this script came stays chosen
    const root = this.roots.get(item.id);
    try {
      if (!this.types[item.type].write(root, attempt.r)) throw RangeError();
      this.close(item, attempt.r, Number(attempt.n) || 1, attempt.c);
    } catch {
      clearOutcome(root);
      this.empty(item);
    }
  }

  answer(item) {
    const root = this.roots.get(item.id);
    root.querySelector(".asked")?.remove();
    const { response, ask } = this.types[item.type].read(root);
    if (ask) {
      const asked = element("p", { className: "asked", role: "alert" }, this.words[ask]);
      root.querySelector(".check").before(asked);
      return;
    }
    const tries = (Number(this.record.profile().attempts[this.name(item)]?.n) || 0) + 1;
    const outcome = this.close(item, response, tries, this.sure?.level(root));
    this.save(item, response, tries);
    this.tell();
    outcome.focus();
  }

  /** Lock an item and show its outcome. */
  close(item, response, tries, sure) {
    const root = this.roots.get(item.id);
    const type = this.types[item.type];
    const scored = { ...type.score(item, response), sure };
    this.scores.set(item.id, scored);
    root.querySelector("fieldset").disabled = true;
    root.querySelector(".check").hidden = true;
    const outcome = showOutcome(root, item, type, response, this.words, tries);
    this.sure?.remark(outcome, scored, this.words);
    return outcome;
  }

  save(item, response, tries) {
    const { score, max, sure } = this.scores.get(item.id);
    const today = new Date().toISOString().slice(0, 10);
    const kept = this.record.change((profile) => {
      const name = this.name(item);
      profile.attempts[name] = { r: response, s: score, m: max, n: tries, t: today, c: sure };
      const module = (profile.modules[this.quiz.module] ??= {});
      module.seed = this.seed;
      if (this.scores.size < this.items.length) return;
      const { percent, passed } = this.outcome();
      module.best = Math.max(Number(module.best) || 0, percent);
      if (passed) module.passed ??= today;
    });
    if (!kept) this.warn();
  }

  warn() {
    if (this.form.querySelector(".not-saved")) return;
    this.status.before(element("p", { className: "not-saved asked", role: "alert" }, this.words["not-saved"]));
  }

  /** Say how much is answered, and the result once everything is. */
  tell() {
    this.status.textContent = fill(this.words.answered, { n: this.scores.size, of: this.items.length });
    this.result?.remove();
    if (this.scores.size < this.items.length) return;
    this.result = resultElement(this.form, this.outcome(), this.quiz, {
      retry: () => this.reopen(this.items.filter((item) => share(this.scores.get(item.id)) < 1)),
      restart: () => this.reopen(this.items, newId()),
    });
    this.sure?.sum(this.result, this.scores, this.words);
    this.form.after(this.result);
  }

  outcome() {
    return result({ ...this.quiz, items: this.items }, this.scores);
  }

  /** Open items for another try, or with a new seed another draw; tries and a pass are kept. */
  reopen(items, seed) {
    for (const item of items) {
      this.scores.delete(item.id);
      clearOutcome(this.roots.get(item.id));
      this.empty(item);
    }
    if (seed) this.deal(seed);
    const again = seed ? this.items : items;
    this.record.change((profile) => {
      for (const item of [...items, ...again]) {
        const attempt = profile.attempts[this.name(item)];
        if (attempt) attempt.open = true;
      }
      if (seed) (profile.modules[this.quiz.module] ??= {}).seed = seed;
    });
    this.tell();
    this.roots.get(again[0].id).querySelector("input, select").focus();
  }

  empty(item) {
    const root = this.roots.get(item.id);
    for (const input of root.querySelectorAll("input")) input.checked = false;
    for (const select of root.querySelectorAll("select")) select.value = "";
    root.querySelector("fieldset").disabled = false;
    root.querySelector(".check").hidden = false;
    this.types[item.type].empty?.(root, item);
    this.sure?.empty(root);
  }
}
