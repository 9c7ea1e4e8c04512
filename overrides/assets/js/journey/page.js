// What the learner's own pages share: the programme's data, words with gaps, dates, the way out of an app.

import { fill } from "../dom.js";

/** The first element below `root` that fits. */
export const one = (selector, root = document) => root.querySelector(selector);

/** The page's own part and the programme as data: {root, journey}. */
export const openPage = async () => {
  const root = one(".journey");
  const { journey } = await import(new URL(root.dataset.journey, document.baseURI));
  return { root, journey };
};

/** Address of a path below the site's root. */
export const addressOf = (path) =>
  new URL(path, new URL(document.documentElement.dataset.root, document.baseURI)).href;

/** The words of the page by name, with their gaps filled. */
export const speaker = ({ words }) => (name, values = {}) => fill(words[name], values);

/** A day as the language writes it; what is no day stays as it is. */
export const spokenDay = (date, lang) => {
  const form = lang === "vi" ? { day: "numeric", month: "numeric", year: "numeric" } : { dateStyle: "long" };
  try {
    return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { ...form, timeZone: "UTC" }).format(new Date(date));
  } catch {
    return date;
  }
};

export { inApp } from "./in-app.js";

/** The address at which Android leaves an app for the browser, or "" elsewhere. */
export const outOfApp = (link) =>
  /Android/.test(navigator.userAgent)
    ? link.replace(/^(https?):\/\/(.*)$/, "intent://$2#Intent;scheme=$1;action=android.intent.action.VIEW;end")
    : "";

/** Hand a file to the learner. */
export const saveFile = (name, type, content) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};
