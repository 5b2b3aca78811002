/* A balance: what gives and what takes, each with a weight, and a meter that fills and empties. */
(function (lok) {
  "use strict";

  const CELLS = 10;
  const MOST = 40; // things in one group
  const WEIGHTS = [["1", lok.words.little], ["2", lok.words.normal], ["3", lok.words.much]];
  const USUAL = 1;
  const sides = ["plus", "minus"].map((kind) => lok.root.querySelector(".side-" + kind));

  /* --- the meter --- */

  const cells = [...Array(CELLS).keys()].map((n) =>
    lok.svg("rect", { x: 8 + n * 30, y: 8, width: 25, height: 54, rx: 4, class: "cell" })
  );
  const level = lok.el("p", { class: "level" });

  function meter() {
    const box = lok.svg("rect", { x: 2, y: 2, width: 306, height: 66, rx: 10, class: "case" });
    const knob = lok.svg("rect", { x: 310, y: 22, width: 10, height: 26, rx: 3, class: "knob" });
    const picture = lok.svg("svg", { viewBox: "0 0 322 70", "aria-hidden": "true", focusable: "false" }, box, knob, ...cells);
    return lok.el("div", { class: "meter" }, picture, level);
  }

  function total(side) {
    return [...side.querySelectorAll(".chosen input:checked")].reduce((sum, input) => sum + Number(input.value), 0);
  }

  function state(full) {
    const third = 1 + Math.floor((full * 3 - 1) / CELLS);
    return lok.words["meter_" + ["empty", "low", "half", "high", "full"][full && Math.min(4, third)]];
  }

  /** It begins half full; each weight moves it by half a cell. */
  function measure() {
    const [gives, takes] = sides.map(total);
    const [plus, minus] = sides.map((side) => side.querySelector("h2").textContent);
    const full = Math.max(0, Math.min(CELLS, Math.round((CELLS + gives - takes) / 2)));
    cells.forEach((cell, n) => cell.classList.toggle("on", n < full));
    const sentence = state(full) + " " + lok.text("meter_level", { full, of: CELLS, plus, gives, minus, takes });
    level.textContent = gives + takes ? sentence : lok.words.meter_start;
  }

  function react(sentence) {
    lok.changed();
    lok.say(sentence + " " + level.textContent);
  }

  /* --- one group of a side --- */

  /** What was chosen, as rows with a weight each; `left(thing)` is told which one a reader took away. */
  function chosen(title, name, left) {
    const list = lok.el("ul", { class: "chosen", "aria-label": lok.text("chosen", { title }) });
    let next = 0;
    const row = (thing) => [...list.children].find((item) => item.dataset.thing === thing);

    function make(id, thing) {
      const weights = lok.choice(id + "-weight", lok.text("weight", { thing }), WEIGHTS);
      weights.querySelectorAll("input")[USUAL].checked = true;
      const away = lok.button(lok.words.remove, () => take(thing), { "aria-label": lok.text("remove_what", { thing }) });
      const kept = lok.el("input", { type: "hidden", name: id + "-thing", value: thing });
      list.append(lok.el("li", { "data-thing": thing }, lok.el("p", { class: "thing" }, thing), kept, weights, away));
      next = Math.max(next, Number(id.split("-").pop()) + 1);
    }

    function add(thing) {
      if (list.children.length >= MOST || row(thing)) return;
      make(name + "-" + next, thing);
      react(lok.text("added", { thing }));
    }

    function take(thing) {
      row(thing).remove();
      left(thing);
      react(lok.text("removed", { thing }));
    }

    lok.onfill((values) => {
      list.replaceChildren();
      for (const [key, thing] of values) {
        const id = key.replace(/-thing$/, "");
        if (id !== key && id.replace(/-\d+$/, "") === name && list.children.length < MOST) make(id, thing);
      }
    });
    return { list, row, add, take };
  }

  /** A field for something of one's own, and the button that adds it. */
  function ownWords(title, name, add) {
    const typing = { type: "text", autocomplete: "off", spellcheck: "false", maxlength: 120 };
    const input = lok.el("input", { ...typing, id: "lok-own-" + name });
    const press = lok.button(lok.words.add, () => {
      if (input.value.trim()) add(input.value.trim());
      input.value = "";
      input.focus();
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") press.click();
    });
    const label = lok.el("label", { for: input.id }, lok.text("own_words", { title }));
    return { input, part: lok.el("div", { class: "own" }, label, lok.el("div", {}, input, press)) };
  }

  /** The author's suggestions as buttons, a field for own words, and what was chosen. */
  function group(things, title, name) {
    const rows = chosen(title, name, (thing) => (suggestion(thing) || own.input).focus());
    const own = ownWords(title, name, rows.add);
    const suggestions = things.map((thing) => {
      const press = () => (rows.row(thing) ? rows.take : rows.add)(thing);
      return lok.button(thing, press, { "aria-pressed": "false", class: "button suggestion" });
    });
    const suggestion = (thing) => suggestions.find((toggle) => toggle.textContent === thing);
    lok.onchange(() => suggestions.forEach((toggle) => {
      toggle.setAttribute("aria-pressed", String(Boolean(rows.row(toggle.textContent))));
    }));
    return lok.el("div", { class: "group" }, lok.el("div", { class: "suggestions" }, ...suggestions), own.part, rows.list);
  }

  sides.forEach((side, index) => {
    const heading = side.querySelector("h2").textContent;
    const lists = lok.own("ul", side).filter((list) => list.parentElement === side);
    lists.forEach((list, n) => {
      const above = list.previousElementSibling;
      const title = above.matches("h3") ? heading + ", " + above.textContent : heading;
      const things = [...list.children].map((item) => item.textContent.trim());
      list.replaceWith(group(things, title, "side" + index + "-group" + n));
    });
    if (!lists.length) side.append(group([], heading, "side" + index + "-group0"));
  });
  lok.own(".section", lok.page).forEach((section, n) => {
    if (section.children.length === 1) lok.prompts(section, "section" + n);
  });
  lok.root.querySelector(".shower").after(meter(), lok.el("p", { class: "hint" }, lok.words.meter_rule));
  lok.onchange(measure);
})(window.lok);
