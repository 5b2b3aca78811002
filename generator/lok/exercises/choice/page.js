/* Choosing a few of many: cards with a filter, a plan for what was chosen, and a day in a calendar to look back. */
(function (lok) {
  "use strict";

  const { el, button, words } = lok;
  const board = lok.own("[data-most]")[0];
  const most = Number(board.dataset.most);
  const groups = lok.own("[data-group]");
  const plan = lok.own("[data-plan]")[0];
  const review = lok.own("[data-review]")[0];
  const agreements = lok.own("[data-agreements] span");
  const status = el("p", { role: "status" });
  let refused = false; // one more than can be chosen
  const options = lok.own("[data-option]").map(chooser);

  const titleOf = (element) => element.querySelector("h2, h3").textContent;
  const chosen = () => options.filter((option) => option.box.checked);

  /* --- choose --- */

  function chooser(card) {
    const heading = card.querySelector("h3");
    const box = el("input", { type: "checkbox", name: card.dataset.option, value: "on", autocomplete: "off" });
    const unseen = el("span", { class: "unseen" }, " " + heading.textContent);
    heading.after(el("label", { class: "pick" }, box, el("span", {}, words.pick, unseen)));
    box.addEventListener("input", () => { // before the page hears of it
      refused = chosen().length > most;
      if (refused) box.checked = false;
    });
    return { card, box, title: heading.textContent };
  }

  lok.onchange(() => {
    const count = chosen().length;
    options.forEach(({ card, box }) => card.classList.toggle("picked", box.checked));
    status.textContent = lok.text(refused ? "pick_full" : count < most ? "picked" : "picked_all", { count, most });
    refused = false;
  });

  /* What was kept or saved may hold more than can be chosen now. */
  lok.onfill((values) => {
    const held = options.filter(({ box }) => values.has(box.name));
    for (const { box } of held.slice(most)) values.delete(box.name);
    show("");
  });

  /* --- show a part --- */

  const views = [["", words.show_all], ...groups.map((group) => [titleOf(group), titleOf(group)]), ["+", words.show_picked]];
  const filters = views.map(([view, label]) => button(label, () => show(view)));

  /** Shows a group, what was chosen ("+") or everything (""). Choosing hides nothing: focus would be lost. */
  function show(view) {
    filters.forEach((filter, index) => filter.setAttribute("aria-pressed", String(views[index][0] === view)));
    for (const { card, box } of options) {
      const group = card.closest("[data-group]");
      card.classList.toggle("away", view === "+" ? !box.checked : view !== "" && titleOf(group) !== view);
    }
    for (const group of groups) group.classList.toggle("away", !group.querySelector("[data-option]:not(.away)"));
  }

  board.prepend(
    el("div", { class: "buttons filters", role: "group", "aria-label": words.show_part }, ...filters),
    el("div", { class: "tally" }, status)
  );

  /* --- a plan for what was chosen --- */

  function planned(option) {
    const row = lok.agreed(option.title, option.box.name + ".", agreements);
    lok.onchange(() => row.classList.toggle("away", !option.box.checked));
    return row;
  }

  if (plan && agreements.length) {
    const nothing = el("p", { class: "waiting" }, words.plan_empty);
    plan.append(nothing, ...options.map(planned));
    lok.onchange(() => { nothing.hidden = chosen().length > 0; });
  }
  if (review) lok.prompts(review, "_review");

  /* --- look back --- */

  const DAY = 24 * 60 * 60 * 1000;

  /** The last day on which something chosen begins, or today, in milliseconds; NaN while one is of another age. */
  function begin() {
    const inputs = [...plan.querySelectorAll(".planned:not(.away) input[type=date]")];
    const days = inputs.filter((input) => input.value).map(lok.dayIn);
    return days.length ? Math.max(...days) : lok.today();
  }

  /** A day so many days, weeks or months later; a month later is never in the month after that. */
  function later(day, count, unit) {
    if (unit !== "maand") return day + count * DAY * (unit === "week" ? 7 : 1);
    const from = new Date(day);
    const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count + 1, 0)).getUTCDate();
    return Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count, Math.min(from.getUTCDate(), last));
  }

  const lookBack = () => later(begin(), Number(plan.dataset.count), plan.dataset.unit);

  function description() {
    const questions = review ? [...review.querySelectorAll("li > span")].map((item) => item.textContent) : [];
    return [...chosen().map((option) => "- " + option.title), "", ...questions].join("\n").trim();
  }

  function event() {
    const title = lok.text("look_back_title", { title: lok.page.querySelector("h1").textContent.trim() });
    return lok.calendar({ title, description: description(), day: new Date(lookBack()) });
  }

  if (plan && plan.dataset.unit) {
    const when = el("p", { class: "when" });
    const name = lok.root.dataset.key.replace("/", "-") + ".ics";
    const save = button(words.look_back_save, () => lok.download(name, "text/calendar", event()));
    plan.append(el("div", { class: "look-back" }, when, save));
    lok.onchange(() => {
      const day = lok.inFull(lookBack());
      when.textContent = day ? lok.text("look_back", { day }) : words.day_asked;
      save.disabled = !day;
    });
  }
})(window.lok);
