// What a good trainer would say now: the rules, from the most urgent to the last. The first one that fits
// speaks. Their words stand in docs/data/strings/<language>.yml under the same names.

const first = (modules, test) => modules.find(test);
const isOpen = ({ state }) => state !== "passed";
const compulsory = (modules) => modules.filter(({ kind }) => kind === "compulsory");
const optional = (modules) => modules.filter(({ kind }) => kind === "optional");

/** Optional modules that are still open: those of the chosen track first. */
const suggested = (modules, track) => {
  const open = optional(modules).filter(isOpen);
  return [...open.filter((module) => module.tracks.includes(track)), ...open];
};

/**
 * Each rule: `find` gives what it speaks about, or nothing when it does not fit. `how` is a standing
 * (see standing.js), `track` the chosen track or nothing.
 */
export const RULES = [
  {
    say: "guide-certificate",
    find: ({ how, track }) => how.complete && !suggested(how.modules, track)[0] && { to: "certificate" },
  },
  {
    say: "guide-complete",
    find: ({ how, track }) => how.complete && { module: suggested(how.modules, track)[0], to: "certificate" },
  },
  {
    // A quiz that was begun is finished before another module is opened.
    say: "guide-finish",
    find: ({ how }) => {
      const module = first(how.modules, ({ state, best, answered }) => state === "begun" && best === null && answered > 0);
      return module && { module, to: "quiz", n: module.answered, of: module.draw };
    },
  },
  {
    say: "guide-retry",
    find: ({ how }) => {
      const module = first(how.modules, ({ state, best }) => state === "begun" && best !== null);
      return module && { module, to: "quiz", n: module.best };
    },
  },
  {
    say: "guide-start",
    find: ({ how }) => {
      const [module] = compulsory(how.modules);
      return how.modules.every(({ state }) => state === "new") && module && { module, n: module.minutes };
    },
  },
  {
    say: "guide-compulsory",
    find: ({ how }) => {
      const module = first(compulsory(how.modules), isOpen);
      return module && { module, n: module.minutes, why: module.why };
    },
  },
  {
    say: "guide-optional",
    find: ({ how, track }) => {
      const [module] = suggested(how.modules, track);
      return module && { module, n: how.optional.needed - how.optional.passed };
    },
  },
];

/** The rule that speaks and what about: {say, module?, to?, n?, of?, why?}; null when none fits. */
export const guidance = (how, track) => {
  for (const { say, find } of RULES) {
    const about = find({ how, track });
    if (about) return { say, ...about };
  }
  return null;
};
