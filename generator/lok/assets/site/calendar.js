/* One day in a calendar, as a file that every calendar opens (RFC 5545). */
(function (lok) {
  "use strict";

  const FOLD = 73; // bytes in a line, its space included; 75 is the most

  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
  const digits = (day) => day.toISOString().slice(0, 10).replaceAll("-", "");

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

  /** The text of a file with one whole day: what it is called, what to think of, and when (a Date in UTC). */
  lok.calendar = ({ title, description, day }) => {
    const now = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    const next = new Date(day.getTime() + 24 * 60 * 60 * 1000);
    const lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//lok//lok//NL", "BEGIN:VEVENT",
      "UID:" + now + "-" + Math.random().toString(36).slice(2) + "@lok",
      "DTSTAMP:" + now,
      "DTSTART;VALUE=DATE:" + digits(day),
      "DTEND;VALUE=DATE:" + digits(next),
      "SUMMARY:" + escaped(title),
      "DESCRIPTION:" + escaped(description),
      "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR",
    ];
    return lines.map((line) => folded(line) + "\r\n").join("");
  };
})(window.lok);
