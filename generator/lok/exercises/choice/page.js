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
    box.dataset.said = lok.text("chosen", { title: heading.textContent });
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
    show(lok.narrow && groups.length > 1 ? titleOf(groups[0]) : "");
  });

  /* --- show a part --- */

  const views = [["", words.show_all], ...groups.map((group) => [titleOf(group), titleOf(group)]), ["+", words.show_picked]];
  const filters = views.map(([view, label]) => button(label, () => {
    show(view);
    if (lok.narrow) board.scrollIntoView();
  }));

  /** Shows a group, what was chosen ("+") or everything (""). Choosing hides nothing: focus would be lost. */
  function show(view) {
    filters.forEach((filter, index) => filter.setAttribute("aria-pressed", String(views[index][0] === view)));
    for (const { card, box } of options) {
      const group = card.closest("[data-group]");
      card.classList.toggle("away", view === "+" ? !box.checked : view !== "" && titleOf(group) !== view);
    }
    for (const group of groups) group.classList.toggle("away", !group.querySelector("[data-option]:not(.away)"));
  }

  const tally = el("div", { class: "tally" }, status);
  if (plan) tally.append(el("a", { class: "button", href: "#" + plan.getAttribute("aria-labelledby") }, words.to_plan));
  board.prepend(el("div", { class: "buttons filters", role: "group", "aria-label": words.show_part }, ...filters));
  groups[groups.length - 1].after(tally);

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
  const rows = () => [...plan.querySelectorAll(".planned:not(.away)")];

  /** The last day on which something chosen begins, or today, in milliseconds; NaN while one is wrong. */
  function begin() {
    const inputs = rows().flatMap((row) => [...row.querySelectorAll("input[type=date]")]);
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

  /** The first day after the period on which people work, and never a day that passed. */
  function lookBack() {
    const day = later(begin(), Number(plan.dataset.count), plan.dataset.unit);
    return lok.workday(Number.isNaN(day) ? day : Math.max(day, lok.today()));
  }

  /** What was chosen, who does it and from when; then the questions to look back with. */
  function description() {
    const agreed = rows().flatMap((row) => ["- " + titleOf(row), ...fieldsOf(row)]);
    const plain = chosen().map((option) => "- " + option.title);
    const questions = review ? [...review.querySelectorAll("li > span")].map((item) => item.textContent) : [];
    return [...(agreements.length ? agreed : plain), "", ...questions].join("\n").trim();
  }

  function fieldsOf(row) {
    const inputs = [...row.querySelectorAll("[name]")].map((input, index) => [agreements[index].textContent, input]);
    const said = ([name, input]) => "  " + name + ": " + (input.type === "date" ? lok.inFull(lok.dayIn(input)) : input.value);
    return inputs.filter(([, input]) => input.value.trim()).map(said);
  }

  /** A day to look back, in a calendar: one event, however often it is saved, so its mark stays with what was written. */
  function lookingBack() {
    const hidden = (name) => el("input", { type: "hidden", name, value: "" });
    const [mark, times] = [hidden("_day-mark"), hidden("_day-times")];
    const when = el("p", { class: "when" });
    const told = el("p", { class: "hint", role: "status" });
    const key = lok.root.dataset.key.replace("/", "-");

    function save() {
      mark.value = mark.value || crypto.getRandomValues(new Uint32Array(2)).join("");
      times.value = String(Number(times.value) + 1);
      const title = lok.text("look_back_title", { title: lok.title });
      const event = { id: key + "-" + mark.value, sequence: times.value, title, description: description(), day: lookBack() };
      lok.download(key + ".ics", "text/calendar", lok.calendar(event));
      lok.changed();
      told.textContent = lok.text("look_back_saved", { day: lok.inFull(event.day) });
    }

    const press = button(words.look_back_save, save);
    plan.append(el("div", { class: "look-back" }, when, press, told, mark, times));
    lok.onchange(() => {
      const day = lok.inFull(lookBack());
      const some = chosen().length > 0;
      when.textContent = !some ? words.look_back_empty : day ? lok.text("look_back", { day }) : words.look_back_wrong;
      press.disabled = !some || !day;
      told.textContent = "";
    });
  }

  if (plan && plan.dataset.unit) lookingBack();
})(window.lok);
