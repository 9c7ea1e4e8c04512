// The same order for the same seed, here and in hooks/handbook/shuffle.py: paper and screen agree.
// Hash: FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). Numbers: mulberry32, public domain.

/** Numbers from 0 up to 1, the same for the same seed (a text). */
export const numbers = (seed) => {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(seed)) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** `ids` in an order that depends on the seed alone (Fisher and Yates, as by Durstenfeld). */
export const shuffle = (seed, ids) => {
  const next = numbers(seed);
  const order = [...ids];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
};
