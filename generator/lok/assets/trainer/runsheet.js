/* The run sheet: clock times for the hour that is typed, and what may go when the evening runs late. */
(function (trainer) {
  "use strict";

  const sheet = document.querySelector(".runsheet");
  if (!sheet) return;

  const { minutes, clock, number, cuts } = trainer.clock;
  const key = "lok:" + sheet.dataset.course + ":aanvang";
  const begin = document.getElementById("run-begin");
  const late = document.getElementById("run-late");
  const here = document.getElementById("run-here");
  const status = document.getElementById("run-status");
  const times = [...document.querySelectorAll("[data-minute]")];
  const candidates = [...document.querySelectorAll("#run-cuts > li")].map((item) => ({
    item, start: Number(item.dataset.start), won: Number(item.dataset.won),
  }));

  function showTimes() {
    const start = minutes(begin.value);
    sheet.classList.toggle("timed", start !== null);
    for (const time of times) {
      const minute = Number(time.dataset.minute);
      time.textContent = start === null ? time.dataset.plain : clock(start, minute);
    }
  }

  function showCuts() {
    const wanted = Math.max(0, Number(late.value.replace(",", ".")) || 0);
    const plan = cuts(candidates, Number(here.value), wanted);
    for (const one of candidates) one.item.hidden = !wanted || !plan.chosen.includes(one);
    status.textContent = wanted ? told(wanted, plan) : "";
  }

  function told(wanted, plan) {
    const say = (name, value) => trainer.text(name, { minutes: amount(value) });
    const short = wanted - plan.won;
    const margin = Number(sheet.dataset.margin);
    const first = plan.won ? say("won", plan.won) : trainer.words.won_nothing;
    if (short <= 0) return first;
    return first + " " + (margin >= short ? say("margin", short) : say("short", short - margin));
  }

  function amount(value) {
    return number(value, trainer.words.decimal_sign) + " " + trainer.words[value === 1 ? "minute" : "minutes"];
  }

  begin.value = trainer.recall(key) || begin.value;
  begin.addEventListener("input", () => {
    trainer.keep(key, begin.value);
    showTimes();
  });
  showTimes();
  if (!late) return; // nothing may go: a shorter evening has dropped it already

  late.addEventListener("input", showCuts);
  here.addEventListener("change", showCuts);
  for (const button of document.querySelectorAll("[data-late]")) {
    button.addEventListener("click", () => {
      late.value = button.dataset.late;
      showCuts();
    });
  }
  showCuts();
})(window.lok.trainer);
