/* What a reader may do with what was written, in one place below the exercise; and the exercise shown large to a room. */
(function (lok) {
  "use strict";

  const { el, button, words, keeps } = lok;
  const everything = document.documentElement;

  /** The task and what a question needs are in sight of the room, no answer is. */
  function enlarge() {
    const large = everything.classList.toggle("large");
    shower.setAttribute("aria-pressed", String(large));
    lok.page.querySelectorAll(".answer[open]").forEach((answer) => { answer.open = false; });
    lok.own(".schema").forEach((schema) => { schema.open = large; });
    lok.page.querySelector(".task").open = large || !lok.narrow;
  }

  const shower = button(words.large, enlarge, { class: "button shower", "aria-pressed": "false" });
  if (lok.narrow) lok.root.append(shower); // nobody holds a phone up to a room
  else lok.root.prepend(shower);

  const label = el("label", { class: "keep" }, lok.keeper, el("span", {}, words.keep));
  const keeping = [label, el("p", { id: "lok-keep", class: "hint" }, words.keep_where)];
  const printer = button(words.print, () => window.print());
  const buttons = [printer, ...lok.takers, ...(keeps ? lok.filers : []), button(words.wipe, lok.wipe)];
  const tools = lok.page.querySelector("[data-tools]");
  tools.before(lok.homeless);
  tools.append(
    el("h2", {}, words.title),
    el("p", {}, keeps ? words.private : words.never_kept),
    ...(keeps ? keeping : []),
    el("div", { class: "buttons" }, ...buttons),
    lok.status
  );
  document.addEventListener("keydown", (event) => {
    const asking = lok.page.querySelector("dialog");
    if (event.key === "Escape" && everything.classList.contains("large") && !asking) enlarge();
  });
})(window.lok);
