// The fields of one figure, to be set: every one filled already, choices by a letter, names by typing.
import { FIELDS } from "./card.js";
import { filled, h } from "./dom.js";
import { inFull } from "./readback.js";

const PERIOD = /^([0-9]{4}(-[0-9]{4})?)?$/, NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;

export class Form {
  // `done(set, why)` takes the fields that were changed; `left()` is called where nothing shall be.
  constructor(words, { title, read, draft = {}, why = "", message = "", done, left }) {
    Object.assign(this, { words, read, done });
    const { strings } = words;
    this.said = h("p", { class: "message", role: "alert" }, message);
    this.element = h("form", { class: "set", novalidate: true, onsubmit: (event) => this.#submit(event) },
      h("h2", { tabindex: -1 }, title), this.said,
      FIELDS.map((field) => this.#field(field, field in draft ? draft[field] : read[field])),
      h("label", { "data-name": "why" }, h("span", {}, strings.why), h("input", { name: "why", value: why, placeholder: strings.why_given, autocomplete: "off" })),
      h("p", { class: "actions main" }, h("button", { type: "submit", class: "primary" }, strings.save, h("kbd", {}, "⏎")), h("button", { type: "button", onclick: left }, strings.cancel, h("kbd", {}, "Esc"))));
    this.element.addEventListener("keydown", (event) => this.#letter(event));
  }

  // Begin at a field: what is there is replaced by the first key.
  focus(field) {
    const control = this.element.elements[field], one = control instanceof RadioNodeList ? [...control].find((radio) => radio.checked) ?? control[0] : control;
    one.focus();
    one.select?.();
  }

  set(field, value) { this.element.elements[field].value = value; }

  get changed() { return Boolean(Object.keys(this.#set()).length); }

  get draft() { return Object.fromEntries(FIELDS.map((field) => [field, this.#value(field)])); }

  #field(field, value) {
    const { choices, fields, names, units } = this.words;
    if (field in choices) return h("fieldset", {}, h("legend", {}, fields[field]), Object.entries(choices[field]).map(([choice, word]) =>
      h("label", {}, h("input", { type: "radio", name: field, value: choice, checked: choice === value }), word, h("kbd", { "aria-hidden": "true" }, choice[0].toUpperCase()))));
    const list = { indicator: "review-indicators", unit: "review-units" }[field];
    const given = field === "indicator" ? names.get(value) ?? "" : value ?? "";
    return h("label", { "data-name": field }, h("span", {}, fields[field]),
      h("input", { name: field, value: given, list, autocomplete: "off", spellcheck: "false" }));
  }

  // `t` chooses 目标 where a choice has the focus.
  #letter(event) {
    const { target, key } = event;
    if (target.type !== "radio" || key.length !== 1) return;
    const chosen = [...this.element.elements[target.name]].find((radio) => radio.value[0] === key.toLowerCase());
    if (!chosen) return;
    chosen.checked = true;
    chosen.focus();
    event.preventDefault();
  }

  #value(field) {
    const value = this.element.elements[field].value.trim();
    if (field === "indicator") return value ? this.words.ids.get(value.toLowerCase()) ?? value : null;
    if (field.startsWith("value")) return inFull(value) || (field === "value_high" ? null : value);
    return value;
  }

  #set() { return Object.fromEntries(Object.entries(this.draft).filter(([field, value]) => value !== this.read[field])); }

  #problem() {
    const { strings, names } = this.words, { indicator, period, value, value_high: high } = this.draft;
    if (indicator && !names.has(indicator)) return ["indicator", filled(strings.no_indicator, { name: indicator })];
    if (!PERIOD.test(period)) return ["period", strings.no_period];
    if (!NUMBER.test(value)) return ["value", strings.no_number];
    return high !== null && !NUMBER.test(high) ? ["value_high", strings.no_number] : null;
  }

  #submit(event) {
    event.preventDefault();
    const problem = this.#problem();
    if (problem) {
      this.said.textContent = problem[1];
      return this.focus(problem[0]);
    }
    this.done(this.#set(), this.element.elements.why.value.trim());
  }
}

// What is offered while a name is typed, once for all forms.
export function offered({ indicators, units }) {
  const option = (value, label) => h("option", { value }, label);
  return [
    h("datalist", { id: "review-indicators" }, indicators.map(({ id, zh, aliases }) => option(zh, [id, ...aliases].join(" · ")))),
    h("datalist", { id: "review-units" }, units.map((unit) => option(unit))),
  ];
}
