// The report's words as the review shows them: every figure a link to its card, the sentence under review taken apart
// into words, and numbers that no figure has. Offsets are code points of the report's file, as the preview's are.
import { h } from "./dom.js";

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?[%‰]?/g;
const SHORTEST = 2; // characters of a piece of a label that are looked for
const DATE = /^(?:\d{4}|[12]?\d|3[01])\s*[年月日号]/; // `2019年`: written so often that it is not offered
const segmenter = window.Intl?.Segmenter && new Intl.Segmenter("zh", { granularity: "word" });
const points = (text) => [...text];
// As labels are spelt: （） are () there. Each character stays one.
const spelt = (text) => points(text).map((point) => (length(point.normalize("NFKC")) === 1 ? point.normalize("NFKC") : point));
const length = (text) => points(text).length;

export class Text {
  #blocks = [];
  #shown; // what the text was last marked for

  constructor(pane) { this.pane = pane; }

  // All words anew; what was in view stays where it was.
  fill(blocks, figures) {
    const at = this.pane.scrollTop;
    this.figures = figures;
    this.#blocks = blocks.map((block) => ({ ...block, points: points(block.text), element: h(block.level ? `h${block.level}` : "p", { "data-start": block.start, "data-anchor": block.anchor }) }));
    this.pane.replaceChildren(...this.#blocks.map((block) => block.element));
    this.#blocks.forEach((block) => this.#draw(block));
    this.pane.scrollTop = at;
  }

  // Mark what is looked at, `{sentence, start, end, labels}`, or `missed` where no figure is there, and bring it into view.
  show(shown) {
    const before = this.#shown;
    this.#shown = shown;
    for (const one of new Set([before, shown])) {
      const block = one && this.blockAt(one.start);
      if (block) this.#draw(block);
    }
    const element = this.pane.querySelector("[aria-current]") ?? this.blockAt(shown.start)?.element;
    element?.scrollIntoView({ block: "center" });
  }

  // Other words are the label now: they are marked where they stand, and nothing moves.
  labelled(range) {
    this.#shown = { ...this.#shown, labels: [range] };
    this.redraw(range.start);
  }

  redraw(start) {
    const block = this.blockAt(start);
    if (block) this.#draw(block);
  }

  blockAt(offset) { return this.#blocks.find(({ start, end }) => start <= offset && offset < end); }

  // The words between two offsets of one block.
  words(start, end) {
    const block = this.blockAt(start);
    return block.points.slice(start - block.start, end - block.start).join("");
  }

  // The same as a label spells them.
  label(start, end) { return spelt(this.words(start, end)).join(""); }

  // Numbers of a sentence that belong to no figure.
  unmarked({ start, end }) {
    const block = this.blockAt(start);
    return this.#numbers(block).filter((one) => one.start >= start && one.end <= end && !DATE.test(this.words(one.start, Math.min(one.end + 1, block.end))));
  }

  // Where words as somebody types them stand in a sentence, or null.
  find(words, { start, end }) {
    const found = this.words(start, end).indexOf(words);
    if (!words || found < 0) return null;
    const from = start + length(this.words(start, end).slice(0, found));
    return { start: from, end: from + length(words) };
  }

  // What is selected in the text as offsets, or null: within one paragraph, and not nothing.
  selected() {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0), from = this.#offset(range.startContainer, range.startOffset), to = this.#offset(range.endContainer, range.endOffset);
    return from !== null && to !== null && from < to && this.blockAt(from) === this.blockAt(to - 1) ? { start: from, end: to, text: this.words(from, to) } : null;
  }

  #offset(node, offset) {
    const element = (node.nodeType === Node.TEXT_NODE ? node.parentNode : node).closest?.("[data-anchor]");
    if (!element || !this.pane.contains(element)) return null;
    const before = new Range();
    before.selectNodeContents(element);
    before.setEnd(node, offset);
    return Number(element.dataset.start) + length(before.toString());
  }

  #marks(block) {
    const marks = [];
    for (const figure of this.figures()) {
      if (figure.start >= block.end) break;
      if (figure.end <= block.start || figure.state === "rejected") continue;
      const last = marks.at(-1);
      if (last && figure.start < last.end) last.end = Math.max(last.end, figure.end);
      else marks.push({ start: figure.start, end: figure.end, figure });
    }
    return marks;
  }

  #numbers(block) {
    const marks = this.#marks(block), found = [];
    for (const { 0: text, index } of block.text.matchAll(NUMBER)) {
      const start = block.start + length(block.text.slice(0, index)), end = start + text.length;
      if (!marks.some((mark) => mark.start < end && start < mark.end)) found.push({ start, end, text });
    }
    return found;
  }

  #draw(block) {
    const shown = this.#shown, sentence = shown?.sentence, out = [];
    const marks = this.#marks(block).map((mark) => ({ ...mark, make: (words) => this.#mark(mark, words) }));
    const missed = [shown?.missed].filter((one) => one && block.start <= one.start && one.end <= block.end)
      .map((one) => ({ ...one, make: (words) => h("mark", { "aria-current": "true" }, words) }));
    const numbers = this.#numbers(block).map((one) => ({ ...one, make: (words) => h("span", { class: "number", "data-number": one.start, "data-end": one.end }, words) }));
    const free = (one) => !missed.some(({ start, end }) => one.start < end && start < one.end);
    const taken = [...[...marks, ...numbers].filter(free), ...missed].sort((one, other) => one.start - other.start);
    let at = block.start, inside = null;
    const put = (node, start) => {
      const within = sentence && sentence.start <= start && start < sentence.end;
      if (!within) return out.push(node);
      if (!inside) out.push(inside = h("span", { class: "sentence" }));
      inside.append(node);
    };
    for (const { start, end, make } of [...taken, { start: block.end, end: block.end }]) {
      for (const piece of this.#plain(block, at, start)) put(piece.node, piece.start);
      if (make) put(make(block.points.slice(start - block.start, end - block.start).join("")), start);
      at = end;
    }
    block.element.replaceChildren(...out);
  }

  #mark({ figure, start, end }, words) {
    const shown = this.#shown, here = shown && !shown.missed && start <= shown.start && shown.start < end;
    return h("a", { href: `?review#${figure.id}`, class: `figure ${figure.read.status} ${figure.state}`, "data-figure": figure.id, "aria-current": here && "true" }, words);
  }

  // Words that are no number: whole pieces, but of the sentence under review word by word.
  *#plain(block, from, to) {
    const { sentence, labels = [] } = this.#shown ?? {};
    const cuts = [from, to, ...[sentence, ...labels].flatMap((range) => (range ? [range.start, range.end] : []))]
      .filter((cut) => cut >= from && cut <= to).sort((one, other) => one - other);
    for (let i = 0; i + 1 < cuts.length; i++) {
      const [start, end] = [cuts[i], cuts[i + 1]];
      if (start === end) continue;
      const words = block.points.slice(start - block.start, end - block.start).join("");
      if (sentence && sentence.start <= start && end <= sentence.end) yield* this.#words(words, start, labels.some((label) => label.start <= start && end <= label.end));
      else yield { node: document.createTextNode(words), start };
    }
  }

  *#words(text, start, labelled) {
    const pieces = segmenter ? [...segmenter.segment(text)].map(({ segment }) => segment) : points(text);
    for (const piece of pieces) {
      const end = start + length(piece);
      yield { node: h("span", { class: labelled ? "word label" : "word", "data-word": start, "data-end": end }, piece), start };
      start = end;
    }
  }
}

// Where the words of a label stand in a figure's sentence: its longest pieces one after the other, each at the place
// nearest in front of the number, else behind it.
export function labelPlaces({ sentence, start, read }) {
  const all = spelt(sentence.text), label = spelt(read.label), places = [];
  for (let from = 0; from < label.length;) {
    let to = label.length, found;
    for (; to - from >= SHORTEST && found === undefined; to--) found = nearest(all, label.slice(from, to), start - sentence.start);
    if (found === undefined) from += 1;
    else {
      const size = to + 1 - from;
      places.push({ start: sentence.start + found, end: sentence.start + found + size });
      from += size;
    }
  }
  return places;
}

function nearest(all, piece, before) {
  const places = all.flatMap((_, at) => (piece.every((point, i) => all[at + i] === point) ? [at] : []));
  return places.findLast((place) => place < before) ?? places[0];
}
