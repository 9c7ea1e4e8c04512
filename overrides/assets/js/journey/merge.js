// Two records of one learner become one. The union is commutative, associative and idempotent, and never
// loses a pass, whatever the order in which phones meet (a join semilattice: Shapiro et al. 2011,
// "Conflict-free replicated data types", https://hal.inria.fr/inria-00609399).

/** JSON with its names in order: the same for equal values. */
const canon = (value) =>
  JSON.stringify(value, (_, one) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  ) ?? "";

const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const max = (a, b) => (a < b ? b : a);

/** The larger of two values of any kind; undefined is the smallest. */
const larger = (a, b) => (a === undefined ? b : b === undefined ? a : canon(a) < canon(b) ? b : a);

/** All names of both maps; where both have one, `join` decides. */
const union = (a = {}, b = {}, join = larger) => {
  const [here, there] = [a, b].map((map) => new Map(Object.entries(map))); // its own names, none that it inherits
  return Object.fromEntries(
    [...new Set([...here.keys(), ...there.keys()])]
      .sort()
      .map((name) => [
        name,
        here.has(name) && there.has(name) ? join(here.get(name), there.get(name), name) : (here.has(name) ? here : there).get(name),
      ]),
  );
};

/** When an attempt was last touched, in an order that leaves no tie but between equals. */
const rank = (attempt) => [
  max(`${attempt.t}`, `${attempt.d ?? ""}`),
  Number(attempt.n) || 0,
  attempt.open ? 1 : 0,
  canon(attempt),
];

/** The later of two attempts at an item, whole: parts of different answers do not mix. */
const later = (a, b) => {
  const [one, other] = [rank(a), rank(b)];
  const differs = one.findIndex((part, index) => part !== other[index]);
  return differs < 0 || one[differs] > other[differs] ? a : b;
};

const percent = (value) => Math.min(Math.max(Number(value) || 0, 0), 100);
const earlier = (a, b) => (typeof a !== "string" ? b : typeof b !== "string" ? a : a < b ? a : b);

/** Both results of a module: the best score, and the first pass. */
const bestOf = (a, b) =>
  union(a, b, (one, other, name) =>
    name === "best"
      ? Math.max(percent(one), percent(other))
      : name === "passed"
        ? earlier(one, other)
        : larger(one, other),
  );

const JOINS = {
  __proto__: null,
  attempts: (a, b) => union(a, b, later),
  modules: (a, b) => union(a, b, bestOf),
  days: (a, b) => union(a, b, earlier),
};

/** One profile out of two (see record.js). */
export const merge = (a, b) =>
  union(a, b, (one, other, name) =>
    JOINS[name] && isMap(one) && isMap(other) ? JOINS[name](one, other) : larger(one, other),
  );

/** The learner's own record with another one added: name and chosen path stay the learner's own. */
export const added = (mine, other) => {
  const { name = other.name, track = other.track } = mine;
  return { ...merge(mine, other), ...(name && { name }), ...(track && { track }) };
};
