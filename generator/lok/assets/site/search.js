/* Helps the theme's search. On file:// a browser refuses Worker, so the worker's code runs in a hidden frame there;
   and single-letter shortcuts, which a slip of the finger or a voice sets off, are kept from the theme. */
(function () {
  "use strict";
  window.addEventListener("keydown", function (event) {
    var field = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (!field && event.key.length === 1) event.stopImmediatePropagation();
  });

  /** The script that searches, which fetches the index: only once somebody turns to the field. */
  function begin(event) {
    var engine = event.target instanceof Element && event.target.closest(".find") && document.getElementById("find-engine");
    if (!engine) return;
    var script = document.createElement("script");
    script.src = engine.dataset.src;
    engine.replaceWith(script);
  }
  document.addEventListener("focusin", begin);
  document.addEventListener("pointerdown", begin);

  if (location.protocol !== "file:") return;

  var inside = new URL("search-frame.js", document.currentScript.src).href;

  class IFrameWorker extends EventTarget {
    constructor(url) {
      super();
      var worker = this;
      this.waiting = [];
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.frame.title = "";
      this.frame.srcdoc = '<!doctype html><script src="' + inside + '"></' + 'script><script src="' + url + '"></' + "script>";
      this.frame.addEventListener("load", function () {
        var messages = worker.waiting;
        worker.waiting = null;
        messages.forEach(function (data) { worker.postMessage(data); });
      });
      window.addEventListener("message", function (event) {
        if (event.source !== worker.frame.contentWindow) return;
        var message = new MessageEvent("message", { data: event.data });
        worker.dispatchEvent(message);
        if (worker.onmessage) worker.onmessage(message);
      });
      document.documentElement.appendChild(this.frame);
    }

    postMessage(data) {
      var frame = this.frame;
      if (this.waiting) this.waiting.push(data);
      else setTimeout(function () { /* the frame's own postMessage leads back to us */
        if (frame.contentWindow) frame.contentWindow.dispatchEvent(new MessageEvent("message", { data: data }));
      });
    }

    terminate() {
      this.frame.remove();
    }
  }

  window.Worker = window.IFrameWorker = IFrameWorker; /* the theme's worker looks for the second name */
})();
