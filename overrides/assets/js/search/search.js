// The page of search: results while one types, an address for every search, nothing loaded before.

import { element, fill } from "../dom.js";
import { Engine, hitsIn, tokensOf } from "./engine.js";

const AROUND = 12; // words of the text on each side of what was found
const WAIT = 60; // milliseconds without a key before a search begins

const root = document.querySelector(".search");
const words = root.dataset;
const table = JSON.parse(document.querySelector("meta[name=search]").content);
const field = root.querySelector("input");
const status = root.querySelector("[role=status]");
const list = root.querySelector(".found");
const none = root.querySelector(".nothing");
const all = root.querySelector(".all-pages");
const addressOf = (path) => new URL(path, new URL(document.documentElement.dataset.root, document.baseURI)).href;
const data = (name) => import(addressOf(table.folder + name));

const engine = new Engine(table, async (name) => (await data(name)).words);

/** The words around the first place of `text` where what was found stands, marked. */
const excerpt = (text, found) => {
  const tokens = tokensOf(text);
  const hits = hitsIn(tokens, found);
  const weight = (at) => hits.slice(at, at + AROUND).filter(Boolean).length;
  const starts = hits.flatMap((hit, at) => (hit ? [at] : []));
  const [best = 0] = starts.sort((a, b) => weight(b) - weight(a) || a - b);
  const from = Math.max(0, best - AROUND);
  const parts = tokens.slice(from, best + 3 * AROUND).map((token, n) => (hits[from + n] ? element("mark", {}, token) : token));
  return [from > 0 ? "… " : "", ...parts, best + 3 * AROUND < tokens.length ? " …" : ""];
};

const marked = (text, found) => {
  const tokens = tokensOf(text);
  return hitsIn(tokens, found).map((hit, n) => (hit ? element("mark", {}, tokens[n]) : tokens[n]));
};

/** One result: the page at once; `tell()` adds its part and the words around the hit when they are loaded. */
const row = (pages, { page, index, words: folded }) => {
  const [path, title, , texts] = pages[page];
  const found = new Set(folded);
  const link = element("a", { href: addressOf(path) }, ...marked(title, found));
  const [part, around] = [element("p", { className: "part" }), element("p", { className: "around" })];
  const tell = async () => {
    const { parts } = await data(texts);
    const [id, head, text] = parts[index];
    if (id) link.href += `#${id}`;
    if (index > 0) part.replaceChildren(...marked(head, found));
    around.replaceChildren(...excerpt(text || (index > 0 ? "" : parts[1]?.[2] ?? ""), found));
  };
  return { made: element("li", {}, link, part, around), tell };
};

let last = 0;
const search = async () => {
  const query = field.value;
  const turn = (last += 1);
  const address = new URL(location);
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  history.replaceState(null, "", address);
  const empty = !query.trim();
  all.hidden = !empty;
  if (empty) {
    list.replaceChildren();
    none.hidden = true;
    status.textContent = "";
    return;
  }
  try {
    const results = await engine.search(query);
    if (turn !== last) return;
    const rows = results.map((result) => row(engine.pages, result));
    list.replaceChildren(...rows.map(({ made }) => made));
    setTimeout(() => rows.forEach(({ tell }) => tell().catch(() => {}))); // titles first: a slow phone shows them at once
    none.hidden = results.length > 0;
    const near = results.length ? [] : engine.near(query);
    none.querySelector(".near").replaceChildren(...(near.length ? suggestions(near) : []));
    status.textContent = results.length ? fill(words.count, { n: results.length }) : words.nothing;
  } catch {
    if (turn === last) status.textContent = words.failed; // no network, and this language is not kept
  }
};

const suggestions = (near) => [
  `${words.near} `,
  ...near.map((word) => {
    const onclick = () => {
      field.value = word;
      field.focus();
      search();
    };
    return element("button", { type: "button", onclick }, word);
  }),
];

/** What the address asks for; a longer one would keep a phone busy. */
const asked = () => (new URLSearchParams(location.search).get("q") ?? "").slice(0, field.maxLength);

let wait = 0;
field.addEventListener("input", () => {
  clearTimeout(wait);
  wait = setTimeout(search, WAIT);
});
root.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(wait);
  search();
});
addEventListener("popstate", () => {
  field.value = asked();
  search();
});
root.querySelector("form").hidden = false;
field.value = asked();
if (field.value) search();
