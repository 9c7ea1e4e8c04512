// How far a learner is, by the rule of the programme. Pure: progress, certificate and guidance agree.

import { isMissed } from "./due.js";

const isPassed = (module) => typeof module?.passed === "string";

/**
 * @param {object} programme  `modules` (slug, kind …); `compulsory`, `optional`: how many are needed;
 *   `gone`: items that are asked no more
 * @param {object} profile  see record.js
 * @returns {object}
 *   `modules`: the programme's, each with `state` ("passed", "begun", "new"), `best` (percent, or null
 *   when the quiz was never finished), `answered`, `missed` (items to look at again) and `date` of the pass;
 *   `compulsory`, `optional`: {passed, needed}; `basics`: every compulsory module is passed;
 *   `complete`: the rule holds; `date`: since when, or since when the basics are, or null.
 */
export const standing = (programme, profile) => {
  const gone = new Set(programme.gone);
  const modules = programme.modules.map((module) => withState(module, profile, gone));
  const of = (kind) => modules.filter((module) => module.kind === kind);
  const passedOf = (kind) => of(kind).filter(({ state }) => state === "passed");
  const [basic, extra] = ["compulsory", "optional"].map((kind) => passedOf(kind).map(({ date }) => date).sort());
  const basics = basic.length >= programme.compulsory;
  const complete = basics && extra.length >= programme.optional;
  const counted = complete ? [...basic, ...extra.slice(0, programme.optional)] : basics ? basic : [];
  return {
    modules,
    compulsory: { passed: basic.length, needed: programme.compulsory },
    optional: { passed: extra.length, needed: programme.optional },
    basics,
    complete,
    date: counted.sort().pop() ?? null,
  };
};

const withState = (module, profile, gone) => {
  const kept = profile.modules[module.slug];
  const prefix = `${module.slug}/`;
  const attempts = Object.entries(profile.attempts).filter(([name]) => name.startsWith(prefix));
  const closed = attempts.filter(([, attempt]) => !attempt.open);
  const passed = isPassed(kept);
  return {
    ...module,
    state: passed ? "passed" : closed.length || kept?.best >= 0 ? "begun" : "new",
    best: kept?.best >= 0 ? Math.min(Math.floor(kept.best), 100) : null,
    answered: closed.length,
    missed: closed.filter(([name, attempt]) => isMissed(attempt) && !gone.has(name)).length,
    date: passed ? kept.passed : null,
  };
};

