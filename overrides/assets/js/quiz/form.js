// Upgrades the form that the page already holds: scoring, memory and comfort; the questions,
// options and reasons are the page's own HTML.

import { element, fill } from "../dom.js";
import { clearOutcome, showOutcome } from "./outcome.js";
import { resultElement } from "./result.js";
import { result, share } from "./scoring.js";

/** One quiz on one page. */
export class QuizForm {
  constructor(form, quiz, types, record) {
    Object.assign(this, { form, quiz, types, record });
    this.words = quiz.words;
    this.scores = new Map();
    this.status = element("p", { className: "progress", role: "status" });
    this.roots = new Map([...form.querySelectorAll("[data-item]")].map((root) => [root.dataset.item, root]));
    this.items = quiz.items.filter((item) => this.roots.has(item.id));
  }

  start() {
    for (const item of this.items) this.prepare(item);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.append(this.status);
    this.form.classList.add("quiz-ready");
    const { attempts } = this.record.profile();
    for (const item of this.items) this.restore(item, attempts[this.name(item)]);
    this.tell();
    if (this.scores.size === this.items.length) this.showResult();
  }

  name(item) {
    return `${this.quiz.module}/${item.id}`;
  }

  prepare(item) {
    const root = this.roots.get(item.id);
    const button = element("button", { type: "button", className: "check" }, this.words.check);
    button.addEventListener("click", () => this.answer(item));
    root.querySelector("fieldset").after(button);
    this.types[item.type].start?.(root, item, this.words);
  }

  /** Show an answer of an earlier visit; one that no longer fits its item is left in the record, unseen. */
  restore(item, attempt) {
    if (!attempt || attempt.open) return; // what was chosen before this script came stays chosen
    const root = this.roots.get(item.id);
    try {
      if (!this.types[item.type].write(root, attempt.r)) throw new RangeError("no answer");
      this.close(item, attempt.r);
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
    const outcome = this.close(item, response);
    this.save(item, response);
    this.tell();
    if (this.scores.size === this.items.length) this.showResult();
    outcome.focus();
  }

  /** Lock an item and show its outcome. */
  close(item, response) {
    const root = this.roots.get(item.id);
    const type = this.types[item.type];
    this.scores.set(item.id, type.score(item, response));
    root.querySelector("fieldset").disabled = true;
    root.querySelector(".check").hidden = true;
    return showOutcome(root, item, type, response, this.words);
  }

  save(item, response) {
    const { score, max } = this.scores.get(item.id);
    const today = new Date().toISOString().slice(0, 10);
    const kept = this.record.change((profile) => {
      const name = this.name(item);
      const tries = (Number(profile.attempts[name]?.n) || 0) + 1;
      profile.attempts[name] = { r: response, s: score, m: max, n: tries, t: today };
      if (this.scores.size < this.items.length) return;
      const { percent, passed } = result(this.quiz, this.scores);
      const module = (profile.modules[this.quiz.module] ??= {});
      module.best = Math.max(Number(module.best) || 0, percent);
      if (passed) module.passed ??= today;
    });
    if (!kept) this.warn();
  }

  warn() {
    if (this.form.querySelector(".not-saved")) return;
    this.status.before(element("p", { className: "not-saved asked", role: "alert" }, this.words["not-saved"]));
  }

  tell() {
    this.status.textContent = fill(this.words.answered, { n: this.scores.size, of: this.items.length });
  }

  showResult() {
    this.result?.remove();
    const outcome = result({ ...this.quiz, items: this.items }, this.scores);
    this.result = resultElement(this.form, outcome, this.quiz, {
      retry: () => this.reopen((item) => share(this.scores.get(item.id)) < 1),
      restart: () => this.reopen(() => true),
    });
    this.form.after(this.result);
  }

  /** Open items for another try; the record keeps the tries and a pass once reached. */
  reopen(wanted) {
    const items = this.items.filter(wanted);
    for (const item of items) {
      const root = this.roots.get(item.id);
      this.scores.delete(item.id);
      clearOutcome(root);
      this.empty(item);
    }
    this.record.change((profile) => {
      for (const item of items) {
        const attempt = profile.attempts[this.name(item)];
        if (attempt) attempt.open = true;
      }
    });
    this.result.remove();
    this.tell();
    this.roots.get(items[0].id).querySelector("input, select").focus();
  }

  empty(item) {
    const root = this.roots.get(item.id);
    for (const input of root.querySelectorAll("input")) input.checked = false;
    for (const select of root.querySelectorAll("select")) select.value = "";
    root.querySelector("fieldset").disabled = false;
    root.querySelector(".check").hidden = false;
    this.types[item.type].empty?.(root, item);
  }
}
