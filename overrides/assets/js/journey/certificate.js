// The certificate: shown when the rule of the programme holds, and what is still missing before. It stands on
// the page as a blank one (overrides/partials/journey/sheet.html), which is filled here.

import { openRecord } from "../record.js";
import { element } from "../dom.js";
import { claimOf, kindOf, passedOf, spokenDay, spokenScore } from "./claim.js";
import { standing } from "./standing.js";
import { inApp } from "./in-app.js";

const FILE = "certificate.png";

const root = document.querySelector("[data-journey]");
const all = (selector, inside = root) => [...inside.querySelectorAll(selector)];
const part = (name) => all(`[data-part=${name}]`)[0];
const show = (name) => (part(name).hidden = false);

/** A name as it may stand on paper: one line, no control characters, no brackets. */
const cleanName = (text) =>
  text.normalize("NFC").slice(0, 60).replace(/\s+/g, " ").replace(/[\p{C}<>]/gu, "").trim();

/** Links to what is left: every compulsory module, and optional ones to choose from. */
const showMissing = (how) => {
  for (const { slug, state } of how.modules) if (state === "passed") all(`[data-slug=${slug}]`)[0].remove();
  for (const kind of ["compulsory", "optional"]) {
    const left = how[kind].needed - how[kind].passed;
    all(`[data-left=${kind}]`)[0].textContent = left;
    part(`missing-${kind}`).hidden = left <= 0;
  }
  show("missing");
};

/** Long texts shrink until they fit; `data-fit` is the room. */
const shrink = (text) => {
  const { fit, size } = text.dataset;
  text.setAttribute("font-size", size);
  const length = text.getComputedTextLength();
  if (length > fit) text.setAttribute("font-size", (size * fit) / length);
};

/** Only what was passed stays, moved up to the first places of its kind; the list stands in the middle. */
const fillModules = (scores) => {
  for (const group of all("[data-group]")) {
    const entries = all("[data-module]", group);
    const places = entries.map((entry) => entry.getAttribute("transform"));
    const kept = entries.filter((entry) => scores.has(entry.dataset.module) || entry.remove());
    kept.forEach((entry, index) => {
      entry.setAttribute("transform", places[index]);
      entry.lastElementChild.textContent = scores.get(entry.dataset.module);
    });
    if (!kept.length) group.remove();
  }
  const list = part("modules");
  list.setAttribute("transform", `translate(0 ${(list.dataset.room - list.getBBox().height) / 2})`);
};

const fillSheet = (kind, day, scores) => {
  for (const one of all(`[data-blank], [data-only]:not([data-only=${kind}])`)) one.remove();
  for (const one of all("[data-made]")) one.removeAttribute("display");
  if (day) part("day").textContent = day;
  fillModules(scores);
};

/** The code, and in words where it leads. */
const drawCode = async (address, claim) => {
  const { qr, qrPath } = await import("./qr.js");
  const code = qr([{ bytes: new TextEncoder().encode(`${address}#${claim}`) }]);
  part("code").setAttribute("viewBox", `0 0 ${code.size + 8} ${code.size + 8}`);
  part("code").firstChild.setAttribute("d", qrPath(code));
  part("address").textContent = address.replace(/^.*?:\/\/|\/$/g, "");
  for (const name of ["code", "scan"]) part(name).removeAttribute("display");
};

/** The name is kept on this phone and drawn on the sheet, where a pen may write it as well. */
const nameField = (record, words) => {
  const field = part("name-field");
  const draw = (name) => {
    part("name").textContent = name;
    part("trouble").textContent = words[record.trouble()] ?? "";
    part("keep").hidden = true; // a picture with another name
    all("[data-fit]").forEach(shrink);
  };
  field.value = cleanName(`${record.profile().name ?? ""}`);
  field.addEventListener("input", () => {
    const name = cleanName(field.value);
    record.change((profile) => (profile.name = name));
    draw(name);
  });
  draw(field.value);
};

/**
 * Draw the sheet as a picture and show it, for press and hold or a screenshot. Its styles stand in attributes,
 * since those of the page do not reach a picture; its size is A4 at 200 dots per inch, to keep the code readable.
 * @returns {Promise<File>} rejects where the browser cannot draw it
 */
const picture = async () => {
  const image = new Image();
  // A data address: the content policy allows it, and a canvas stays readable after it.
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(part("sheet")))}`;
  await new Promise((resolve, reject) => Object.assign(image, { onload: resolve, onerror: reject }));
  const { width, height } = image;
  const canvas = element("canvas", { width, height });
  canvas.getContext("2d").drawImage(image, 0, 0);
  part("picture").replaceChildren(element("img", { src: canvas.toDataURL(), alt: root.getAttribute("aria-label") }));
  show("keep");
  part("keep").focus();
  return fileOf(await new Promise((resolve) => canvas.toBlob(resolve)));
};

const fileOf = (...parts) => new File(parts, FILE, { type: "image/png" });

const offer = (name, act) => {
  show(name);
  part(name).onclick = () => act().catch(() => show("no-picture"));
};

const offerWays = () => {
  if (window.print && !inApp) offer("print", async () => window.print());
  else show("no-print");
  offer("save", async () => {
    const file = await picture();
    if (!inApp) element("a", { href: URL.createObjectURL(file), download: FILE }).click();
  });
  const share = (file) => navigator.share({ files: [file] }).catch(() => {}); // the picture is on the page
  if (navigator.canShare?.({ files: [fileOf()] })) offer("share", async () => share(await picture()));
};

const start = async () => {
  const { journey } = await import(new URL(root.dataset.journey, document.baseURI));
  const { words } = journey;
  const record = openRecord();
  const how = standing(journey, record.profile());
  const kind = kindOf(how);
  part("trouble").textContent = words[record.trouble()] ?? "";
  if (kind !== "full") showMissing(how);
  if (!kind) return;
  document.body.dataset.certificate = kind;
  const scores = new Map(passedOf(how, journey).map(([slug, score]) => [slug, spokenScore(score, words)]));
  fillSheet(kind, spokenDay(how.date, journey), scores);
  // A sheet without a code is still a sheet.
  await drawCode(new URL(root.dataset.verify, location).href, claimOf(how, journey)).catch(console.error);
  nameField(record, words);
  offerWays();
  show("tools");
};

start();
