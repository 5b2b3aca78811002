/* The search field of every page: fetches the index, and what shows and finds in it, once somebody turns to it. */
(function () {
  "use strict";

  const form = document.querySelector(".find");
  if (!form) return;
  const say = JSON.parse(document.body.dataset.words), here = path => new URL(path, document.baseURI);
  const root = here(document.body.dataset.root), assets = here(document.body.dataset.assets);
  const field = form.querySelector(".find-query");
  let results = null, loading = null;

  const panel = document.createElement("div"), meta = document.createElement("p");
  panel.className = "find-output";
  panel.hidden = true;
  meta.className = "find-meta";
  meta.setAttribute("role", "status");
  panel.append(meta);
  form.append(panel);

  /** Resolves once the page has this; an element in it, because a page from file:// may not fetch. */
  function added(name, attributes) {
    return new Promise((resolve, reject) => {
      const made = Object.assign(document.createElement(name), attributes);
      made.onload = resolve;
      made.onerror = reject;
      document.head.append(made);
    });
  }

  /** All that a search needs, fetched once. */
  function load() {
    const parts = [
      added("script", { src: new URL("search.js", root).href }),
      added("script", { src: new URL("find.js", assets).href }),
      added("link", { rel: "stylesheet", href: new URL("find.css", assets).href }),
    ];
    return Promise.all(parts).then(() => {
      results = lokResults(lokFind.prepare(lokIndex), { field, panel, meta, say, root });
      if (!panel.hidden) show();
    }, () => {
      loading = null;
      if (!panel.hidden) meta.textContent = say.failed;
    });
  }

  function begin() {
    loading = loading || load();
  }

  function open() {
    begin();
    panel.hidden = false;
    show();
  }

  function close() {
    panel.hidden = true;
  }

  function show() {
    const query = field.value.trim();
    if (results) results.show(query);
    if (!query) meta.textContent = say.start;
    else if (!results) meta.textContent = say.loading;
  }

  form.addEventListener("keydown", event => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && !panel.hidden) {
      event.preventDefault();
      close();
      field.focus({ preventScroll: true });
    } else if (by && !panel.hidden) {
      event.preventDefault();
      if (results) results.step(by);
    }
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    open();
    loading.then(() => { if (results) results.follow(); });
  });
  field.addEventListener("focus", begin);
  field.addEventListener("click", open);
  field.addEventListener("input", open);
  document.addEventListener("pointerdown", event => { if (!form.contains(event.target)) close(); });
  document.addEventListener("focusin", event => { if (!form.contains(event.target)) close(); });
})();
