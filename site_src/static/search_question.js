// What a search asks: places, years, levels, statuses and verdicts are filters, and what counts is what an indicator is, not
// what it is called. What is in quotation marks is taken at its word.
import { tokens } from "./phrases.js";
import { bare, isLatin } from "./search_names.js";

const YEAR = /^((?:19|20)\d\d)年?$/;
const SOUGHT = ["area", "indicator", "term"]; // of what has one name in common, the first is meant
const FILTERS = ["area", "year", "level", "status", "verdict"];
const ALONE = ["area", "year", "indicator"]; // what makes filters of words that may be meant otherwise
const MOST_WORDS = 8; // of an English name
const PERHAPS = 3; // indicators that a word may be part of
const MOST_MEANT = 2; // indicators with names that end alike
const LONGEST = 40; // what is longer is no question

// Numbers are found with and without commas between thousands.
export function spellings(text) {
  const without = text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
  const commas = without.replace(/(?<![\d.])\d{4,}(?!年|\d)/g, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ","));
  return [...new Set([text, without, commas])];
}

// The words that only a question has, by their bare spelling: `未达到` is a verdict.
function vocabulary(words) {
  const known = new Map();
  for (const [kind, values] of Object.entries(words.filters))
    for (const [value, spelled] of Object.entries(values)) for (const word of spelled) known.set(bare(word), { kind, value });
  for (const [measure, spelled] of Object.entries(words.measures)) for (const word of spelled) known.set(bare(word), { kind: "measure", value: measure });
  for (const word of words.fillers) known.set(bare(word) || word, { kind: "filler" });
  return known;
}

export class Reader {
  constructor(names, words, years) {
    Object.assign(this, { names, years, own: vocabulary(words), known: new Map() });
  }

  // What a text is called by, or what it is about.
  #taken(text) {
    if (!this.known.has(text)) this.known.set(text, this.#known(text) ?? this.#meant(text));
    return this.known.get(text);
  }

  // What a text is called by: a year, a word of questions, or names; of a measure only behind an indicator.
  #known(text) {
    const [, year] = YEAR.exec(text) ?? [];
    if (year) return { kind: "year", value: year, text, isFar: !this.years.has(year) };
    const own = this.own.get(bare(text) || text);
    if (own) return { ...own, text };
    const found = this.names.exact(text), kind = SOUGHT.find((one) => found.some((entry) => entry.kind === one));
    return kind && { kind, entries: found.filter((entry) => entry.kind === kind), text };
  }

  // A text as parts each of which is known, the longest first; nothing if some of it is not.
  #cut(text, before = "", failed = new Set()) {
    if (!text) return [];
    if (text.length > LONGEST || failed.has(text + before)) return undefined;
    for (let end = text.length; end; end -= 1) {
      const first = this.#taken(text.slice(0, end));
      if (!first || (first.kind === "measure" && before !== "indicator")) continue;
      const rest = this.#cut(text.slice(end), first.kind, failed);
      if (rest) return [first, ...rest];
    }
    failed.add(text + before);
    return undefined;
  }

  // What some indicators' names end in is what they are about, `新增就业` of `城镇新增就业`; of English any words of a name.
  #meant(text) {
    const entries = isLatin(text) ? this.names.holding(text) : this.names.ending(text);
    return entries.length && entries.length <= MOST_MEANT ? { kind: "indicator", entries, text, isGuess: true } : undefined;
  }

  // How many words from a place on are one name together: `gross regional product`; none where the first is no name.
  #long(all, at) {
    let end = at;
    while (end < all.length && end - at < MOST_WORDS && !all[end].quoted && isLatin(all[end].text)) end += 1;
    while (end > at && !this.#known(all.slice(at, end).map(({ text }) => text).join(""))) end -= 1;
    return end - at;
  }

  // Neighbours in Latin letters that are one name stand together, and so do those that are none.
  #joined(all) {
    const found = [];
    for (let at = 0; at < all.length;) {
      let count = this.#long(all, at);
      if (!count) do count += 1; while (at + count < all.length && [at, at + count].every((one) => !all[one].quoted && isLatin(all[one].text)) && !this.#long(all, at + count));
      const some = all.slice(at, at + count), join = (key) => some.map((one) => one[key]).join(" ");
      found.push(count === 1 ? all[at] : { typed: join("typed"), text: join("text"), quoted: false });
      at += count;
    }
    return found;
  }

  read(typed, traditional) {
    const said = tokens(typed, traditional), all = this.#joined(said);
    const parts = [];
    for (const token of all) {
      const cut = token.quoted ? undefined : this.#cut(token.text, parts.at(-1)?.kind);
      parts.push(...(cut ?? [{ kind: "word", text: token.text }]).map((part) => ({ ...part, token })));
    }
    return new Question(said, all, asked(parts), this.names);
  }
}

// Levels, statuses and verdicts are words like others unless something is asked about; so are years that no report is of unless it
// is an indicator, and so is what is no name itself beside others.
function asked(parts) {
  const said = parts.filter(({ kind }) => kind !== "filler"), has = (kinds) => said.some(({ kind, isFar }) => kinds.includes(kind) && !isFar);
  const filtered = said.filter(({ kind }) => kind !== "measure").length === 1 || said.some(({ kind }) => FILTERS.includes(kind));
  const isMeant = { level: has(ALONE), status: has(ALONE), verdict: has(ALONE), far: has(["indicator"]), guess: filtered };
  const isWord = ({ kind, isFar, isGuess }) => isMeant[isGuess ? "guess" : isFar ? "far" : kind] === false;
  return said.map((part) => (isWord(part) ? { kind: "word", text: part.text, token: part.token } : part));
}

export class Question {
  constructor(said, tokens, parts, names, chosen = {}) {
    Object.assign(this, { said, tokens, parts, names, chosen });
    const of = (kind) => parts.filter((part) => part.kind === kind), values = (kind) => new Set(of(kind).map(({ value }) => value));
    const entries = (kind) => [...new Set(of(kind).flatMap((part) => part.entries))];
    this.filters = of("area").concat(...FILTERS.slice(1).map(of));
    this.areas = entries("area");
    this.indicators = entries("indicator");
    this.terms = entries("term");
    this.words = [...of("word"), ...of("term"), ...of("indicator")];
    [this.years, this.levels, this.statuses, this.verdicts, this.measures] = ["year", "level", "status", "verdict", "measure"].map(values);
    this.isFar = of("year").some(({ isFar }) => isFar); // of years that reports only look ahead to, or far back on
    if (chosen.area) this.areas = names.all.filter((one) => one.kind === "area" && one.id === chosen.area);
    if (chosen.year) this.years = new Set([chosen.year]);
    if (chosen.level) this.levels = new Set([chosen.level]);
    if (chosen.status) this.statuses = new Set([chosen.status]);
  }

  // The same with each word taken for the indicators that have it in one of their names; nothing where there are none.
  get wider() {
    const parts = this.parts.map((part) => {
      const entries = ["word", "indicator"].includes(part.kind) && !part.token.quoted ? this.names.holding(part.text).slice(0, PERHAPS) : [];
      return entries.length ? { ...part, kind: "indicator", entries } : part;
    });
    return parts.some(({ kind }) => kind === "indicator") ? new Question(this.said, this.tokens, parts, this.names, this.chosen) : undefined;
  }

  // The same with what is chosen beside the field in the place of what was typed.
  within(chosen) {
    return new Question(this.said, this.tokens, this.parts, this.names, chosen);
  }

  // Whether filters are meant: beside something else always, alone only where the words themselves stand nowhere.
  get asks() {
    return this.filters.length > 0 && this.tokens.length > 1;
  }

  get understood() {
    return this.parts.some(({ kind }) => kind !== "word");
  }

  // What is typed with one filter taken at its word.
  without(part) {
    const own = this.parts.filter(({ token }) => token === part.token).map((one) => (one === part ? `"${one.text}"` : one.text)).join(" ");
    const changed = this.tokens.map((token) => (token !== part.token ? token.typed : own.includes(" ") ? own : `"${token.typed}"`));
    return changed.join(" ");
  }
}
