// What `add` was unsure of, and all that can be mended besides single figures: metadata, headings, unread numbers.
import { h } from "./dom.js";

const LEVELS = [0, 2, 3, 4];

export class Doubts {
  #all = [];
  #at; // id of the one that is looked at

  constructor(words, mode) { Object.assign(this, { words, mode }); }

  get open() { return this.#all.filter(({ state }) => state === "open" || state === "void").length; }

  // Those in doubt first, in the order of the preview.
  take(doubts) {
    const waits = ({ state }) => (state === "open" || state === "void" ? 0 : 1);
    this.#all = [...doubts].sort((one, other) => waits(one) - waits(other));
  }

  put(doubts) {
    const now = new Map([...this.#all, ...doubts].map((one) => [one.id, one]));
    this.take([...now.values()]);
  }

  get #current() { return this.#all.find(({ id }) => id === this.#at) ?? this.#all[0]; }

  show() {
    const { strings } = this.words, { mode } = this, current = this.#current;
    mode.frame.card.replaceChildren(
      h("h2", { tabindex: -1 }, strings.doubts.title), h("p", { role: "status" }, this.open ? strings.doubts.note : strings.doubts.none),
      mode.message ? h("p", { class: "message", role: "alert" }, mode.message) : "",
      h("ul", { class: "report-doubts" }, this.#all.map((one) => h("li", { class: one.state, "aria-current": one === current && "true" }, one === current ? this.#opened(one) : this.#closed(one)))),
      this.#paragraphs(),
      h("div", { class: "actions" }, ["undo", "doubts"].map((action) => h("button", { type: "button", "data-do": action }, action === "doubts" ? strings.doubts.back : strings.actions[action]))));
    if (current?.start !== undefined) mode.text.show({ start: current.start, end: current.end ?? current.start + 1, sentence: this.#range(current) });
    mode.frame.card.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  #range({ start, text }) { return { start, end: start + [...text].length }; }

  #name({ kind, key }) { return kind === "metadata" ? this.words.strings.metadata[key] : this.words.strings.doubts[kind]; }

  #value({ kind, value, text }) {
    const shown = kind === "metadata" ? [value].flat().join("、") : text;
    return shown || this.words.strings.none;
  }

  #closed(doubt) {
    const mark = doubt.state === "right" ? " ✓" : "";
    return h("button", { type: "button", onclick: () => this.#go(doubt) }, h("small", {}, this.#name(doubt)), ` ${this.#value(doubt)}${mark}`);
  }

  #opened(doubt) {
    const { strings } = this.words;
    return h("form", { onsubmit: (event) => { event.preventDefault(); this.#mend(doubt, event.target); } },
      h("h3", {}, `${this.#name(doubt)}：${this.#value(doubt)}`),
      doubt.said.map((said) => h("p", { class: "doubt" }, said)),
      this.#control(doubt),
      h("p", { class: "actions main" },
        h("button", { type: "button", onclick: () => this.#confirm(doubt) }, strings.doubts[doubt.kind === "number" ? "no_figure" : "right"]),
        doubt.kind === "number" && h("button", { type: "button", onclick: () => this.mode.picked.propose(doubt.start, doubt.end) }, strings.as_figure),
        this.#isMended(doubt) && h("button", { type: "submit" }, strings.save)));
  }

  #isMended({ kind, key }) { return kind === "heading" || (kind === "metadata" && key !== "area"); }

  #control(doubt) {
    const { strings } = this.words, { kind, key, value, level } = doubt;
    if (!this.#isMended(doubt)) return null;
    if (kind === "metadata") return h("label", {}, strings.metadata[key], h("input", { name: "value", value: [value ?? ""].flat().join("、"), autocomplete: "off" }));
    return h("label", {}, strings.doubts.level, h("select", { name: "value" }, LEVELS.map((one) => h("option", { value: one, selected: one === level }, strings.levels[one]))));
  }

  #paragraphs() {
    const { strings } = this.words, blocks = this.mode.data.blocks.filter(({ level }) => !level);
    return h("label", { class: "paragraphs" }, strings.doubts.paragraph, h("select", { onchange: ({ target }) => this.#heading(target.value) },
      h("option", { value: "" }, "—"), blocks.map(({ anchor, text }) => h("option", { value: anchor }, [...text].slice(0, 24).join("")))));
  }

  // Any paragraph can be made a heading: by a click on it, or from the list.
  #heading(anchor) {
    const block = this.mode.data.blocks.find((one) => one.anchor === anchor), id = `heading/${anchor}`;
    if (!block) return;
    if (!this.#all.some((one) => one.id === id)) this.#all.unshift({ ...block, id, kind: "heading", version: "", said: [], state: "sure" });
    this.#go({ id });
  }

  clicked(target) {
    const block = target.closest("[data-anchor]");
    if (block) this.#heading(block.dataset.anchor);
    return Boolean(block);
  }

  #go({ id }) {
    this.#at = id;
    this.mode.message = "";
    this.mode.render();
    this.mode.focus();
  }

  act(action) {
    const all = this.#all, at = all.indexOf(this.#current);
    if (action === "right") this.#confirm(this.#current);
    if (action === "wrong") this.mode.frame.card.querySelector("[name=value]")?.focus();
    const there = { next: all[at + 1], previous: all[at - 1] }[action];
    if (there) this.#go(there);
  }

  #confirm({ id, version }) { this.#settle({ action: "confirm", doubts: [{ id, version }] }, id); }

  #mend({ id, version, kind, value: before }, form) {
    const typed = form.elements.value.value.trim();
    const years = () => typed.split(/[、，,\s]+/).filter(Boolean).map(Number);
    const value = kind === "heading" ? Number(typed) : Array.isArray(before) ? years() : typed || null;
    this.#settle({ action: "mend", doubts: [{ id, version }], value }, id);
  }

  // On to the next in doubt; what was settled stays in the list.
  #settle(body, id) {
    const all = this.#all, at = all.findIndex((one) => one.id === id);
    this.mode.message = "";
    this.#at = (all.slice(at + 1).find(({ state }) => state === "open" || state === "void") ?? all[at]).id;
    this.mode.actions.settle(body);
    this.mode.render();
    this.mode.focus();
  }
}
