/* A plan, one block on a screen: a field below each prompt, and a row for each week of one block. */
(function (lok) {
  "use strict";

  const blocks = lok.own("[data-block]");
  for (const block of blocks) {
    const weeks = Number(block.dataset.weeks || 0);
    if (!weeks) lok.prompts(block, block.dataset.block);
    const end = block.querySelector(".waiting, .apart");
    for (let week = 1; week <= weeks; week++) {
      const parts = ["week_work", "week_how"].map((part) => {
        const host = lok.el("div", {}, lok.el("p", { "aria-hidden": "true" }, lok.words[part]));
        const name = lok.text("week", { week }) + ", " + lok.words[part];
        lok.field(host, block.dataset.block + "-" + week + "-" + part, name, { rows: 2 });
        return host;
      });
      block.insertBefore(lok.el("div", { class: "week" }, lok.el("h3", {}, lok.text("week", { week })), ...parts), end);
    }
  }
  lok.screens(blocks);
})(window.lok);
