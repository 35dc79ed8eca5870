// What somebody picks in the text: words for a label, a number that no figure has. By a click or a touch on words, by
// selecting, or by typing; each way leads to the same.
import { filled, h } from "./dom.js";
import { Form } from "./form.js";

const QUANTITY = /[\d０-９零〇一二两三四五六七八九十百千万亿半倍番]/;
const SETTLED = 400; // milliseconds that a selection made by touch or keys must stand

export class Picked {
  #range = null; // the words that were clicked for the label
  #asked = null; // the number that was missed, until its fields are left
  #ended = 0;

  constructor(mode) {
    this.mode = mode;
    const { text } = mode.frame;
    text.addEventListener("pointerup", (event) => { if (event.pointerType === "mouse") setTimeout(() => this.#selected()); });
    document.addEventListener("selectionchange", () => {
      clearTimeout(this.#ended);
      this.#ended = setTimeout(() => this.#offer(), SETTLED);
    });
  }

  forget() {
    this.#range = null;
    this.#asked = null;
  }

  // Whether words are of the number that is being marked: two clicks on it are no label for it.
  #isAsked({ start, end }) { return this.#asked && start < this.#asked.end && this.#asked.start < end; }

  // A click on a word makes it the label; one on another word takes all words up to there.
  clicked({ target }) {
    const word = target.closest("[data-word]"), mark = this.mode.form && target.closest("[data-figure], [data-number]");
    if (!getSelection().isCollapsed) return true;
    if (this.mode.view === "doubts") return this.mode.doubts.clicked(target);
    if (!word && !mark) return false;
    this.#extend(this.#place(word ?? mark));
    return true;
  }

  #place({ dataset, textContent }) {
    const figure = this.mode.queue.get(dataset.figure);
    const start = figure?.start ?? Number(dataset.word ?? dataset.number);
    return { start, end: start + [...textContent].length };
  }

  #extend({ start, end }) {
    if (this.#isAsked({ start, end })) return;
    const before = this.#range, inside = before && before.start <= start && end <= before.end;
    this.#label(before && !inside ? { start: Math.min(start, before.start), end: Math.max(end, before.end) } : { start, end });
  }

  #label(range) {
    const { mode } = this;
    if (!mode.form) mode.mend("label");
    this.#range = range;
    mode.form.set("label", mode.text.label(range.start, range.end));
    mode.text.labelled(range);
  }

  // With the mouse: a number becomes a figure, other words the label, and all words where a label is being set.
  #selected() {
    const found = this.mode.view === "figures" && this.mode.text.selected();
    if (!found || this.#isAsked(found)) return;
    if (this.mode.form || !QUANTITY.test(found.text)) this.#label(found);
    else this.propose(found.start, found.end);
    getSelection().removeAllRanges();
  }

  // By touch or keys, which go on changing what is selected: two buttons wait.
  #offer() {
    const { mode } = this, found = mode.view === "figures" && mode.text.selected();
    mode.frame.card.querySelector(".offer")?.remove();
    if (!found) return;
    const { strings } = mode.words;
    const way = (words, then) => h("button", { type: "button", onclick: () => { getSelection().removeAllRanges(); then(); } }, words);
    mode.frame.card.prepend(h("p", { class: "offer actions" }, filled(strings.selected, { text: found.text }),
      way(strings.as_figure, () => this.propose(found.start, found.end)), way(strings.as_label, () => this.#label(found))));
  }

  // Ask what the rules read there, once, and open the fields with it; an answer that is late, to somebody who went on
  // or has begun to type, changes nothing.
  propose(start, end) {
    if (this.#isAsked({ start, end })) return;
    const { mode } = this, { outbox } = mode.actions, asked = this.#asked = { start, end };
    const open = (proposed, message) => { if (this.#asked === asked) this.#form(proposed, message); };
    outbox.send(() => ({ action: "propose", start, end }),
      ({ proposed }) => open(proposed),
      ({ said }) => open({ start, end, text: mode.text.words(start, end), read: this.#empty() }, said));
  }

  #form({ start, end, text, read, sentence = this.mode.text.blockAt(start) }, message = "") {
    const { mode } = this, { strings } = mode.words;
    mode.text.show({ start, end, sentence, missed: { start, end } });
    mode.show(new Form(mode.words, {
      title: filled(strings.adding, { text }), read, message,
      done: (set, why) => mode.actions.add({ start, end, text }, set, why),
      left: () => mode.go(mode.figure),
    }), "label");
    this.#asked = { start, end };
  }

  #empty() {
    const { period = "", status = "actual" } = this.mode.figure?.read ?? {};
    return { value: "", value_high: null, unit: "", bound: "eq", kind: "level", status, period, label: "", area: "", indicator: null };
  }

  // The number as it is printed in the sentence under review, typed: the way without a mouse.
  ask() {
    const { mode } = this, { strings } = mode.words, { sentence } = mode.figure;
    const input = h("input", { name: "text", autocomplete: "off" }), said = h("p", { class: "message", role: "alert" });
    const form = h("form", { class: "ask", onsubmit: (event) => {
      event.preventDefault();
      const found = mode.text.find(input.value.trim(), sentence);
      if (found) this.propose(found.start, found.end);
      else said.textContent = strings.not_there;
    } }, h("label", {}, strings.missed, input), h("button", { type: "submit" }, strings.as_figure), said);
    mode.frame.card.querySelector("form.ask")?.remove();
    mode.frame.card.querySelector("h2").after(form);
    input.focus();
  }
}
