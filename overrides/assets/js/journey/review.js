// Items of several modules on one page: "Five questions for today", where answers come back after days,
// and the booster. Nothing is passed or failed there; what counts is when each item comes back.

import { element, fill } from "../dom.js";
import { QuizForm } from "../quiz/form.js";
import { newId, openRecord, today } from "../record.js";
import { shuffle } from "../shuffle.js";
import { DAYS, boxOf, day, dueItems, nextBox, overdue } from "./due.js";

const MOST = 5; // items a day
const WAIT = 14; // days between the first of the seven and the booster

const record = openRecord();
const types = {};

const learn = async (type) => (types[type] = await import(`../quiz/types/${type}.js`));
const here = (address) => new URL(address, document.baseURI);

/** A sentence about when something comes back: in `n` days. */
const told = (name, words, n, count) =>
  fill(words[name], { count, when: fill(words[n > 1 ? "review-days" : "review-tomorrow"], { n }) });

/** `module--item` stands for the record's `module/item`. */
class Review extends QuizForm {
  name(item) {
    return item.id.replace("--", "/");
  }

  /** How many were right, and when they come back. */
  end() {
    const { words, lang, draw } = this.quiz;
    const { attempts } = record.profile();
    const boxes = this.items.map((item) => boxOf(attempts[this.name(item)] ?? {})).sort();
    const rows = [...new Set(boxes)].map((box) => {
      const count = boxes.filter((one) => one === box).length;
      return element("li", {}, told("review-back", words, DAYS[box], count));
    });
    const score = fill(words["review-right"], { n: boxes.filter(Boolean).length, of: boxes.length });
    const onclick = () => this.reopen(this.items, newId(4));
    return element(
      "section",
      { className: "quiz-result", lang },
      element("p", { className: "quiz-score" }, score),
      element("ul", {}, ...rows),
      draw ? element("button", { type: "button", onclick }, words["review-others"]) : "",
    );
  }
}

/** An answer stays as its quiz knows it, and only comes back sooner or later. */
class Today extends Review {
  restore() {}

  keep({ attempts }, item) {
    const attempt = attempts[this.name(item)] ?? {}; // none: erased in another window
    const { score, max } = this.scores.get(item.id);
    // Once a day is enough: the same question may stand in two windows.
    if (score < max || (attempt.d ?? attempt.t) !== today()) attempt.b = nextBox(attempt, score === max);
    attempt.d = today();
  }
}

const boost = async (form, address) => {
  const [{ quiz }] = await Promise.all([
    import(here(address)),
    ...form.dataset.types.split(" ").map(learn),
  ]);
  const early = WAIT + day(record.profile().days[1]) - day(today());
  const { words, lang } = quiz;
  if (early > 0) form.before(element("p", { className: "banner", lang }, told("review-early", words, early)));
  new Review(form, quiz, types, record).start();
};

/** Only the index, the items that are due and the scripts of their types are loaded. */
const remind = async (form, address) => {
  const { attempts } = record.profile();
  const names = Object.keys(attempts);
  if (!names.length) return say(record.trouble() || "none");
  const home = here(address);
  const { index } = await import(home);
  const files = Object.create(null); // a record may name anything
  index.items.forEach(([module, id, hash], place) => {
    files[`${module}/${id}`] = hash && `item/${place + 1}.${index.lang}.${hash}.js`;
  });
  const now = today();
  const seen = names.filter((name) => attempts[name].d === now).length;
  const due = dueItems(attempts, (name) => files[name], now).filter((_, place) => place < MOST - seen);
  const bring = (name) => import(new URL(files[name], home)).then((one) => learn(one.item.type).then(() => one));
  const brought = await Promise.all(shuffle(now, due.sort()).map((name) => bring(name).catch(() => [])));
  const questions = brought.flat();
  if (questions.length < due.length) say("offline");
  if (questions.length) {
    const html = questions.map((one) => one.html).join("");
    form.firstElementChild.append(...new DOMParser().parseFromString(html, "text/html").body.children);
    form.hidden = false;
    new Today(form, { ...index, items: questions.map(({ item }) => item) }, types, record).start();
  } else if (!due.length) {
    say(seen ? "done" : "nothing");
    const next = Math.min(...names.map((name) => (files[name] ? -overdue(attempts[name], now) : Infinity)));
    if (isFinite(next)) form.after(element("p", {}, told("review-next", index.words, next)));
  }
  if (names.some((name) => !(name in files))) say("unknown");
};

const say = (name) => (document.querySelector(`[data-say=${name}]`).hidden = false);
const form = document.querySelector("form.quiz");
const { items, quiz } = form.dataset;
if (items) remind(form, items).catch(() => say("offline"));
else boost(form, quiz).catch(console.error);
