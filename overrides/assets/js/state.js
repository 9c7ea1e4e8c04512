// What the phone remembers of its learner, on pages that are no part of the journey: how far a module is
// (its card, its lessons and its quiz say the same), who is learning, and where reading stopped. What a
// record may hold is told in record.js; here it is only looked at, so that a lesson stays light.

const html = document.documentElement;
const at = `handbook:${new URL("../../../", import.meta.url).pathname}`;
const one = (selector) => document.querySelector(selector);
const kept = (name) => JSON.parse(localStorage.getItem(at + name));

const showStates = ({ attempts, modules }) => {
  for (const place of document.querySelectorAll("[data-module-state]")) {
    const slug = place.dataset.moduleState;
    const { passed, best = 0 } = modules[slug] ?? {};
    const isOf = ([name, { open }]) => name.startsWith(`${slug}/`) && !open;
    const n = Object.entries(attempts).filter(isOf).length;
    const { passedWords, begunWords } = one("#content").dataset;
    place.dataset.state = passed ? "passed" : n ? "begun" : "new";
    if (passed || n) place.textContent = (passed ? passedWords : begunWords).replace("{n}", passed ? best : n);
  }
};

const showLearner = (name) => {
  const who = one("[data-who]");
  if (!who) return;
  who.textContent = who.dataset.who.replace("{name}", name ?? "–");
  who.hidden = false;
};

/** The home page leads back to the lesson that was open last, in its language. */
const showWayBack = () => {
  const back = one("[data-go-on]");
  if (!back) return;
  const [lang, title, path] = kept(":last");
  if (lang !== html.lang || new URL(path, location).origin !== location.origin) return; // others may write there
  back.textContent = back.dataset.goOn.replace("{title}", title);
  back.href = path;
  back.hidden = false;
};

// Anything may be stored: what cannot be read is not shown, and nothing is lost.
const attempt = (show) => {
  try {
    show();
  } catch {}
};

attempt(showWayBack);
attempt(() => {
  const { me, profiles } = kept("");
  if (Object.keys(profiles).length > 1) showLearner(profiles[me].name);
  showStates(profiles[me]);
});
// What was saved for reading with no network may have a newer text by now.
attempt(() => navigator.serviceWorker.controller && import("./offline/newer.js"));
