/* What every exercise shares: places to write, what was written there, and answers that wait for an attempt.
   Author's words come from the page, ours from its data-words; what a reader types never becomes markup. */
(function () {
  "use strict";

  const LONGEST = 4000; // letters in one field
  const DAY_FIELD = { type: "date", min: "2000-01-01", max: "2100-12-31" }; // the years that an author may write
  const NARROW = "(max-width: 47.99rem)"; // a phone, in a hand
  const root = document.querySelector(".exercise");
  const page = root.closest("article");
  const words = JSON.parse(root.dataset.words);
  const changes = [];
  const fills = [];
  const date = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  const formatter = new Intl.DateTimeFormat(document.documentElement.lang, date);
  const narrow = window.matchMedia(NARROW).matches;
  let made = 0;
  let typed = new WeakSet(); // fields that the reader changed since they were filled
  let lost = {}; // what was written in fields that the page has no more

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

  /** What is wrong with a field for a day, in words, or "": no day, another age (the year 26), past where it lies ahead. */
  function wrongDay(input) {
    if (!input.validity.valid) return words.day_asked;
    const past = "ahead" in input.dataset && typed.has(input) && Date.parse(input.value) < today();
    return past ? words.day_ahead_asked : "";
  }

  /** What a field for a day holds, in milliseconds; NaN where that is no day, or a wrong one. */
  function dayIn(input) {
    return wrongDay(input) ? NaN : Date.parse(input.value);
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
    const copy = el("div", { class: "typed", "aria-hidden": "true" });
    const end = [...host.children].find((child) => child.matches(".answer, .waiting, .apart"));
    host.insertBefore(el("div", { class: "field" }, input, copy), end || null);
    if (attributes.type === "date") judged(input, () => wrongDay(input));
    return input;
  }

  /** Below a field: says what is wrong once a reader leaves it; `wrong` gives that sentence, or "". */
  function judged(input, wrong) {
    const hint = el("p", { class: "hint", role: "status" });
    input.parentElement.after(hint);
    input.setAttribute("aria-describedby", idOf(hint));
    input.addEventListener("blur", changed);
    changes.push(() => {
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

  /** Shows one of some elements at a time: how far one is above them, buttons to go back and on below. On paper all show. */
  function screens(elements) {
    if (elements.length < 2) return;
    let at = 0;
    const where = el("p");
    const bar = el("progress", { max: elements.length, "aria-hidden": "true" });
    const progress = el("div", { class: "progress" }, where, bar);
    const back = button(words.previous, () => turn(at - 1));
    const on = button(words.next, () => turn(at + 1));

    function show(index) {
      at = index;
      elements.forEach((element, other) => element.classList.toggle("away", other !== at));
      back.disabled = at === 0;
      on.disabled = at === elements.length - 1;
      where.textContent = text("screen", { at: at + 1, of: elements.length });
      bar.value = at + 1;
    }

    function turn(index) {
      show(index);
      const heading = elements[at].querySelector("h2, h3");
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      progress.scrollIntoView();
    }

    /** An address may lead into an element that is away. */
    function arrive() {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const index = elements.findIndex((element) => element.contains(target));
      if (index < 0) return;
      show(index);
      target.scrollIntoView();
    }

    const list = elements[0].closest(".columns, ol"); // which holds nothing but these
    (list || elements[0]).before(progress);
    (list || elements[elements.length - 1]).after(el("div", { class: "turner" }, back, on));
    show(0);
    window.addEventListener("hashchange", arrive);
    document.addEventListener("DOMContentLoaded", arrive);
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

  /** All that is to be kept: what was written, and what was written in fields that the page has no more. */
  function values() {
    return { ...lost, ...read() };
  }

  /** Puts values in the fields with those names, and empties all others; only text of a bearable length.
      What finds no place stays apart, for its author renamed or removed the field, not what was written there. */
  function fill(given) {
    const pairs = Object.entries(given).filter(([, value]) => typeof value === "string" && value.trim());
    const known = new Map(pairs.map(([name, value]) => [name, value.slice(0, LONGEST)]));
    fills.forEach((prepare) => prepare(known));
    for (const control of controls()) {
      const value = known.get(control.name) || "";
      if (ticked(control)) control.checked = control.value === value;
      else if (control.value !== value) control.value = value;
    }
    const placed = read();
    lost = Object.fromEntries([...known].filter(([name]) => !Object.hasOwn(placed, name)));
    typed = new WeakSet();
    changed();
  }

  function changed() {
    for (const copy of page.querySelectorAll(".typed")) {
      const input = copy.previousElementSibling;
      copy.textContent = input.type === "date" ? inFull(dayIn(input)) : input.value;
      copy.parentElement.classList.toggle("empty", !input.value);
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
  page.addEventListener("input", (event) => {
    typed.add(event.target);
    if (event.target.name) changed();
  });
  page.querySelector(".task").open = !narrow; // in a hand the first thing to do comes first

  window.lok = {
    root, page, words, narrow, el, svg, button, text, idOf, own, field, judged, prompts, agreed, choice, screens, download,
    wrongDay, dayIn, inFull, today, controls, read, values, lost: () => lost, written, fill, changed,
    onchange: (react) => changes.push(react),
    onfill: (prepare) => fills.push(prepare),
  };
})();
