/* The start page: copies for the number that comes, and what this browser keeps for a trainer. */
(function (trainer) {
  "use strict";

  const page = document.querySelector(".start-tools");
  if (!page) return;

  const course = "lok:" + page.dataset.course;
  const people = document.getElementById("copies-people");
  const status = document.getElementById("kept-status");
  const key = document.getElementById("kept-v");

  /** Sheets for so many people; `times` is "1/2 3/0": one per two, and three for the group; `up` stand on a sheet. */
  function count(times, up, number) {
    const copies = times.split(" ").map((time) => time.split("/").map(Number))
      .reduce((sum, [copies, per]) => sum + copies * (per ? Math.ceil(number / per) : 1), 0);
    return Math.ceil(copies / up);
  }

  function showCopies() {
    const number = Math.max(1, Math.min(200, Math.round(Number(people.value)) || 1));
    for (const told of document.querySelectorAll("[data-people]")) told.textContent = number;
    for (const cell of document.querySelectorAll("[data-times]")) cell.textContent = count(cell.dataset.times, cell.dataset.up, number);
  }

  /* --- what is done: kept only once it is ticked --- */

  const boxes = [...document.querySelectorAll("[data-todo]")];
  const done = document.getElementById("todo-status");

  function showDone() {
    const ticked = boxes.filter((box) => box.checked).length;
    done.textContent = !ticked ? "" : ticked === boxes.length ? trainer.words.todo_ready
      : trainer.text("todo_done", { done: ticked, all: boxes.length });
  }

  function recallDone() {
    for (const box of boxes) box.checked = trainer.recall(course + ":klaar:" + box.dataset.todo) === "1";
    showDone();
  }

  for (const box of boxes) {
    box.addEventListener("change", () => {
      const worked = trainer.keep(course + ":klaar:" + box.dataset.todo, box.checked ? "1" : "");
      if (worked) showDone();
      else done.textContent = trainer.words.cannot_keep;
    });
  }

  function notes() {
    return trainer.keys(course + ":nota:").map((name) => JSON.parse(trainer.recall(name)));
  }

  function save() {
    const found = notes();
    if (!found.length) {
      status.textContent = trainer.words.no_notes_yet;
      return;
    }
    const lines = found.map((note) => note.title + "\n\n" + note.text.trim() + "\n");
    const url = URL.createObjectURL(new Blob([lines.join("\n\n")], { type: "text/plain;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = page.dataset.course + "-" + trainer.words.notes_file + ".txt";
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
    status.textContent = trainer.words.notes_saved;
  }

  function wipe() {
    if (!window.confirm(trainer.words.wipe_ask)) return;
    [...trainer.keys(course + ":"), trainer.NO_COVER].forEach((name) => trainer.keep(name, ""));
    key.checked = true;
    recallDone();
    status.textContent = trainer.words.wiped;
  }

  if (people) people.addEventListener("input", showCopies);
  document.getElementById("kept-save").addEventListener("click", save);
  document.getElementById("kept-wipe").addEventListener("click", wipe);
  key.checked = !trainer.recall(trainer.NO_COVER);
  key.addEventListener("change", () => trainer.keep(trainer.NO_COVER, key.checked ? "" : "1"));
  if (people) showCopies();
  recallDone();
})(window.lok.trainer);
