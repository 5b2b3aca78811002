/* What every exercise shares: places to write, what was written there, and answers that wait for an attempt.
   Author's words come from the page, ours from its data-words; what a reader types never becomes markup. */
(function () {
  "use strict";

  const LONGEST = 4000; // letters in one field
  const DAY_FIELD = { type: "date", min: "2000-01-01", max: "2100-12-31" }; // the years that an author may write
  const root = document.querySelector(".exercise");
  const page = root.closest("article");
  const words = JSON.parse(root.dataset.words);
  const changes = [];
  const fills = [];
  const date = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  const formatter = new Intl.DateTimeFormat(document.documentElement.lang, date);
  let made = 0;

  /* --- pieces of a page --- */

  function put(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== false) element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  /** An element with attributes; strings among the children become text. */
  function el(tag, attributes = {}, ...children) {
    return put(document.createElement(tag), attributes, children);
  }

  function svg(tag, attributes, ...children) {
    return put(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
  }

  function button(label, press, attributes = {}) {
    const found = el("button", { type: "button", class: "button", ...attributes }, label);
    found.addEventListener("click", press);
    return found;
  }

  /** One of our sentences with its {names} filled in. */
  function text(name, values) {
    return words[name].replace(/\{(\w+)\}/g, (whole, part) => String(values[part]));
  }

  function idOf(element) {
    element.id = element.id || "lok-" + ++made;
    return element.id;
  }

  /** What the page has for everyone, not in a box that stands apart. */
  function own(selector, scope = root) {
    return [...scope.querySelectorAll(selector)].filter((found) => !found.closest(".apart"));
  }

  /** What a field for a day holds, in milliseconds; NaN where that is no day, or one of another age: the year 26. */
  function dayIn(input) {
    return input.validity.valid ? Date.parse(input.value) : NaN;
  }

  /** A day in words, of a time in milliseconds; "" where that is NaN. */
  function inFull(day) {
    return Number.isNaN(day) ? "" : formatter.format(day);
  }

  /** The day of the reader, in milliseconds. */
  function today() {
    const now = new Date();
    return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  }

  /* --- places to write --- */

  /** A field at the end of `host`, before its answer; `label` is the element that names it, or a name to be heard. */
  function field(host, name, label, attributes = {}) {
    const typing = { name, autocomplete: "off", spellcheck: "false" };
    const named = typeof label === "string" ? { "aria-label": label } : { "aria-labelledby": idOf(label) };
    const input = attributes.type
      ? el("input", { ...typing, ...named, ...attributes })
      : el("textarea", { rows: 3, maxlength: LONGEST, ...typing, ...named, ...attributes });
    const typed = el("div", { class: "typed", "aria-hidden": "true" });
    const end = [...host.children].find((child) => child.matches(".answer, .waiting, .apart"));
    host.insertBefore(el("div", { class: "field" }, input, typed), end || null);
    if (attributes.type === "date") askAgain(input);
    return input;
  }

  /** Below a field for a day: asks for another day once a reader leaves one of another age there. */
  function askAgain(input) {
    const hint = el("p", { class: "hint", role: "status" });
    input.parentElement.after(hint);
    input.setAttribute("aria-describedby", idOf(hint));
    input.addEventListener("blur", changed);
    changes.push(() => {
      const wrong = !input.validity.valid && input !== document.activeElement;
      input.setAttribute("aria-invalid", String(wrong));
      if (wrong !== (hint.textContent !== "")) hint.textContent = wrong ? words.day_asked : "";
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
      const type = "date" in agreement.dataset ? DAY_FIELD : { rows: 1 };
      field(host, name + index, title + ", " + agreement.textContent, type);
      row.append(host);
    });
    return row;
  }

  /** Large buttons of which one is chosen; `options` are [value, label], the value "" means nothing chosen. */
  function choice(name, legend, options) {
    const labels = options.map(([value, label]) => {
      const input = el("input", { type: "radio", name, value, autocomplete: "off" });
      input.defaultChecked = value === "";
      return el("label", {}, input, el("span", {}, label));
    });
    return el("fieldset", { class: "choice" }, el("legend", {}, legend), ...labels);
  }

  /** Shows one of some elements at a time, with buttons to go back and on; on paper all show. */
  function screens(elements) {
    if (elements.length < 2) return;
    let at = 0;
    const where = el("p");
    const back = button(words.previous, () => turn(at - 1));
    const on = button(words.next, () => turn(at + 1));

    function show(index) {
      at = index;
      elements.forEach((element, other) => element.classList.toggle("away", other !== at));
      back.disabled = at === 0;
      on.disabled = at === elements.length - 1;
      where.textContent = text("screen", { at: at + 1, of: elements.length });
    }

    function turn(index) {
      show(index);
      const heading = elements[at].querySelector("h2, h3");
      heading.tabIndex = -1;
      heading.focus();
    }

    elements[elements.length - 1].after(el("div", { class: "turner" }, back, where, on));
    show(0);
  }

  /* --- a file --- */

  /** Gives the reader a file with this text. */
  function download(name, type, content) {
    const address = URL.createObjectURL(new Blob([content], { type }));
    el("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  /* --- what was written --- */

  function controls(scope = page) {
    return [...scope.querySelectorAll("[name]")];
  }

  const ticked = (control) => control.type === "radio" || control.type === "checkbox";

  /** Name -> what was written or chosen there; nothing empty. */
  function read(scope) {
    const used = controls(scope).filter((control) => control.value.trim() && (!ticked(control) || control.checked));
    return Object.fromEntries(used.map((control) => [control.name, control.value]));
  }

  function written(scope) {
    return Object.keys(read(scope)).length > 0;
  }

  /** Puts values in the fields with those names, and empties all others; only text of a bearable length. */
  function fill(values) {
    const pairs = Object.entries(values).filter(([, value]) => typeof value === "string");
    const known = new Map(pairs.map(([name, value]) => [name, value.slice(0, LONGEST)]));
    fills.forEach((prepare) => prepare(known));
    for (const control of controls()) {
      const value = known.get(control.name) || "";
      if (ticked(control)) control.checked = control.value === value;
      else control.value = value;
    }
    changed();
  }

  function changed() {
    for (const typed of page.querySelectorAll(".typed")) {
      const input = typed.previousElementSibling;
      typed.textContent = input.type === "date" ? inFull(dayIn(input)) : input.value;
      typed.parentElement.classList.toggle("empty", !input.value);
    }
    page.classList.toggle("filled", written());
    changes.forEach((react) => react());
  }

  /** An answer stays away until something is written or chosen in its own part of the page. */
  function wait(answer) {
    const scope = answer.closest("[data-scope], [data-field]") || page;
    const hint = el("p", { class: "waiting" }, scope.dataset.scope === "choice" ? words.choose_first : words.try_first);
    answer.before(hint);
    changes.push(() => {
      const open = written(scope);
      answer.hidden = !open;
      hint.hidden = open;
      answer.open = answer.open && open;
    });
  }

  own(".answer", page).forEach(wait);
  for (const host of own("[data-field]", page)) {
    field(host, host.dataset.field, host.querySelector("h2, h3, h4"), "date" in host.dataset ? DAY_FIELD : {});
  }
  page.classList.add("live");
  page.addEventListener("input", (event) => { if (event.target.name) changed(); });

  window.lok = {
    root, page, words, el, svg, button, text, own, field, prompts, agreed, choice, screens, download, dayIn, inFull, today, read, written, fill, changed,
    onchange: (react) => changes.push(react),
    onfill: (prepare) => fills.push(prepare),
  };
})();
