// A calendar file (RFC 5545, https://www.rfc-editor.org/rfc/rfc5545) made in the browser. Times float: 19:30
// is half past seven in the evening wherever the phone is.

/** The day that comes `days` after `date`, both YYYY-MM-DD. A RangeError for what is no date. */
export const later = (date, days) => new Date(Date.parse(date) + days * 864e5).toISOString().slice(0, 10);

const escaped = (text) => text.replace(/[\\;,]/g, "\\$&");
const compact = (time) => time.replace(/[-:]|\.\d+/g, "");

/** A line of more than 75 octets goes on behind a space (3.1): 18 signs are 72 octets at most, none is cut. */
const folded = (line) => (new Blob([line]).size > 75 ? line.replace(/.{18}(?=.)/gu, "$&\r\n ") : line);

/**
 * Reminders of a quarter of an hour each, with an alarm when they begin.
 * @param {{uid: string, start: string, title: string, url: string}[]} events  `start`: YYYY-MM-DDTHH:MM; the
 *   same `uid` later moves an event that a calendar already holds; `title` is one line
 * @param {Date} now
 * @returns {string} the file
 */
export const calendar = (events, now = new Date()) =>
  // No template of several lines: the minifier takes some of their ends away.
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//handbook",
    ...events.flatMap(({ uid, start, title, url }) => [
      "BEGIN:VEVENT",
      `UID:${uid}`,
      `DTSTAMP:${compact(now.toISOString())}`,
      `DTSTART:${compact(start)}00`,
      "DURATION:PT15M",
      `URL:${url}`,
      `DESCRIPTION:${escaped(url)}`, // many calendars on phones show no URL
      `SUMMARY:${escaped(title)}`,
      "BEGIN:VALARM",
      `DESCRIPTION:${escaped(title)}`,
      "ACTION:DISPLAY",
      "TRIGGER:PT0S",
      "END:VALARM",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");
