/* Pieces of a page. The author's words come from the page, ours from its data-words; what a reader types never becomes
   markup. All scripts of an exercise share the one global `lok`. */
(function () {
  "use strict";

  const NARROW = "(max-width: 47.99rem)"; // a phone, in a hand
  const root = document.querySelector(".exercise");
  const page = root.closest("article");
  const words = JSON.parse(root.dataset.words);
  const narrow = window.matchMedia(NARROW).matches;
  let made = 0;

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

  /** Gives the reader a file with this text. */
  function download(name, type, content) {
    const address = URL.createObjectURL(new Blob([content], { type }));
    el("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  window.lok = { root, page, words, narrow, el, svg, button, text, idOf, own, download };
})();
