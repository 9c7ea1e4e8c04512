// Reads the page aloud with the phone's own voice; loaded when somebody taps for it. A sentence at a time:
// Chrome breaks off an utterance after about fifteen seconds, and on Android it cannot pause one.

// A sentence ends before a space, unless a small letter follows; a closing quotation mark belongs to it.
const END = /[.!?…]+(?:\s?[»”’")])* (?! ?[\p{Ll}»”’")])/gu;
// What only looks like an end: Mr. Bình, TP. Huế, the number of a step.
const NO_END = /(^|\s)(\p{Lu}\p{L}{0,2}|\d\d?)\. $/u;

/** The sentences of a text. */
const sentences = (text) =>
  text
    .trim()
    .replace(/\s+/g, " ")
    .replace(END, (end, at, line) => (NO_END.test(line.slice(0, at) + end) ? end : `${end}\n`))
    .split(/ \n/);

/** A voice for the language of an element; one of the phone itself first, because it needs no data. */
const voiceOf = (one) => {
  const { lang } = one.closest("[lang]");
  const able = speechSynthesis.getVoices().filter((voice) => voice.lang.startsWith(lang));
  return able.find((voice) => voice.localService) ?? able[0];
};

/** What there is to say of an article, in order: {block, text, voice} a sentence. */
const script = (article) => {
  const parts = [{}];
  // 5: elements and texts
  const nodes = document.createNodeIterator(article, 5);
  let number = "";
  for (let node; (node = nodes.nextNode()); ) {
    const holder = node.data ? node.parentElement : node;
    if (holder.closest("button,details:not([open])") || !holder.getClientRects().length) continue;
    if (node.matches?.("ol > li")) number = `${[...holder.parentElement.children].indexOf(node) + 1}. `;
    let text = node.alt ?? node.data;
    if (!text) continue;
    if (holder.closest(".fact")) text = text.replace(/\d(?=\d)/g, "$& "); // a number to call
    const block = holder.closest("p,li,h1,h2,h3,td,th,img") ?? holder;
    const voice = voiceOf(holder) ?? voiceOf(article);
    const last = parts[parts.length - 1];
    if (last.block === block && last.voice === voice) last.text += text;
    else if (text.trim()) {
      parts.push({ block, voice, text: number + text });
      number = "";
    }
  }
  return parts.slice(1).flatMap((part) => sentences(part.text).map((text) => ({ ...part, text })));
};

const main = document.querySelector(".listen");
const word = main.textContent;
const halt = main.cloneNode();
let queue = [];
let spoken; // the utterance: what nobody holds, the browser forgets before its end
let marked;

const isSeen = (one) => {
  const { top, bottom } = one.getBoundingClientRect();
  return bottom > 0 && top < innerHeight - 40;
};

/** Marks what is read; the page follows as long as the reader looks at it. */
const mark = (block) => {
  const follows = !marked || isSeen(marked);
  marked?.classList.remove("listening");
  block?.classList.add("listening");
  marked = block;
  if (block && follows && !isSeen(block)) block.scrollIntoView({ block: "center" });
};

const hush = (say) => {
  spoken = null;
  speechSynthesis.cancel();
  main.textContent = say;
};

const stop = () => {
  queue = [];
  hush(word);
  mark();
  if (document.activeElement === halt) main.focus({ preventScroll: true });
  halt.remove();
};

const read = () => {
  if (!queue.length) return stop();
  const [{ text, voice, block }] = queue;
  mark(block);
  const mine = (spoken = new SpeechSynthesisUtterance(text));
  mine.voice = voice;
  mine.lang = voice.lang;
  mine.onerror = () => mine === spoken && stop();
  mine.onend = () => mine === spoken && queue.shift() && read();
  main.textContent = main.dataset.pause;
  speechSynthesis.speak(mine);
};

/** Begin, pause or go on. */
const toggle = () => {
  if (spoken) return hush(main.dataset.on);
  if (!queue.length) {
    main.after(halt);
    queue = script(main.parentElement);
  }
  read();
};

const style = document.querySelector("[rel=stylesheet]").cloneNode();
style.href = new URL("../css/listen.css", import.meta.url);
document.head.append(style);
main.onclick = toggle;
halt.onclick = stop;
halt.textContent = main.dataset.stop;
addEventListener("pagehide", stop);
addEventListener("keydown", ({ key }) => key === "Escape" && stop());
toggle();
