/* In every page itself, before anything shows and without a request: says that a script runs, when all of them did, and
   whether the reader said that the evening is over. */
(function () {
  "use strict";

  const html = document.documentElement;
  html.classList.remove("no-js");
  html.classList.add("js");
  document.addEventListener("DOMContentLoaded", () => html.classList.add("ready"));
  try {
    html.classList.toggle("over", localStorage.getItem("lok:" + html.dataset.course + ":over") === "yes");
  } catch {
    // a browser that keeps nothing: the evening goes on
  }
})();
