/* Fields to write in; one that asks for a day says it in full, and how far away it is. */
(function (lok) {
  "use strict";

  const DAY = 24 * 60 * 60 * 1000;

  function distance(days) {
    if (days < 0) return lok.words.day_past;
    if (days < 2) return days ? lok.words.day_tomorrow : lok.words.day_today;
    return lok.text("day_ahead", { days });
  }

  for (const input of lok.own("[data-date] input")) {
    const when = lok.el("p", { class: "hint", role: "status" });
    input.parentElement.after(when);
    lok.onchange(() => {
      const day = lok.dayIn(input);
      const sentence = Number.isNaN(day) ? "" : lok.inFull(day) + ": " + distance(Math.round((day - lok.today()) / DAY));
      if (when.textContent !== sentence) when.textContent = sentence;
    });
  }
})(window.lok);
