// After a quiz that is passed: the next step, said by the same rules as on the page of progress.

import { element } from "../dom.js";
import { openRecord } from "../record.js";
import { guidance } from "./guidance.js";
import { addressOf, speaker } from "./page.js";
import { standing } from "./standing.js";

/** Add the next step to the result of a quiz. `data`: address of the programme. */
export const showNextStep = async (result, data) => {
  const { journey } = await import(data);
  const say = speaker(journey);
  const profile = openRecord().profile();
  const next = guidance(standing(journey, profile), profile.track);
  if (!next) return;
  const { module, n, of, to, why } = next;
  const link = (path, word, quiet) =>
    element("a", { className: quiet ? "button button-quiet" : "button", href: addressOf(path) }, say(word));
  const links = [link(journey.pages.progress, "my-to-progress", true)];
  if (module) links.unshift(link(to === "quiz" ? module.quiz : module.href, to === "quiz" ? "my-to-quiz" : "my-to-module"));
  if (to === "certificate") links.unshift(link(journey.pages.certificate, "my-to-certificate"));
  result.append(
    element("p", {}, say(next.say, { module: module?.title, n, of, pass: journey.pass })),
    ...(why ? [element("p", {}, why)] : []),
    element("p", { className: "ways-in" }, ...links),
  );
};
