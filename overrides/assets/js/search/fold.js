// Words as people type them: without marks, đ as d. The same in hooks/handbook/search/fold.py.

const LETTERS = { đ: "d", œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l" };

/** The words of a text in their order, in small letters, composed (NFC). */
export const wordsOf = (text) => text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

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
