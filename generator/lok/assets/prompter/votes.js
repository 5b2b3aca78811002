/* Counts raised hands or cards, sentence by sentence. The numbers stay as long as the page is open, and no longer. */
(function (trainer) {
  "use strict";

  const { words } = trainer;

  for (const open of document.querySelectorAll(".count-open")) counter(open, open.nextElementSibling);

  function counter(open, dialog) {
    const find = (name) => dialog.querySelector(name);
    const hall = find(".hall");
    const large = find(".large");
    const statements = [...dialog.querySelectorAll(".statements li")];
    const choices = [...dialog.querySelectorAll(".tallies li")].map((item) => ({
      button: item.querySelector("button"), word: item.querySelector(".word").textContent,
      number: item.querySelector(".number"), bar: item.querySelector(".bar"),
    }));
    const counts = statements.map(() => choices.map(() => 0));
    const taps = []; // [statement, choice], the latest last
    let at = 0;

    function show() {
      const most = Math.max(1, ...counts[at]);
      statements.forEach((item, index) => { item.hidden = index !== at; });
      choices.forEach(({ number, bar }, index) => {
        number.textContent = counts[at][index];
        bar.style.width = (100 * counts[at][index]) / most + "%";
      });
      find(".nth").textContent = trainer.text("nth_statement", { number: at + 1, count: statements.length });
      find(".before").disabled = at === 0;
      find(".after").disabled = at === statements.length - 1;
    }

    function tell(text) {
      find(".votes-told").textContent = text;
    }

    function count(statement, choice, by) {
      at = statement;
      counts[statement][choice] += by;
      show();
      tell(trainer.text("counted", { choice: choices[choice].word, count: counts[statement][choice] }));
    }

    function undo() {
      const last = taps.pop();
      if (last) count(last[0], last[1], -1);
      else tell(words.nothing_to_undo);
    }

    function turn(direction) {
      at = Math.min(statements.length - 1, Math.max(0, at + direction));
      show();
      tell(find(".nth").textContent + ": " + statements[at].textContent);
    }

    /** Over the whole screen where the browser can; else as large as the window. */
    function enlarge(wanted) {
      dialog.classList.toggle("is-large", wanted);
      large.setAttribute("aria-pressed", String(wanted));
      if (wanted && hall.requestFullscreen) hall.requestFullscreen().catch(() => {});
      if (!wanted && document.fullscreenElement) document.exitFullscreen();
    }

    function save() {
      const head = [words.file_statement, ...choices.map(({ word }) => word)];
      const rows = statements.map((item, index) => [index + 1 + ". " + item.textContent, ...counts[index]]);
      trainer.saveTable([dialog.dataset.file, words.file_votes, trainer.today()].join("-"), [head, ...rows]);
      tell(words.saved);
    }

    choices.forEach(({ button }, index) => button.addEventListener("click", () => {
      taps.push([at, index]);
      count(at, index, 1);
    }));
    open.addEventListener("click", () => dialog.showModal());
    find(".undo").addEventListener("click", undo);
    find(".before").addEventListener("click", () => turn(-1));
    find(".after").addEventListener("click", () => turn(1));
    find(".save").addEventListener("click", save);
    find(".close").addEventListener("click", () => dialog.close());
    large.addEventListener("click", () => enlarge(!dialog.classList.contains("is-large")));
    dialog.addEventListener("close", () => enlarge(false));
    document.addEventListener("fullscreenchange", () => {
      if (!document.fullscreenElement && dialog.classList.contains("is-large")) enlarge(false);
    });
    show();
  }
})(window.lok.trainer);
