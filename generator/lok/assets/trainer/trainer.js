/* On every page for trainers: covers the screen, tells which facts are past their date, and keeps in this browser what
   a trainer asks it to keep. Nothing is sent. Every word comes from the page. */
(function () {
  "use strict";

  /** The element with words and the course's name that a page gives its scripts, or null. */
  const root = document.querySelector("[data-course][data-words]");
  const words = root && root.dataset.words ? JSON.parse(root.dataset.words) : {};
  const NO_COVER = "lok:geen-v";

  /** A sentence of the page with its {names} filled in. */
  function text(name, values) {
    return words[name].replace(/\{(\w+)\}/g, (whole, part) => String(values[part]));
  }

  /* --- what this browser keeps; a browser may refuse --- */

  function storage(use) {
    try {
      return use(window.localStorage);
    } catch (refused) {
      return null;
    }
  }

  /** What was kept under a key, or null. */
  function recall(key) {
    return storage((store) => store.getItem(key));
  }

  /** Keeps a text under a key, "" forgets it; tells whether that worked. */
  function keep(key, value) {
    return storage((store) => {
      if (value) store.setItem(key, value);
      else store.removeItem(key);
      return true;
    }) === true;
  }

  /** The keys in use that begin with a text. */
  function keys(start) {
    return storage((store) => Object.keys(store).filter((key) => key.startsWith(start)).sort()) || [];
  }

  /* --- keys: where somebody types or listens they are left alone --- */

  function busy(event) {
    const taken = "input, textarea, select, audio, video, [contenteditable], .table, .find";
    return event.ctrlKey || event.altKey || event.metaKey || (event.target instanceof Element && event.target.closest(taken));
  }

  /* --- cover --- */

  const banner = document.querySelector("[data-cover]");

  /** A sheet over the whole screen, which a tap, Escape or V takes away. */
  function sheet() {
    const made = document.createElement("dialog");
    const open = document.createElement("button");
    made.className = "cover";
    made.setAttribute("aria-label", banner.dataset.cover);
    open.type = "button";
    open.textContent = banner.dataset.uncover;
    open.addEventListener("click", () => made.close());
    made.append(open);
    document.body.append(made);
    return made;
  }

  if (banner) {
    const cover = sheet();
    banner.querySelector("button").addEventListener("click", () => cover.showModal());
    document.addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "v" || event.repeat || busy(event) || recall(NO_COVER)) return;
      event.preventDefault();
      if (cover.open) cover.close();
      else cover.showModal();
    });
  }

  /* --- an unfolded group of the menu closes on Escape, and when one looks elsewhere --- */

  function fold(event) {
    for (const group of document.querySelectorAll(".bar .in-menu[open]")) {
      if (event.type === "keydown" && event.key === "Escape") {
        group.open = false;
        group.querySelector("summary").focus();
      } else if (event.type !== "keydown" && !group.contains(event.target)) group.open = false;
    }
  }

  for (const kind of ["keydown", "click", "focusin"]) document.addEventListener(kind, fold);

  /* --- facts past their date, by the clock of this device --- */

  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  for (const day of document.querySelectorAll("[data-expires]")) {
    if (day.dataset.expires < today) day.classList.add("expired");
  }

  window.lok = Object.assign(window.lok || {}, { trainer: { root, words, text, recall, keep, keys, busy, NO_COVER } });
})();
