/* The screen beside the projector. The clock points at the slide where one should be; a tap corrects it, and from then
   on the clock points with that correction. What must survive a reload is kept in this browser. */
(function (trainer) {
  "use strict";

  const MINUTE = 60000;
  const FORGET = 12 * 60 * MINUTE; // an evening that began longer ago is over
  const GRACE = 3 * 60 * MINUTE; // an evening may run on so long past midnight
  const REAL = 60 * MINUTE; // so long before the evening begins, a rehearsal of that day no longer stands in its way
  const { words, plan, rehearsal } = trainer;
  const { clock, minutes, nearest, number } = trainer.clock;
  const body = document.body;
  const course = "lok:" + body.dataset.course;
  const moments = plan.read([...document.querySelectorAll(".moment")]);
  const last = moments[moments.length - 1];
  const find = (id) => document.getElementById(id);
  const begin = find("begin");
  /* {begins, shift, cut, practice}: begins in ms, shift is how late the evening runs in ms against what is left of the
     plan once `cut` (indexes of moments) is cut, practice a rehearsal. Null while no hour is known. */
  let evening = restored();
  let shown = -1;
  const advice = trainer.advice(moments, Number(body.dataset.margin), adviceState, cutTo, say);
  const times = rehearsal.table(moments, () => evening.practice, leave, body.dataset.course);

  /* --- the day --- */

  /** When the evening begins by its date, in ms; null where it has none. */
  function appointed() {
    const start = minutes(body.dataset.begin);
    if (!body.dataset.day || start === null) return null;
    const [year, month, day] = body.dataset.day.split("-").map(Number);
    return new Date(year, month - 1, day, Math.floor(start / 60), start % 60).getTime();
  }

  /** Whether the evening is of another day than today; one that passes midnight is still on. */
  function otherDay() {
    const begins = appointed();
    if (begins === null || trainer.today() === body.dataset.day) return false;
    return Date.now() < begins || Date.now() > begins + end() * MINUTE + GRACE;
  }

  /* --- what is kept --- */

  function restored() {
    const kept = JSON.parse(trainer.recall(course + ":avond") || "null");
    const begins = appointed();
    const due = begins !== null && !otherDay() && Date.now() > begins - REAL;
    if (kept && Math.abs(Date.now() - kept.begins) < FORGET && !(kept.practice && due)) {
      plan.lay(moments, kept.cut || []);
      return { cut: [], ...kept };
    }
    if (otherDay()) return null;
    return begins === null ? planned(body.dataset.begin) : { begins, shift: 0, cut: [] };
  }

  function planned(time) {
    const start = minutes(time);
    return start === null ? null : { begins: nearest(start, Date.now()), shift: 0, cut: [] };
  }

  function change(next) {
    evening = next;
    trainer.keep(course + ":avond", JSON.stringify(next));
    renew();
  }

  function renew() {
    plan.lay(moments, evening ? evening.cut : []);
    showTimes();
    showCuts();
    show();
    showNext(shown);
  }

  /* --- where we are --- */

  function end() {
    return last.start + last.length;
  }

  /**
   * {at, index, late, left, over}: the minute of the evening with the correction counted in, the moment that it points
   * at, the minutes too late and those that the moment has left. Null while no hour is known.
   */
  function position() {
    if (!evening) return null;
    const saved = plan.won(moments, evening.cut);
    const { practice } = evening;
    if (practice) {
      const late = rehearsal.late(practice, moments) - saved;
      const at = moments[practice.index].start;
      return { at, index: practice.index, late, left: rehearsal.left(practice, moments), over: practice.since === null };
    }
    const at = (Date.now() - evening.begins - evening.shift) / MINUTE;
    const index = plan.pointed(moments, at);
    const moment = moments[index];
    return { at, index, late: evening.shift / MINUTE - saved, left: moment.start + moment.length - at, over: at >= end() };
  }

  /** From now on it is this minute of the evening. */
  function correct(to) {
    const now = Date.now();
    if (evening) change({ ...evening, shift: now - evening.begins - to * MINUTE });
    else change({ begins: now - to * MINUTE, shift: 0, cut: [] });
  }

  /** To a moment, and so many minutes into it; to the end where there is none. */
  function go(moment, into = 0) {
    begun();
    if (evening && evening.practice) {
      change({ ...evening, practice: rehearsal.go(evening.practice, moment ? moment.index : null) });
      if (!moment) times.open();
    } else correct(moment ? moment.start + into : end());
  }

  /** The first tap begins; on another day than that of the evening it begins a rehearsal. */
  function start() {
    if (otherDay()) practise();
    else go(plan.beside(moments, -1, 1));
  }

  function practise() {
    begun();
    const first = plan.beside(moments, -1, 1);
    change({ begins: Date.now(), shift: 0, cut: [], practice: rehearsal.begin(first.index) });
  }

  function leave() {
    trainer.keep(course + ":avond", "");
    evening = restored();
    renew();
    if (!evening) ask();
  }

  function on() {
    const now = position();
    if (!now) start();
    else go(plan.beside(moments, now.at < 0 ? -1 : now.index, 1));
  }

  /** Still busy with the slide before: it gets one minute more. */
  function back() {
    const now = position();
    if (!now) return start();
    const before = plan.beside(moments, now.over ? moments.length : now.index, -1) || plan.beside(moments, -1, 1);
    go(before, before.index < now.index || now.over ? Math.max(0, before.length - 1) : 0);
  }

  /* --- what is cut --- */

  function adviceState() {
    const now = position();
    const moment = now && now.at >= 0 ? moments[now.index] : null;
    return { late: now ? Math.round(now.late) : 0, from: moment ? moment.start + moment.length : 0, cut: evening ? evening.cut : [] };
  }

  /** Other cuts: what is busy goes on where it was, and what follows moves. */
  function cutTo(cut) {
    const now = position();
    const into = now.at - moments[now.index].start;
    plan.lay(moments, cut);
    const at = now.at < 0 ? now.at : moments[now.index].start + into;
    change({ ...evening, cut, shift: evening.shift + (now.at - at) * MINUTE });
  }

  function showCuts() {
    const cut = evening ? evening.cut : [];
    for (const { box, index, length, keep } of moments) {
      if (keep === null) continue;
      const line = document.querySelector('#all button[data-index="' + index + '"]');
      for (const mark of [...box.querySelectorAll(".when .late-mark"), line.querySelector(".late-mark")]) {
        mark.dataset.plain = mark.dataset.plain || mark.textContent;
        mark.classList.toggle("is-cut", cut.includes(index));
        set(mark, cut.includes(index) ? mark.dataset.cut : mark.dataset.plain);
      }
      line.classList.toggle("is-gone", cut.includes(index) && keep === 0);
      set(box.querySelector(".lasts"), amount(length));
    }
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
  function pace(now) {
    if (!now) return otherDay() ? words.clock_stopped : words.no_hour;
    if (now.at < -60) return trainer.text("before_hour", { time: begin.value });
    if (now.at < 0) return say("before", Math.ceil(-now.at));
    const late = Math.round(now.late);
    if (late === 0) return words.on_time;
    return say(late > 0 ? "late" : "early", Math.abs(late));
  }

  function left(now) {
    if (!now || now.at < 0) return "";
    if (now.over) return words.over;
    return now.left < 0 ? say("beyond", Math.ceil(-now.left * 2) / 2) : say("left", Math.ceil(now.left * 2) / 2);
  }

  function show() {
    const now = position();
    const index = now ? now.index : 0;
    const time = new Date();
    set(find("clock"), clock(time.getHours() * 60 + time.getMinutes(), 0));
    set(find("pace"), pace(now));
    set(find("left"), left(now));
    body.classList.toggle("is-late", now !== null && Math.round(now.late) >= 1);
    if (index !== shown) turn(index);
    showLate(now);
    showPractice(now);
    if (!find("offer").hidden && now && now.at >= 0) begun();
  }

  /** When it is late, what one can do about it is one tap away; what was cut stays in sight. */
  function showLate(now) {
    const running = now !== null && now.at >= 0 && !now.over;
    const late = running && Math.round(now.late) >= 1 && (evening.cut.length > 0 || advice.possible());
    const cut = running && evening.cut.length > 0;
    find("late").hidden = !late && !cut;
    find("pace").classList.toggle("unseen", late);
    if (late) set(find("late").firstElementChild, say("late_ask", Math.round(now.late)));
    else if (cut) set(find("late").firstElementChild, trainer.text("cut_now", { slides: advice.cutSlides(evening.cut) }));
  }

  function showPractice(now) {
    const practising = now !== null && Boolean(evening.practice);
    const other = otherDay() && (practising || !now);
    const sentence = body.dataset.day < trainer.today() ? "evening_was" : "evening_is";
    find("practice").hidden = !other && !practising;
    set(find("practice").firstElementChild, other ? trainer.text(sentence, { day: body.dataset.dayTold }) : words.practising);
    find("stop").hidden = !practising;
    body.classList.toggle("practising", other || practising);
    const advise = find("advise");
    if (advise) advise.hidden = !now;
  }

  function turn(index) {
    const first = shown === -1;
    shown = index;
    moments.forEach(({ box }, other) => { box.hidden = other !== index; });
    const { box } = moments[index];
    const heading = box.querySelector("h2");
    if (!first) window.scrollTo(0, 0);
    set(find("told"), first ? "" : heading.textContent + ", " + box.dataset.who);
    showNext(index);
    for (const button of document.querySelectorAll("#all button")) {
      if (Number(button.dataset.index) === index) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  /** Beside what is shown now, what comes: its title and picture, who speaks then, and what to click past before. */
  function showNext(index) {
    const panel = find("next");
    const beside = moments[index].box;
    const moment = plan.beside(moments, index, 1);
    (beside.querySelector(".screen") || beside).append(panel);
    panel.hidden = !moment;
    set(find("soon"), "");
    if (!moment) return;
    const { box } = moment;
    const picture = box.querySelector(".screen img");
    const small = panel.querySelector("img");
    const title = box.querySelector("h2").textContent;
    const changes = box.classList.contains("takes-over");
    const mark = box.querySelector(".when .late-mark");
    const between = picture ? moments.slice(index + 1, moment.index).map((passed) => passed.box.dataset.number) : [];
    set(panel.querySelector(".next-title"), title);
    set(panel.querySelector(".next-who"), box.dataset.who);
    set(panel.querySelector(".next-late"), mark ? mark.textContent : "");
    set(panel.querySelector(".between"), between.length ? trainer.text("between", { slides: between.join(", ") }) : "");
    set(find("soon"), (changes ? "→ " + box.dataset.who.toUpperCase() + ": " : "→ ") + title);
    panel.dataset.colour = box.dataset.colour;
    panel.classList.toggle("changes", changes);
    small.hidden = !picture;
    if (picture) small.src = picture.src;
  }

  /** The hours follow the cuts; a rehearsal has minutes only. */
  function showTimes() {
    const start = evening && !evening.practice && new Date(evening.begins);
    const opening = start && start.getHours() * 60 + start.getMinutes();
    for (const time of document.querySelectorAll("[data-minute]")) {
      const moment = moments[Number(time.dataset.index)];
      set(time, start ? clock(opening, moment.start + start.getSeconds() / 60) : time.dataset.plain);
    }
    if (start) begin.value = clock(opening, 0);
  }

  /** Where no hour is known yet, or the evening is still to begin, the question for it stands first. */
  function ask() {
    find("settings").open = true;
    if (otherDay()) find("settings").firstElementChild.after(find("practise").parentElement);
    document.querySelector("main").prepend(document.querySelector(".tools"));
  }

  /** From the first tap on, what to say stands first. */
  function begun() {
    const tools = document.querySelector(".tools");
    find("offer").hidden = true;
    if (document.querySelector("main").firstElementChild !== tools) return;
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
    change({ begins: Date.now(), shift: 0, cut: [] });
  });
  find("agree").addEventListener("click", () => {
    begun();
    change({ begins: appointed(), shift: 0, cut: [] });
  });
  find("practise").addEventListener("click", practise);
  find("stop").addEventListener("click", () => times.open());
  find("late").firstElementChild.addEventListener("click", () => advice.open());
  if (find("advise")) find("advise").addEventListener("click", () => advice.open());
  begin.addEventListener("change", () => {
    const next = planned(begin.value);
    if (next) change({ ...next, cut: evening && !evening.practice ? evening.cut : [] });
  });
  find("all").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const moment = moments[Number(button.dataset.index)];
    if (evening && moment.length === 0) cutTo(evening.cut.filter((index) => index !== moment.index));
    go(moment);
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
  const waiting = position();
  find("offer").hidden = appointed() === null || otherDay() || !waiting || waiting.at >= 0;
  if (!evening || !find("offer").hidden) ask();
  showTimes();
  showCuts();
  show();
  stayAwake();
  setInterval(show, 1000);
})(window.lok.trainer);
