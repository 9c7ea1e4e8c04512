// On saved pages, when the network is there: a line says that the site has a newer text of what was saved.
// Asked once a visit; nothing changes before the learner wants it.

import { element } from "../dom.js";
import { catalogue } from "./save.js";
import { ROOT, read } from "./saved.js";

const ASKED = `handbook:${ROOT.pathname}:asked`;

/** Whether a saved group differs from what the site has now. */
export const isOld = ({ groups }, known) =>
  Object.entries(groups).some(([name, { digest }]) => {
    const [lang, id] = name.split("/");
    const now = known[lang]?.groups[id];
    return now && now !== digest;
  });

const look = async () => {
  if (sessionStorage.getItem(ASKED)) return;
  const known = await catalogue();
  sessionStorage.setItem(ASKED, "1");
  const { page, say, more } = known[document.documentElement.lang];
  if (isOld(await read(), known))
    document.querySelector("main").prepend(element("p", { className: "banner" }, `${say} `, element("a", { href: new URL(page, ROOT).href }, more)));
};

if (!document.querySelector(".offline")) look().catch(() => {}); // no network, no news
