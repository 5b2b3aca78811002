/* The search field of every page: fetches the index once somebody turns to it, shows what is found, follows the keyboard. */
(function () {
  "use strict";

  const form = document.querySelector(".find");
  if (!form) return;
  const say = JSON.parse(document.body.dataset.words), here = path => new URL(path, document.baseURI);
  const root = here(document.body.dataset.root), assets = here(document.body.dataset.assets);
  const field = form.querySelector(".find-query");
  const MOST = 12;
  let index = null, loading = null;

  const panel = make("div", "find-output");
  const meta = make("p", "find-meta"), list = make("ol", "find-list"), more = make("div", "find-near");
  meta.setAttribute("role", "status");
  panel.append(meta, list, more);
  panel.hidden = true;
  form.append(panel);

  function make(name, kind, text) {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.append(text);
    return made;
  }

  function link(address, text) {
    const made = make("a", "", text);
    made.href = address;
    return made;
  }

  function script(address) {
    return new Promise((resolve, reject) => {
      const made = document.createElement("script");
      made.src = address.href;
      made.onload = resolve;
      made.onerror = reject;
      document.head.append(made);
    });
  }

  /** The index, fetched once; a script, because a page from file:// may load that and may not fetch. */
  function load() {
    loading = loading || Promise.all([new URL("search.js", root), new URL("find.js", assets)].map(script)).then(() => {
      index = lokFind.prepare(lokIndex);
      if (!panel.hidden) show();
    }, () => {
      loading = null;
      if (!panel.hidden) meta.textContent = say.failed;
    });
  }

  function open() {
    load();
    panel.hidden = false;
    show();
  }

  function close() {
    panel.hidden = true;
  }

  function show() {
    const query = field.value.trim();
    list.replaceChildren();
    more.replaceChildren();
    if (!query) meta.textContent = say.start;
    else if (!index) meta.textContent = say.loading;
    else results(query);
  }

  function results(query) {
    const found = lokFind.find(index, query);
    meta.textContent = found.length === 1 ? say.one : found.length ? say.more.replace("{count}", found.length) : say.none.replace("{query}", query);
    list.append(...found.slice(0, MOST).map(result));
    if (!found.length) nothing(query);
  }

  function result(found) {
    const record = found.record, item = make("li", found.help ? "find-help" : ""), to = link(new URL(record.address, root).href, "");
    to.append(make("span", "find-title", found.help ? found.help.title : record.title));
    if (record.title !== record.page) to.append(make("span", "find-page", record.page));
    const text = make("span", "find-text");
    text.append(...lokFind.snippet(record.text, found.marked).map(([piece, hit]) => hit ? make("mark", "", piece) : piece));
    to.append(text);
    item.append(to, ...(found.help && found.help.number ? [call(found.help.number)] : []));
    return item;
  }

  function call(number) {
    const made = link("tel:" + number.replace(/\D/g, ""), say.call.replace("{number}", number));
    made.className = "find-call";
    return made;
  }

  /** Where nothing is found: words that come near, and who can be called. */
  function nothing(query) {
    const words = lokFind.near(index, query);
    if (words.length) {
      const line = make("p", "", say.near + " ");
      for (const word of words) {
        const button = make("button", "", word);
        button.type = "button";
        button.addEventListener("click", () => { field.value = word; field.focus(); show(); });
        line.append(button, " ");
      }
      more.append(line);
    }
    const lines = lokFind.helps(index);
    if (lines.length) {
      more.append(make("p", "", say.help));
      more.append(...lines.map(each => {
        const line = make("p", "find-line");
        line.append(call(each.number), " " + each.title);
        return line;
      }));
    }
  }

  /** What the arrows walk through: the field, then what is found. */
  function step(by) {
    const stops = [field, ...list.querySelectorAll("li > a"), ...more.querySelectorAll("a, button")];
    const at = stops.indexOf(document.activeElement) + by;
    if (stops[at]) stops[at].focus();
  }

  form.addEventListener("keydown", event => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && !panel.hidden) {
      event.preventDefault();
      close();
      field.focus({ preventScroll: true });
    } else if (by && !panel.hidden) {
      event.preventDefault();
      step(by);
    }
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    open();
    loading.then(() => {
      const first = list.querySelector("a");
      if (first) first.click();
    });
  });
  field.addEventListener("focus", load);
  field.addEventListener("click", open);
  field.addEventListener("input", open);
  document.addEventListener("pointerdown", event => { if (!form.contains(event.target)) close(); });
  document.addEventListener("focusin", event => { if (!form.contains(event.target)) close(); });
})();
