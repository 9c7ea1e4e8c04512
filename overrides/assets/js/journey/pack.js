// The learner's record in a few hundred bytes, for a link, a QR code or a file. Never the name.
// Form: a byte with the version, the record, two bytes of checksum. Version and checksum stand there in
// every version to come; the order and the names in `walk`, and SIGNS, USUAL and SURE, are version 1.
// Clamped: n and m to 1…9999, s to halves from 0 to m, b to 0…5, best to 0…100. Left out, and told in
// `lost`: items, modules and days without a number; an attempt whose response is not an id, up to 12 ids
// or a map of up to 12 ids (of 1 to 63 signs a–z, 0–9, -), or whose score is no number; any other value
// that is no date (of the years 1970 to 2148), no number, no id, or not known.

import { Unreadable, coder } from "./coder.js";

const VERSION = 1;
const SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789-";
/** The usual ids, the likeliest first; nothing ends a list. */
const USUAL = [undefined, ..."abcde", "true", "false", "not-sure", ..."1234xyzwv"];
const SURE = ["sure", "fairly-sure", "guessing"];

const ID = '"[a-z0-9-]{1,63}"';
const RESPONSE = RegExp(`^(${ID}|\\[(${ID},?){0,12}]|\\{(${ID}:${ID},?){0,12}})$`);
const fits = (value) => RESPONSE.test(JSON.stringify(value));
const toId = (text) => (typeof text === "string" && fits(text) ? text : undefined);
const toDate = (day) => new Date(day * 864e5).toISOString().slice(0, 10);
const toDay = (date) => {
  const day = Date.parse(date) / 864e5;
  return day === (day & 65535) && toDate(day) === date ? day : undefined;
};
const within = (least, most) => (value) =>
  Number.isFinite(value) ? Math.min(Math.max(Math.round(value), least), most) : undefined;
const few = within(1, 9999);
const toAttempt = (given) => (fits(given?.r) && few(given.m) && few(given.s) ? given : undefined);
const toModule = (given) => given ?? undefined;

/** CRC-16 of ISO/IEC 13239: notices every single wrong bit. */
const checksum = (bytes) => {
  let rest = 0xffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >> 1) ^ ((rest & 1) * 0x8408);
  }
  return [~rest & 255, (~rest >> 8) & 255];
};

/** Writes `profile`, or reads one when `profile` is empty (see coder.js); returns what it wrote or read. */
const walk = ({ pick, bit, number }, profile, names, lost) => {
  /** Properties that may be missing, each with what it becomes to be written and how that is written. */
  const some = (given, kinds, found = {}) => {
    let there = 0;
    for (const [key, change, code, name = key] of kinds) {
      const value = change(given[key]);
      there = bit(name + there, value !== undefined); // what was there before it tells something
      if (there) found[key] = code(value);
      else if (given[key] !== undefined) lost.push(key);
    }
    return found;
  };
  const row = (name, keys, given = {}, ...kind) => {
    const places = Array(number(name, keys.length, 2047)).fill();
    const found = some(given, places.map((_, place) => [keys[place] || place + 1, ...kind, name]));
    for (const key of Object.keys({ ...given, ...found }).filter((key) => !keys.includes(key))) {
      lost.push(key);
      delete found[key];
    }
    return found;
  };

  const word = (text = "") => {
    let found = "";
    const length = number("word", text.length, 63);
    while (found.length < length) found += SIGNS[pick(Array(37).fill(1), SIGNS.indexOf(text[found.length]))];
    return found;
  };
  const id = (name, text) => {
    const place = number(name, USUAL.includes(text) ? USUAL.indexOf(text) : USUAL.length, USUAL.length);
    return place < USUAL.length ? USUAL[place] : word(text);
  };
  const list = (name, ids) => {
    const found = [];
    for (let one = ""; found.length < 12 && (one = id(name + one, ids[found.length])); ) found.push(one);
    return found;
  };
  const map = (given) => {
    const found = {};
    for (const key of list("key ", Object.keys(given).sort())) found[key] = id(`to ${key < "a"}`, given[key]);
    return found;
  };
  const response = (given = []) => {
    const kind = number("kind", typeof given === "string" ? 0 : Array.isArray(given) ? 1 : 2, 2);
    return kind ? (kind > 1 ? map(given) : list("list ", given)) : id("id", given);
  };

  /** A day is its distance from the one before of its kind: most items of a module are answered on one day. */
  const date = (name) => {
    let last = 20000; // a day of 2024
    const code = (day) => {
      const gap = day - last;
      const folded = number(name, (gap << 1) ^ (gap >> 31), 131071);
      last = (last + ((folded >> 1) ^ -(folded & 1))) & 65535;
      return toDate(last);
    };
    return [name, toDay, code];
  };

  const kinds = [
    ["n", few, (n) => 1 + number("n", n - 1, 9998)],
    date("t"),
    ["c", (sure) => SURE.indexOf(sure) + 1 || undefined, (place) => SURE[number("c", place - 1, 2)]],
    ["open", (open) => open === true || undefined, () => true],
    ["b", within(0, 5), (box) => number("b", box, 5)],
    date("d"),
  ];
  const attempt = (given = {}) => {
    const r = response(given.r);
    if (!fits(r)) throw new Unreadable();
    const m = 1 + number(`m ${JSON.stringify(r).length}`, few(given.m) - 1, 9998);
    const s = bit("full", given.s >= m) ? m : number("s", within(0, 2 * m)(2 * given.s), 2 * m) / 2;
    return some(given, kinds, { r, s, m });
  };
  const passed = date("passed");
  const results = [
    ["seed", toId, word],
    ["best", within(0, 100), (percent) => 100 - number("best", 100 - percent, 100)],
    passed,
  ];
  return {
    attempts: row("item", names.items, profile.attempts, toAttempt, attempt),
    modules: row("module", ["booster", ...names.modules], profile.modules, toModule, (given = {}) =>
      some(given, results),
    ),
    days: row("day", [..."1234567"], profile.days, toDay, passed[2]),
    ...some(profile, [["track", toId, word]]),
  };
};

/**
 * The record as bytes.
 * @param {{attempts?: object, modules?: object, days?: object, track?: string}} profile
 * @param {{items: string[], modules: string[]}} names  in the register's order, fewer than 2047 each
 * @param {string[]} [lost]  gets the name of each item, module, day or property that is left out
 * @returns {Uint8Array}
 */
export const pack = (profile, names, lost = []) => {
  const writer = coder();
  walk(writer, profile, names, lost);
  const bytes = [VERSION, ...writer.end()];
  return Uint8Array.of(...bytes, ...checksum(bytes));
};

/**
 * The record that was packed.
 * @param {Uint8Array} bytes
 * @param {{items: string[], modules: string[]}} names  may be shorter than those it was packed with
 * @param {string[]} [lost]  gets the number of each item and module that has no name here
 * @returns {object} the profile, without a name
 * @throws {Unreadable} reason "garbage" or "later"
 */
export const unpack = (bytes, names, lost = []) => {
  const body = bytes.subarray(0, -2);
  if (!body[0] || `${checksum(body)}` !== `${bytes.subarray(-2)}`) throw new Unreadable();
  if (body[0] > VERSION) throw new Unreadable("later");
  const reader = coder(body.subarray(1));
  const profile = walk(reader, {}, names, lost);
  reader.end();
  return profile;
};

/** Bytes as signs of an address: base64url, RFC 4648, without padding. It begins with "A", digits never do. */
export const toText = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replace(/=/g, "").replace(/\+/g, "-").replace(/\//g, "_");

/** The bytes of such a text of at most 99,999 signs (of more, coder.js would lose patience); else Unreadable. */
export const fromText = (text) => {
  if (text.length > 99999 || /[^\w-]/.test(text) || text.length % 4 === 1) throw new Unreadable();
  const bytes = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  const found = Uint8Array.from(bytes, (byte) => byte.charCodeAt());
  if (toText(found) !== text) throw new Unreadable();
  return found;
};

const DIGITS = 2.40824; // of a byte, a little more than log₁₀ 256

/** Bytes as decimal digits, for the numeric mode of a QR code: one large number, with its zeros. */
export const toDigits = (bytes) =>
  `${bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)}`.padStart(Math.ceil(bytes.length * DIGITS), "0");

/** The bytes of such digits, at most the 7089 of a QR code; throws Unreadable for anything else. */
export const fromDigits = (text) => {
  if (text.length > 7089 || !/^\d+$/.test(text)) throw new Unreadable();
  const bytes = new Uint8Array(Math.floor(text.length / DIGITS));
  let rest = BigInt(text);
  for (let place = bytes.length; place; rest >>= 8n) bytes[(place -= 1)] = Number(rest & 255n);
  if (toDigits(bytes) !== text) throw new Unreadable();
  return bytes;
};
