// A quiz that was opened by the code of a worksheet (`#seed=B7`, see shell.js): it says so, and once
// something is answered the record holds the seed, so that the address need not: "start again" must last.

import { element, fill } from "./dom.js";
import { openRecord } from "./record.js";

const form = document.querySelector("form[data-quiz]");
const { seed, worksheet, module } = form.dataset;

form.prepend(element("p", {}, element("strong", {}, fill(worksheet, { seed }))));
form.addEventListener("click", () => {
  const record = openRecord();
  const kept = record.profile().modules[module]?.seed === seed && !record.trouble();
  if (kept && location.hash.startsWith("#seed=")) history.replaceState(null, "", location.pathname + location.search);
});
