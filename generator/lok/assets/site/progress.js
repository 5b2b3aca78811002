/* How far a reader came. On the page of an exercise: a box to say that it is done. Beside each exercise that a page lists:
   whether it is done, or something is written in it, in this tab or kept in this browser; nothing is kept for that. */
(function () {
  "use strict";

  const say = JSON.parse(document.body.dataset.words), course = document.documentElement.dataset.course;
  const links = [...document.querySelectorAll("a[data-work]")];
  const host = document.querySelector("[data-done]"), total = document.querySelector("[data-total]");
  const key = (id) => "lok:" + course + "/" + id;
  const done = (id) => window.lokRemembered.remembers(key(id) + ":done");

  function written(store, id) {
    try {
      return Object.keys(JSON.parse(window[store].getItem(key(id)))).length > 0;
    } catch {
      return false; /* nothing there, or a browser that keeps nothing */
    }
  }

  function state(id) {
    if (done(id)) return say.done;
    return written("sessionStorage", id) || written("localStorage", id) ? say.filled : "";
  }

  function mark(link) {
    const known = link.nextElementSibling, told = state(link.dataset.work);
    if (known && known.matches(".begun")) known.remove();
    if (!told) return;
    const made = document.createElement("span");
    made.className = "begun";
    made.append(told);
    link.after(" ", made);
  }

  function look() {
    links.forEach(mark);
    const count = links.filter((link) => done(link.dataset.work)).length;
    if (total) total.textContent = count ? say.total.replace("{count}", count).replace("{of}", links.length) : "";
  }

  if (host) window.lokRemembered.offer(host, key(host.dataset.id) + ":done", JSON.parse(host.dataset.done));
  look();
  window.addEventListener("pageshow", look); /* also for who comes back to a page as it was */
  window.addEventListener("storage", look);
})();
