// A record that arrives: what it would change is shown before anything is changed.

import { element } from "../dom.js";
import { complete, parse, today } from "../record.js";
import { added } from "./merge.js";
import { one } from "./page.js";
import { addLearner } from "./phone.js";
import { standing } from "./standing.js";

const LARGEST = 2 ** 20; // bytes of a file: a full record has a twentieth of it
const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const refuse = (reason) => Object.assign(new Error(reason), { reason });

/** The profile in the text of a file; throws with a `reason`. */
const profileIn = (text, version) => {
  let file;
  try {
    file = parse(text);
  } catch {
    throw refuse("garbage");
  }
  if (!isMap(file) || !isMap(file.profile)) throw refuse("garbage");
  if (!(file.v <= version)) throw refuse("later");
  return complete(file.profile);
};

/** How many entries of `after` are not in `before` as they are. */
const news = (before, after) =>
  Object.entries(after).filter(([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value)).length;

export const startArriving = ({ root, journey, say, record, refresh, load }) => {
  const panel = one(".arrived", root);
  const text = one(".arrived-text", panel);

  const tell = (...parts) => {
    text.replaceChildren(...parts.map((part) => (typeof part === "string" ? element("p", {}, part) : part)));
    panel.hidden = false;
    panel.focus();
  };

  /** A link that was used does not come back with the next reload. */
  const close = (word) => {
    history.replaceState(null, "", location.pathname + location.search);
    tell(say(word));
    refresh();
  };

  const changes = (mine, after) => {
    const [old, now] = [standing(journey, mine), standing(journey, after)];
    const passed = now.modules.filter(({ state }, place) => state === "passed" && old.modules[place].state !== "passed");
    const answers = news(mine.attempts, after.attempts);
    const days = news(mine.days, after.days);
    return [
      passed.length && say("carry-new-passes", { n: passed.length, modules: passed.map(({ title }) => title).join(" · ") }),
      answers && say("carry-new-answers", { n: answers }),
      days && say("carry-new-days", { n: days }),
    ].filter(Boolean);
  };

  const offer = (profile, skipped = 0) => {
    const mine = record.profile();
    const lines = changes(mine, added(mine, profile));
    const rest = skipped ? [say("carry-skipped", { n: skipped })] : [];
    const empty = !Object.keys({ ...mine.attempts, ...mine.modules, ...mine.days }).length;
    if (!lines.length && Object.keys({ ...profile.attempts, ...profile.modules, ...profile.days }).length)
      return tell(say("carry-nothing-new"), ...rest);
    if (!lines.length) return tell(say("carry-empty"), ...rest);
    const button = (word, className, onclick, values) => element("button", { type: "button", className, onclick }, say(word, values));
    const keep = (edit) => close(record.alter(edit) ? "carry-done" : record.trouble() || "not-saved");
    const name = mine.name || say("my-no-name");
    return tell(
      say("carry-would"),
      element("ul", {}, ...lines.map((line) => element("li", {}, line))),
      ...rest,
      element(
        "p",
        { className: "ways-in" },
        button("carry-add", "", () => keep((state) => (state.profiles[state.me] = added(state.profiles[state.me], profile))), { name }),
        empty ? "" : button("carry-as-new", "second", () => keep((state) => addLearner(state, profile.name, profile))),
        button("carry-leave", "second", () => close("carry-left-alone")),
      ),
    );
  };

  const attempt = async (read) => {
    try {
      await read();
    } catch ({ reason }) {
      tell(say(reason === "later" ? "carry-later" : reason === "garbage" ? "carry-garbage" : "carry-failed"));
    }
  };

  return {
    /** The record in the address of the page. */
    fragment: () =>
      attempt(async () => {
        const { unpack, fromText, fromDigits, names } = await load(journey);
        const [, way, packed] = /^#(r|n)=(.*)$/.exec(location.hash);
        const skipped = [];
        const profile = unpack((way === "r" ? fromText : fromDigits)(packed), names, skipped);
        offer(complete(profile), skipped.length);
      }),
    /** A file that was chosen. */
    file: (field) =>
      attempt(async () => {
        const [file] = field.files;
        field.value = "";
        if (file.size > LARGEST) throw refuse("garbage");
        offer(profileIn(await file.text(), record.state().v));
      }),
    /** Digits that somebody dictated: passes only, of today. */
    spoken: (digits) =>
      attempt(async () => {
        const [{ heard }, { names }] = await Promise.all([import("./spoken.js"), load(journey)]);
        const modules = heard(digits, names.modules).map((slug) => [slug, { passed: today() }]);
        offer(complete({ modules: Object.fromEntries(modules) }));
      }),
  };
};
