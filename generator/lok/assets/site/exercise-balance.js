/* A balance: what gives and what takes, each with a weight, and a meter that fills and empties. */
(function (lok) {
  "use strict";

  const CELLS = 10;
  const MOST = 40; // things in one group
  const WEIGHTS = [["1", lok.words.little], ["2", lok.words.normal], ["3", lok.words.much]];
  const sides = ["plus", "minus"].map((kind) => lok.root.querySelector(".side-" + kind));
  const cells = [...Array(CELLS).keys()].map((n) => lok.svg("rect", { x: 8 + n * 30, y: 8, width: 25, height: 54, rx: 4, class: "cell" }));
  const level = lok.el("p", { class: "level" });

  function meter() {
    const box = lok.svg("rect", { x: 2, y: 2, width: 306, height: 66, rx: 10, class: "case" });
    const knob = lok.svg("rect", { x: 310, y: 22, width: 10, height: 26, rx: 3, class: "knob" });
    const picture = lok.svg("svg", { viewBox: "0 0 322 70", "aria-hidden": "true", focusable: "false" }, box, knob, ...cells);
    return lok.el("div", { class: "meter" }, picture, level, lok.el("p", { class: "hint" }, lok.words.meter_rule));
  }

  function total(side) {
    return [...side.querySelectorAll(".chosen input:checked")].reduce((sum, input) => sum + Number(input.value), 0);
  }

  function measure() {
    const [gives, takes] = sides.map(total);
    const full = Math.max(0, Math.min(CELLS, Math.round(CELLS / 2 + (gives - takes) / 2)));
    cells.forEach((cell, n) => cell.classList.toggle("on", n < full));
    const names = sides.map((side) => side.querySelector("h2").textContent);
    const state = { full, of: CELLS, plus: names[0], gives, minus: names[1], takes };
    const step = "meter_" + ["empty", "low", "half", "high", "full"][full && Math.min(4, 1 + Math.floor((full * 3 - 1) / CELLS))];
    level.textContent = gives + takes === 0 ? lok.words.meter_start : lok.words[step] + " " + lok.text("meter_level", state);
  }

  /** One group of a side: what the author suggests, own words, and what was chosen. */
  function group(list, title, name) {
    const chosen = lok.el("ul", { class: "chosen", "aria-label": lok.text("chosen", { title }) });
    const suggestions = (list ? [...list.children] : []).map((item) => {
      const words = item.textContent.trim();
      const press = () => (row(words) ? remove(row(words)) : add(words));
      return lok.button(words, press, { "aria-pressed": "false", class: "button suggestion" });
    });
    const own = lok.el("input", { type: "text", id: "lok-own-" + name, autocomplete: "off", spellcheck: "false", maxlength: 120 });
    const addOwn = lok.button(lok.words.add, () => {
      if (own.value.trim()) add(own.value.trim());
      own.value = "";
      own.focus();
    });
    own.addEventListener("keydown", (event) => {
      if (event.key === "Enter") addOwn.click();
    });
    let next = 0;

    function row(words) {
      return [...chosen.children].find((item) => item.dataset.words === words);
    }

    function make(id, words) {
      const weights = lok.choice(id + "-weight", lok.text("weight", { words }), WEIGHTS);
      weights.querySelectorAll("input")[1].checked = true;
      const away = lok.button(lok.words.remove, () => remove(item, true), { "aria-label": lok.text("remove_what", { words }) });
      const item = lok.el("li", { "data-words": words }, lok.el("p", { class: "thing" }, words),
        lok.el("input", { type: "hidden", name: id + "-words", value: words }), weights, away);
      chosen.append(item);
      next = Math.max(next, Number(id.split("-").pop()) + 1);
    }

    function add(words) {
      if (chosen.children.length >= MOST || row(words)) return;
      make(name + "-" + next, words);
      react(lok.text("added", { words }));
    }

    function remove(item, focus) {
      const words = item.dataset.words;
      item.remove();
      if (focus) (suggestions.find((toggle) => toggle.textContent === words) || own).focus();
      react(lok.text("removed", { words }));
    }

    function react(sentence) {
      lok.changed();
      lok.say(sentence + " " + level.textContent);
    }

    lok.onfill((values) => {
      chosen.replaceChildren();
      for (const [key, words] of Object.entries(values)) {
        const found = /^(.*-\d+)-words$/.exec(key);
        if (found && found[1].replace(/-\d+$/, "") === name && chosen.children.length < MOST) make(found[1], words);
      }
    });
    lok.onchange(() => suggestions.forEach((toggle) => toggle.setAttribute("aria-pressed", String(Boolean(row(toggle.textContent))))));
    const label = lok.el("label", { for: own.id }, lok.text("own_words", { title }));
    const parts = [lok.el("div", { class: "suggestions" }, ...suggestions), lok.el("div", { class: "own" }, label, lok.el("div", {}, own, addOwn)), chosen];
    return lok.el("div", { class: "group" }, ...parts);
  }

  sides.forEach((side, index) => {
    const lists = lok.own("ul", side).filter((list) => list.parentElement === side);
    const heading = side.querySelector("h2");
    const before = (list) => lists.length && list.previousElementSibling && list.previousElementSibling.matches("h3") ? list.previousElementSibling : heading;
    lists.forEach((list, n) => {
      const title = before(list) === heading ? heading.textContent : heading.textContent + ", " + before(list).textContent;
      list.replaceWith(group(list, title, "side" + index + "-group" + n));
    });
    if (!lists.length) side.append(group(null, heading.textContent, "side" + index + "-group0"));
  });
  lok.root.querySelector(".shower").after(meter());
  lok.own(".section", lok.page).forEach((section, n) => {
    if (section.children.length === 1) lok.prompts(section, "section" + n);
  });
  lok.onchange(measure);
})(window.lok);
