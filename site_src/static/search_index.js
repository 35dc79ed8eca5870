// What can be searched: the map and what is in each piece, loaded once; of the index itself each search loads a little.
import { foreign } from "./chinese.js";
import { fold } from "./phrases.js";

const FOLDER = new URL("../search/", import.meta.url);
const MOST_PAIRS = 32; // of a phrase: each is a file to load from every piece

let opened;
export const open = () => (opened ??= load().catch((error) => { opened = undefined; throw error; }));

async function load() {
  const { pieces, ...map } = await told("map.json");
  const loaded = await Promise.all(pieces.map(piece)), reports = loaded.flatMap((one) => one.reports);
  if (foreign) {  // areas go by their English names
    const areas = new Map(map.names.map(([kind, , address, , english]) => [kind === "areas" && address.split("/")[1], english]));
    for (const report of reports) report.name = areas.get(report.area) || report.name;
  }
  return { ...map, pieces: loaded, reports };
}

// A piece of the index: its reports' parts, and where in the piece's text each run of one kind of section ends.
async function piece(name) {
  const { version, shards, reports } = await told(`${name}/piece.json`);
  const runs = [], made = [];
  let end = 0;
  for (const [area, year, place, level, doubtful, lengths] of reports) {
    const report = { area, year, name: place, level, doubtful: Boolean(doubtful), id: `${area}/${year}`, text: `texts/${area}-${year}.bin?${version}` }, parts = new Map();
    for (const [kind, length] of lengths) {
      if (!parts.has(kind)) parts.set(kind, { report, kind, length: 0 });
      const part = parts.get(kind);
      part.length += length;
      runs.push({ end: end += length, part });
    }
    made.push(Object.assign(report, { parts: [...parts.values()] }));
  }
  return { runs, shards, reports: made, address: (number) => `${name}/${number}.bin?${version}` };
}

async function answered(address, options) {
  const answer = await fetch(new URL(address, FOLDER), options);
  if (!answer.ok) throw new Error(`${answer.status}: ${address}`);
  return answer;
}

// What may have changed since the last visit is asked for again; what it names has an address of its own for every version.
const told = async (address) => (await answered(address, { cache: "no-cache" })).json();

const inflated = async (address) => new Response((await answered(address)).body.pipeThrough(new DecompressionStream("deflate")));
const json = async (address) => (await inflated(address)).json();

const loaded = new Map();
function once(address, read) {
  if (!loaded.has(address)) loaded.set(address, read(address).catch((error) => { loaded.delete(address); throw error; }));
  return loaded.get(address);
}

// Some pairs, and where they stand: a line of JSON (all pairs, how many places each has), then from each place to the next
// in four bytes, the highest bytes of all first.
async function shard(address) {
  const bytes = new Uint8Array(await (await inflated(address)).arrayBuffer()), line = bytes.indexOf(10);
  const [pairs, counts] = JSON.parse(new TextDecoder().decode(bytes.subarray(0, line)));
  const signs = [...pairs], planes = bytes.subarray(line + 1), all = planes.length / 4, spans = new Map();
  let end = 0;
  counts.forEach((count, i) => spans.set(signs[2 * i] + signs[2 * i + 1], [end, end += count]));
  return (pair) => {
    const [start, end] = spans.get(pair) ?? [0, 0], places = [];
    for (let i = start, place = 0; i < end; i += 1)
      places.push(place += planes[i] << 24 | planes[all + i] << 16 | planes[2 * all + i] << 8 | planes[3 * all + i]);
    return places;
  };
}

const shardOf = (pair, shards) => (pair.codePointAt(0) * 31 + [...pair][1].codePointAt(0)) % shards;

// The pairs that a phrase is told by, with their places in it: every second one, and the last. Of what is longer than a
// sentence some do; whether all of it is there shows when the text has come.
function pairs(phrase) {
  const signs = [...phrase], last = signs.length - 2, step = Math.max(2, Math.ceil(last / MOST_PAIRS));
  return signs.slice(0, -1).map((sign, place) => ({ pair: sign + signs[place + 1], place }))
    .filter(({ place }) => place % step === 0 || place === last);
}

// What is stated of an indicator, or by an area: what answers a question at once.
export const stated = (name) => once(`stated/${name}.bin`, json);

// The parts of a piece's reports that hold a phrase of two characters or more, and how often.
async function holding({ runs, shards, address }, phrase) {
  const starts = await Promise.all(pairs(phrase).map(async ({ pair, place }) =>
    (await once(address(shardOf(pair, shards)), shard))(pair).map((own) => own - place)));
  const [rarest, ...others] = starts.sort((a, b) => a.length - b.length);
  const sets = others.map((some) => new Set(some)), found = new Map();
  let run = 0;
  for (const start of rarest.filter((own) => sets.every((some) => some.has(own)))) {
    while (runs[run].end <= start) run += 1;
    found.set(runs[run].part, (found.get(runs[run].part) ?? 0) + 1);
  }
  return found;
}

const isPhrase = (text) => [...text].length > 1;
export const isSearched = ({ spellings, anchors }) => Boolean(anchors) || spellings.some(isPhrase);

// How often each part of all reports has a word, however it is spelled; parts that have one of its figures have it too.
async function counted({ pieces, reports }, { spellings, anchors }) {
  const found = new Map(), phrases = spellings.filter(isPhrase);
  const all = await Promise.all(phrases.flatMap((phrase) => pieces.map((one) => holding(one, phrase))));
  for (const [part, count] of all.flatMap((some) => [...some])) found.set(part, (found.get(part) ?? 0) + count);
  for (const { id, parts } of anchors ? reports : [])
    for (const part of anchors.has(id) ? parts : []) found.set(part, found.get(part) ?? 0);
  return found;
}

// The parts that may hold a paragraph with all words, those of reports that hold all somewhere, and how often each word stands in each.
export async function candidates(library, words) {
  const counts = await Promise.all(words.filter(isSearched).map((word) => counted(library, word)));
  const any = [...new Set(counts.flatMap((parts) => [...parts.keys()]))];
  const reports = counts.map((parts) => new Set([...parts.keys()].map(({ report }) => report)));
  return {
    counts,
    together: any.filter((part) => counts.every((parts) => parts.has(part))),
    apart: any.filter(({ report }) => reports.every((some) => some.has(report))),
  };
}

// A text as the longest pieces that stand somewhere, what stands nowhere left out.
export async function standing(library, text) {
  const signs = [...text], found = [];
  for (let at = 0; at < signs.length - 1;) {
    let end = at + 1, holds = true;
    while (holds && end < signs.length) {
      const longer = signs.slice(at, end + 1).join("");
      holds = (await counted(library, { spellings: [longer] })).size > 0;
      if (holds) end += 1;
    }
    if (end > at + 1) found.push(signs.slice(at, end).join(""));
    at = Math.max(end, at + 1);
  }
  return found;
}

// The paragraphs of some parts of a report, the longest part first: anchor, text, folded text, figures.
export async function paragraphs(report, parts) {
  const passages = Map.groupBy(await once(report.text, json), ([, kind]) => kind);
  return parts.toSorted((a, b) => b.length - a.length).flatMap(({ kind }) => passages.get(kind)).map(([id, kind, text, figures]) => ({
    id, kind, text, folded: fold(text),
    figures: figures.map(([id, text, label, period, status, area]) => ({ id, text, label, period, status, area, report })),
  }));
}
