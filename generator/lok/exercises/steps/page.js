/* Steps to practise, one on a screen; on scenes where the page has them, one scene at a time. */
(function (lok) {
  "use strict";

  const steps = lok.own(".step");
  const scenes = lok.own(".scene");

  /** The name of a step, which unfolds what the page says of it. */
  function reminder(step) {
    const name = lok.el("span", { class: "scene-step" }, step.querySelector("h2").textContent);
    const said = lok.own(":scope > :is(p, ul, ol):not(.waiting)", step).map((part) => part.cloneNode(true));
    return { name, folded: lok.el("details", { class: "how" }, lok.el("summary", {}, name), ...said) };
  }

  for (const scene of scenes) {
    for (const step of steps) {
      const { name, folded } = reminder(step);
      const host = lok.el("div", {}, folded);
      scene.insertBefore(host, scene.querySelector(".waiting, .apart"));
      lok.field(host, scene.id + "-" + step.querySelector("h2").id, name);
    }
  }
  lok.screens(scenes.length ? scenes : steps);
  if (lok.narrow && scenes.length) lok.root.append(steps[0].parentElement); // each scene has them within reach
})(window.lok);
