/* Answers that wait for an attempt. */
(function (lok) {
  "use strict";

  const { page, words, el } = lok;

  /** An answer stays away until something is written or chosen in its own part of the page. */
  function wait(answer) {
    const scope = answer.closest("[data-scope], [data-field]") || page;
    const hint = el("p", { class: "waiting" }, scope.dataset.scope === "choice" ? words.choose_first : words.try_first);
    answer.before(hint);
    lok.onchange(() => {
      const open = lok.written(scope);
      answer.hidden = !open;
      hint.hidden = open;
      answer.open = answer.open && open;
    });
  }

  lok.own(".answer", page).forEach(wait);
  page.classList.add("live");
})(window.lok);
