// The shell around the text: menu, light or dark, the language that was chosen.
// Everything but the memory of light or dark works without this script.

const html = document.documentElement;
html.dataset.shell = "ready"; // else the early script takes its promise of a menu back
const at = `handbook:${new URL("../../../", import.meta.url).pathname}`;

const keep = (name, value) => {
  try {
    localStorage.setItem(`${at}:${name}`, value);
  } catch {
    // A browser without storage forgets; the page works all the same.
  }
};

// The link to the menu at the foot becomes a button that opens it over the page. A modal dialog makes
// the page behind it inert, closes with Escape and gives the focus back; without dialogs the link stays.
const upgradeMenu = (link, dialog) => {
  if (!dialog.showModal) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.append(...link.childNodes);
  button.setAttribute("aria-haspopup", "dialog");
  button.addEventListener("click", () => dialog.showModal());
  link.replaceWith(button);
  const close = dialog.querySelector(".menu-close");
  close.hidden = false;
  close.addEventListener("click", () => dialog.close());
  // A tap beside the sheet lands on the dialog itself.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
};

const isDark = () =>
  html.dataset.theme ? html.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

const upgradeTheme = (button) => {
  const tell = () => {
    for (const word of button.querySelectorAll("[data-to]"))
      word.hidden = (word.dataset.to === "dark") === isDark();
  };
  button.addEventListener("click", () => {
    html.dataset.theme = isDark() ? "light" : "dark";
    keep("theme", html.dataset.theme);
    tell();
  });
  tell();
  button.hidden = false;
};

// A word of the glossary opens its note in place; an older browser follows its link to the glossary.
// A popover closes by Escape or a tap beside it, and gives the focus back.
const openNote = (event) => {
  const term = event.target.closest(".term");
  if (!term?.showPopover || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const note = document.createElement("div");
  Object.assign(note, { className: "note", popover: "auto", tabIndex: -1, role: "dialog" });
  note.ariaLabel = term.textContent;
  const text = document.createElement("p");
  const word = document.createElement("strong");
  word.textContent = term.textContent;
  text.append(word, `: ${term.dataset.note}`);
  const more = document.createElement("a");
  more.href = term.href;
  const [glossary] = term.getAttribute("href").split("#");
  more.textContent = document.querySelector(`.menu a[href="${glossary}"]`).textContent;
  note.append(text, more);
  note.addEventListener("toggle", (change) => change.newState === "closed" && note.remove());
  document.body.append(note);
  note.showPopover();
  note.focus();
};
document.addEventListener("click", openNote);

// On paper everything is open; younger browsers do this by style alone.
addEventListener("beforeprint", () => {
  for (const one of document.querySelectorAll("details.local:not([open])")) one.open = one.dataset.printed = true;
});
addEventListener("afterprint", () => {
  for (const one of document.querySelectorAll("[data-printed]")) {
    one.open = false;
    delete one.dataset.printed;
  }
});

// How far the learner is with a module: its card, its lessons and its quiz say the same (`data-module`).
// What a record may hold is told in record.js; here it is only looked at, so that a lesson stays light.
const showStates = (profile) => {
  const { passedWords, begunWords } = document.getElementById("content").dataset;
  for (const place of document.querySelectorAll("[data-module-state]")) {
    const slug = place.dataset.moduleState;
    const { passed, best = 0 } = profile.modules[slug] ?? {};
    const isOf = ([name, { open }]) => name.startsWith(`${slug}/`) && !open;
    const n = Object.entries(profile.attempts).filter(isOf).length;
    place.dataset.state = passed ? "passed" : n ? "begun" : "new";
    if (passed || n) place.textContent = (passed ? passedWords : begunWords).replace("{n}", passed ? best : n);
  }
};

// Where one stopped reading: the home page leads back there.
const goOn = (me) => {
  const title = document.querySelector(".page-lesson h1");
  if (title) keep("last", JSON.stringify([me, html.lang, title.textContent, location.pathname]));
  const back = document.querySelector("[data-go-on]");
  const last = back && JSON.parse(localStorage.getItem(`${at}:last`));
  if (!last || last[0] !== me || last[1] !== html.lang || last[3][0] !== "/" || last[3][1] === "/") return;
  back.textContent = back.dataset.goOn.replace("{title}", last[2]);
  [, , , back.href] = last;
  back.hidden = false;
};

try {
  const { me, profiles } = JSON.parse(localStorage.getItem(at)) ?? { me: "" };
  goOn(me);
  if (profiles) showStates(profiles[me]);
  const who = document.querySelector("[data-who]");
  if (who && Object.keys(profiles).length > 1) {
    who.textContent = who.dataset.who.replace("{name}", profiles[me].name ?? "–");
    who.hidden = false;
  }
} catch {
  // No storage, or nothing in it that can be read: nothing is shown, nothing is lost.
}

// What an address asks for: `#board` shows the page to a room, `#seed=B7` the questions of a worksheet.
const heed = (event) => {
  const name = /^#(board|seed)\b/.exec(location.hash)?.[1];
  if (name) import(`./${name}.js`).then(({ open }) => open(event));
};
heed();
addEventListener("hashchange", heed);

const link = document.querySelector(".menu-link");
if (link) upgradeMenu(link, document.getElementById("menu"));
const theme = document.querySelector(".theme");
if (theme) upgradeTheme(theme);
for (const language of document.querySelectorAll("a[hreflang]"))
  language.addEventListener("click", () => keep("lang", language.hreflang));
