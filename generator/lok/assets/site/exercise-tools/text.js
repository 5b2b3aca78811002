/* What was filled in as words, part after part: to copy, to share, and to read in a file. */
(function (lok) {
  "use strict";

  const { el, button, words } = lok;
  const title = lok.page.querySelector("h1").textContent.trim();
  const NAMING = "h2, h3, .statement-text";

  /** The part of the page that a control stands in, by name; "" for none. */
  function partOf(control) {
    for (let box = control.parentElement; box !== lok.page; box = box.parentElement) {
      const name = box.matches("section, .step, .statement, .planned") && box.querySelector(NAMING);
      if (name) return name.textContent.trim();
    }
    return "";
  }

  function nameOf(control) {
    if (control.type === "radio") return control.closest("fieldset").querySelector("legend").textContent;
    const label = document.getElementById(control.getAttribute("aria-labelledby"));
    return (label ? label.textContent : control.getAttribute("aria-label") || "").trim();
  }

  function valueOf(control) {
    if (control.type === "radio") return control.closest("label").textContent.trim();
    return control.type === "date" ? lok.inFull(lok.dayIn(control)) : control.value.trim();
  }

  /** One line: what a control says of itself, else its name and what was written; its part need not be named twice. */
  function line(control, part) {
    if (control.dataset.said) return control.dataset.said;
    const name = nameOf(control).replace(part + ", ", "");
    return name === part ? valueOf(control) : name + ": " + valueOf(control);
  }

  /** [part, its lines] of all that was filled in, in the order of the page. */
  function parts() {
    const filled = lok.read();
    const used = lok.controls().filter((control) => control.type !== "hidden" && control.value === filled[control.name]);
    const chosen = used.filter((control) => control.checked || !["radio", "checkbox"].includes(control.type));
    const found = new Map();
    for (const control of chosen) {
      const part = partOf(control);
      found.set(part, [...(found.get(part) || []), line(control, part)]);
    }
    const lost = Object.entries(lok.lost()).map(([name, value]) => name + ": " + value);
    return [...found, ...(lost.length ? [[words.lost_title, lost]] : [])];
  }

  const asText = () => [title, ...parts().map(([part, lines]) => [part, ...lines].filter(Boolean).join("\n"))].join("\n\n") + "\n";

  /** Copies; where this browser refuses that, shows the text, selected, to copy by hand. */
  async function copy() {
    if (!lok.written()) return lok.say(words.nothing_yet);
    try {
      await navigator.clipboard.writeText(asText());
      lok.say(words.copied);
    } catch (refused) {
      const area = el("textarea", { readonly: "", rows: 8, "aria-labelledby": "lok-ask" }, asText());
      const closed = lok.box(words.copy_yourself, [area], [[words.close, "", "button"]]);
      area.select();
      await closed;
    }
  }

  async function share() {
    if (!lok.written()) return lok.say(words.nothing_yet);
    await navigator.share({ title, text: asText() }).catch(() => null); // the reader may think better of it
  }

  const takers = [button(words.copy, copy), ...(navigator.share ? [button(words.share, share)] : [])];
  Object.assign(lok, { title, parts, takers });
})(window.lok);
