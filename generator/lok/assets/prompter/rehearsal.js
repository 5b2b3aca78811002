/* A rehearsal waits at each moment until somebody taps, and notes how long that took beside what was planned. */
(function (trainer) {
  "use strict";

  const MINUTE = 60000;
  const { words } = trainer;

  /**
   * What a rehearsal holds: {index, since, spent}. `spent` are the ms at each moment, by its index; `since` (ms) is when
   * the present one came, null once it is over.
   */
  function begin(index) {
    return { index, since: Date.now(), spent: {} };
  }

  /** The ms spent at each moment, the present one counted up to now. */
  function spent(practice) {
    const now = practice.since === null ? {} : { [practice.index]: (practice.spent[practice.index] || 0) + Date.now() - practice.since };
    return { ...practice.spent, ...now };
  }

  /** On to another moment, or to the end where `index` is null. */
  function go(practice, index) {
    const ended = index === null;
    return { index: ended ? practice.index : index, since: ended ? null : Date.now(), spent: spent(practice) };
  }

  /** How many minutes more than planned; of the present moment only what goes over. */
  function late(practice, moments) {
    return Object.entries(spent(practice)).reduce((sum, [index, time]) => {
      const more = time / MINUTE - moments[index].length;
      return sum + (Number(index) === practice.index && practice.since !== null ? Math.max(0, more) : more);
    }, 0);
  }

  /** The minutes that the present moment has left; below 0 when it is over time. */
  function left(practice, moments) {
    return moments[practice.index].length - (spent(practice)[practice.index] || 0) / MINUTE;
  }

  /** Each moment that took time, in order: title, who, minutes planned and real (rounded to a tenth). */
  function rows(practice, moments) {
    const times = spent(practice);
    return moments.filter(({ index }) => index in times).map(({ index, box, length }) => ({
      title: box.querySelector("h2").textContent, who: box.dataset.who, planned: length,
      real: Math.round(times[index] / MINUTE * 10) / 10,
    })).filter(({ real }) => real > 0);
  }

  /** The table at the end, and its file. `current()` gives the rehearsal, `leave()` ends it. */
  function table(moments, current, leave, course) {
    const dialog = document.getElementById("times");
    const find = (name) => dialog.querySelector(name);
    const written = (value) => trainer.clock.number(value, words.decimal_sign);
    const more = (value) => (value > 0 ? "+" : "") + written(value).replace("-", "\u2212");

    function line(row, planned, real) {
      const tenths = Math.round((real - planned) * 10) / 10;
      [written(planned), written(real), more(tenths)].forEach((text, index) => { row.cells[index + 1].textContent = text; });
      row.classList.toggle("over", tenths > 0);
    }

    function together(all) {
      return all.reduce(([planned, real], row) => [planned + row.planned, real + row.real], [0, 0]);
    }

    function open() {
      const all = rows(current(), moments);
      const body = find("tbody");
      body.replaceChildren();
      for (const { title, planned, real } of all) {
        const row = body.insertRow();
        const head = document.createElement("th");
        head.scope = "row";
        head.textContent = title;
        row.append(head);
        [0, 1, 2].forEach(() => row.insertCell());
        line(row, planned, real);
      }
      line(find("tfoot tr"), ...together(all));
      find(".times-told").textContent = "";
      find(".close").hidden = current().since === null;
      dialog.showModal();
    }

    function save() {
      const all = rows(current(), moments);
      const lines = all.map(({ title, who, planned, real }) => {
        const [, number, name] = /^(?:(\d+)\. )?(.*)$/.exec(title);
        return [number || "", name, who, written(planned), written(real), written(real - planned)];
      });
      const [planned, real] = together(all);
      const sum = ["", words.together, "", written(planned), written(real), written(real - planned)];
      const name = [course, words.file_times, trainer.today()].join("-");
      trainer.saveTable(name, [words.file_head_times.split(";"), ...lines, sum]);
      find(".times-told").textContent = words.saved;
    }

    find(".save").addEventListener("click", save);
    find(".close").addEventListener("click", () => dialog.close());
    find(".leave").addEventListener("click", () => {
      dialog.close();
      leave();
    });
    return { open };
  }

  trainer.rehearsal = { begin, go, late, left, table };
})(window.lok.trainer);
