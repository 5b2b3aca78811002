/* A conversation to prepare: who one is, which questions to talk about, and what was agreed. */
(function (lok) {
  "use strict";

  const { el, words } = lok;
  const AGREEMENTS = 3; // as many as there are lines for on paper
  const sides = lok.own("[data-sides] strong").map((side) => side.textContent);
  const agreed = lok.own("[data-agreed]")[0];
  const titles = lok.own("[data-agreements] span");
  lok.own(".schema").forEach((schema) => { schema.open = false; }); // the questions are near, what they need is one tap away
  const questions = lok.own("[data-question]").map(chooser);

  const who = lok.choice("side", words.who_are_you, sides.map((side) => [side, side]));
  lok.own("[data-sides]")[0].after(who);

  function chooser(item) {
    const code = item.dataset.question;
    const said = item.textContent.trim().slice(code.length).trim();
    const box = el("input", { type: "checkbox", name: code, value: "on", autocomplete: "off", "data-said": code + " " + said });
    item.append(el("label", { class: "pick" }, box, el("span", {}, lok.text("pick_question", { code }))));
    return { item, box, code, said };
  }

  /* --- what one brings to the table --- */

  const list = el("ul");
  const line = el("p", { role: "status" });
  const mine = el("section", { class: "mine", "aria-labelledby": "lok-mine" },
    el("h2", { id: "lok-mine" }, words.my_questions), line, list);
  const themes = lok.own("[data-theme]");
  themes[themes.length - 1].after(mine);

  lok.onchange(() => {
    const chosen = questions.filter((question) => question.box.checked);
    const side = (who.querySelector("input:checked") || { value: "" }).value;
    const codes = chosen.map((question) => question.code).join(", ");
    questions.forEach(({ item, box }) => item.classList.toggle("picked", box.checked));
    line.textContent = chosen.length ? lok.text(side ? "bring_as" : "bring", { side, codes }) : words.bring_nothing;
    list.replaceChildren(...chosen.map(({ code, said }) => el("li", {}, el("strong", {}, code), " " + said)));
  });

  /* --- what was agreed --- */

  for (let number = 1; agreed && number <= AGREEMENTS; number++) {
    agreed.append(lok.agreed(lok.text("agreement", { number }), "agreed-" + number + "-", titles));
  }
})(window.lok);
