// Searching without the page: what is typed in, places in the book out. Ranking: exact words beside each
// other, then the same without marks, then all words in one part or on one page, then one letter amiss.

// Words as people type them, without marks, đ as d: the same in hooks/handbook/search/fold.py. They stand in
// this file since one more would wait for its turn (six at a time over HTTP/1.1).
const LETTERS = { đ: "d", œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l" };

// Lao, Khmer and others put no space between words: there each two letters that follow one another stand
// for a word, each letter with its marks.
const UNSPACED = "(?=[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff])"; // as in hooks/handbook/writing.py
const LETTER = `${UNSPACED}[\\p{L}\\p{N}][\\p{M}\u0e33\u0eb3]*`; // these two are vowels as well as marks
const WORD = `(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])+`;
const everywhere = (pattern) => new RegExp(pattern, "gu");
const LETTERS_ALONE = everywhere(LETTER);
const RUNS = everywhere(`(?:${LETTER})+|${WORD}`);
const TOKENS = everywhere(`${LETTER}|${WORD}|[^\\p{L}\\p{N}\\p{M}]+|.`);

const pairs = (run) => {
  const letters = run.match(LETTERS_ALONE);
  if (!letters) return [run];
  return letters.length > 1 ? letters.slice(1).map((letter, n) => letters[n] + letter) : letters;
};

/** The words of a text in their order, in small letters, composed (NFC). */
export const wordsOf = (text) =>
  (text.normalize("NFC").toLowerCase().replace(/\u200b/g, "").match(RUNS) ?? []).flatMap(pairs);

/** A text in pieces, nothing left out: words, letters without spaces between them, and what is between. */
export const tokensOf = (text) => text.match(TOKENS) ?? [];

/** Whether each piece of a text was found. `found`: words of the book, folded. */
export const hitsIn = (tokens, found) => {
  const has = (token) => found.has(fold(token.normalize("NFC").toLowerCase()));
  const isPair = (n) => n >= 0 && n + 1 < tokens.length && has(tokens[n] + tokens[n + 1]);
  return tokens.map((token, n) => has(token) || isPair(n) || isPair(n - 1));
};

/** A word in small letters without its marks: `mật` → `mat`, `sécurité` → `securite`. */
export const fold = (word) =>
  word
    .replace(/[đœæßøł]/g, (letter) => LETTERS[letter])
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "");

/** Whether two words differ by one letter: another one, one more or less, or two neighbours swapped. */
export const isNear = (a, b) => {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (a[start] === b[start] && start < a.length) start += 1;
  const rest = (word, from) => word.slice(start + from);
  return (
    rest(a, 1) === rest(b, 1) ||
    rest(a, 1) === rest(b, 0) ||
    rest(a, 0) === rest(b, 1) ||
    (a[start] === b[start + 1] && a[start + 1] === b[start] && rest(a, 2) === rest(b, 2))
  );
};

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
const VALUE = new Map([...DIGITS].map((digit, value) => [digit, value]));
const STEP = 8; // words: the grain of the length of a text, as in hooks/handbook/search/index.py
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

/** Every part of every page with the places of its words: its heading from `start`, its text from `heads`. */
const partsOf = (pages) => {
  let place = 0;
  return pages.flatMap(([, , kind, , cut], page) => {
    const lengths = numbersIn(cut);
    const parts = [];
    for (let index = 0; index < lengths.length; index += 2) {
      const heads = place + lengths[index];
      const end = heads + STEP * lengths[index + 1];
      parts.push({ page, index: index / 2, kind, start: place, heads, end });
      place = end;
    }
    return parts;
  });
};

export class Engine {
  /**
   * @param {object} table  firsts, pieces, common, rest, pages: see hooks/handbook/search/index.py
   * @param {(name: string) => Promise<object>} load  the words of a piece
   */
  constructor(table, load) {
    Object.assign(this, { table, load, pages: table.pages, parts: partsOf(table.pages), pieces: new Map() });
    // Typed without marks, a common word may mean another one; what stands beside it says enough.
    this.common = new Set([...table.common, ...table.common.map(fold)]);
  }

  /** Load the pieces that hold words with these beginnings, or every one; each is loaded once. */
  async need(begins) {
    const { firsts, pieces } = this.table;
    const isWanted = (begin, n) => firsts[n] <= `${begin}\uffff` && !(firsts[n + 1] <= begin);
    await this.bring(begins ? pieces.filter((_, n) => begins.some((begin) => isWanted(begin, n))) : pieces);
  }

  async bring(paths) {
    await Promise.all(
      paths.map(async (path) => {
        if (this.pieces.has(path)) return;
        const words = Object.entries(await this.load(path));
        this.pieces.set(path, words.map(([word, steps]) => ({ word, folded: fold(word), steps })));
      }),
    );
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
    const all = wordsOf(query);
    const isOpen = /[\p{L}\p{N}\p{M}]$/u.test(query);
    // A common word only keeps its place between the others.
    let typed = all.map((word, at) => ({ word, at })).filter(({ word }) => !this.common.has(word));
    if (!typed.length) {
      typed = all.map((word, at) => ({ word, at }));
      await this.bring(this.table.rest);
    }
    await this.need(typed.map(({ word }) => fold(word)));
    let answers = this.answersTo(typed, isOpen && all.length - 1);
    const lost = () => answers.filter(({ found }) => !found.length).map(({ word }) => fold(word));
    // A letter is amiss: seldom the first one, so the words with the same beginning are asked first.
    for (const begins of [(word) => word[0], (word) => word[1], null]) {
      if (!lost().length) break;
      await this.need(begins && lost().map((word) => begins(word) ?? word));
      answers = this.answersTo(answers, isOpen && all.length - 1);
    }
    if (lost().length) {
      const apart = answers.flatMap(({ found, word, at }) => (found.length ? { word, at } : this.apart(word, at)));
      answers = this.answersTo(apart, isOpen && all.length - 1);
    }
    return this.ranked(answers, most);
  }

  /** Two words that were typed as one (`matkhau`), where the book has both; else the word as it is. */
  apart(word, at) {
    const known = new Set([...this.pieces.values()].flat().map(({ folded }) => folded));
    const letters = fold(word);
    for (let cut = 2; cut <= letters.length - 2; cut += 1) {
      const [one, other] = [letters.slice(0, cut), letters.slice(cut)];
      if (known.has(one) && known.has(other)) return [{ word: one, at }, { word: other, at: at + 1 }];
    }
    return [{ word, at }];
  }

  /** For each word its answers; the last one may only be begun (`open`: its place, or false). */
  answersTo(typed, open) {
    return typed.map(({ word, at }) => ({ word, at, found: this.answers(word, at === open) }));
  }

  ranked(answers, most) {
    const asked = answers.filter(({ found }) => found.length);
    if (!asked.length) return [];
    const parts = this.hits(asked.map(({ found, at }) => [this.placesOf(found), at - asked[0].at]));
    const words = [...new Set(asked.flatMap(({ found }) => found.map(([{ folded }]) => folded)))];
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

  /**
   * What each part holds of the words: the best level of each, and of the words beside each other.
   * `asked`: for each word where it stands, and its distance from the first one.
   */
  hits(asked) {
    const parts = new Map();
    const length = asked[asked.length - 1][1];
    for (const [n, [found]] of asked.entries())
      for (const [place, level] of found) {
        const part = this.partAt(place);
        const hit = parts.get(part) ?? { levels: asked.map(() => 9), phrase: 9, inHead: 0, count: 0 };
        parts.set(part, hit);
        hit.levels[n] = Math.min(hit.levels[n], level);
        hit.count += 1;
        if (place < part.heads) hit.inHead |= 1 << n;
        if (n > 0 || place + length >= part.end) continue;
        const phrase = Math.max(...asked.map(([others, step]) => others.get(place + step) ?? 9));
        hit.phrase = Math.min(hit.phrase, phrase);
        if (phrase < 9 && place + length < part.heads) hit.head = Math.min(hit.head ?? 9, phrase);
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
