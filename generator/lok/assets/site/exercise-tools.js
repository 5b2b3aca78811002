/* What a reader may do with what was written: keep it in this browser, wipe, print, save as a file and open it again,
   show it large to a room. Nothing is kept or sent unless the reader asks. */
(function (lok) {
  "use strict";

  const { el, button, words } = lok;
  const LARGEST = 1000000; // bytes of a file to open
  const FORMAT = 1; // of the files we save
  const id = lok.root.dataset.key;
  const key = "lok:" + id;
  const keeps = lok.root.dataset.keeps !== "no"; // a conversation is nobody's to keep
  const status = el("p", { class: "status", role: "status" });
  const keeper = el("input", { type: "checkbox", autocomplete: "off", "aria-describedby": "lok-keep" });
  const everything = document.documentElement;

  function say(sentence) {
    status.textContent = "";
    requestAnimationFrame(() => { status.textContent = sentence; }); // the same sentence twice is heard twice
  }

  /** Asks before something that cannot be undone; resolves to whether the reader agrees. */
  function ask(question, yes) {
    return new Promise((answer) => {
      const no = button(words.no, () => dialog.close(""));
      const agree = button(yes, () => dialog.close("yes"), { class: "button strong" });
      const title = el("p", { id: "lok-ask" }, question);
      const buttons = el("div", { class: "buttons" }, no, agree);
      const dialog = el("dialog", { class: "ask", "aria-labelledby": title.id }, title, buttons);
      dialog.addEventListener("close", () => {
        dialog.remove();
        answer(dialog.returnValue === "yes");
      });
      lok.page.append(dialog);
      dialog.showModal();
    });
  }

  /* --- keep --- */

  function storage(use) {
    try {
      return use(window.localStorage);
    } catch (refused) {
      if (keeper.checked) say(words.cannot_keep);
      keeper.checked = false;
      return null;
    }
  }

  function keep() {
    storage((store) => store.setItem(key, JSON.stringify(lok.read())));
  }

  function forget() {
    storage((store) => store.removeItem(key));
  }

  function keepOrForget() {
    const wanted = keeper.checked;
    (wanted ? keep : forget)();
    if (keeper.checked) say(words.kept);
    else if (!wanted) say(words.not_kept);
  }

  /** What this browser kept comes back once the kind has made its fields. */
  function begin() {
    const kept = keeps ? parsed(storage((store) => store.getItem(key))) : null;
    keeper.checked = kept !== null;
    lok.fill(kept || {});
    if (kept) say(words.back);
  }

  /** The object that a text holds as JSON, or null where it holds none. */
  function parsed(content) {
    try {
      const found = JSON.parse(content);
      return found && typeof found === "object" ? found : null;
    } catch (unreadable) {
      return null;
    }
  }

  async function wipe() {
    if (!(await ask(words.wipe_ask, words.wipe_yes))) return;
    keeper.checked = false;
    if (keeps) forget();
    lok.fill({});
    say(words.wiped);
  }

  /* --- a file --- */

  function save() {
    const content = JSON.stringify({ lok: FORMAT, exercise: id, values: lok.read() }, null, 1);
    lok.download(id.replace("/", "-") + ".json", "application/json", content);
    say(words.saved);
  }

  async function open(file) {
    const content = file.size > LARGEST ? null : parsed(await file.text());
    if (!content || content.lok !== FORMAT || content.exercise !== id) return say(words.open_wrong);
    if (lok.written() && !(await ask(words.replace_ask, words.replace_yes))) return;
    lok.fill(Object(content.values));
    say(words.opened);
  }

  function chooser() {
    const hidden = { class: "away", tabindex: "-1", "aria-hidden": "true" };
    const found = el("input", { type: "file", accept: ".json,application/json", ...hidden });
    found.addEventListener("change", () => {
      if (found.files.length) open(found.files[0]);
      found.value = "";
    });
    return found;
  }

  /* --- show --- */

  function enlarge() {
    shower.setAttribute("aria-pressed", String(everything.classList.toggle("large")));
    lok.page.querySelectorAll(".answer[open]").forEach((answer) => { answer.open = false; });
  }

  const shower = button(words.large, enlarge, { class: "button shower", "aria-pressed": "false" });
  const file = chooser();
  const label = el("label", { class: "keep" }, keeper, el("span", {}, words.keep));
  const keeping = [label, el("p", { id: "lok-keep", class: "hint" }, words.keep_where)];
  const filing = [button(words.save, save), button(words.open, () => file.click())];
  const buttons = [button(words.print, () => window.print()), ...(keeps ? filing : []), button(words.wipe, wipe)];
  lok.root.prepend(shower);
  lok.page.querySelector("[data-tools]").append(
    el("h2", {}, words.title),
    el("p", {}, keeps ? words.private : words.never_kept),
    ...(keeps ? keeping : []),
    el("div", { class: "buttons" }, ...buttons),
    ...(keeps ? [file] : []),
    status
  );
  keeper.addEventListener("change", keepOrForget);
  lok.onchange(() => { if (keeper.checked) keep(); });
  document.addEventListener("keydown", (event) => {
    const asking = lok.page.querySelector("dialog");
    if (event.key === "Escape" && everything.classList.contains("large") && !asking) enlarge();
  });
  document.addEventListener("DOMContentLoaded", begin);
  lok.say = say;
})(window.lok);
