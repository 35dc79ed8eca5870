// What can be searched: the map of all reports, loaded once, and Pagefind's index, of which each search loads a little.
import { fold } from "./phrases.js";

let opened;
export const open = () => (opened ??= load().catch((error) => { opened = undefined; throw error; }));

async function load() {
  const [map, pagefind] = await Promise.all([
    fetch(new URL("../search/map.json", import.meta.url)).then((answer) => answer.json()),
    import("../pagefind/pagefind.js"),
  ]);
  // Pagefind takes the page's language for the query's and would cut our pairs of characters into words.
  const root = document.documentElement, language = root.lang;
  root.lang = "und";
  const index = pagefind.createInstance({ noWorker: true }); // one program less to load; a search takes milliseconds
  root.lang = language;
  const parts = new Map(map.reports.flatMap(([area, year, name, level, kinds], number) => {
    const report = { number, area, year, name, level };
    return Object.entries(kinds).map(([kind, id]) => [id, { id, kind, report }]);
  }));
  return { index, parts, names: map.names, traditional: map.traditional };
}

// In the text signs between Chinese characters are full-width, between digits half-width (4.5:48.3).
const printed = (phrase) =>
  phrase.replace(/[,;:!?()](?!\d)|(?<!\d)[,;:!?()]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const pairs = (phrase) => {
  const signs = [...phrase];
  return signs.slice(1).map((sign, i) => signs[i] + sign).join(" ");
};

// The parts of reports that hold a phrase of two characters or more: id → how to load it.
async function holding({ index }, phrase) {
  const { results } = await index.search(`"${pairs(printed(phrase))}"`);
  return new Map(results.map((result) => [result.id, result.data]));
}

// The parts that may hold a paragraph with all phrases, and those of reports that hold all somewhere.
export async function candidates(library, wanted) {
  const found = await Promise.all(wanted.filter((phrase) => phrase.length > 1).map((phrase) => holding(library, phrase)));
  const inAll = (key) => found.map((one) => new Set([...one.keys()].map(key)))
    .reduce((some, others) => new Set([...some].filter((one) => others.has(one))));
  const any = new Map(found.flatMap((one) => [...one]));
  const reportOf = (id) => library.parts.get(id).report;
  const together = inAll((id) => id), apart = inAll(reportOf);
  const part = ([id, data]) => ({ ...library.parts.get(id), data });
  return {
    together: [...any].filter(([id]) => together.has(id)).map(part),
    apart: [...any].filter(([id]) => apart.has(reportOf(id))).map(part),
  };
}

// The paragraphs of a part: anchor, text, folded text, figures.
export async function paragraphs(part) {
  const { content, anchors, meta } = await part.data();
  const words = content.split(" ");
  const found = anchors.map(({ id, location }, i) => {
    const own = words.slice(location, anchors[i + 1]?.location);
    const text = own.map((pair) => String.fromCodePoint(pair.codePointAt(0))).join("");
    return { id, text, folded: fold(text), kind: part.kind, figures: [] };
  });
  for (const [nth, id, text, label, period, status, area] of JSON.parse(meta.figures))
    found[nth].figures.push({ id, text, label, period, status, area, report: part.report });
  return found;
}
