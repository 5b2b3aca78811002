/* The screen beside the projector. The clock points at the slide where one should be; a tap corrects it, and from then
   on the clock points with that correction. What must survive a reload is kept in this browser. */
(function (trainer) {
  "use strict";

  const MINUTE = 60000;
  const FORGET = 12 * 60 * MINUTE; // an evening that began longer ago is over
  const { words } = trainer;
  const { clock, minutes, nearest, number } = trainer.clock;
  const body = document.body;
  const course = "lok:" + body.dataset.course;
  const moments = [...document.querySelectorAll(".moment")].map((box) => ({
    box, start: Number(box.dataset.start), length: Number(box.dataset.minutes),
  }));
  const last = moments[moments.length - 1];
  const find = (id) => document.getElementById(id);
  const begin = find("begin");
  let evening = restored(); // {begins, shift} in ms; shift is how late the evening runs. Null while no hour is known.
  let shown = -1;

  /* --- what is kept --- */

  function restored() {
    const kept = JSON.parse(trainer.recall(course + ":avond") || "null");
    if (kept && Math.abs(Date.now() - kept.begins) < FORGET) return kept;
    return planned(body.dataset.begin);
  }

  function planned(time) {
    const start = minutes(time);
    return start === null ? null : { begins: nearest(start, Date.now()), shift: 0 };
  }

  function change(next) {
    evening = next;
    trainer.keep(course + ":avond", JSON.stringify(next));
    showTimes();
    show();
  }

  /* --- where we are --- */

  /** The minute of the evening, the correction counted in; null while no hour is known. */
  function minute() {
    return evening && (Date.now() - evening.begins - evening.shift) / MINUTE;
  }

  function pointed(at) {
    const passed = moments.filter((moment) => moment.start <= at);
    return passed.length ? passed.length - 1 : 0;
  }

  /** From now on it is this minute of the evening. */
  function correct(to) {
    begun();
    const now = Date.now();
    if (evening) change({ begins: evening.begins, shift: now - evening.begins - to * MINUTE });
    else change({ begins: now - to * MINUTE, shift: 0 });
  }

  function on() {
    const at = minute();
    const next = at === null || at < 0 ? moments[0] : moments[pointed(at) + 1];
    correct(next ? next.start : last.start + last.length);
  }

  /** Still busy with the slide before: it gets one minute more. */
  function back() {
    const at = minute();
    const ended = at !== null && at >= last.start + last.length;
    const before = ended ? last : moments[Math.max(0, (at === null ? 0 : pointed(at)) - 1)];
    correct(before.start + Math.max(0, before.length - 1));
  }

  /* --- show --- */

  function amount(value) {
    return number(value, words.decimal_sign) + " " + words[value === 1 ? "minute" : "minutes"];
  }

  function say(name, value) {
    return trainer.text(name, { minutes: amount(value) });
  }

  function set(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  /** Early or late in words. */
  function pace(at) {
    if (at === null) return words.no_hour;
    if (at < -60) return trainer.text("before_hour", { time: begin.value });
    if (at < 0) return say("before", Math.ceil(-at));
    const late = Math.round(evening.shift / MINUTE);
    if (late === 0) return words.on_time;
    return say(late > 0 ? "late" : "early", Math.abs(late));
  }

  function left(at) {
    if (at === null || at < 0) return "";
    const end = last.start + last.length;
    if (at >= end) return words.over;
    const moment = moments[pointed(at)];
    return say("left", Math.ceil((moment.start + moment.length - at) * 2) / 2);
  }

  function show() {
    const at = minute();
    const index = at === null ? 0 : pointed(at);
    const now = new Date();
    set(find("clock"), clock(now.getHours() * 60 + now.getMinutes(), 0));
    set(find("pace"), pace(at));
    set(find("left"), left(at));
    body.classList.toggle("is-late", at !== null && evening.shift >= MINUTE / 2);
    if (index !== shown) turn(index);
  }

  function turn(index) {
    const first = shown === -1;
    shown = index;
    moments.forEach(({ box }, other) => { box.hidden = other !== index; });
    const { box } = moments[index];
    const heading = box.querySelector("h2");
    if (!first) window.scrollTo(0, 0);
    set(find("told"), first ? "" : heading.textContent + ", " + box.dataset.who);
    showNext(box, moments[index + 1]);
    for (const button of document.querySelectorAll("#all button")) {
      if (Number(button.dataset.index) === index) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  /** Beside what is shown now, what comes: its title and picture, and who speaks then. */
  function showNext(beside, moment) {
    const panel = find("next");
    (beside.querySelector(".screen") || beside).append(panel);
    panel.hidden = !moment;
    set(find("soon"), "");
    if (!moment) return;
    const { box } = moment;
    const picture = box.querySelector(".screen img");
    const small = panel.querySelector("img");
    const title = box.querySelector("h2").textContent;
    const changes = box.classList.contains("takes-over");
    set(panel.querySelector(".next-title"), title);
    set(panel.querySelector(".next-who"), box.dataset.who);
    set(find("soon"), (changes ? "→ " + box.dataset.who.toUpperCase() + ": " : "→ ") + title);
    panel.dataset.place = box.dataset.place;
    panel.classList.toggle("changes", changes);
    small.hidden = !picture;
    if (picture) small.src = picture.src;
  }

  function showTimes() {
    const start = evening && new Date(evening.begins);
    const opening = start && start.getHours() * 60 + start.getMinutes();
    for (const time of document.querySelectorAll("[data-minute]")) {
      set(time, start ? clock(opening, Number(time.dataset.minute) + start.getSeconds() / 60) : time.dataset.plain);
    }
    if (start) begin.value = clock(opening, 0);
  }

  /** Where no hour is known yet, the question for it stands first. */
  function ask() {
    find("settings").open = true;
    document.querySelector("main").prepend(document.querySelector(".tools"));
  }

  /** From the first tap on, what to say stands first. */
  function begun() {
    const tools = document.querySelector(".tools");
    if (tools.nextElementSibling === null) return;
    find("settings").open = false;
    document.querySelector("main").append(tools);
  }

  function showMe(role) {
    for (const { box } of moments) {
      box.classList.toggle("mine", role !== "" && box.dataset.speakers.split(" ").includes(role));
      box.classList.toggle("not-mine", role !== "" && !box.dataset.speakers.split(" ").includes(role));
    }
    for (const part of document.querySelectorAll(".yours")) part.classList.toggle("for-me", part.dataset.for === role);
  }

  /* --- the screen stays awake where the device can --- */

  async function stayAwake() {
    if (document.visibilityState !== "visible") return;
    try {
      await navigator.wakeLock.request("screen");
      set(find("awake"), words.awake);
    } catch (refused) {
      set(find("awake"), words.not_awake);
    }
  }

  /* --- taps and keys --- */

  find("on").addEventListener("click", on);
  find("back").addEventListener("click", back);
  find("now").addEventListener("click", () => {
    begun();
    change({ begins: Date.now(), shift: 0 });
  });
  begin.addEventListener("change", () => { if (planned(begin.value)) change(planned(begin.value)); });
  find("all").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    correct(moments[Number(button.dataset.index)].start);
    find("all").open = false;
    find("on").focus();
  });
  find("me").addEventListener("change", (event) => {
    trainer.keep(course + ":ik", event.target.value);
    showMe(event.target.value);
  });
  find("wipe").addEventListener("click", () => {
    trainer.keep(course + ":avond", "");
    trainer.keep(course + ":ik", "");
    location.reload();
  });
  document.addEventListener("keydown", (event) => {
    const press = { ArrowRight: on, ArrowLeft: back }[event.key];
    if (!press || event.shiftKey || trainer.busy(event) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    press();
  });
  document.addEventListener("visibilitychange", () => {
    stayAwake();
    show();
  });

  const me = trainer.recall(course + ":ik") || "";
  const mine = [...find("me").querySelectorAll("input")].find((input) => input.value === me);
  if (mine) mine.checked = true;
  body.classList.add("live");
  showMe(me);
  if (!evening) ask();
  showTimes();
  show();
  stayAwake();
  setInterval(show, 1000);
})(window.lok.trainer);
