/* One day in a calendar, as a file that every calendar opens (RFC 5545), and which days people work. */
(function (lok) {
  "use strict";

  const DAY = 24 * 60 * 60 * 1000;
  const FOLD = 73; // bytes in a line, its space included; 75 is the most
  const FIXED = ["01-01", "05-01", "07-21", "08-15", "11-01", "11-11", "12-25"]; // public holidays in Belgium
  const AFTER_EASTER = [1, 39, 50]; // Easter Monday, Ascension, Whit Monday

  const iso = (day) => new Date(day).toISOString().slice(0, 10);
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
  const digits = (day) => iso(day).replaceAll("-", "");

  /** Easter Sunday of a year, in milliseconds (the anonymous Gregorian rule). */
  function easter(year) {
    const golden = year % 19;
    const century = Math.floor(year / 100);
    const moon = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
    const full = moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11));
    const weekday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7;
    return Date.UTC(year, 2, 28 + full - weekday);
  }

  function works(day) {
    const date = new Date(day);
    const weekend = date.getUTCDay() % 6 === 0;
    const moving = AFTER_EASTER.some((days) => easter(date.getUTCFullYear()) + days * DAY === day);
    return !weekend && !moving && !FIXED.includes(iso(day).slice(5));
  }

  /** This day or the first one after it on which people work, in milliseconds; NaN for NaN. */
  lok.workday = (day) => (Number.isNaN(day) || works(day) ? day : lok.workday(day + DAY));

  /** A long line as several: each after the first begins with a space, and no letter is torn. */
  function folded(line) {
    const parts = [""];
    let used = 0;
    for (const letter of line) {
      const size = new TextEncoder().encode(letter).length;
      if (used + size > FOLD) {
        parts.push("");
        used = 0;
      }
      parts[parts.length - 1] += letter;
      used += size;
    }
    return parts.join("\r\n ");
  }

  /** The text of a file with one whole day (milliseconds), told the day before at nine: what it is called, what to think of.
      A calendar that knows its `id` moves the day to what the higher `sequence` says, and holds it once. */
  lok.calendar = ({ id, sequence, title, description, day }) => {
    const lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//lok//lok//NL", "METHOD:PUBLISH", "BEGIN:VEVENT",
      "UID:" + id + "@lok",
      "SEQUENCE:" + sequence,
      "DTSTAMP:" + new Date().toISOString().replace(/[-:]|\.\d+/g, ""),
      "DTSTART;VALUE=DATE:" + digits(day),
      "DTEND;VALUE=DATE:" + digits(day + DAY),
      "SUMMARY:" + escaped(title),
      "DESCRIPTION:" + escaped(description),
      "TRANSP:TRANSPARENT",
      "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:" + escaped(title), "TRIGGER:-PT15H", "END:VALARM",
      "END:VEVENT", "END:VCALENDAR",
    ];
    return lines.map((line) => folded(line) + "\r\n").join("");
  };
})(window.lok);
