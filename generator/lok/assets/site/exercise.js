/* What every exercise shares: places to write, answers that wait for an attempt, and what a reader may do with what
   was written. Nothing is kept or sent unless the reader asks. Every word comes from the page. */
(function () {
  "use strict";

  const LONGEST = 4000; // letters in one field
  const LARGEST = 1000000; // bytes of a file to open
  const root = document.querySelector(".exercise");
  const page = root.closest("article");
  const words = JSON.parse(root.dataset.words);
  const key = "lok:" + root.dataset.key;
  const changes = [];
  const fills = [];
  let made = 0;

  /* --- pieces of a page --- */

  function put(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  }

  /** An element with attributes; strings among the children become text, never markup. */
  function el(tag, attributes, ...children) {
    return put(document.createElement(tag), attributes, children);
  }

  function svg(tag, attributes, ...children) {
    return put(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
  }

  function button(label, press, attributes) {
    const found = el("button", { type: "button", class: "button", ...attributes }, label);
    found.addEventListener("click", press);
    return found;
  }

  /** A sentence of the page with its {names} filled in. */
  function text(name, values) {
    return words[name].replace(/\{(\w+)\}/g, (whole, part) => String(values[part]));
  }

  function idOf(element) {
    element.id = element.id || "lok-" + ++made;
    return element.id;
  }

  /** What stands in an element for everyone: its own words without those for trainers. */
  function own(selector, element) {
    return [...(element || root).querySelectorAll(selector)].filter((found) => !found.closest(".trainer"));
  }

  /* --- places to write --- */

  /** A field at the end of `host`, before its answer; `label` names it. */
  function field(host, name, label, attributes = {}) {
    const typing = { name, autocomplete: "off", spellcheck: "false" };
    const named = typeof label === "string" ? { "aria-label": label } : { "aria-labelledby": idOf(label) };
    const input = attributes.type
      ? el("input", { ...typing, ...named, ...attributes })
      : el("textarea", { rows: 3, maxlength: LONGEST, ...typing, ...named, ...attributes });
    const typed = el("div", { class: "typed", "aria-hidden": "true" });
    const end = [...host.children].find((child) => child.matches(".answer, .waiting, .trainer"));
    host.insertBefore(el("div", { class: "field" }, input, typed), end || null);
    return input;
  }

  /** A field below each item of the lists in `host`: what the item says is its label. */
  function prompts(host, name) {
    own("ul > li", host).filter((item) => item.parentElement.parentElement === host).forEach((item, index) => {
      const label = el("span", {}, ...item.childNodes);
      item.append(label);
      field(item, name + "-" + index, label, { rows: 2 });
    });
  }

  /** One of some large buttons; `options` are [value, label], the value "" means nothing chosen. */
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
    const where = el("p", { class: "where-now" });
    const back = button(words.previous, () => show(at - 1));
    const on = button(words.next, () => show(at + 1));
    elements[elements.length - 1].after(el("div", { class: "turner" }, back, where, on));
    function show(index, silent) {
      at = Math.max(0, Math.min(index, elements.length - 1));
      elements.forEach((element, other) => element.classList.toggle("away", other !== at));
      back.disabled = at === 0;
      on.disabled = at === elements.length - 1;
      where.textContent = text("screen", { at: at + 1, of: elements.length });
      if (silent) return;
      const heading = elements[at].querySelector("h2, h3");
      heading.tabIndex = -1;
      heading.focus();
    }
    show(0, true);
  }

  /* --- what was written --- */

  function controls(scope) {
    return [...(scope || page).querySelectorAll("[name]")];
  }

  /** Name -> what was written or chosen there; nothing empty. */
  function read(scope) {
    const found = {};
    for (const control of controls(scope)) {
      if (control.value.trim() && (control.type !== "radio" || control.checked)) found[control.name] = control.value;
    }
    return found;
  }

  function written(scope) {
    return Object.keys(read(scope)).length > 0;
  }

  function fill(values) {
    fills.forEach((prepare) => prepare(values));
    for (const control of controls()) {
      const value = values[control.name] || "";
      if (control.type === "radio") control.checked = control.value === value;
      else control.value = value;
    }
    changed();
  }

  /** Only text of a bearable length, whatever stood in a file. */
  function harmless(values) {
    const pairs = Object.entries(values && typeof values === "object" ? values : {});
    return Object.fromEntries(
      pairs.filter(([, value]) => typeof value === "string").map(([name, value]) => [name, value.slice(0, LONGEST)])
    );
  }

  function changed() {
    for (const typed of page.querySelectorAll(".typed")) {
      const input = typed.previousElementSibling;
      typed.textContent = input.dataset.shown || input.value;
      typed.parentElement.classList.toggle("empty", !input.value);
    }
    page.classList.toggle("filled", written());
    gates.forEach((gate) => gate());
    changes.forEach((react) => react());
    if (keeper.checked) keep();
  }

  /* --- answers that wait --- */

  const gates = own(".answer", page).map((answer) => {
    const scope = answer.closest("[data-scope], [data-field]") || page;
    const hint = el("p", { class: "waiting" }, scope.dataset.scope === "choice" ? words.choose_first : words.try_first);
    answer.before(hint);
    return () => {
      const open = written(scope);
      answer.hidden = !open;
      hint.hidden = open;
      if (!open) answer.open = false;
    };
  });

  /* --- keep, wipe, file, print, show --- */

  const status = el("p", { class: "status", role: "status" });
  const keeper = el("input", { type: "checkbox", autocomplete: "off", "aria-describedby": "lok-keep" });

  function say(sentence) {
    status.textContent = "";
    requestAnimationFrame(() => { status.textContent = sentence; });
  }

  function storage(use) {
    try {
      return use(window.localStorage);
    } catch (refused) {
      keeper.checked = false;
      say(words.cannot_keep);
      return null;
    }
  }

  function keep() {
    storage((store) => store.setItem(key, JSON.stringify(read())));
  }

  function keepOrForget() {
    if (keeper.checked) {
      keep();
      if (keeper.checked) say(words.kept);
    } else {
      storage((store) => store.removeItem(key));
      say(words.not_kept);
    }
  }

  /** Asks before something cannot be undone; resolves to whether the reader agrees. */
  function ask(question, yes) {
    return new Promise((answer) => {
      const title = el("p", { id: "lok-ask" }, question);
      const close = (value) => () => dialog.close(value);
      const buttons = [button(words.no, close("")), button(yes, close("yes"), { class: "button strong" })];
      const dialog = el("dialog", { class: "ask", "aria-labelledby": "lok-ask" }, title, el("div", { class: "buttons" }, ...buttons));
      dialog.addEventListener("close", () => {
        dialog.remove();
        answer(dialog.returnValue === "yes");
      });
      page.append(dialog);
      dialog.showModal();
    });
  }

  async function wipe() {
    if (!(await ask(words.wipe_ask, words.wipe_yes))) return;
    storage((store) => store.removeItem(key));
    keeper.checked = false;
    fill({});
    say(words.wiped);
  }

  function save() {
    const content = { lok: 1, exercise: root.dataset.key, values: read() };
    const url = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1)], { type: "application/json" }));
    const link = el("a", { href: url, download: root.dataset.key.replace("/", "-") + ".json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
    say(words.saved);
  }

  async function openFile(file) {
    let content = null;
    if (file.size <= LARGEST) {
      try {
        content = JSON.parse(await file.text());
      } catch (unreadable) {
        content = null;
      }
    }
    if (!content || content.lok !== 1 || content.exercise !== root.dataset.key) return say(words.open_wrong);
    if (written() && !(await ask(words.replace_ask, words.replace_yes))) return;
    fill(harmless(content.values));
    say(words.opened);
  }

  function large() {
    const on = document.documentElement.classList.toggle("large");
    shower.setAttribute("aria-pressed", String(on));
    page.querySelectorAll(".answer[open]").forEach((answer) => { answer.open = false; });
  }

  const shower = button(words.large, large, { class: "button shower", "aria-pressed": "false" });

  function tools() {
    const chooser = el("input", { type: "file", accept: ".json,application/json", tabindex: "-1", "aria-hidden": "true", class: "away" });
    chooser.addEventListener("change", () => {
      if (chooser.files.length) openFile(chooser.files[0]);
      chooser.value = "";
    });
    keeper.addEventListener("change", keepOrForget);
    return [
      el("h2", { id: "lok-tools" }, words.title),
      el("p", {}, words.private),
      el("label", { class: "keep" }, keeper, el("span", {}, words.keep)),
      el("p", { id: "lok-keep", class: "hint" }, words.keep_where),
      el("div", { class: "buttons" },
        button(words.print, () => window.print()),
        button(words.save, save),
        button(words.open, () => chooser.click()),
        button(words.wipe, wipe)),
      chooser,
      status,
    ];
  }

  /** What the reader had this browser keep comes back, when the kind has made its fields. */
  function begin() {
    const kept = storage((store) => store.getItem(key));
    if (kept === null) return fill({});
    keeper.checked = true;
    try {
      fill(harmless(JSON.parse(kept)));
      say(words.back);
    } catch (broken) {
      fill({});
    }
  }

  for (const host of own("[data-field]", page)) {
    field(host, host.dataset.field, host.querySelector("h2, h3, h4"), "date" in host.dataset ? { type: "date" } : {});
  }
  root.prepend(shower);
  page.querySelector("[data-tools]").append(...tools());
  page.classList.add("live");
  page.addEventListener("input", (event) => { if (event.target.name) changed(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.documentElement.classList.contains("large") && !page.querySelector("dialog")) large();
  });
  document.addEventListener("DOMContentLoaded", begin);

  window.lok = {
    root, page, words, el, svg, button, text, own, field, prompts, choice, screens, written, changed, say,
    onchange: (react) => changes.push(react),
    onfill: (prepare) => fills.push(prepare),
  };
})();
