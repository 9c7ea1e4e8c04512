// Scoring is pure: the same numbers on the page, in a review and in a test.

/** Share of the points of one item, 0 to 1. */
export const share = ({ score, max }) => (max > 0 ? Math.min(Math.max(score / max, 0), 1) : 0);

/**
 * The result of a quiz: every item weighs the same.
 * @param {{pass: number, items: object[]}} quiz
 * @param {Map<string, {score: number, max: number}>} scores  by item id; a missing item counts 0
 * @returns {{percent: number, passed: boolean, missed: string[], mustPassMissed: boolean}}
 */
export const result = (quiz, scores) => {
  const shareOf = (item) => (scores.has(item.id) ? share(scores.get(item.id)) : 0);
  const total = quiz.items.reduce((sum, item) => sum + shareOf(item), 0);
  const percent = Math.floor((100 * total) / quiz.items.length + 1e-9);
  const missed = quiz.items.filter((item) => shareOf(item) < 1);
  const mustPassMissed = missed.some((item) => item.mustPass);
  return {
    percent,
    passed: percent >= quiz.pass && !mustPassMissed,
    missed: missed.map((item) => item.id),
    mustPassMissed,
  };
};
