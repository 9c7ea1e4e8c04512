// Upgrades the seven days: a day that was done is kept with its date, and reminders are made on the phone.
// All words stand in the page; what was not done is never spoken of.

import { fill } from "../dom.js";
import { openRecord, today } from "../record.js";
import { calendar, later } from "./calendar.js";
import { inApp } from "./in-app.js";

const PAUSE = 14; // days until what was learned is asked again
const record = openRecord();
const [week, form] = document.querySelectorAll(".week, .reminders");
const [count, praise, booster, warning] = week.querySelectorAll("p");
const isDay = (date) => /^\d{4}-/.test(date) && Date.parse(date) > 0;

/** Says the words of `one` that stand in its `data-…`. English dates need a country, other languages ignore it. */
const say = (one, word, n, date = 0) => {
  const spoken = new Date(date).toLocaleDateString(`${document.documentElement.lang}-GB`, { dateStyle: "long" });
  one.textContent = fill(one.getAttribute(`data-${word}`) ?? "", { n, date: spoken });
};

const days = [...week.querySelectorAll("li a")].map((stone) => {
  const heading = document.querySelector(stone.hash);
  const frame = heading.parentElement;
  const row = week.querySelector("template").content.firstElementChild.cloneNode(true);
  const [date, button] = row.children;
  const day = {
    n: stone.textContent,
    url: stone.href,
    title: `${frame.firstElementChild.textContent}: ${heading.textContent}`,
    show(kept) {
      const state = isDay(kept) ? "done" : "";
      frame.dataset.done = stone.dataset.done = state;
      say(date, state, 0, kept);
      say(button, state || "new", day.n);
      stone.ariaLabel = `${day.title} ${date.textContent}`;
    },
  };
  button.onclick = () => {
    record.change(({ days }) => {
      if (frame.dataset.done) delete days[day.n];
      else if (!isDay(days[day.n])) days[day.n] = today(); // the first date stays
    });
    row.after(warning);
    show();
  };
  frame.querySelector(".day-done").before(row);
  return day;
});

const show = () => {
  const kept = record.profile().days;
  for (const day of days) day.show(kept[day.n]);
  const done = days.map(({ n }) => kept[n]).filter(isDay).sort();
  const next = later(done[0] ?? today(), PAUSE);
  booster.hidden = next > today();
  say(count, "new", done.length);
  say(praise, done.length < days.length ? "" : booster.hidden ? "wait" : "new", 0, next);
  say(warning, record.trouble());
};

const reminder = ({ n, title, url }, shift) => ({
  uid: `${n}.${record.state().me}@${location.host}`,
  start: `${later(form.first.value, shift)}T${form.time.value}`,
  title,
  url,
});

form.querySelector("[download]").onclick = (event) => {
  if (!form.reportValidity()) return event.preventDefault();
  const { href: url, textContent: title } = booster.firstChild;
  const text = calendar([...days.map(reminder), reminder({ n: 0, title, url }, PAUSE)]);
  event.target.href = inApp
    ? `data:text/calendar;charset=utf-8,${encodeURIComponent(text)}`
    : URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
};

form.lastElementChild.hidden = !inApp;
form.first.min = today();
form.first.value = later(today(), 1);
show();
document.querySelector(".frame-day").before(week);
document.querySelector("h1").nextElementSibling.after(booster);
week.hidden = form.hidden = false;
