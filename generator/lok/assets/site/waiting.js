/* What waits on a public page until a reader asks for it: the next part of a case, a reaction, a possible answer; and
   the switch that shows all of it once the evening is over. Without this script all of it stands on the page. */
(function () {
  "use strict";

  const html = document.documentElement;
  const host = document.querySelector("[data-over]");
  if (!host) return;
  const words = JSON.parse(host.dataset.over);
  const key = "lok:" + html.dataset.course + ":over";
  const fragments = [...document.querySelectorAll("[data-waits]")];
  const stories = fragments.filter((fragment) => fragment.dataset.waits === "part");

  const told = (fragment) => fragment.querySelector(".told");
  const answer = (fragment) => fragment.querySelector(":scope > .answer");
  const heading = (fragment) => fragment.previousElementSibling;

  function note(text) {
    const line = document.createElement("p");
    line.className = "waiting";
    line.textContent = text;
    return line;
  }

  function button(label, press) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button ask-first";
    made.textContent = label;
    made.addEventListener("click", () => press(made));
    return made;
  }

  /** Shows what waited, takes away what stood in its place, and goes there. */
  function show(shown, gone, focus) {
    for (const element of shown) element.hidden = false;
    for (const element of gone) element.remove();
    if (!focus.matches("summary")) focus.tabIndex = -1;
    focus.focus();
  }

  /** Below what was told, the step that opens the answer to it and the part after it. */
  function pause(fragment) {
    const after = stories[stories.indexOf(fragment) + 1];
    const next = fragment.dataset.waits === "part" ? after : undefined;
    const own = answer(fragment);
    if (!own && !next) return;
    if (own) own.hidden = true;
    const made = button(own ? words.thought : words.further, () => {
      const gone = [made, ...(next ? next.querySelectorAll(":scope > .waiting") : [])];
      const focus = own ? own.querySelector("summary") : heading(next);
      show([own, next && told(next)].filter(Boolean), gone, focus);
      if (next) pause(next);
    });
    told(fragment).after(made);
  }

  function close(fragment) {
    told(fragment).hidden = true;
    if (answer(fragment)) answer(fragment).hidden = true;
    if (fragment.dataset.waits === "part") {
      fragment.prepend(note(words.after_part));
      return;
    }
    fragment.prepend(button(words.read_reaction, (made) => {
      show([told(fragment)], [made], heading(fragment));
      pause(fragment);
    }));
  }

  /** A link to a reaction asks for it. */
  function arrive() {
    const asked = fragments.find((fragment) => "#" + heading(fragment).id === location.hash);
    const closed = asked && asked.dataset.waits === "reaction" && told(asked).hidden;
    if (closed) asked.querySelector(".ask-first").click();
  }

  for (const fragment of fragments) {
    if (fragment === stories[0]) pause(fragment);
    else close(fragment);
  }
  const waits = fragments.length || document.querySelector(".text .answer");
  const said = { label: words.over, where: words.over_where, not_kept: words.over_not_kept };
  if (waits) window.lokRemembered.offer(host, key, said, (over) => html.classList.toggle("over", over));
  arrive();
  window.addEventListener("hashchange", arrive);
})();
