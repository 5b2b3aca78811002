/* Sums in, means and names out: the arithmetic of an official form of which this page holds no question. */
(function (lok) {
  "use strict";

  const colours = { [lok.words.green]: "green", [lok.words.orange]: "orange", [lok.words.red]: "red" };
  const decimals = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: 2 });
  const forms = lok.own(".form");
  const [least, most] = (forms[0].dataset.answers || "").split(" ").map(Number);
  const below = forms[0].dataset.below;
  const cards = lok.own(".columns > section");

  /** The mean in hundredths, rounded half up: 25 of 8 is 3.125, so 313. Whole numbers all the way. */
  function mean(total, items) {
    return Math.floor((200 * total + items) / (2 * items));
  }

  /** What the page says about a name in bold at the start of a list item, for everyone. */
  function meaning(name) {
    const bold = lok.own("li > strong:first-child", lok.page).find((found) => found.textContent === name);
    return bold ? bold.parentElement.textContent.slice(name.length).replace(/^:?\s*/, ", ") : "";
  }

  /** What the author says of a scale; its card makes place for the line where the sum is typed. */
  function explained(title) {
    const card = cards.find((found) => found.querySelector("h2").textContent === title);
    if (!card || card.querySelector(".apart, .answer")) return [];
    card.hidden = true;
    return lok.own("p", card).map((paragraph) => lok.el("p", { class: "hint" }, paragraph.textContent));
  }

  function bounds(row) {
    return [...row.querySelectorAll("[data-least]")].map((bound) => [bound.dataset.name, Number(bound.dataset.least)]);
  }

  function possible(total, items) {
    return Number.isInteger(total) && total > 0 && (!most || (total >= items * least && total <= items * most));
  }

  /** A line of one scale: where its sum is typed, and what follows from it. */
  function line(row, form, index, above) {
    const title = row.cells[0].textContent;
    const items = Number(row.dataset.items);
    const label = lok.el("p", { class: "scale" }, lok.text("scale_sum", { title, items }));
    const output = lok.el("p", { class: "result", role: "status" });
    const asked = most ? lok.text("score_range", { items, least: items * least, most: items * most }) : lok.words.score_whole;
    const host = lok.el("div", { class: "score" }, label, ...explained(title));
    // A field for numbers drops the comma that a reader types and keeps 245 of 24,5; words and digits stay as they are here.
    const input = lok.field(host, "form" + form + "-" + index, label, { type: "text", inputmode: "numeric", maxlength: 8 });
    lok.judged(input, () => (input.value.trim() && !possible(total(), items) ? asked : ""));
    host.append(output);
    const whole = above.length > 1 && above.reduce((sum, other) => sum + other.items, 0) === items;

    /** What was typed; for the scale of all items, what the scales above it make together. */
    function total() {
      const typed = input.value.trim();
      if (typed || !whole) return typed ? (/^\d+$/.test(typed) ? Number(typed) : NaN) : null;
      const sums = above.map((other) => other.total());
      return sums.includes(null) ? null : sums.reduce((sum, one) => sum + one, 0);
    }

    function judge(sum) {
      const hundredths = mean(sum, items);
      const known = bounds(row);
      const values = { sum, items, mean: decimals.format(hundredths / 100) };
      if (!known.length) return [lok.text("score_plain", values), ""];
      const reached = known.filter(([, bound]) => hundredths >= bound);
      const name = reached.length ? reached[reached.length - 1][0] : below || lok.text("score_under", { name: known[0][0] });
      return [lok.text("score_named", { ...values, name: name + meaning(name) }), colours[name] || ""];
    }

    function result() {
      const sum = total();
      return sum !== null && possible(sum, items) ? judge(sum) : ["", ""];
    }

    lok.onchange(() => {
      const [sentence, colour] = result();
      output.dataset.colour = colour;
      if (output.textContent !== sentence) output.textContent = sentence;
    });
    return { host, items, total };
  }

  const titles = forms.map((form) => form.querySelector("h2").textContent);
  const choice = lok.choice("version", lok.words.which_version, titles.map((title) => [title, title]));
  forms[0].before(choice);
  forms.forEach((form, number) => {
    const lines = [];
    for (const [index, row] of [...form.querySelectorAll("tbody tr")].entries()) {
      lines.push(line(row, number, index, [...lines]));
    }
    const warning = lok.el("p", { class: "notice" }, lok.words.score_no_diagnosis);
    form.querySelector("h2").after(...lines.map((one) => one.host), warning);
    lok.onchange(() => {
      const chosen = choice.querySelector("input:checked");
      form.classList.toggle("away", forms.length > 1 && !(chosen && chosen.value === titles[number]));
    });
  });
})(window.lok);
