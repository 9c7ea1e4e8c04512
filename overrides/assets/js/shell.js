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

// A page can be read aloud where the phone has a voice for its language; many find their voices late.
const upgradeListen = (button) => {
  const { lang } = button.closest("article[lang], html");
  const offer = () => (button.hidden = !speechSynthesis.getVoices().some((one) => one.lang.startsWith(lang)));
  button.onclick = () => import("./listen.js"); // begins, and answers every further tap
  speechSynthesis.onvoiceschanged = offer;
  offer();
};

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

// What the phone remembers of its learner is shown by a script of its own: a first visit has nothing to show.
try {
  if (localStorage.getItem(at) || localStorage.getItem(`${at}:last`)) import("./state.js");
} catch {
  // No storage: nothing is remembered.
}
const title = document.querySelector(".page-lesson h1");
if (title) keep("last", JSON.stringify([html.lang, title.textContent, location.pathname]));

const link = document.querySelector(".menu-link");
if (link) upgradeMenu(link, document.getElementById("menu"));
const theme = document.querySelector(".theme");
if (theme) upgradeTheme(theme);
const listen = document.querySelector(".listen");
if (listen && self.speechSynthesis) upgradeListen(listen);
for (const language of document.querySelectorAll("a[hreflang]"))
  language.addEventListener("click", () => keep("lang", language.hreflang));
