/* Days: what a field for one holds, what is wrong with it, and how a day is said. Times in milliseconds, in UTC. */
(function (lok) {
  "use strict";

  const { words } = lok;
  const date = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  const formatter = new Intl.DateTimeFormat(document.documentElement.lang, date);

  /** What is wrong with a field for a day, in words, or "": no day, another age (the year 26), past where it lies ahead. */
  function wrongDay(input) {
    if (!input.validity.valid) return words.day_asked;
    const past = "ahead" in input.dataset && lok.touched(input) && Date.parse(input.value) < today();
    return past ? words.day_ahead_asked : "";
  }

  /** What a field for a day holds, in milliseconds; NaN where that is no day, or a wrong one. */
  function dayIn(input) {
    return wrongDay(input) ? NaN : Date.parse(input.value);
  }

  /** A day in words, of a time in milliseconds; "" where that is NaN. */
  function inFull(day) {
    return Number.isNaN(day) ? "" : formatter.format(day);
  }

  /** The day of the reader, in milliseconds. */
  function today() {
    const now = new Date();
    return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  }

  Object.assign(lok, { wrongDay, dayIn, inFull, today });
})(window.lok);
