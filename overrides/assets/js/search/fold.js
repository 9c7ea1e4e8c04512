// Words as people type them: without marks, đ as d. The same in hooks/handbook/search/fold.py.

const LETTERS = { đ: "d", œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l" };

// Lao, Khmer and others put no space between words: there each two letters that follow one another stand
// for a word, each letter with its marks.
const UNSPACED = "(?=[\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Mymr}\\p{scx=Khmr}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hani}])";
const LETTER = `${UNSPACED}[\\p{L}\\p{N}][\\p{M}\u0e33\u0eb3]*`; // these two are vowels as well as marks
const WORD = `(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])+`;
const all = (pattern) => new RegExp(pattern, "gu");
const LETTERS_ALONE = all(LETTER);
const RUNS = all(`(?:${LETTER})+|${WORD}`);
const TOKENS = all(`${LETTER}|${WORD}|[^\\p{L}\\p{N}\\p{M}]+|.`);

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
