/* Keeps the course in this browser, so that it opens without a network, and says when there is a newer one. */
(function () {
  "use strict";

  const keeper = navigator.serviceWorker; /* only where a host is trusted: never for a file */
  if (!keeper || !location.protocol.startsWith("http")) return;
  const say = JSON.parse(document.body.dataset.words), root = new URL(document.body.dataset.root, document.baseURI);
  const notice = document.createElement("div");
  notice.className = "renew";
  notice.setAttribute("role", "status");
  document.body.prepend(notice);

  function offer(worker) {
    const text = document.createElement("p"), button = document.createElement("button");
    text.append(say.renew);
    button.append(say.renew_now);
    button.type = "button";
    button.addEventListener("click", () => {
      keeper.addEventListener("controllerchange", () => location.reload());
      worker.postMessage("renew");
    });
    notice.replaceChildren(text, button);
  }

  function watch(registration) {
    if (registration.waiting) offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker.addEventListener("statechange", () => {
        if (worker.state === "installed" && keeper.controller) offer(worker);
      });
    });
  }

  window.addEventListener("load", () => {
    keeper.register(new URL("worker.js", root).href).then(watch, () => {}); /* without it, all but this works */
  });
})();
