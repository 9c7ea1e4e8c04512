// Finds the quizzes of a page and upgrades each; one that fails stays the form it was.

import { openRecord } from "../record.js";
import { QuizForm } from "./form.js";

const typesOf = async (names) => {
  const modules = await Promise.all(names.map((name) => import(`./types/${name}.js`)));
  return Object.fromEntries(names.map((name, index) => [name, modules[index]]));
};

const upgrade = async (form) => {
  const [{ quiz }, types, sure] = await Promise.all([
    import(new URL(form.dataset.quiz, document.baseURI)),
    typesOf(form.dataset.types.split(" ")),
    "askSure" in form.dataset ? import("./sure.js").catch(() => {}) : undefined, // the quiz goes on without it
  ]);
  new QuizForm(form, quiz, types, openRecord(), sure).start();
};

for (const form of document.querySelectorAll("form[data-quiz]")) {
  upgrade(form).catch((error) => console.error("quiz", error));
}
