// The record on its way to the next phone: a link, a QR code, a file, or digits to dictate. A fragment
// (`#…`) is never sent to a server; a name is never in a link or a code.

import { element } from "../dom.js";
import { addressOf, inApp, one, outOfApp, saveFile } from "./page.js";

/** Packing and unpacking, and the numbers of items and modules; loaded when first needed. */
const load = async (journey) => {
  const [packing, { index }] = await Promise.all([import("./pack.js"), import(addressOf(journey.items))]);
  const items = index.items.map(([module, item]) => `${module}/${item}`);
  const modules = [...new Set(index.items.map(([module]) => module))].filter(Boolean);
  return { ...packing, names: { items, modules } };
};

const qrPicture = async (address, digits, label) => {
  const { qr, qrPath } = await import("./qr.js");
  const code = qr([{ bytes: new TextEncoder().encode(address) }, { digits }], "L");
  const size = code.size + 8;
  const svg = (name, attributes, ...children) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  return svg(
    "svg",
    { class: "qr", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label, "shape-rendering": "crispEdges" },
    svg("path", { class: "qr-paper", d: `M0 0h${size}v${size}H0z` }),
    svg("path", { d: qrPath(code) }),
  );
};

/** Take the record along in each way that this browser has. */
export const startCarrying = ({ root, journey, say, record, refresh }) => {
  const section = one(".carry", root);
  const shown = one(".carried", section);
  const address = addressOf(journey.pages.progress);
  const tell = (...parts) => shown.replaceChildren(...parts.map((part) => (typeof part === "string" ? element("p", {}, part) : part)));
  const packed = async () => {
    const packing = await load(journey);
    const left = [];
    const bytes = packing.pack(record.profile(), packing.names, left);
    return { packing, bytes, rest: left.length ? say("carry-left", { n: left.length }) : "" };
  };
  const linkOf = ({ packing, bytes }) => `${address}#r=${packing.toText(bytes)}`;

  const ways = {
    async code() {
      const { packing, bytes, rest } = await packed();
      const picture = await qrPicture(`${address}#n=`, packing.toDigits(bytes), say("carry-qr"));
      tell(picture, say("carry-qr-text"), rest);
    },
    async copy() {
      const made = await packed();
      const link = linkOf(made);
      const field = element("textarea", { readOnly: true, value: link, rows: 4, ariaLabel: say("carry-link") });
      try {
        await navigator.clipboard.writeText(link);
        tell(say("carry-copied"), field, made.rest);
      } catch {
        tell(say("carry-copy-yourself"), field, made.rest); // an app's browser may keep the clipboard to itself
        field.select();
      }
    },
    async share() {
      await navigator.share({ title: document.title, url: linkOf(await packed()) });
    },
    file() {
      const { name, ...profile } = record.profile();
      const file = { handbook: address, v: record.state().v, profile: { ...profile, name } };
      saveFile(`handbook-${`${name ?? ""}`.replace(/[^\p{L}\p{N}]+/gu, "-") || "record"}.json`, "application/json", JSON.stringify(file, null, 1));
      tell(say(inApp ? "carry-no-file" : "carry-filed"));
    },
    async dictate() {
      const [{ say: digits }, { names }] = await Promise.all([import("./spoken.js"), load(journey)]);
      const passed = names.modules.filter((slug) => record.profile().modules[slug]?.passed);
      tell(element("p", { className: "spoken" }, digits(passed, names.modules)), say("carry-dictate-text"));
    },
    // The address of this very page carries the record now: the app's own menu opens it in the browser.
    async browser() {
      const link = linkOf(await packed());
      history.replaceState(null, "", link);
      const href = outOfApp(link);
      const open = href && element("p", {}, element("a", { className: "button", href }, say("carry-open")));
      tell(say("carry-browser-text"), open);
    },
  };

  for (const button of section.querySelectorAll("[data-way]")) {
    const way = button.dataset.way;
    if (way === "share") button.hidden = !navigator.share;
    button.addEventListener("click", () =>
      Promise.resolve(ways[way]()).catch(({ name }) => name !== "AbortError" && tell(say("carry-failed"))),
    );
  }
  one(".browser", section).hidden = !inApp;
  const arriving = () => import("./arrive.js").then(({ startArriving }) => startArriving({ root, journey, say, record, refresh, load }));
  if (/^#[rn]=/.test(location.hash)) arriving().then((arrive) => arrive.fragment());
  addEventListener("hashchange", () => /^#[rn]=/.test(location.hash) && arriving().then((arrive) => arrive.fragment()));
  one("#take-file", section).addEventListener("change", ({ target }) => arriving().then((arrive) => arrive.file(target)));
  one(".take", section).addEventListener("click", () => arriving().then((arrive) => arrive.spoken(one("#take-code", section).value)));
};
