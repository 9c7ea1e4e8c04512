// Reads what the code of a certificate says, and puts the rule of this site's programme to it. The words stand
// on the page: `data-when` shows one when its value is there, `data-part` takes the value itself.

import { readClaim, recompute, spokenDay, spokenScore } from "./claim.js";

const root = document.querySelector("[data-journey]");
const all = (selector) => root.querySelectorAll(selector);

const read = (fragment, programme) => {
  const claim = readClaim(fragment);
  const { holds, how, scores, unknown, age } = recompute(claim, programme);
  for (const item of all("[data-slug]")) {
    const score = scores.get(item.dataset.slug);
    item.hidden = score === undefined;
    item.lastChild.textContent = spokenScore(score, programme.words);
  }
  return {
    read: true,
    [claim.kind]: true,
    holds,
    fails: !holds,
    older: age < 0,
    newer: age > 0,
    signed: claim.signed,
    day: spokenDay(claim.date, programme),
    version: claim.version,
    compulsory: how.compulsory.passed,
    optional: how.optional.passed,
    unknown,
    also: claim.also.join(", "),
  };
};

const told = (fragment, programme) => {
  if (!fragment) return { nothing: true };
  try {
    return read(fragment, programme);
  } catch (error) {
    return { [error.reason]: true };
  }
};

const start = async () => {
  const { journey } = await import(new URL(root.dataset.journey, document.baseURI));
  const tell = () => {
    const values = told(location.hash.slice(1), journey);
    for (const one of all("[data-when]")) one.hidden = !values[one.dataset.when];
    for (const one of all("[data-part]")) one.textContent = values[one.dataset.part];
  };
  addEventListener("hashchange", tell);
  tell();
};

start();
