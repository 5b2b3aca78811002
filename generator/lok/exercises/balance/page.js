/* A balance: what gives and what takes, each with a weight, and a meter that fills and empties. */
(function (lok) {
  "use strict";

  const CELLS = 20; // one for each unit of weight, so that the lightest thing shows, on either side
  const HALF = CELLS / 2;
  const MOST = 40; // things in one group
  const WEIGHTS = [["1", lok.words.little], ["2", lok.words.normal], ["3", lok.words.much]];
  const USUAL = 1;
  const sides = ["plus", "minus"].map((kind) => lok.root.querySelector(".side-" + kind));

  /* --- the meter --- */

  const cells = [...Array(CELLS).keys()].map((n) =>
    lok.svg("rect", { x: 8 + n * 15, y: 8, width: 11, height: 54, rx: 3, class: "cell" })
  );
  const level = lok.el("p", { class: "level" });

  function meter() {
    const box = lok.svg("rect", { x: 2, y: 2, width: 306, height: 66, rx: 10, class: "case" });
    const knob = lok.svg("rect", { x: 310, y: 22, width: 10, height: 26, rx: 3, class: "knob" });
    const picture = lok.svg("svg", { viewBox: "0 0 322 70", "aria-hidden": "true", focusable: "false" }, box, knob, ...cells);
    return lok.el("div", { class: "meter" }, picture, level);
  }

  function total(side) {
    return [...side.querySelectorAll(".weighed input:checked")].reduce((sum, input) => sum + Number(input.value), 0);
  }

  /** How full, in words; at both ends it says what that means, for more weight changes nothing there. */
  function state(full, names) {
    const ends = { 0: "empty", [CELLS]: "full" };
    const between = ["low", "half", "high"][Math.floor(full * 3 / (CELLS + 1))];
    return lok.text("meter_" + (ends[full] || between), { ...names, half: HALF });
  }

  /** It begins half full; each unit of weight moves it by a cell. */
  function measure() {
    const [gives, takes] = sides.map(total);
    const [plus, minus] = sides.map((side) => side.querySelector("h2").textContent);
    const full = Math.max(0, Math.min(CELLS, HALF + gives - takes));
    cells.forEach((cell, n) => cell.classList.toggle("on", n < full));
    const values = { full, of: CELLS, plus, gives, minus, takes };
    const sentence = state(full, values) + " " + lok.text("meter_level", values);
    level.textContent = gives + takes ? sentence : lok.words.meter_start;
  }

  function react(sentence) {
    lok.changed();
    lok.say(sentence + " " + level.textContent);
  }

  /* --- one group of a side --- */

  /** Things, each with its weight right below it once a reader chose it: the author's as buttons, own words after them. */
  function group(suggested, title, name) {
    const list = lok.el("ul", { class: "things" });
    const own = ownWords(title, name, add);
    let next = 0;
    suggested.forEach((thing) => {
      const toggle = lok.button(thing, () => (weighed(thing) ? take : add)(thing), { class: "button suggestion" });
      list.append(lok.el("li", { "data-thing": thing }, toggle));
    });

    const row = (thing) => [...list.children].find((item) => item.dataset.thing === thing);
    const weighed = (thing) => row(thing) && row(thing).querySelector(".weighed");

    function make(id, thing) {
      if (!row(thing)) list.append(lok.el("li", { "data-thing": thing }));
      const weights = lok.choice(id + "-weight", lok.text("weight", { thing }), WEIGHTS);
      weights.querySelectorAll("input").forEach((input, index) => {
        input.checked = index === USUAL;
        input.dataset.said = thing + ": " + WEIGHTS[index][1];
      });
      const away = lok.button(lok.words.remove, () => take(thing), { "aria-label": lok.text("remove_what", { thing }) });
      const kept = lok.el("input", { type: "hidden", name: id + "-thing", value: thing });
      row(thing).append(lok.el("div", { class: "weighed" }, lok.el("p", { class: "thing" }, thing), kept, weights, away));
      next = Math.max(next, Number(id.split("-").pop()) + 1);
    }

    function add(thing) {
      if (list.querySelectorAll(".weighed").length >= MOST || weighed(thing)) return;
      make(name + "-" + next, thing);
      react(lok.text("added", { thing }));
    }

    /** Focus goes to where the thing can be chosen again. */
    function take(thing) {
      weighed(thing).remove();
      const toggle = row(thing).querySelector(".suggestion");
      if (!toggle) row(thing).remove();
      (toggle || own.input).focus();
      react(lok.text("removed", { thing }));
    }

    lok.onchange(() => list.querySelectorAll(".suggestion").forEach((toggle) => {
      toggle.setAttribute("aria-pressed", String(Boolean(weighed(toggle.textContent))));
    }));
    lok.onfill((values) => {
      list.querySelectorAll(".weighed").forEach((part) => part.remove());
      list.querySelectorAll("li:empty").forEach((item) => item.remove());
      for (const [key, thing] of values) {
        const id = key.replace(/-thing$/, "");
        const ours = id !== key && id.replace(/-\d+$/, "") === name;
        if (ours && !weighed(thing) && list.querySelectorAll(".weighed").length < MOST) make(id, thing);
      }
    });
    return lok.el("div", { class: "group" }, list, own.part);
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
  lok.root.querySelector(".balance").before(meter());
  lok.root.querySelector(".balance").after(lok.el("p", { class: "hint" }, lok.text("meter_rule", { half: HALF })));
  lok.onchange(measure);
})(window.lok);
