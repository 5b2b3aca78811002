/* On every page: closes menus, and unfolds what is folded on paper and where an address leads into it. */
(function () {
  "use strict";

  let unfolded = [];

  /** Opens all that is folded in the text, but for fields of one's own, and closes it again. */
  function print(onPaper) {
    for (const item of unfolded) item.open = false;
    unfolded = onPaper ? [...document.querySelectorAll(".text details:not([open], .own-notes)")] : [];
    for (const item of unfolded) item.open = true;
  }

  function arrive() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target && target.closest(".text details:not([open])");
    if (!folded) return;
    for (let item = folded; item; item = item.parentElement.closest("details")) item.open = true;
    target.scrollIntoView();
  }

  /** Menus close with Escape, which gives the focus back, and when somebody goes elsewhere. */
  const menus = [...document.querySelectorAll("details.menu, .bar details")];
  document.addEventListener("keydown", event => {
    const open = event.key === "Escape" && menus.find(menu => menu.open && menu.contains(document.activeElement));
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
  for (const kind of ["pointerdown", "focusin"]) {
    document.addEventListener(kind, event => {
      for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
    });
  }

  const paper = window.matchMedia("print");
  paper.addEventListener("change", () => print(paper.matches));
  window.addEventListener("hashchange", arrive);
  document.addEventListener("DOMContentLoaded", arrive);
})();
