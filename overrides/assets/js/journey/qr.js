// QR codes of model 2 after ISO/IEC 18004:2015: versions 1 to 40, byte and numeric segments.

/**
 * For each level: its number; the check bytes of a block by version (base 36; the last stands for all that
 * follow); by how many the blocks grow from version to version (base 36, less 4).
 */
const LEVELS = {
  L: [1, "7afkqikouikoqumosussssuuqsu", "5444454446444464445545456445555555455565"],
  M: [0, "agqiogimmqummoossqqqqs", "5445464454475454565654565665656666567666"],
  Q: [3, "dmiqioimkosqokuossqusuuuusu", "5454646464466809367374666945767677677777"],
  H: [2, "hsmgmsqqososmooussqsuou", "545644556474946276844d067676777777778878"],
};

/** What the eight masks say of a place; 0 turns it over. */
const masks = (x, y) => {
  const two = (x * y) % 2;
  const three = (x * y) % 3;
  const sum = x + y;
  return [
    sum % 2,
    y % 2,
    x % 3,
    sum % 3,
    ((x - (x % 3)) / 3 + (y >> 1)) % 2,
    two + three,
    (two + three) % 2,
    (sum + three) % 2,
  ];
};

const binary = (value, length) => value.toString(2).padStart(length, "0");

/** The segments as zeros and ones; `wide`: 0 up to version 9, 1 up to 26, then 2. */
const written = (segments, wide) => {
  let bits = "";
  for (const { bytes, digits } of segments) {
    bits += bytes ? "0100" + binary(bytes.length, wide ? 16 : 8) : "0001" + binary(digits.length, 10 + 2 * wide);
    for (const part of bytes || digits.match(/.{1,3}/g) || []) {
      bits += binary(+part, bytes ? 8 : 3 * part.length + 1);
    }
  }
  return bits;
};

/** Product in the field of 256 elements. */
const times = (a, b) => (b ? ((b & 1) * a) ^ times((a << 1) ^ ((a >> 7) * 0x11d), b >> 1) : 0);

/** A function that gives the check bytes (Reed and Solomon) of a block. */
const checker = (count) => {
  const poly = Array(count).fill(0);
  poly[count - 1] = 1;
  for (let n = 0, root = 1; n < count; n += 1, root = times(root, 2)) {
    for (let i = 0; i < count; i += 1) poly[i] = times(poly[i], root) ^ poly[i + 1];
  }
  return (block) => {
    const rest = Array(count).fill(0);
    for (const byte of block) {
      const factor = byte ^ rest.shift();
      poly.forEach((part, n) => (rest[n] ^= times(part, factor)));
    }
    return rest;
  };
};

/** The bytes in blocks, then the check bytes of the blocks, each taken in turns. */
const interleaved = (bytes, total, blocks, checks) => {
  const parts = [];
  for (let n = 0, start = 0; n < blocks; n += 1) {
    parts.push(bytes.slice(start, (start += Math.floor((total + n) / blocks) - checks)));
  }
  const across = (rows) => rows[blocks - 1].flatMap((_, n) => rows.map((row) => row[n]));
  return [...across(parts), ...across(parts.map(checker(checks)))].filter((byte) => byte !== undefined);
};

/** A number followed by its check bits (BCH). */
const checked = (value, poly, length) => {
  let rest = value;
  for (let n = 0; n < length; n += 1) rest = (rest << 1) ^ ((rest >> (length - 1)) * poly);
  return (value << length) | rest;
};

/** Write level and mask in their two places. */
const format = (rows, number) => {
  const { length } = rows;
  const bits = checked(number, 0x537, 10) ^ 0x5412;
  for (let n = 0; n < 15; n += 1) {
    const bit = (bits >> n) & 1;
    if (n < 8) rows[n + (n > 5)][8] = rows[8][length - 1 - n] = bit;
    else rows[8][14 - n + (n < 9)] = rows[length - 15 + n][8] = bit;
  }
  rows[length - 8][8] = 1;
};

/** The patterns that are the same for every content; what is undefined is free for it. */
const frame = (version) => {
  const size = 17 + 4 * version;
  const rows = Array.from({ length: size }, () => Array(size).fill());
  const square = (x, y, rings) => {
    const reach = rings.length - 1;
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1) {
        if (x + dx in (rows[y + dy] || [])) rows[y + dy][x + dx] = rings[Math.max(Math.abs(dx), Math.abs(dy))];
      }
    }
  };
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) square(x, y, [1, 1, 0, 1, 0]);
  const steps = version > 1 ? (version / 7 + 1) | 0 : 0; // between the small squares
  const step = steps && 2 * Math.floor((8 * version + 3 * steps + 8) / (4 * steps));
  const places = Array.from({ length: steps }, (_, n) => size - 7 - n * step).concat(6);
  for (const y of places) for (const x of places) if (rows[y][x] === undefined) square(x, y, [1, 0, 1]);
  for (let n = 8; n < size - 8; n += 1) rows[6][n] = rows[n][6] = (n + 1) % 2;
  const bits = checked(version, 0x1f25, 12);
  for (let n = 0; version > 6 && n < 18; n += 1) {
    const near = (n / 3) | 0;
    const far = size - 11 + (n % 3);
    rows[far][near] = rows[near][far] = (bits >> n) & 1;
  }
  format(rows, 0);
  return rows;
};

/** The free places in the order of the bits: up and down in columns of two, from the right. */
const way = (rows) => {
  const { length } = rows;
  const found = [];
  for (let right = length - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let n = 0; n < 2 * length; n += 1) {
      const x = right - (n % 2);
      const y = (right + 1) & 2 ? n >> 1 : length - 1 - (n >> 1);
      if (rows[y][x] === undefined) found.push([x, y]);
    }
  }
  return found;
};

/** How hard a pattern is to read: long runs, blocks, false finders, too dark or too light. */
const penalty = (rows) => {
  let sum = 0;
  for (const line of [...rows, ...rows.map((_, x) => rows.map((row) => row[x]))]) {
    const text = line.join("");
    for (const run of text.match(/0{5,}|1{5,}/g) || []) sum += run.length - 2;
    sum += 40 * text.split(/(?=10111010000|00001011101)/).slice(1).length;
  }
  let dark = 0;
  rows.forEach((row, y) =>
    row.forEach((bit, x) => {
      dark += bit;
      if (x && y && (bit + row[x - 1] + rows[y - 1][x] + rows[y - 1][x - 1]) % 4 === 0) sum += 3;
    }),
  );
  return sum + 10 * Math.floor(Math.abs((20 * dark) / rows.length ** 2 - 10));
};

/**
 * The smallest QR code that holds the segments.
 * @param {({bytes: Uint8Array} | {digits: string})[]} segments
 * @param {"L" | "M" | "Q" | "H"} [level]  how much damage it bears: about 7, 15, 25 or 30 %
 * @returns {{size: number, dark: (x: number, y: number) => boolean}} size in modules, without the margin
 * @throws {RangeError} too long for the largest
 */
export const qr = (segments, level = "M") => {
  const [number, checkDigits, growth] = LEVELS[level];
  for (let version = 1, blocks = 0; version <= 40; version += 1) {
    blocks += parseInt(growth[version - 1], 36) - 4;
    const checks = parseInt(checkDigits[version - 1] || checkDigits.slice(-1), 36);
    const rows = frame(version);
    const free = way(rows);
    const total = free.length >> 3;
    const room = 8 * (total - blocks * checks);
    let bits = written(segments, (version > 9) + (version > 26));
    if (bits.length > room) continue;

    bits = `${bits}0000`.slice(0, room);
    bits = bits.padEnd(Math.ceil(bits.length / 8) * 8, "0").padEnd(room, "1110110000010001");
    const bytes = bits.match(/.{8}/g).map((byte) => parseInt(byte, 2));
    const stream = interleaved(bytes, total, blocks, checks).map((byte) => binary(byte, 8)).join("");
    const masked = masks(0, 0).map((_, mask) => {
      free.forEach(([x, y], n) => (rows[y][x] = stream[n] ^ !masks(x, y)[mask]));
      format(rows, number * 8 + mask);
      return [penalty(rows), rows.map((row) => [...row])];
    });
    const [[, best]] = masked.sort((one, other) => one[0] - other[0]);
    return { size: rows.length, dark: (x, y) => best[y][x] > 0 };
  }
  throw new RangeError("too long");
};

/** The dark modules as the path of an SVG whose viewBox is "0 0 n n", n = size + 8: a margin of four around. */
export const qrPath = ({ size, dark }) => {
  let path = "";
  for (let y = 0; y < size; y += 1) {
    for (let x = 0, length = 0; x < size; x += length + 1, length = 0) {
      while (x + length < size && dark(x + length, y)) length += 1;
      if (length) path += `M${x + 4} ${y + 4}h${length}v1h-${length}z`;
    }
  }
  return path;
};
