/* Time of day and minutes of the evening. A day has 1440 minutes and an evening may pass midnight. */
(function (trainer) {
  "use strict";

  const DAY = 1440;

  /** "20:05", "20.05", "20u" or "2005" as minutes of the day; null where it is no time. */
  function minutes(time) {
    const found = /^(\d{1,2})\s*[:.uh]?\s*(\d{2})?$/i.exec((time || "").trim());
    return found && found[1] < 24 && (found[2] || 0) < 60 ? found[1] * 60 + Number(found[2] || 0) : null;
  }

  /** The time of day at a minute of an evening that begins at `start`; half a minute is not written. */
  function clock(start, minute) {
    const ofDay = (((start + Math.floor(minute)) % DAY) + DAY) % DAY;
    return Math.floor(ofDay / 60) + ":" + String(ofDay % 60).padStart(2, "0");
  }

  /** 2.5 as "2,5". */
  function number(value, sign) {
    return String(Math.round(value * 10) / 10).replace(".", sign);
  }

  /** The moment (ms) nearest to `now` at which it is `start` o'clock: before it begins or while it lasts. */
  function nearest(start, now) {
    const moments = [-1, 0, 1].map((days) => {
      const day = new Date(now);
      day.setDate(day.getDate() + days);
      day.setHours(Math.floor(start / 60), start % 60, 0, 0);
      return day.getTime();
    });
    return moments.reduce((best, other) => (Math.abs(other - now) < Math.abs(best - now) ? other : best));
  }

  /**
   * Which of the candidates ({start, won} in minutes) to cut when an evening is `late`, of those that begin at `from`
   * or after it: as few as can be, so those that win most first, and last the smallest that suffices; of equals the
   * soonest.
   */
  function cuts(candidates, from, late) {
    const ahead = candidates.filter((one) => one.start >= from && one.won > 0);
    const left = [...ahead].sort((one, other) => other.won - one.won || one.start - other.start);
    const chosen = [];
    let won = 0;
    while (won < late && left.length) {
      const enough = left.filter((one) => one.won >= late - won);
      const smallest = Math.min(...enough.map((one) => one.won));
      const best = enough.find((one) => one.won === smallest) || left[0];
      left.splice(left.indexOf(best), 1);
      chosen.push(best);
      won += best.won;
    }
    return { chosen: chosen.sort((one, other) => one.start - other.start), won };
  }

  trainer.clock = { minutes, clock, number, nearest, cuts };
})(window.lok.trainer);
