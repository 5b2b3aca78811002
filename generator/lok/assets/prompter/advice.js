/* What to shorten or leave out when the evening runs late, worked out as on the run sheet; a tap takes it over. */
(function (trainer) {
  "use strict";

  const { words } = trainer;

  /**
   * `state()` gives {late, from, cut}: minutes too late, the minute at which what is busy ends, and the indexes of what
   * was cut, in the order in which that happened. `change(cut)` takes new ones; `say(name, minutes)` fills a sentence.
   */
  function advice(moments, margin, state, change, say) {
    const dialog = document.getElementById("advice");
    const find = (name) => dialog.querySelector(name);
    const items = [...dialog.querySelectorAll("li")].map((item) => ({
      item, button: item.querySelector("button"), moment: moments[Number(item.dataset.index)], number: item.dataset.number,
    }));

    function ahead({ from }) {
      return items.filter(({ moment }) => moment.start >= from);
    }

    /** What the run sheet would cut now, besides what is cut already. */
    function proposal(now) {
      const left = ahead(now).filter(({ moment }) => !now.cut.includes(moment.index));
      const candidates = left.map((one) => ({ one, start: one.moment.start, won: one.moment.full - one.moment.keep }));
      const { chosen, won } = trainer.clock.cuts(candidates, now.from, Math.max(0, now.late));
      return { chosen: chosen.map(({ one }) => one), won };
    }

    function slides(name, chosen) {
      return chosen.length ? [trainer.text(name, { slides: chosen.map(({ number }) => number).join(", ") })] : [];
    }

    /** In one breath: which slides to shorten, and which may go. */
    function named(chosen) {
      const parts = [
        ...slides("to_shorten", chosen.filter(({ moment }) => moment.keep > 0)),
        ...slides("may_go", chosen.filter(({ moment }) => moment.keep === 0)),
      ].join("; ");
      return parts.charAt(0).toUpperCase() + parts.slice(1) + ".";
    }

    function told(now, { chosen, won }) {
      if (now.late <= 0) return now.cut.length ? words.no_longer_late : words.on_time + ".";
      const short = now.late - won;
      const parts = [say("still_late", now.late)];
      parts.push(...(chosen.length ? [named(chosen), say("won", won)] : [words.won_nothing]));
      if (short > 0) parts.push(margin >= short ? say("margin", short) : say("short", short - margin));
      return parts.join(" ");
    }

    function show() {
      const now = state();
      const plan = proposal(now);
      find(".advice-told").textContent = told(now, plan);
      find(".follow").hidden = !plan.chosen.length;
      find(".undo").hidden = !now.cut.length;
      for (const { button, moment } of items) button.setAttribute("aria-pressed", String(now.cut.includes(moment.index)));
    }

    /** What is proposed stands first, and stays where it stands while somebody taps. */
    function open() {
      const now = state();
      const { chosen } = proposal(now);
      const others = find(".other");
      const possible = ahead(now);
      const first = possible.filter((one) => chosen.includes(one) || now.cut.includes(one.moment.index));
      for (const one of items) {
        one.item.hidden = !possible.includes(one);
        (first.includes(one) ? find(".advised") : others.querySelector("ul")).append(one.item);
      }
      find(".advised").hidden = !first.length;
      others.hidden = possible.length === first.length;
      others.open = !first.length;
      show();
      dialog.showModal();
    }

    for (const { button, moment } of items) {
      button.addEventListener("click", () => {
        const { cut } = state();
        change(cut.includes(moment.index) ? cut.filter((other) => other !== moment.index) : [...cut, moment.index]);
        show();
      });
    }
    find(".follow").addEventListener("click", () => {
      const now = state();
      change([...now.cut, ...proposal(now).chosen.map(({ moment }) => moment.index)]);
      show();
      find(".close").focus();
    });
    find(".undo").addEventListener("click", () => {
      change(state().cut.slice(0, -1));
      show();
      if (find(".undo").hidden) find(".close").focus();
    });
    find(".close").addEventListener("click", () => dialog.close());

    /** The numbers of the slides that were cut, in order. */
    function cutSlides(cut) {
      return items.filter(({ moment }) => cut.includes(moment.index)).sort((one, other) => one.moment.index - other.moment.index)
        .map(({ number }) => number).join(", ");
    }

    return { open, cutSlides, possible: () => ahead(state()).length > 0 };
  }

  trainer.advice = advice;
})(window.lok.trainer);
