/* The slides of a part: only those of one speaker, the arrow keys, notes that fold on a phone, and notes of one's own
   that stay in this browser. */
(function (trainer) {
  "use strict";

  const part = document.querySelector(".part-lead");
  if (!part) return;

  const TOP = 160; // px from the top of the window in which the heading of a slide stands that one came to
  const narrow = window.matchMedia("(max-width: 47.99rem)"); // a phone, in a hand
  const course = "lok:" + part.dataset.course;
  const slides = [...document.querySelectorAll(".slide")].map((box) => ({ box, heading: box.previousElementSibling }));
  const lines = new Map([...document.querySelectorAll(".slide-list li")].map((line) => [line.querySelector("a").hash.slice(1), line]));
  const filter = document.getElementById("part-filter");
  const status = document.getElementById("part-status");

  /* --- my slides --- */

  function show(role) {
    let hidden = 0;
    for (const { box, heading } of slides) {
      const away = role !== "" && !box.dataset.speakers.split(" ").includes(role);
      box.hidden = heading.hidden = away;
      lines.get(heading.id).classList.toggle("not-mine", away);
      hidden += away ? 1 : 0;
    }
    status.textContent = told(hidden);
  }

  function told(hidden) {
    if (hidden === 0) return "";
    if (hidden === slides.length) return trainer.words.all_hidden;
    return hidden === 1 ? trainer.words.one_hidden : trainer.text("some_hidden", { hidden });
  }

  function chosen() {
    const input = filter.querySelector("input:checked");
    return input ? input.value : "";
  }

  filter.addEventListener("change", () => {
    trainer.keep(course + ":filter", chosen());
    show(chosen());
  });

  function asked() {
    return slides.find(({ heading }) => heading.id === decodeURIComponent(location.hash.slice(1)));
  }

  /** A link to a slide leads there, also to one that the filter hides, and unfolds its notes. */
  function arrive() {
    const target = asked();
    if (!target) return;
    unfold(target);
    if (!target.box.hidden) return;
    target.box.hidden = target.heading.hidden = false;
    target.heading.scrollIntoView();
  }

  /* --- notes: folded in a hand, where a part is twenty screens long --- */

  function unfold({ box }) {
    const notes = box.querySelector(".slide-notes");
    if (notes) notes.open = true;
  }

  function fold() {
    for (const notes of document.querySelectorAll(".slide-notes")) notes.open = !narrow.matches;
    const target = asked();
    if (target) unfold(target);
  }

  narrow.addEventListener("change", fold);
  fold();

  /* --- to the next slide --- */

  /** The slide at whose heading the focus is, as long as it is in sight; else the one at the top of the window. */
  function here() {
    const focused = slides.findIndex(({ heading }) => heading === document.activeElement);
    const place = focused >= 0 && slides[focused].heading.getBoundingClientRect();
    if (place && place.bottom > 0 && place.top < innerHeight) return focused;
    const passed = slides.filter(({ heading, box }) => !box.hidden && heading.getBoundingClientRect().top < TOP);
    return passed.length ? slides.indexOf(passed[passed.length - 1]) : -1;
  }

  /** One visible slide on or back; past the last to the next part. The heading gets the focus, so it is read aloud. */
  function step(direction) {
    const at = here();
    const others = direction > 0 ? slides.slice(at + 1) : slides.slice(0, Math.max(at, 0)).reverse();
    const target = others.find(({ box }) => !box.hidden);
    if (target) return go(target);
    const link = document.querySelector(direction > 0 ? ".turn-on" : ".turn-back");
    if (link) link.click();
  }

  function go(slide) {
    const heading = slide.heading;
    unfold(slide);
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
    history.replaceState(null, "", "#" + heading.id);
  }

  document.addEventListener("keydown", (event) => {
    const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!direction || event.shiftKey || trainer.busy(event) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    step(direction);
  });
  const stepper = document.querySelector(".stepper");
  stepper.querySelector(".back").addEventListener("click", () => step(-1));
  stepper.querySelector(".on").addEventListener("click", () => step(1));
  new IntersectionObserver(([lead]) => stepper.classList.toggle("away", lead.isIntersecting)).observe(part);

  /* --- own notes --- */

  for (const { box, heading } of slides) {
    const field = box.querySelector(".own-notes textarea");
    const key = course + ":nota:" + String(box.dataset.number).padStart(4, "0") + ":" + heading.id;
    const kept = trainer.recall(key);
    const told = box.querySelector(".own-notes .kept");
    field.value = kept ? JSON.parse(kept).text : "";
    if (kept) box.querySelector(".own-notes").open = true;
    field.addEventListener("input", () => {
      const text = field.value.trim();
      const title = heading.textContent.trim();
      const worked = trainer.keep(key, text && JSON.stringify({ title, text: field.value }));
      told.textContent = worked ? trainer.words[text ? "note_kept" : "note_gone"] : trainer.words.cannot_keep;
    });
  }

  const role = trainer.recall(course + ":filter") || "";
  const input = [...filter.querySelectorAll("input")].find((one) => one.value === role);
  if (input) input.checked = true;
  show(chosen());
  arrive();
  window.addEventListener("hashchange", arrive);
})(window.lok.trainer);
