// Which items of a pool a learner meets. Pure: the same seed gives the same draw.

import { shuffle } from "../shuffle.js";

/** Fewer judged messages cannot be shared out fairly between genuine and fake. */
const LEAST_JUDGED = 4;

const shareOf = (part, whole) => (whole.length ? part.length / whole.length : 0);

/**
 * Draw `count` items: every must-pass item, and as large a share of judged messages, and of genuine ones
 * among them, as the pool has: people who only ever meet fakes learn to distrust everything. At least four
 * messages are judged where the pool has them and the must-pass items leave room.
 * @param {object[]} items  with `id`, `mustPass`, `genuine` (true, false, or none when nothing is judged)
 * @returns {string[]} ids in the order of the pool
 */
export const draw = (items, count, seed) => {
  const ids = items.map(({ id }) => id);
  if (!(count < ids.length)) return ids;
  const order = shuffle(seed, ids);
  // The first ones by lot, and every must-pass item.
  const first = (some, number) =>
    [...some]
      .sort((a, b) => !!b.mustPass - !!a.mustPass || order.indexOf(a.id) - order.indexOf(b.id))
      .slice(0, Math.max(number, some.filter((item) => item.mustPass).length));
  const genuine = items.filter((item) => item.genuine === true);
  const fake = items.filter((item) => item.genuine === false);
  const other = items.filter((item) => item.genuine === undefined);
  const judged = [...genuine, ...fake];
  const room = count - other.filter((item) => item.mustPass).length;
  const least = Math.min(LEAST_JUDGED, judged.length, room);
  const wanted = Math.max(least, Math.round(count * shareOf(judged, items)));
  const wantedGenuine = Math.round(wanted * shareOf(genuine, judged));
  const kept = first(
    [
      ...first(genuine, wantedGenuine),
      ...first(fake, wanted - wantedGenuine),
      ...first(other, count - wanted),
    ],
    count,
  );
  return ids.filter((id, place) => kept.includes(items[place]));
};
