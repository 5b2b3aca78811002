/* What was filled in as a file: a page that anyone can read, and that this exercise opens again. */
(function (lok) {
  "use strict";

  const { el, button, words } = lok;
  const LARGEST = 1000000; // bytes of a file to open
  const FORMAT = 1; // of the values in it
  const HELD = /<script type="application\/json" id="lok-values">([^<]*)<\/script>/;
  const STYLE = "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.5 sans-serif}p{white-space:pre-wrap}";
  const POLICY = "default-src 'none'; style-src 'unsafe-inline'"; // nothing in the file runs or fetches
  const id = lok.root.dataset.key;

  /** The whole file. Text becomes markup as text alone; in JSON no "<" is left that could end it. */
  function content() {
    const values = JSON.stringify({ lok: FORMAT, exercise: id, values: lok.values() }).replaceAll("<", "\\u003c");
    const read = lok.parts().flatMap(([part, lines]) => [
      ...(part ? [el("h2", {}, part)] : []), ...lines.map((line) => el("p", {}, line)),
    ]);
    const main = el("main", {}, el("h1", {}, lok.title), el("p", {}, words.file_says), ...read);
    const body = el("body", {}, main, el("script", { type: "application/json", id: "lok-values" }, values));
    const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">`
      + `<meta name="viewport" content="width=device-width"><style>${STYLE}</style>` + el("title", {}, lok.title).outerHTML;
    return `<!doctype html>\n<html lang="${document.documentElement.lang}"><head>${head}</head>\n${body.outerHTML}</html>\n`;
  }

  function save() {
    lok.download(id.replace("/", "-") + ".html", "text/html", content());
    lok.say(words.saved);
  }

  /** The values in a file of ours, an older one being JSON alone; null for any other. Its markup is never parsed. */
  function held(text) {
    const [, block] = HELD.exec(text) || [];
    const found = lok.parsed(block || text);
    return found && found.lok === FORMAT && found.exercise === id ? Object(found.values) : null;
  }

  async function open(file) {
    const values = file.size > LARGEST ? null : held(await file.text());
    if (!values) return lok.say(words.open_wrong);
    if (lok.written() && !(await lok.ask(words.replace_ask, words.replace_yes))) return;
    lok.fill(values);
    lok.say(words.opened);
  }

  const hidden = { class: "away", tabindex: "-1", "aria-hidden": "true" };
  const chooser = el("input", { type: "file", accept: ".html,.json,text/html,application/json", ...hidden });
  chooser.addEventListener("change", () => {
    if (chooser.files.length) open(chooser.files[0]);
    chooser.value = "";
  });
  const filers = [button(words.save, save), button(words.open, () => chooser.click()), chooser];
  Object.assign(lok, { filers });
})(window.lok);
