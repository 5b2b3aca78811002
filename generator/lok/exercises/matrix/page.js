/* Who does what: a mark for everyone, one row on a screen, and afterwards a possible filling beside one's own. */
(function (lok) {
  "use strict";

  const names = lok.own("[data-columns] span").map((name) => name.textContent);
  const marks = lok.own("[data-marks] strong").map((mark) => mark.textContent);
  const rows = lok.own("[data-row]");

  /** What a possible answer says for each column, or null where it is no plain list of names and marks. */
  function model(answer) {
    const said = [...answer.querySelectorAll("li")].map((item) => item.textContent.split(":").map((part) => part.trim()));
    const known = said.every(([name, mark]) => names.includes(name) && marks.includes(mark));
    return said.length && known ? new Map(said) : null;
  }

  function cell(tag, label, words) {
    return lok.el(tag, tag === "td" ? { "data-label": label } : { scope: "col" }, words);
  }

  /** A table that sets what the reader chose beside the model, rewritten at each change. */
  function compare(row, answer, said) {
    const titles = [lok.words.who, lok.words.you, lok.words.model, lok.words.beside];
    const body = lok.el("tbody");
    const head = lok.el("thead", {}, lok.el("tr", {}, ...titles.map((title) => cell("th", title, title))));
    const table = lok.el("div", { class: "table compare" }, lok.el("table", {}, head, body));
    answer.querySelector("ul").replaceWith(table);
    lok.onchange(() => {
      const lines = names.map((name, index) => {
        const checked = row.querySelectorAll("fieldset")[index].querySelector("input:checked");
        const theirs = said.get(name) || lok.words.nothing;
        const verdict = checked && (checked.value === theirs ? lok.words.same : lok.words.different);
        const words = [name, checked ? checked.value : lok.words.unanswered, theirs, verdict || ""];
        return lok.el("tr", {}, ...words.map((word, n) => cell("td", titles[n], word)));
      });
      body.replaceChildren(...lines);
    });
  }

  for (const row of rows) {
    const end = row.querySelector(".waiting, .apart");
    names.forEach((name, index) => {
      const options = [lok.words.nothing, ...marks].map((mark) => [mark, mark]);
      row.insertBefore(lok.choice(row.dataset.row + "-" + index, name, options), end);
    });
    const answer = lok.own(".answer", row)[0];
    const said = answer && model(answer);
    if (said) compare(row, answer, said);
  }
  lok.screens(rows);
})(window.lok);
