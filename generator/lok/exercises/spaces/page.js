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
      const full = lok.inFull(input.value);
      const sentence = full && full + ": " + distance(Math.round((Date.parse(input.value) - lok.today()) / DAY));
      if (when.textContent !== sentence) when.textContent = sentence;
    });
  }
})(window.lok);
