/* Runs in the hidden frame before the search worker: gives it what a real worker has. */
(function () {
  "use strict";
  document.currentScript.remove(); /* the worker takes the first script[src] as the place to load from */

  window.postMessage = function (data) { parent.postMessage(data, "*"); };

  function load(url) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = url;
      script.onload = resolve;
      script.onerror = reject;
      document.documentElement.appendChild(script);
    });
  }

  window.importScripts = function () {
    return Array.prototype.reduce.call(arguments, function (before, url) {
      return before.then(function () { return load(url); });
    }, Promise.resolve());
  };
})();
