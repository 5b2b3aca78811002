/* The search itself: the index of a site and what somebody typed in, parts of pages out, best first. Touches no page. */
var lokFind = (function () {
  "use strict";

  const WORD = /[\p{L}\p{N}]+(?:['’‘ʼ\-‐‑\u00ad][\p{L}\p{N}]+)*/gu;
  const WEIGHTS = { title: 6, also: 4, text: 1, page: 2 };
  const ENOUGH = 0.5, LONGER = 0.7; /* so sure a word must be to say what somebody means; more so where it was not yet typed in full */
  const NAMED = 1.5; /* how much heavier a whole page, fact or term counts than a piece of one */
  const LEAST = 0.01; /* of the best score; what is below it is not shown */
  const SNIPPET = 170; /* letters */
  const SOUNDS = [[/ij|y/g, "ei"], [/ou/g, "au"], [/ph/g, "f"], [/c(?!h)/g, "k"], [/dt\b/g, "t"], [/(.)\1+/g, "$1"]];

  /** The pieces of one word between hyphens, without accents, apostrophes and capitals. */
  function pieces(raw) {
    return raw.replace(/['’‘ʼ\u00ad]/g, "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(/[-‐‑]/);
  }

  /** The words of a text: where each stands, and the forms in which it can be found: whole, and its pieces. */
  function words(text) {
    return Array.from(text.matchAll(WORD), match => {
      const parts = pieces(match[0]);
      return { at: match.index, length: match[0].length, forms: parts.length > 1 ? [parts.join(""), ...parts] : parts };
    });
  }

  const whole = text => words(text).map(word => word.forms[0]);

  /** An index made ready: which words stand in which parts, how heavily. */
  function prepare(data) {
    const places = new Map(), kin = new Map();
    const add = (text, part, weight) => {
      for (const word of words(text)) for (const form of word.forms) {
        if (!places.has(form)) places.set(form, new Map());
        const here = places.get(form);
        here.set(part, Math.max(here.get(part) || 0, weight) + 0.1);
      }
    };
    const parts = data.parts.map(([page, anchor, title, text, also], number) => {
      const [path, name] = data.pages[page];
      add(text, number, WEIGHTS.text);
      add(name, number, WEIGHTS.page);
      add(title, number, WEIGHTS.title);
      add(also, number, WEIGHTS.also);
      const phrases = also.split("; ").concat(title).map(whole).filter(phrase => phrase.length);
      return { page: name, path, address: anchor ? path + "#" + anchor : path, title: title || name, text, phrases, own: !anchor || Boolean(also) };
    });
    for (const line of data.kin) for (const word of line.split(" ")) kin.set(word, (kin.get(word) || []).concat(line.split(" ")));
    const helps = new Map(data.help.map(([part, title, number]) => [part, { title, number }]));
    return { parts, places, kin, helps, all: Array.from(places.keys()), sounds: new Map() };
  }

  const sound = word => SOUNDS.reduce((said, [from, to]) => said.replace(from, to), word);

  /** How many letters differ between two words, as far as `most`; two letters that changed places count once. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [], last = Array.from({ length: other.length + 1 }, (_, n) => n);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[other.length];
  }

  /** How surely a known word is meant by a typed one that is not known: a part of it, or it of a compound; else 0. */
  function partly(typed, known) {
    if (typed.length >= 3 && known.startsWith(typed)) return 0.5 + 0.4 * typed.length / known.length;
    if (typed.length >= 5 && known.includes(typed)) return 0.3 + 0.3 * typed.length / known.length;
    if (known.length >= 5 && typed.startsWith(known)) return 0.3 + 0.4 * known.length / typed.length;
    if (known.length >= 6 && typed.endsWith(known)) return 0.3 + 0.3 * known.length / typed.length;
    return 0;
  }

  /** Words that sound alike but for a slip of the finger. */
  function misspelt(index, typed) {
    const said = sound(typed), most = typed.length >= 8 ? 2 : 1;
    const found = new Map();
    if (typed.length < 4 || /\d/.test(typed)) return found;
    for (const known of index.all) {
      if (known.length < 4 || Math.abs(known.length - typed.length) > 3) continue;
      if (!index.sounds.has(known)) index.sounds.set(known, sound(known));
      const apart = distance(said, index.sounds.get(known), most);
      if (apart <= most) found.set(known, 0.75 - 0.2 * apart);
    }
    return found;
  }

  /** The known words that a typed one may mean, each with how surely (0 to 1). */
  function meant(index, typed) {
    const found = new Map();
    const raise = (word, sure) => { if (sure > (found.get(word) || 0)) found.set(word, sure); };
    if (index.places.has(typed)) raise(typed, 1);
    for (const word of index.kin.get(typed) || []) raise(word, 0.9);
    for (const known of index.all) raise(known, partly(typed, known));
    if (Math.max(0, ...found.values()) < 0.7) for (const [word, sure] of misspelt(index, typed)) raise(word, sure);
    for (const [word, sure] of Array.from(found)) {
      if (sure >= ENOUGH) for (const other of index.kin.get(word) || []) raise(other, sure * 0.9);
    }
    return found;
  }

  /** The typed words: two that are one word here ("vak term") become one. */
  function terms(index, query) {
    const typed = words(query.normalize("NFC")).map(word => word.forms[0]);
    const joined = [];
    for (let n = 0; n < typed.length; n++) {
      const both = typed[n] + (typed[n + 1] || "");
      if (typed[n + 1] && both.length >= 6 && index.places.has(both)) { joined.push(both); n++; } else joined.push(typed[n]);
    }
    return joined.map(word => ({ word, meant: meant(index, word) }));
  }

  /** Whether each word of a phrase is one that somebody typed, surely enough. */
  function said(phrase, asked) {
    return phrase.every(word => asked.some(term => (term.meant.get(word) || 0) >= (word.length > term.word.length ? LONGER : ENOUGH)));
  }

  /** How much heavier a record counts that has these names: most where somebody typed just one of them. */
  function name(phrases, typed, asked) {
    if (phrases.some(phrase => phrase.join(" ") === typed)) return 3 * NAMED;
    return phrases.some(phrase => said(phrase, asked)) ? 2 * NAMED : NAMED;
  }

  /** What is found, best first: parts of pages, one for each page, each with its score and the words that count. */
  function find(index, query) {
    const asked = terms(index, query), scores = new Map(), count = index.parts.length;
    let total = 0;
    for (const term of asked) {
      const here = new Map();
      for (const [word, sure] of term.meant) for (const [part, weight] of index.places.get(word)) {
        here.set(part, Math.max(here.get(part) || 0, sure * sure * weight));
      }
      const exact = [term.word, ...(index.kin.get(term.word) || [])].flatMap(word => Array.from((index.places.get(word) || new Map()).keys()));
      const rare = Math.log(1 + count / (1 + (new Set(exact).size || here.size)));
      total += rare;
      for (const [part, weight] of here) {
        const sum = scores.get(part) || { score: 0, rare: 0 };
        scores.set(part, { score: sum.score + weight * rare, rare: sum.rare + rare });
      }
    }
    const typed = asked.map(term => term.word).join(" ");
    const found = Array.from(scores, ([part, { score, rare }]) => {
      const record = index.parts[part], named = record.own ? name(record.phrases, typed, asked) : 0;
      const help = named > NAMED && index.helps.get(part);
      return { part, record, help, score: (named || 1) * score * (rare / total) ** 2 };
    });
    found.sort((one, other) => !!other.help - !!one.help || other.score - one.score || one.part - other.part);
    const seen = new Set(), marked = new Set(asked.flatMap(term => Array.from(term.meant.keys())));
    const best = found.length ? Math.max(...found.map(each => each.score)) : 0;
    return found
      .filter(each => each.help || (each.score > best * LEAST && !seen.has(each.record.path) && seen.add(each.record.path)))
      .map(each => ({ ...each, marked }));
  }

  /** The text of a part round the first words that count, as [text, whether it counts]. */
  function snippet(text, marked) {
    const hits = words(text).filter(word => word.forms.some(form => marked.has(form)));
    const first = hits.length ? hits[0].at : 0;
    const from = first < SNIPPET / 2 ? 0 : text.lastIndexOf(" ", first - 50) + 1;
    const cut = from + SNIPPET < text.length ? text.lastIndexOf(" ", from + SNIPPET) : text.length;
    const to = Math.max(cut, first + (hits.length ? hits[0].length : 0));
    const pieces = [];
    let at = from;
    for (const hit of hits.filter(each => each.at >= from && each.at + each.length <= to)) {
      pieces.push([text.slice(at, hit.at), false], [text.slice(hit.at, hit.at + hit.length), true]);
      at = hit.at + hit.length;
    }
    pieces.push([text.slice(at, to), false]);
    if (from > 0) pieces.unshift(["… ", false]);
    if (to < text.length) pieces.push([" …", false]);
    return pieces.filter(piece => piece[0]);
  }

  /** Known words near what was typed, best first; for who finds nothing. */
  function near(index, query) {
    const found = new Map();
    for (const typed of whole(query)) for (const known of index.all) {
      const apart = distance(sound(typed), sound(known), 3);
      if (known.length > 4 && apart <= typed.length / 3) found.set(known, Math.min(found.get(known) || 9, apart));
    }
    return Array.from(found).sort((one, other) => one[1] - other[1] || (one[0] < other[0] ? -1 : 1)).slice(0, 3).map(each => each[0]);
  }

  /** The lines of help with a number to call, most urgent first. */
  function helps(index) {
    return Array.from(index.helps.values()).filter(each => each.number);
  }

  return { prepare, find, snippet, near, helps };
})();
