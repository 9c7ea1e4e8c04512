// The page on reading with no network: what is saved, what can be, and how much that weighs.
// Nothing is registered or stored before the learner presses a button.

import { element, fill } from "../dom.js";
import { inApp, one, outOfApp } from "../journey/page.js";
import { Changed, catalogue, drop, list, missing, save, weight } from "./save.js";
import { forget, hashes, isAble, read, register } from "./saved.js";

const root = one(".offline");
const { lang } = root.dataset;
const now = one(".offline-now", root);
const ways = one(".offline-ways", root);
const bar = one("progress", root);
const rows = [...root.querySelectorAll("[data-group]")];
const name = (id) => `${lang}/${id}`;
let groups = null; // what can be saved, by id; null without a network
let state;
let have;

const say = (word, values) => fill(one("template", root).content.querySelector(`[data-word="${word}"]`).textContent, values);

/** Bytes in words; what is not nothing never looks like nothing. */
const spoken = (bytes) => {
  const kilo = Math.ceil(bytes / 1000);
  const mega = (kilo / 1000).toLocaleString(lang, { maximumFractionDigits: 1 });
  return kilo < 1000 ? say("kb", { n: kilo }) : say("mb", { n: mega });
};

const button = (text, onclick, className = "") => element("button", { type: "button", className, onclick }, text);

/** The core comes with everything, so its weight belongs to whatever is saved first. */
const cost = (ids) => weight(missing(["core", ...ids].filter((id) => groups[id]).map((id) => groups[id]), have));
const isWhole = (group) => Object.values(group.files).every((hash) => have.has(hash));

const reasons = [
  [({ name }) => name === "AbortError", "stopped"],
  [({ name }) => name === "QuotaExceededError", "full"],
  [(error) => error instanceof Changed, "changed"],
];

/** Save groups by their names; says how far it is, and how it ended. */
const start = async (names) => {
  const control = new AbortController();
  for (const each of root.querySelectorAll("button")) each.disabled = true;
  ways.replaceChildren(button(say("stop"), () => control.abort(), "second"));
  bar.hidden = false;
  now.focus(); // how far it is stands here, wherever the button was
  let said = "done";
  try {
    await register();
    await save(names, (done, all) => {
      Object.assign(bar, { max: all || 1, value: done });
      now.textContent = say("busy", { done: spoken(done), size: spoken(all) });
    }, control.signal);
  } catch (error) {
    said = reasons.find(([fits]) => fits(error))?.[1] ?? "cut";
  }
  bar.hidden = true;
  await show();
  now.textContent = say(said);
  now.focus();
};

const remove = async (names) => {
  if (names) await drop(names);
  else await forget();
  await show();
  now.textContent = say("deleted");
  now.focus();
};

const showRow = (row) => {
  const { group: id, part } = row.dataset;
  const [kept, current] = [state.groups[name(id)], groups?.[id]];
  const place = one(".ways-in", row);
  for (const old of place.querySelectorAll("button")) old.remove();
  row.hidden = part !== undefined && !kept && !current;
  const isOld = kept && current && kept.digest !== current.digest;
  row.dataset.state = kept && isWhole(kept) ? "saved" : "";
  one(".offline-state", row).textContent = !kept
    ? ""
    : !isWhole(kept) && groups
      ? say("part", { size: spoken(cost([id])) })
      : say(isOld ? "older" : "saved", { date: kept.text });
  if (kept) place.append(button(say("delete"), () => remove([name(id)]), "second"));
  if (current && !(kept && isWhole(kept))) {
    const size = spoken(cost([id]));
    place.prepend(button(say(part === undefined ? "save" : "save-part", { size }), () => start([name(id)])));
  }
};

/** What there is to do with everything: go on, get the newer text, save all, delete all. */
const showWays = () => {
  const mine = Object.keys(state.groups);
  const made = [];
  if (groups) {
    const ids = Object.keys(groups);
    const kept = ids.filter((id) => state.groups[name(id)]);
    const wanted = state.wanted.map((each) => each.split("/")[1]).filter((id) => groups[id]);
    const isOld = kept.some((id) => state.groups[name(id)].digest !== groups[id].digest);
    const size = spoken(cost([...kept, ...wanted]));
    if (wanted.length) {
      now.textContent = say("rest", { size });
      made.push(button(say("go-on", { size }), () => start(state.wanted)));
    } else if (isOld) {
      now.textContent = say("newer", { size });
      made.push(button(say("update", { size }), () => update(kept.map(name))));
    }
    if (ids.some((id) => !state.groups[name(id)]))
      made.push(button(say("all", { size: spoken(cost(ids)) }), () => start(ids.map(name))));
    else if (!made.length) now.textContent = say("all-done");
  }
  if (mine.length || state.wanted.length) made.push(button(say("delete-all"), () => remove(null), "second"));
  ways.replaceChildren(...made);
};

/** The newer text, and with it a newer worker where one waits. */
const update = async (names) => {
  await start(names);
  (await navigator.serviceWorker.getRegistration())?.waiting?.postMessage("skip");
};

const show = async () => {
  state = await read();
  have = await hashes();
  now.textContent = "";
  showWays();
  for (const row of rows) showRow(row);
  one(".offline-around", root).hidden = rows.every((row) => row.hidden || row.dataset.part === undefined);
  const first = one(".offline-first", root);
  first.hidden = !groups || !cost([]);
  if (!first.hidden) first.textContent = say("core-first", { size: spoken(cost([])) });
};

const tellUnable = () => {
  const box = one("[data-when=unable]", root);
  const href = inApp && outOfApp(location.href);
  one("p", box).textContent = say(inApp ? "in-app" : "unable");
  if (href) box.append(element("p", {}, element("a", { className: "button", href }, say("open"))));
  box.hidden = false;
};

const open = async () => {
  one("[data-when=no-script]", root).hidden = true;
  if (!isAble || inApp) return tellUnable();
  try {
    const known = await catalogue();
    groups = Object.fromEntries((await list(known, lang)).groups.map((group) => [group.id, group]));
  } catch {
    one("[data-when=away]", root).hidden = false;
  }
  await show();
};

if (one("template", root)) open().catch((error) => (tellUnable(), console.error("offline", error)));
