// A story with choices. Response: the choice made at each step, from the first step to an end.
// Points are added up along the way; only one way earns them all (the build sees to it).

import { element } from "../../dom.js";

const choicesOf = (item, step) => (item.steps[step] === "end" ? [] : Object.entries(item.steps[step]));
const points = (choice) => Number(choice.score ?? 0);

/** The step to which no choice leads: numbers as names would lose the order of the file. */
const firstOf = (item) => {
  const steps = Object.keys(item.steps);
  const later = new Set(steps.flatMap((step) => choicesOf(item, step).map(([, choice]) => choice.goto)));
  return steps.find((step) => !later.has(step));
};

/** The most points that can still be earned at a step. `known`: what was found already. */
const most = (item, step, known = new Map()) => {
  if (!known.has(step)) {
    const worth = ([, choice]) => points(choice) + most(item, choice.goto, known);
    known.set(step, Math.max(0, ...choicesOf(item, step).map(worth)));
  }
  return known.get(step);
};

/** The choices of a way, each with its step and the choices that were right there. */
const walk = (item, response) => {
  const made = [];
  const known = new Map();
  let step = firstOf(item);
  for (const id of response) {
    const choices = choicesOf(item, step);
    const choice = choices.find(([name]) => name === id)?.[1];
    if (!choice) break;
    const best = choices.filter(([, one]) => points(one) + most(item, one.goto, known) === most(item, step, known));
    made.push({ step, id, choice, right: best.map(([name]) => name) });
    step = choice.goto;
  }
  return made;
};

export const score = (item, response) => ({
  score: walk(item, response).reduce((sum, { choice }) => sum + points(choice), 0),
  max: most(item, firstOf(item)),
});

/** The choices made: right when the best that can follow is as good as with any other. */
export const marks = (item, response) =>
  Object.fromEntries(
    walk(item, response).map(({ step, id, right }) => [`${step}.${id}`, right.includes(id) ? "right" : "wrong"]),
  );

/** The choices made, and what would have been right where one was wrong. */
export const told = (item, response) =>
  walk(item, response).flatMap(({ step, id, right }) =>
    (right.includes(id) ? [id] : [id, ...right]).map((one) => `${step}.${one}`),
  );

const stepsOf = (root) => [...root.querySelectorAll(".step")].sort((a, b) => a.dataset.n - b.dataset.n);
const isEnd = (step) => step.classList.contains("ending");

/** Show a step; at an end, what was ticked off the way is unticked. */
const reach = (root, step) => {
  step.classList.add("reached");
  root.querySelector(".story").classList.toggle("ended", isEnd(step));
  if (!isEnd(step)) return;
  for (const input of root.querySelectorAll(".step:not(.reached) input")) input.checked = false;
};

/** Close a step in which a choice is ticked and show what follows; returns the next step. */
const goOn = (root, step) => {
  const row = step.querySelector("input:checked").closest("[data-option]");
  const next = root.querySelector(row.querySelector(".go").hash);
  const why = root.querySelector(`details.reasons [data-reason="${row.dataset.option}"]`).cloneNode(true);
  why.querySelector("strong").remove();
  const follows = element("p", { className: "follows", id: `why-${step.id}` }, ...why.childNodes);
  step.querySelector("fieldset").disabled = true;
  step.querySelector("button").hidden = true;
  step.after(follows);
  if (Number(next.dataset.n) < Number(step.dataset.n)) follows.after(next);
  next.querySelector(".step-text").setAttribute("aria-describedby", follows.id);
  reach(root, next);
  return next;
};

const press = (root, step, words) => {
  step.querySelector(".asked")?.remove();
  if (step.querySelector("input:checked")) {
    goOn(root, step).querySelector(".step-text").focus();
    root.querySelector(".asked")?.remove();
  } else {
    const asked = element("p", { className: "asked", role: "alert" }, words["choose-first"]);
    step.querySelector("button").before(asked);
  }
};

/** From now on one step after the other; nothing is chosen by a tick alone. */
export const start = (root, item, words) => {
  for (const step of stepsOf(root)) {
    step.querySelector(".step-text").tabIndex = -1;
    if (isEnd(step)) continue;
    const onclick = () => press(root, step, words);
    const button = element("button", { type: "button", onclick }, words.next);
    step.querySelector("fieldset").append(button);
  }
  root.classList.add("playing");
  reach(root, stepsOf(root)[0]);
};

/** Back to the beginning. */
export const empty = (root) => {
  for (const added of root.querySelectorAll(".follows, .asked")) added.remove();
  const steps = stepsOf(root);
  for (const step of steps) {
    step.classList.remove("reached");
    step.querySelector(".step-text").removeAttribute("aria-describedby");
    if (isEnd(step)) continue;
    step.querySelector("fieldset").disabled = false;
    step.querySelector("button").hidden = false;
  }
  root.querySelector(".story").append(...steps);
  reach(root, steps[0]);
};

export const read = (root) => {
  const way = [...root.querySelectorAll(".step.reached")];
  if (!isEnd(way.pop())) return { ask: "finish-story" };
  return { response: way.map((step) => step.querySelector("input:checked").value) };
};

export const write = (root, response) => {
  empty(root);
  let [step] = stepsOf(root);
  for (const id of Array.isArray(response) ? response : []) {
    const input = [...step.querySelectorAll("input")].find(({ value }) => value === id);
    if (!input) return false;
    input.checked = true;
    step = goOn(root, step);
  }
  return isEnd(step);
};
