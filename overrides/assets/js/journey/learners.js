// Who is learning: several people share a telephone, and two children may bear one name.

import { element } from "../dom.js";
import { one } from "./page.js";
import { addLearner } from "./phone.js";

const nameOf = (profile, say) => profile.name || say("my-no-name");

/** What was typed, without what could break a line. */
const typed = (field) => field.value.normalize("NFC").replace(/[\p{C}<>]/gu, "").trim();

/** Show the learners of this phone and let them be changed; `changed` is called after a change. */
export const showLearners = (root, record, say, changed) => {
  const { me, profiles } = record.state();
  const section = one(".who", root);
  const field = one("#learner", section);
  const ids = Object.keys(profiles);
  const edit = (change) => {
    record.alter(change);
    changed();
  };
  const choose = (id) => edit((state) => (state.me = id));
  const rows = ids.map((id) => {
    const button = element("button", { type: "button", className: "learner", onclick: () => choose(id) }, nameOf(profiles[id], say));
    button.setAttribute("aria-pressed", id === me);
    return element("p", {}, button, id === me && ids.length > 1 ? leaving(id, profiles[id], say, edit) : "");
  });
  one(".learners", section).replaceChildren(...rows);
  field.value = "";
  one(".rename", section).onclick = () => {
    const name = typed(field);
    if (name) edit((state) => (state.profiles[state.me].name = name));
    else field.focus();
  };
  one(".add", section).onclick = () => {
    const name = typed(field);
    if (name) edit((state) => addLearner(state, name));
    else field.focus();
  };
};

/** A button that takes a learner from this phone; it asks once more. */
const leaving = (id, profile, say, edit) => {
  const go = element("button", { type: "button", className: "second" }, say("my-remove"));
  go.onclick = () => {
    go.textContent = say("my-remove-sure", { name: nameOf(profile, say) });
    go.classList.add("final");
    go.onclick = () =>
      edit((state) => {
        delete state.profiles[id];
        [state.me] = Object.keys(state.profiles);
      });
  };
  return go;
};
