// A binary range coder with adaptive probabilities. One walk over the data serves both ways: each method
// takes the value to write and returns it; while reading it returns what was written instead.
// The range coder is LZMA's (https://www.7-zip.org/sdk.html); its probabilities are counts here (Krichevsky
// and Trofimov 1981, doi 10.1109/TIT.1981.1056331), which learn from a small record faster than shifts.
// Whole numbers are written in Elias' gamma code (1975, doi 10.1109/TIT.1975.1055349).

const ALL = 2 ** 32;
const PART = 2 ** 24;

/** Bytes that cannot be read; `reason`: "garbage", or "later" when a later version wrote them. */
export class Unreadable extends Error {
  constructor(reason = "garbage") {
    super(reason);
    this.reason = reason;
  }
}

/**
 * A coder that writes, or reads `bytes` (after their end it reads zeros).
 * `pick(counts, value)`: one of 0, 1, 2…, as likely as their counts say (at least 1 each).
 * `bit(name, value, place)`: 0 or 1, as likely as among those of that name and place so far.
 * `number(name, value, most)`: from 0 to `most` (below 2³⁰), as likely as among those of that name.
 * `end()`: while writing, the bytes.
 * Throws Unreadable when what is read is larger than `most` or shorter than `bytes`, or after 150,000 bits:
 * a forged record may not keep a phone busy.
 * @param {Uint8Array} [bytes]
 */
export const coder = (bytes) => {
  const out = [];
  const seen = {};
  let at = 0;
  let work = 0;
  let range = ALL;
  let low = 0; // the lower end while writing; how far the code lies above it while reading

  const shift = () => {
    if (low >= ALL) {
      let last = out.length - 1;
      for (; out[last] === 255; last -= 1) out[last] = 0;
      out[last] += 1;
    }
    out.push((low / PART) & 255);
    low = (low % PART) * 256 + (bytes?.[at] || 0);
    at += 1;
  };
  const pick = (counts, value) => {
    let total = 0;
    for (const count of counts) total += count;
    const part = Math.floor(range / total);
    let found = 0;
    let below = 0;
    while (found < counts.length - 1 && (bytes ? low >= part * (below + counts[found]) : found < value)) {
      below += counts[found];
      found += 1;
    }
    low += part * (bytes ? -below : below);
    for (range = part * counts[found]; range < PART; range *= 256) shift();
    return found;
  };
  const bit = (name, value, place = 0) => {
    if ((work += 1) > 1.5e5) throw new Unreadable();
    const places = seen[name] || (seen[name] = []);
    const counts = places[place] || (places[place] = [1, 1]);
    const found = pick(counts, value ? 1 : 0);
    counts[found] += 2;
    return found;
  };
  const number = (name, value, most) => {
    let size = 0;
    while (size < 30 && bit(name, (value + 1) >> (size + 1), size)) size += 1;
    let found = 1;
    while (size) found = found * 2 + bit(`${name} ${size}`, ((value + 1) >> (size -= 1)) & 1, found);
    if (found > most + 1) throw new Unreadable();
    return found - 1;
  };
  const end = () => {
    if (bytes && bytes.length !== at - 3) throw new Unreadable(); // a reader is four bytes ahead, `end` writes one
    low = Math.ceil(low / PART) * PART;
    shift();
    return out;
  };

  if (bytes) for (; at < 4; ) shift();
  return { pick, bit, number, end };
};
