/* A box to tick that this browser remembers, and nobody else, until the tick is taken away again. */
(function () {
  "use strict";

  /** Whether the reader ticked the box of this key before; never in a browser that keeps nothing. */
  function remembers(key) {
    try {
      return localStorage.getItem(key) === "yes";
    } catch {
      return false;
    }
  }

  /** Whether this browser could keep, or forget, what became of the box. */
  function keep(key, ticked) {
    try {
      if (ticked) localStorage.setItem(key, "yes");
      else localStorage.removeItem(key);
      return true;
    } catch {
      return false;
    }
  }

  /** Puts the box in its place on the page; `words` say what it is for, where that stays, and where it cannot. */
  function offer(host, key, words, ticked = () => {}) {
    const box = document.createElement("input"), label = document.createElement("label"), hint = document.createElement("p");
    box.type = "checkbox";
    box.autocomplete = "off";
    box.checked = remembers(key);
    label.className = "keep";
    label.append(box, words.label);
    hint.className = "hint";
    hint.setAttribute("role", "status");
    hint.append(words.where);
    box.addEventListener("change", () => {
      ticked(box.checked);
      hint.textContent = keep(key, box.checked) ? words.where : words.not_kept;
    });
    host.append(label, hint);
  }

  window.lokRemembered = { remembers, offer };
})();
