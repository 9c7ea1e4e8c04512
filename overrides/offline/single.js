// The quiz of a one-file chapter: the site's own modules, joined into one script by the build
// (hooks/handbook/offline/bundle.py), since modules do not load from a file. `chosen.js` is made there: the
// quiz as data, and the types of its questions. Where the browser keeps nothing for files, the page says so.

import { QuizForm } from "./quiz/form.js";
import { openRecord } from "./record.js";
import { quiz, sure, types } from "./chosen.js";

try {
  new QuizForm(document.querySelector("form.quiz"), quiz, types, openRecord(), sure).start();
} catch (error) {
  console.error("quiz", error); // it stays the form that it was
}
