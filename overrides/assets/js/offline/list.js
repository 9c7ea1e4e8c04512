// On the page that stands for one that is not saved: what is.

import { element } from "../dom.js";
import { ROOT, read } from "./saved.js";

read().then(({ groups }) => {
  const links = Object.values(groups).map(({ title, href }) => element("li", {}, element("a", { href: new URL(href, ROOT).href }, title)));
  document.querySelector(".saved-list").replaceChildren(...links);
});
