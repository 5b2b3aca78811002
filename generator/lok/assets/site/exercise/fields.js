/* Places to write and to choose. */
(function (lok) {
  "use strict";

  const { page, el, idOf, own } = lok;
  const DAY_FIELD = { type: "date", min: "2000-01-01", max: "2100-12-31" }; // the years that an author may write

  /** A field at the end of `host`, before its answer; `label` is the element that names it, or a name to be heard. */
  function field(host, name, label, attributes = {}) {
    const typing = { name, autocomplete: "off", spellcheck: "false" };
    const named = typeof label === "string" ? { "aria-label": label } : { "aria-labelledby": idOf(label) };
    const input = attributes.type
      ? el("input", { ...typing, ...named, ...attributes })
      : el("textarea", { rows: 3, maxlength: lok.LONGEST, ...typing, ...named, ...attributes });
    const copy = el("div", { class: "typed", "aria-hidden": "true" });
    const end = [...host.children].find((child) => child.matches(".answer, .waiting, .apart"));
    host.insertBefore(el("div", { class: "field" }, input, copy), end || null);
    if (attributes.type === "date") judged(input, () => lok.wrongDay(input));
    return input;
  }

  /** Below a field: says what is wrong once a reader leaves it; `wrong` gives that sentence, or "". */
  function judged(input, wrong) {
    const hint = el("p", { class: "hint", role: "status" });
    input.parentElement.after(hint);
    input.setAttribute("aria-describedby", idOf(hint));
    input.addEventListener("blur", lok.changed);
    lok.onchange(() => {
      const sentence = input === document.activeElement ? "" : wrong();
      input.setAttribute("aria-invalid", String(sentence !== ""));
      if (hint.textContent !== sentence) hint.textContent = sentence;
    });
  }

  /** A field below each item of the lists in `host`: what the item says is its label. */
  function prompts(host, name) {
    own("ul > li", host).filter((item) => item.parentElement.parentElement === host).forEach((item, index) => {
      const label = el("span", {}, ...item.childNodes);
      item.append(label);
      field(item, name + "-" + index, label, { rows: 2 });
    });
  }

  /** A row with a title and a field for each of some agreements, elements of the page with what to agree on. */
  function agreed(title, name, agreements) {
    const row = el("div", { class: "planned" }, el("h3", {}, title));
    agreements.forEach((agreement, index) => {
      const host = el("div", {}, el("p", { "aria-hidden": "true" }, agreement.textContent));
      const type = "date" in agreement.dataset ? { ...DAY_FIELD, "data-ahead": "" } : { rows: 1 };
      field(host, name + index, title + ", " + agreement.textContent, type);
      row.append(host);
    });
    return row;
  }

  /** Large buttons of which one is chosen, none in advance; `options` are [value, label]. */
  function choice(name, legend, options) {
    const labels = options.map(([value, label]) => {
      const input = el("input", { type: "radio", name, value, autocomplete: "off" });
      return el("label", {}, input, el("span", {}, label));
    });
    return el("fieldset", { class: "choice" }, el("legend", {}, legend), ...labels);
  }

  /** A copy of each field's text makes room for it on screen and stands on paper. */
  lok.onchange(() => {
    for (const copy of page.querySelectorAll(".typed")) {
      const input = copy.previousElementSibling;
      copy.textContent = input.type === "date" ? lok.inFull(lok.dayIn(input)) : input.value;
      copy.parentElement.classList.toggle("empty", !input.value);
    }
  });
  for (const host of own("[data-field]", page)) {
    field(host, host.dataset.field, host.querySelector("h2, h3, h4"), "date" in host.dataset ? DAY_FIELD : {});
  }

  Object.assign(lok, { field, judged, prompts, agreed, choice });
})(window.lok);
