// A quiz that was opened by the code of a worksheet (`#seed=B7`) asks what stands on the paper (quiz/form.js).
// Here it says so. Once something is answered the record holds the seed and the address need not: "start
// again" must last.

import { element, fill } from "./dom.js";
import { openRecord } from "./record.js";

const path = location.pathname + location.search;

/** `event`: the address changed on a page whose questions are dealt already. */
export const open = (event) => {
  const form = document.querySelector("form[data-quiz]");
  const seed = /^#seed=([A-Z]\d{1,3})$/.exec(location.hash)?.[1];
  if (!form || !seed) return;
  if (event) {
    location.reload();
    return;
  }
  form.prepend(element("p", {}, element("strong", {}, fill(form.dataset.worksheet, { seed }))));
  form.addEventListener("click", () => {
    const record = openRecord();
    const kept = record.profile().modules[form.dataset.module]?.seed === seed && !record.trouble();
    if (kept && location.hash.startsWith("#seed=")) history.replaceState(null, "", path);
  });
};
