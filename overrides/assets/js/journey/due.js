// Which questions come back, and when. Spacing: about 1, 3, 7 and 21 days, longer each time an answer is
// right, from the beginning after a wrong one (Kang 2014, doi 10.3758/s13423-014-0636-z; Cepeda 2008).

import { shuffle } from "../shuffle.js";

/** Days until an item comes back, by its box: the number of right answers in a row. */
export const DAYS = [1, 3, 7, 21, 90];

/** A date (YYYY-MM-DD) as a number of days; NaN when it cannot be read. */
export const day = (date) => Date.parse(`${date}T00:00:00Z`) / 864e5;

/** The box of an attempt, 0 to 4. */
export const boxOf = ({ b, s, m }) => Math.min(Math.max(Math.trunc(b ?? (s < m ? 0 : 1)) || 0, 0), DAYS.length - 1);

/** The box after one more answer: a wrong one begins again. */
export const nextBox = (attempt, isRight) => (isRight ? Math.min(boxOf(attempt) + 1, DAYS.length - 1) : 0);

/** Days since an attempt was due: 0 and more when it is due; NaN when its date cannot be read. */
export const overdue = (attempt, today) => day(today) - day(attempt.d ?? attempt.t) - DAYS[boxOf(attempt)];

/** Whether an item was answered wrong and not mended since. */
export const isMissed = (attempt) => boxOf(attempt) === 0;

/**
 * The items that are due, the most urgent first: what was missed, then what waits longest. Where all is
 * equal the order changes from day to day, so that modules mix.
 * @param {object} attempts  by `module/item`
 * @param {(name: string) => boolean} isAsked  whether an item is still asked
 * @returns {string[]} names
 */
export const dueItems = (attempts, isAsked, today) => {
  const names = Object.keys(attempts).sort();
  // Of all names: what is due keeps its order while the day's items are answered one by one.
  const place = new Map(shuffle(today, names).map((name, index) => [name, index]));
  const late = (name) => overdue(attempts[name], today);
  const due = names.filter((name) => isAsked(name) && late(name) >= 0);
  return due.sort(
    (a, b) =>
      isMissed(attempts[b]) - isMissed(attempts[a]) || late(b) - late(a) || place.get(a) - place.get(b),
  );
};
