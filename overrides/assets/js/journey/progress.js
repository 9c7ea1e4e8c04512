// My progress: how far, what next, what to look at again; who is learning; to another phone and back.

import { element } from "../dom.js";
import { newId, openRecord, today } from "../record.js";
import { dueItems } from "./due.js";
import { guidance } from "./guidance.js";
import { showLearners } from "./learners.js";
import { addressOf, one, openPage, speaker, spokenDay } from "./page.js";
import { clearPhone } from "./phone.js";
import { standing } from "./standing.js";

const record = openRecord();
let root, journey, say;

const stateOf = (module) => {
  const { state, best, date, draw } = module;
  if (state === "new") return say("my-new");
  const score = best === null ? "" : ` · ${say("my-best", { n: best })}`;
  if (state === "passed") return `✓ ${say("my-passed", { date: spokenDay(date, journey.lang) })}${score}`;
  const answered = say("my-begun", { n: Math.min(module.answered, draw), of: draw });
  return best === null ? answered : say("my-below", { n: best, pass: journey.pass });
};

const showModules = ({ modules }, track) => {
  for (const module of modules) {
    const row = one(`[data-module="${module.slug}"]`, root);
    row.dataset.state = module.state;
    row.classList.toggle("suggested", module.tracks.includes(track));
    one(".module-state", row).textContent = stateOf(module);
  }
};

const showRule = ({ compulsory, optional }) => {
  for (const [kind, { passed }] of Object.entries({ compulsory, optional }))
    for (const [place, stone] of root.querySelectorAll(`[data-stone="${kind}"]`).entries())
      stone.classList.toggle("done", place < passed);
  const counts = one(".counts", root);
  counts.textContent = say("my-counts", {
    compulsory: compulsory.passed,
    of: compulsory.needed,
    optional: optional.passed,
    needed: optional.needed,
  });
  counts.hidden = false;
};

/** The one thing to do next: a sentence, perhaps why, and its button. */
const showNext = (how, profile) => {
  const next = guidance(how, profile.track);
  const panel = one(".next-step", root);
  panel.hidden = !next;
  if (!next) return;
  const { module, n, of } = next;
  one(".say", panel).textContent = say(next.say, { module: module?.title, n, of, pass: journey.pass });
  one(".because", panel).textContent = next.why ?? "";
  const link = (href, text, quiet) => element("a", { className: quiet ? "button button-quiet" : "button", href: addressOf(href) }, text);
  const links = [];
  if (next.to === "certificate") links.push(link(journey.pages.certificate, say("my-to-certificate")));
  if (module) links.push(link(next.to === "quiz" ? module.quiz : module.href, say(next.to === "quiz" ? "my-to-quiz" : "my-to-module"), links.length));
  if (how.basics && !how.complete) links.push(link(journey.pages.certificate, say("my-to-basics"), true));
  one(".ways-in", panel).replaceChildren(...links);
};

const showAgain = (profile, modules) => {
  const known = new Set(modules.map(({ slug }) => slug));
  const isAsked = (name) => known.has(name.split("/")[0]) && !journey.gone.includes(name);
  const due = dueItems(profile.attempts, isAsked, today()).length;
  const missed = modules.reduce((sum, module) => sum + module.missed, 0);
  const section = one(".again", root);
  section.hidden = !Object.keys(profile.attempts).length;
  one(".say", section).textContent = due ? say("my-due", { n: due, missed }) : say("my-nothing-due", { missed });
};

const show = () => {
  const profile = record.profile();
  const how = standing(journey, profile);
  showModules(how, profile.track);
  showRule(how);
  showNext(how, profile);
  showAgain(profile, how.modules);
  showAfresh(how);
  const trouble = one(".trouble", root);
  trouble.hidden = !record.trouble();
  trouble.textContent = record.trouble() && say(record.trouble());
  one("#track", root).value = profile.track ?? "";
};

const startTrack = () => {
  const select = one("#track", root);
  select.parentElement.hidden = false;
  select.addEventListener("change", () => {
    record.change((profile) => {
      profile.track = select.value;
    });
    show();
  });
};

/** The modules whose answers can be taken away; there is nothing to choose before the first answer. */
const showAfresh = ({ modules }) => {
  const section = one(".afresh", root);
  const begun = modules.filter(({ answered }) => answered);
  section.hidden = !begun.length && !one("[role=status]", section).textContent;
  one("select", section).replaceChildren(...begun.map(({ slug, title }) => new Option(title, slug)));
  one("button", section).disabled = !begun.length;
};

/** Answers of a module are opened again, whichever were drawn; tries and the pass are kept. */
const startAfresh = () => {
  const section = one(".afresh", root);
  one("button", section).addEventListener("click", () => {
    const [{ value: slug, text: module }] = one("select", section).selectedOptions;
    record.change(({ attempts, modules }) => {
      for (const [name, attempt] of Object.entries(attempts)) if (name.startsWith(`${slug}/`)) attempt.open = true;
      if (modules[slug]) modules[slug].seed = newId(4);
    });
    one("[role=status]", section).textContent = say("my-afresh", { module });
    show();
  });
};

/** Clearing the phone is asked twice, in the page: an app's browser may show no dialogue. */
const startClearing = () => {
  const section = one(".clear", root);
  const asks = one(".asks", section);
  const ask = (open) => {
    asks.hidden = !open;
    (open ? asks : one(".wipe", section)).focus();
  };
  one(".wipe", section).addEventListener("click", () => ask(true));
  one(".no", section).addEventListener("click", () => ask(false));
  one(".yes", section).addEventListener("click", () => {
    one(".cleared", section).textContent = say(clearPhone(record) ? "my-cleared" : "my-not-cleared");
    ask(false);
    refresh();
  });
};

const refresh = () => {
  show();
  showLearners(root, record, say, refresh);
};

const start = async () => {
  ({ root, journey } = await openPage());
  say = speaker(journey);
  for (const name of ["who", "carry", "clear"]) one(`.${name}`, root).hidden = false;
  startTrack();
  startClearing();
  startAfresh();
  refresh();
  // What leaves and arrives is a part of its own: a learner who only looks needs none of it.
  const { startCarrying } = await import("./carry.js");
  startCarrying({ root, journey, say, record, refresh });
};

start().catch((error) => console.error("progress", error));
