// What has a name (areas, indicators, terms), found by whatever it is called: in Chinese, in English, in pinyin.
import { foreign } from "./chinese.js";
import { fold } from "./phrases.js";

const KINDS = { areas: "area", indicators: "indicator", terms: "term" };
const LIKE = 0.5; // names that share half of their pairs of characters are much alike
const NEAREST = 4;

// A name as it is compared: letters and digits alone, small, without accents; ü as it is typed.
export const bare = (text) => fold(text).replace(/[üǖǘǚǜ]/g, "v").normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");
export const isLatin = (text) => /^[a-z][a-z0-9]*$/.test(bare(text));

export class Names {
  constructor({ names, readings }) {
    this.all = names.map(([kind, name, address, others, english, level]) => {
      const id = address.split(/[/#]/).filter(Boolean).pop();
      return { kind: KINDS[kind], id, name: (foreign && english) || name, address, level, names: [name, ...others], english: [english, kind === "indicators" && id.replaceAll("_", " ")].filter(Boolean) };
    });
    this.called = new Map();
    for (const one of this.all) for (const name of [...one.names, ...one.english]) this.#call(bare(name), one);
    this.read = new Map(); // character → how it is read
    for (const [syllable, signs] of Object.entries(readings)) for (const sign of signs) this.read.set(sign, [...this.read.get(sign) ?? [], syllable]);
  }

  #call(key, one) {
    const known = this.called.get(key) ?? [];
    if (key && !known.includes(one)) this.called.set(key, [...known, one]);
  }

  // Those that are called just so; what is no word in Chinese letters may be how one is read.
  exact(text) {
    return this.called.get(bare(text)) ?? (isLatin(text) ? this.#inPinyin(bare(text)) : []);
  }

  #inPinyin(typed) {
    this.spoken ??= this.all.map((one) => [one, one.names.map((name) => this.#pattern(bare(name)))]);
    return typed.length < 3 ? [] : this.spoken.filter(([, patterns]) => patterns.some((pattern) => pattern.test(typed))).map(([one]) => one);
  }

  #pattern(name) {
    const syllables = (sign) => (this.read.has(sign) ? `(?:${this.read.get(sign).flatMap((one) => [one, one.replace("v", "u")]).join("|")})` : sign);
    return new RegExp(`^${[...name].map(syllables).join("")}$`);
  }

  // Indicators with the text in one of their names, the shortest name first; of English every word must begin one of the name.
  holding(text) {
    const words = text.split(" ").map(bare).filter(Boolean), english = isLatin(text);
    const inName = (name) => (english ? words.every((word) => name.split(" ").some((own) => bare(own).startsWith(word))) : bare(name).includes(words.join("")));
    const rank = (one) => Math.min(...(english ? one.english : one.names).filter(inName).map((name) => name.length));
    if (bare(text).length < 2) return [];
    return this.all.filter((one) => one.kind === "indicator").map((one) => [rank(one), one])
      .filter(([length]) => length < Infinity).sort((a, b) => a[0] - b[0]).map(([, one]) => one);
  }

  // Indicators one of whose names ends so.
  ending(text) {
    const typed = bare(text);
    return typed.length < 2 ? [] : this.all.filter((one) => one.kind === "indicator" && one.names.some((name) => bare(name).endsWith(typed)));
  }

  // What has a name that is most like a text that is no name, the most alike first.
  like(text) {
    const own = pairs(bare(text));
    const score = (name) => { const other = pairs(bare(name)); return 2 * own.filter((pair) => other.includes(pair)).length / (own.length + other.length || 1); };
    const best = new Map(this.all.map((one) => [one, Math.max(...[...one.names, ...one.english].map(score))]));
    return this.all.filter((one) => best.get(one) >= LIKE).sort((a, b) => best.get(b) - best.get(a)).slice(0, NEAREST);
  }
}

const pairs = (text) => [...text].slice(1).map((sign, i) => [...text][i] + sign);
