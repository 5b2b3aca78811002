/* What was written: read from the named fields and put back in them, whatever kind of exercise they belong to. */
(function (lok) {
  "use strict";

  const { page } = lok;
  const LONGEST = 4000; // letters in one field
  const changes = [];
  const fills = [];
  let typed = new WeakSet(); // fields that the reader changed since they were filled
  let lost = {}; // what was written in fields that the page has no more

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
    page.classList.toggle("filled", written());
    changes.forEach((react) => react());
  }

  page.addEventListener("input", (event) => {
    typed.add(event.target);
    if (event.target.name) changed();
  });

  Object.assign(lok, {
    LONGEST, controls, read, written, values, fill, changed,
    lost: () => lost,
    touched: (input) => typed.has(input),
    onchange: (react) => changes.push(react),
    onfill: (prepare) => fills.push(prepare),
  });
})(window.lok);
