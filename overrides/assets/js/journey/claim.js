// What the code on a certificate says: kind, edition, day and modules, readable in the address, no name.
//   f=1&k=full&v=2026.11&d=2026-12-05&m=M01.95-M02.100-M03
// f: form of the claim; k: full or basics; m: codes of the modules, each with its score where it is known.
// `s` is kept for a trainer's signature. Anybody can write such a line: reading it only says whether it
// agrees with the rule.

import { fill } from "../dom.js";
import { standing } from "./standing.js";

const FORM = 1;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const MODULE = /^(\w{1,12})(?:\.(\d\d?|100))?$/;

const codeOf = ({ code }) => code.replace(/\W/g, "").slice(0, 12);
const versionOf = ({ version }) => version.replace(/[^\w.]/g, "").slice(0, 8);
const fail = (reason) => {
  throw Object.assign(Error(reason), { reason });
};

/** What a learner may claim by a standing: "full" when the rule holds, "basics", or "" for nothing. */
export const kindOf = ({ complete, basics, date }) => (date === null ? "" : complete ? "full" : basics ? "basics" : "");

/**
 * What is told of the passed modules: slug, score (percent; null for a pass under an
 * earlier mark) and code of each.
 */
export const passedOf = (how, programme) =>
  how.modules
    .filter(({ state }) => state === "passed")
    .map((module) => [module.slug, module.best >= programme.pass ? module.best : null, codeOf(module)]);

/** A score in words; nothing for one that is not known. */
export const spokenScore = (n, words) => (n == null ? "" : fill(words["cert-score"], { n }));

/** The claim of a standing (see standing.js) of which kindOf is not "", without #. */
export const claimOf = (how, programme) => {
  const told = passedOf(how, programme).map(([, score, code]) => (score === null ? code : `${code}.${score}`));
  const day = DAY.test(how.date) ? `&d=${how.date}` : "";
  return `f=${FORM}&k=${kindOf(how)}&v=${versionOf(programme)}${day}&m=${told.join("-")}`;
};

/**
 * Read a claim.
 * @param {string} fragment  without #
 * @returns {{kind: string, version: string, date: string, modules: [string, number|null][], signed: boolean,
 *   also: string[]}}  `modules`: code and score; `date` may be ""; `also`: names of parts that are not known
 * @throws {Error} whose `reason` is "later" (a form that is not known yet) or "garbage"
 */
export const readClaim = (fragment) => {
  const { f, k, v = "", d = "", m = "", s, ...others } = Object.fromEntries(new URLSearchParams(fragment));
  if (/^\d{1,4}$/.test(f) && f > FORM) fail("later");
  const modules = m.split("-").map((one) => MODULE.exec(one));
  const isSound = f === `${FORM}` && /^(full|basics)$/.test(k) && /^[\w.]{1,8}$/.test(v) && (!d || DAY.test(d));
  if (!isSound || modules.includes(null)) fail("garbage");
  return {
    kind: k,
    version: v,
    date: d,
    modules: modules.map(([, code, score]) => [code, score ? Number(score) : null]),
    signed: s !== undefined,
    // Names only, short ones of letters: a stranger's words and numbers shall not speak on this page.
    also: Object.keys(others).map((name) => (/^[a-z]{1,8}$/.test(name) ? name : "…")),
  };
};

/**
 * The rule of this site's programme, put to what a claim says.
 * @returns {{holds: boolean, how: object, scores: Map<string, number|null>, unknown: number, age: number}}
 *   `how`: the standing; `scores` by slug; `unknown`: how many modules this programme does not have; `age`: of the
 *   claim against this edition of the programme: negative when it is older, positive when it is newer
 */
export const recompute = (claim, programme) => {
  const scores = new Map();
  const modules = {};
  let unknown = 0;
  for (const [code, score] of claim.modules) {
    const { slug } = programme.modules.find((one) => codeOf(one) === code) ?? {};
    if (!slug) unknown += 1;
    else if (!scores.has(slug)) {
      scores.set(slug, score);
      if ((score ?? programme.pass) >= programme.pass) modules[slug] = { passed: claim.date };
    }
  }
  const how = standing(programme, { attempts: {}, modules });
  const age = claim.version.localeCompare(versionOf(programme), "en", { numeric: true });
  return { holds: ["full", claim.kind].includes(kindOf(how)), how, scores, unknown, age };
};

/**
 * A day (YYYY-MM-DD) in words, or "" for what is none. In English the region gives the order of Europe; in
 * other languages it changes nothing.
 */
export const spokenDay = (date, { lang, words }) =>
  DAY.test(date)
    ? new Date(date)
        .toLocaleDateString(`${lang}-GB`, { dateStyle: "long", timeZone: "UTC" })
        .replace(/^1\b/, words["cert-first"])
    : "";
