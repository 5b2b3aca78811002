/* In the head of every page, before anything shows: says that a script runs, when all of them did, and whether the
   reader said that the evening is over. The folder above this file is the course's. */
(function () {
  "use strict";

  const html = document.documentElement;
  html.dataset.course = decodeURIComponent(document.currentScript.src.split("/").at(-3));
  html.classList.remove("no-js");
  html.classList.add("js");
  document.addEventListener("DOMContentLoaded", () => html.classList.add("ready"));
  try {
    html.classList.toggle("over", localStorage.getItem("lok:" + html.dataset.course + ":over") === "yes");
  } catch {
    // a browser that keeps nothing: the evening goes on
  }
})();
