/* Where what was written stays: in this tab until it closes or, on request, in this browser, where all tabs show the same.
   What has no field any more stays with it, and is shown. */
(function (lok) {
  "use strict";

  const { el, words } = lok;
  const key = "lok:" + lok.root.dataset.key;
  const keeps = lok.root.dataset.keeps !== "no"; // a conversation is nobody's to keep
  const TAB = "sessionStorage";
  const BROWSER = "localStorage";
  const keeper = el("input", { type: "checkbox", autocomplete: "off", "aria-describedby": "lok-keep" });
  const homeless = el("section", { class: "homeless", "aria-labelledby": "lok-homeless" });
  let arriving = false; // what comes out of a store is not put back in it
  let warned = false;

  /* --- stores --- */

  /** The object that a text holds as JSON, or null where it holds none. */
  function parsed(content) {
    try {
      const found = JSON.parse(content);
      return found && typeof found === "object" && !Array.isArray(found) ? found : null;
    } catch (unreadable) {
      return null;
    }
  }

  /** Lets something be done with a store; null where this browser refuses it. */
  function withStore(name, use) {
    try {
      return use(window[name]);
    } catch (refused) {
      return null;
    }
  }

  const stored = (name) => withStore(name, (store) => parsed(store.getItem(key)));
  const drop = (name) => withStore(name, (store) => store.removeItem(key));
  const put = (name, values) => withStore(name, (store) => { store.setItem(key, JSON.stringify(values)); return true; });

  function draft() {
    const values = lok.values();
    if (!Object.keys(values).length) drop(TAB);
    else if (!put(TAB, values) && !warned) {
      warned = true;
      lok.say(words.cannot_stay);
    }
  }

  /** After each change. */
  function hold() {
    if (arriving) return;
    if (keeper.checked && !put(BROWSER, lok.values())) {
      keeper.checked = false;
      lok.say(words.cannot_keep);
    }
    if (!keeper.checked) draft();
  }

  /* --- on request --- */

  /** Another tab, or an earlier day, may have kept something else: that is not lost without asking. */
  async function start() {
    const before = stored(BROWSER);
    const other = before && JSON.stringify(before) !== JSON.stringify(lok.values());
    if (other && !(await lok.ask(words.keep_ask, words.replace_yes))) {
      keeper.checked = false;
      return;
    }
    hold();
    if (!keeper.checked) return;
    drop(TAB);
    lok.say(words.kept);
  }

  function stop() {
    drop(BROWSER);
    draft();
    lok.say(words.not_kept);
  }

  /** Everything goes, here and in each tab that shows what was kept. */
  async function wipe() {
    if (!(await lok.ask(words.wipe_ask, words.wipe_yes))) return;
    if (keeper.checked) put(BROWSER, {});
    if (keeps) drop(BROWSER);
    drop(TAB);
    keeper.checked = false;
    lok.fill({});
    lok.say(words.wiped);
  }

  /* --- coming back --- */

  function arrive(values) {
    arriving = true;
    lok.fill(values);
    arriving = false;
  }

  /** Comes back once the kind has made its fields: what this tab held, else what this browser kept. */
  function begin() {
    const held = stored(TAB);
    const kept = keeps && !held ? stored(BROWSER) : null;
    keeper.checked = kept !== null;
    arrive(held || kept || {});
    if (held || kept) lok.say(held ? words.stayed : words.back);
  }

  /** Another tab keeps, changes or wipes: this one follows, unless something else is written here. */
  function follow(event) {
    if (!keeps || (event.key !== key && event.key !== null)) return;
    const theirs = parsed(event.newValue);
    if (theirs && (keeper.checked || !lok.written())) {
      keeper.checked = true;
      arrive(theirs);
    } else if (!theirs && keeper.checked) {
      keeper.checked = false;
      draft();
      lok.say(words.not_kept);
    }
  }

  /* --- what has no place any more --- */

  function showHomeless() {
    const lost = Object.entries(lok.lost());
    const lines = lost.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]);
    const title = el("h2", { id: "lok-homeless" }, words.lost_title);
    homeless.hidden = !lost.length;
    homeless.replaceChildren(...(lost.length ? [title, el("p", {}, words.lost), el("dl", {}, ...lines)] : []));
  }

  lok.onchange(hold);
  lok.onchange(showHomeless);
  keeper.addEventListener("change", () => (keeper.checked ? start() : stop()));
  window.addEventListener("storage", follow);
  window.addEventListener("pageshow", (event) => { if (event.persisted) begin(); });
  document.addEventListener("DOMContentLoaded", begin);
  Object.assign(lok, { keeps, keeper, homeless, parsed, wipe });
})(window.lok);
