/* What is found below the search field: pages with a piece of their text, words that come near, and who can be called. */
var lokResults = function (index, page) {
  "use strict";

  const { field, panel, meta, say, root } = page;
  const MOST = 12;
  const list = make("ol", "find-list"), more = make("div", "find-near");
  panel.append(list, more);

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

  /** What answers a query, and how much that is; nothing for an empty one. */
  function show(query) {
    list.replaceChildren();
    more.replaceChildren();
    if (!query) return;
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
        button.addEventListener("click", () => { field.value = word; field.focus(); show(word); });
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

  /** Goes where the first result leads. */
  function follow() {
    const first = list.querySelector("a");
    if (first) first.click();
  }

  return { show, step, follow };
};
