/* Steps to practise: on scenes where the page has them, one scene at a time. */
(function (lok) {
  "use strict";

  const steps = lok.own(".step > h2");
  const scenes = lok.own(".scene");
  for (const scene of scenes) {
    for (const step of steps) {
      const label = lok.el("p", { class: "scene-step" }, step.textContent);
      const host = lok.el("div", {}, label);
      scene.insertBefore(host, scene.querySelector(".waiting, .apart"));
      lok.field(host, scene.id + "-" + step.id, label);
    }
  }
  lok.screens(scenes);
})(window.lok);
