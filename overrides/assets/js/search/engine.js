// Searching without the page: what is typed in, places in the book out. Ranking: exact words beside each
// other, then the same without marks, then all words in one part or on one page, then one letter amiss.

import { fold, isNear, wordsOf } from "./fold.js";

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
const VALUE = new Map([...DIGITS].map((digit, value) => [digit, value]));
const LEAST_TO_MEND = 5; // letters: shorter words have too many neighbours

/** The numbers in a text of digits, base 32; the last digit of each is of the second half. */
export const numbersIn = (text) => {
  const numbers = [];
  let value = 0;
  let unit = 1;
  for (const digit of text) {
    const worth = VALUE.get(digit);
    value += (worth & 31) * unit;
    unit *= 32;
    if (worth < 32) continue;
    numbers.push(value);
    [value, unit] = [0, 1];
  }
  return numbers;
};

/** The places of a word: each is written as its distance from the one before. */
const placesIn = (steps) => {
  let place = -1;
  return numbersIn(steps).map((step) => (place += step));
};

/** How a word of the book answers a word that was typed. */
const LEVELS = { exact: 0, folded: 1, begun: 2, near: 3 };
const WORTH = [1000, 800, 700, 300];
/** What kind of page answers best, where all else is equal. */
const KINDS = { lesson: 60, help: 60, module: 15, glossary: 30, page: 25 };
/** Pages whose headings are no better than their text: whoever searches wants to learn first. */
const LESSER = { activity: -60, quiz: -80, facts: -90, trainer: -120 };

export class Engine {
  /**
   * @param {object} core  pages, firsts, pieces: see hooks/handbook/search/index.py
   * @param {(path: string) => Promise<object>} load  the words of a piece
   */
  constructor(core, load) {
    Object.assign(this, { core, load, pieces: new Map(), parts: [] });
    let place = 0;
    for (const [page, [, , kind, , cut]] of core.pages.entries()) {
      const lengths = numbersIn(cut);
      for (let index = 0; index < lengths.length; index += 2) {
        const heads = place + lengths[index];
        const end = heads + lengths[index + 1];
        this.parts.push({ page, index: index / 2, kind, start: place, heads, end });
        place = end;
      }
    }
  }

  /** Load the pieces that hold words with these beginnings; each is loaded once. */
  async need(begins, whole = false) {
    const { firsts, pieces } = this.core;
    const wanted = pieces.filter((_, n) =>
      whole || begins.some((begin) => firsts[n] <= `${begin}\uffff` && !(firsts[n + 1] <= begin && firsts[n + 1] !== begin)));
    await Promise.all(wanted.map(async (path) => {
      if (this.pieces.has(path)) return;
      const words = Object.entries(await this.load(path)).map(([word, steps]) => ({ word, folded: fold(word), steps }));
      this.pieces.set(path, words);
    }));
  }

  /** The words of the book that answer one that was typed, each with its level. */
  answers(typed, isLast) {
    const folded = fold(typed);
    const found = [];
    for (const words of this.pieces.values())
      for (const entry of words) {
        const level =
          entry.word === typed ? LEVELS.exact
          : entry.folded === folded ? LEVELS.folded
          : isLast && folded.length > 1 && entry.folded.startsWith(folded) ? LEVELS.begun
          : folded.length >= LEAST_TO_MEND && isNear(folded, entry.folded) ? LEVELS.near
          : -1;
        if (level >= 0) found.push([entry, level]);
      }
    return found;
  }

  /** Where the answers to one word stand: level by place, the best one where several stand. */
  placesOf(answers) {
    const places = new Map();
    for (const [entry, level] of answers) {
      entry.places ??= placesIn(entry.steps);
      for (const place of entry.places) if (!(places.get(place) <= level)) places.set(place, level);
    }
    return places;
  }

  /**
   * The best place of each page that answers.
   * @param {string} query  as typed
   * @returns {Promise<{page: number, index: number, score: number, words: string[]}[]>}
   *   `index`: of the part of the page; `words`: those of the book that were found, folded
   */
  async search(query, most = 10) {
    const typed = wordsOf(query);
    if (!typed.length) return [];
    const isOpen = /[\p{L}\p{N}]$/u.test(query);
    await this.need(typed.map(fold));
    let answers = this.answersTo(typed, isOpen);
    if (answers.some((one) => !one.length)) {
      await this.need([], true); // the letter amiss may be the first one
      const apart = typed.flatMap((word, n) => (answers[n].length ? word : this.apart(word)));
      answers = this.answersTo(apart, isOpen);
    }
    return this.ranked(answers, most);
  }

  /** Two words that were typed as one (`matkhau`), where the book has both; else the word as it is. */
  apart(word) {
    const known = new Set([...this.pieces.values()].flat().map(({ folded }) => folded));
    const letters = fold(word);
    for (let at = 2; at <= letters.length - 2; at += 1)
      if (known.has(letters.slice(0, at)) && known.has(letters.slice(at))) return [letters.slice(0, at), letters.slice(at)];
    return [word];
  }

  answersTo(typed, isOpen) {
    return typed.map((word, n) => this.answers(word, isOpen && n === typed.length - 1));
  }

  ranked(answers, most) {
    const asked = answers.filter((one) => one.length);
    if (!asked.length) return [];
    const places = asked.map((one) => this.placesOf(one));
    const parts = this.hits(places);
    const words = [...new Set(asked.flat().map(([{ folded }]) => folded))];
    const best = new Map();
    const onPage = new Map();
    for (const [part, hit] of parts) {
      const page = onPage.get(part.page) ?? asked.map(() => 9);
      onPage.set(part.page, page.map((level, n) => Math.min(level, hit.levels[n])));
    }
    for (const [part, hit] of parts) {
      const score = this.score(part, hit, onPage.get(part.page), answers.length);
      if (!(best.get(part.page)?.score >= score)) best.set(part.page, { page: part.page, index: part.index, score, words });
    }
    return [...best.values()].sort((a, b) => b.score - a.score || a.page - b.page).slice(0, most);
  }

  /** What each part holds of the words: the best level of each, and of the words beside each other. */
  hits(places) {
    const parts = new Map();
    for (const [n, found] of places.entries())
      for (const [place, level] of found) {
        const part = this.partAt(place);
        const hit = parts.get(part) ?? { levels: places.map(() => 9), phrase: 9, inHead: 0, count: 0 };
        parts.set(part, hit);
        hit.levels[n] = Math.min(hit.levels[n], level);
        hit.count += 1;
        if (place < part.heads) hit.inHead |= 1 << n;
        if (n > 0) continue;
        const levels = places.map((others, step) => others.get(place + step) ?? 9);
        const phrase = place + places.length <= part.end ? Math.max(...levels) : 9;
        if (phrase < 9) {
          hit.phrase = Math.min(hit.phrase, phrase);
          if (place + places.length <= part.heads) hit.head = Math.min(hit.head ?? 9, phrase);
        }
      }
    return parts;
  }

  score(part, hit, page, asked) {
    const all = (levels) => levels.every((level) => level < 9);
    const mean = (levels) => levels.reduce((sum, level) => sum + (WORTH[level] ?? 0), 0) / asked;
    const isTitle = part.index === 0;
    const head = (level) => (isTitle ? 1.5 : part.kind === "glossary" ? 1.15 : 1.3) * WORTH[level];
    const whole = part.heads - part.start;
    const isLesser = part.kind in LESSER;
    const heads = hit.head === undefined || isLesser ? 0 : head(hit.head) + 200 / whole;
    const phrase = hit.phrase < 9 ? 1000 + Math.max(WORTH[hit.phrase], heads) : 0;
    const together = all(hit.levels) && hit.levels.length === asked ? 600 : all(page) && page.length === asked ? 300 : 0;
    const bits = hit.inHead.toString(2).split("1").length - 1;
    return phrase + together + mean(hit.levels) + mean(page) / 2 + (isLesser ? 0 : bits / asked) * (isTitle ? 260 : 160) + Math.min(hit.count, 8) * 8 + (KINDS[part.kind] ?? LESSER[part.kind]);
  }

  partAt(place) {
    let [low, high] = [0, this.parts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.parts[middle].start <= place) low = middle;
      else high = middle - 1;
    }
    return this.parts[low];
  }

  /** Words of the book near to what was typed, for when nothing was found. */
  near(query, most = 3) {
    const found = new Set();
    for (const typed of wordsOf(query).map(fold))
      for (const words of this.pieces.values())
        for (const { word, folded } of words) if (distance(typed, folded) <= 2 && folded.length > 2) found.add(word);
    return [...found].slice(0, most);
  }
}

/** Letters to change, to add or to take away, up to 3 (Levenshtein). */
const distance = (a, b) => {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
    row = next;
  }
  return row[b.length];
};
