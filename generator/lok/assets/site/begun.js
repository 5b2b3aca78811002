/* Beside each exercise that a page lists: whether something is written in it, in this tab or kept in this browser. Nothing
   is kept for it. */
(function () {
  "use strict";

  const say = JSON.parse(document.body.dataset.words), course = document.documentElement.dataset.course;
  const links = [...document.querySelectorAll("a[data-work]")];

  function written(store, link) {
    try {
      return Object.keys(JSON.parse(window[store].getItem("lok:" + course + "/" + link.dataset.work))).length > 0;
    } catch {
      return false; /* nothing there, or a browser that keeps nothing */
    }
  }

  function mark(link) {
    const known = link.nextElementSibling, marked = Boolean(known && known.matches(".begun"));
    const filled = written("sessionStorage", link) || written("localStorage", link);
    if (marked && !filled) known.remove();
    if (marked || !filled) return;
    const made = document.createElement("span");
    made.className = "begun";
    made.append(say.filled);
    link.after(" ", made);
  }

  const look = () => links.forEach(mark);
  window.addEventListener("pageshow", look); /* also for who comes back to a page as it was */
  window.addEventListener("storage", look);
})();
