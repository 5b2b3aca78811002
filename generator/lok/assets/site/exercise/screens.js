/* One thing at a time: a step on a screen, and a task that folds in a hand. */
(function (lok) {
  "use strict";

  const { page, words, el, button, text } = lok;

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

  page.querySelector(".task").open = !lok.narrow; // in a hand the first thing to do comes first

  Object.assign(lok, { screens });
})(window.lok);
