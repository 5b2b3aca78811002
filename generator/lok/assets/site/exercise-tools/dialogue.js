/* What an exercise says to its reader, and what it asks before something that cannot be undone. */
(function (lok) {
  "use strict";

  const { el, button, words } = lok;
  const status = el("p", { class: "status", role: "status" });

  function say(sentence) {
    status.textContent = "";
    requestAnimationFrame(() => { status.textContent = sentence; }); // the same sentence twice is heard twice
  }

  /** A box over the page until a button in it closes it; resolves to what that button gave, "" for none. */
  function box(title, content, buttons) {
    return new Promise((answer) => {
      const label = el("p", { id: "lok-ask" }, title);
      const row = el("div", { class: "buttons" });
      const dialog = el("dialog", { class: "ask", "aria-labelledby": label.id }, label, ...content, row);
      row.append(...buttons.map(([name, gives, look]) => button(name, () => dialog.close(gives), { class: look })));
      dialog.addEventListener("close", () => {
        dialog.remove();
        answer(dialog.returnValue);
      });
      lok.page.append(dialog);
      dialog.showModal();
    });
  }

  /** Resolves to whether the reader agrees. */
  async function ask(question, yes) {
    return (await box(question, [], [[words.no, "", "button"], [yes, "yes", "button strong"]])) === "yes";
  }

  Object.assign(lok, { status, say, box, ask });
})(window.lok);
