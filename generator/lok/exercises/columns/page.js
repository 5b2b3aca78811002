/* Columns to fill in, about a story or about nobody; asks on where one part of a column stays empty. */
(function (lok) {
  "use strict";

  const stories = lok.root.querySelector(".stories");
  if (stories) {
    const options = [...stories.querySelectorAll("a")].map((link) => [link.textContent, link.textContent]);
    stories.after(lok.choice("story", lok.words.about_whom, [[lok.words.no_story, lok.words.no_story], ...options]));
  }

  for (const column of lok.own(".column")) {
    const parts = lok.own("[data-field]", column).filter((part) => part !== column);
    if (parts.length < 2) continue;
    const notice = lok.el("p", { class: "notice", role: "status" });
    parts[parts.length - 1].after(notice);
    lok.onchange(() => {
      const empty = parts.filter((part) => !lok.written(part));
      const some = empty.length > 0 && empty.length < parts.length;
      const names = empty.map((part) => part.querySelector("h3").textContent).join(", ");
      const sentence = some ? lok.text("part_empty", { names }) : "";
      if (notice.textContent !== sentence) notice.textContent = sentence;
    });
  }
})(window.lok);
