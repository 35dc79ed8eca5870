// How often words stand in each report: those of lists from their files, own words from the index of the search.
import { candidates, open } from "./search_index.js";
import { foreign } from "./chinese.js";
import { fold } from "./phrases.js";

const FOLDER = new URL("../terms/", import.meta.url), own = foreign ? `.${document.documentElement.lang}` : "", ROOT = new URL(foreign ? `../${document.documentElement.lang}/` : "../", import.meta.url);
const form = document.querySelector("#words");
export const SIDES = JSON.parse(form.dataset.words).kinds; // the kinds of sections that look back, and ahead
const LISTS = Object.keys(JSON.parse(form.dataset.lists));

const loaded = new Map();
function told(name) {
  if (!loaded.has(name)) loaded.set(name, fetch(new URL(name, FOLDER), { cache: "no-cache" }).then((answer) => {
    if (!answer.ok) throw new Error(`${answer.status}: ${name}`);
    return answer.json();
  }).catch((error) => { loaded.delete(name); throw error; }));
  return loaded.get(name);
}

// All reports: what they are called, and how long they are, looking back and ahead.
export const reports = async () => (await told(`reports${own}.json`)).map(([id, name, level, back, ahead]) => {
  const [area, year] = id.split("/");
  return { id, area, year: Number(year), name, level, length: [back, ahead], address: new URL(`reports/${id}/`, ROOT).pathname };
});

// All words of the lists, with what they are called in an address.
export const known = async () => new Map((await Promise.all(LISTS.map(async (list) =>
  Object.keys((await told(`${list}.json`)).hits).map((word) => [word, `${list}:${word}`])))).flat());

export const sides = (side, [back, ahead]) => (side === "back" ? back : side === "ahead" ? ahead : back + ahead);

// A word, or a whole list: its forms, what does not count within it, and its hits by report, looking back and ahead.
export async function counted(term) {
  const [list, word] = term.split(/:(.*)/s);
  if (list === "own") return ownWord(term, word);
  if (!LISTS.includes(list)) return { term, words: [], hits: new Map() };
  const { hits, unlike, forms = {} } = await told(`${list}.json`), all = await reports(), found = new Map();
  const own = word ? [word] : Object.keys(hits);
  for (const one of own) {
    const numbers = hits[one] ?? [];
    for (let i = 0; i < numbers.length; i += 3) {
      const { id } = all[numbers[i]], [back, ahead] = found.get(id) ?? [0, 0];
      found.set(id, [back + numbers[i + 1], ahead + numbers[i + 2]]);
    }
  }
  const quoted = list === "glossary"; // whose terms may have quotation marks within
  return { term, hits: found, words: own.map((one) => ({ forms: forms[one] ?? [one], unlike: unlike[one] ?? [], quoted })) };
}

async function ownWord(term, word) {
  const library = await open(), phrase = fold(word).replace(/\s+/g, ""), hits = new Map();
  const { counts } = await candidates(library, [{ spellings: [phrase] }]);
  for (const [{ report, kind }, count] of counts[0] ?? []) {
    const pair = hits.get(report.id) ?? [0, 0];
    if (SIDES.back.includes(kind)) pair[0] += count;
    if (SIDES.ahead.includes(kind)) pair[1] += count;
    hits.set(report.id, pair);
  }
  return { term, hits, words: [{ forms: [phrase], unlike: [], folded: true }] };
}
