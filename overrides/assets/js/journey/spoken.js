// The passed modules as a number to dictate over the telephone. A module's bit is its place in the
// register, for ever; two check digits after ISO/IEC 7064, MOD 97-10, notice each wrong digit and each
// swap of neighbours. Written with zeros in front to whole groups of four, so a lost digit is noticed too.
// There is no digit for a format: another format would leave another remainder than 1.

import { Unreadable } from "./coder.js";

/**
 * The number to say.
 * @param {string[]} passed  slugs; those that are not among `modules` cannot be said
 * @param {string[]} modules  in the register's order
 * @returns {string} digits in groups of four, such as "5243 1297"
 */
export const say = (passed, modules) => {
  const mask = modules.reduceRight((sum, slug) => sum * 2n + BigInt(passed.includes(slug)), 0n) * 100n;
  return `000${mask + 98n - (mask % 97n)}`.match(/....(?=(....)*$)/g).join(" ");
};

/**
 * The modules of a number that was heard.
 * @param {string} text  digits, also full-width ones, with any spaces, dots or hyphens
 * @param {string[]} modules  in the register's order
 * @returns {string[]} the slugs of the passed modules; a module of a later edition is left out
 * @throws {Unreadable} reason "garbage"
 */
export const heard = (text, modules) => {
  const digits = text.normalize("NFKC").replace(/[\s.\p{Pd}]/gu, "");
  if (!/^(?!0000)(\d{4}){1,25}$/.test(digits) || BigInt(digits) % 97n !== 1n) throw new Unreadable();
  return modules.filter((_, place) => ((BigInt(digits) / 100n) >> BigInt(place)) & 1n);
};
