// The sentences of a report in which a word stands, from the texts that the search keeps.
import { open, paragraphs } from "./search_index.js";
import { fold } from "./phrases.js";
import { SIDES } from "./words_counts.js";

const SENTENCE = /[^。！？!?]+[。！？!?]*[”’）」』]*|[。！？!?]+/g;
const bare = (text) => text.replace(/[“”]/g, "");

// Where a word stands in a text, but within the words that only look like it.
function places(text, { forms, unlike, folded }) {
  let seen = folded ? fold(text) : text;
  for (const other of unlike) seen = seen.replaceAll(other, "\n".repeat(other.length));
  const found = [];
  for (const form of forms)
    for (let at = seen.indexOf(form); at >= 0; at = seen.indexOf(form, at + form.length)) found.push([at, at + form.length]);
  return found.sort((a, b) => a[0] - b[0]);
}

function marked(text, spans) {
  const pieces = [];
  let at = 0;
  for (const [start, end] of spans.filter(([start], i) => !i || start >= spans[i - 1][1])) {
    pieces.push(text.slice(at, start), Object.assign(document.createElement("mark"), { textContent: text.slice(start, end) }));
    at = end;
  }
  return [...pieces, text.slice(at)];
}

export async function sentences(report, { words }, side) {
  const library = await open(), there = library.reports.find(({ id }) => id === report.id);
  const kinds = side === "both" ? [...SIDES.back, ...SIDES.ahead] : SIDES[side];
  const passages = await paragraphs(there, there.parts);
  const inOrder = passages.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  return inOrder.flatMap(({ id, kind, text }) => (text.match(SENTENCE) ?? []).flatMap((sentence) => {
    const exact = words.flatMap((word) => places(sentence, word)).sort((a, b) => a[0] - b[0]);
    const within = exact.length || !words.some((word) => word.quoted && places(bare(sentence), word).length) ? exact : undefined;
    return within && !within.length ? [] : [{ text: marked(sentence, within ?? []), address: `${report.address}#${id}`, kind }];
  }));
}
