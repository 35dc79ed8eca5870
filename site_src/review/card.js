// One figure: as printed, as read, every field, what is against it, and the others of its sentence.
import { button, filled, h } from "./dom.js";
import { shownKey } from "./keys.js";
import { isOpen } from "./queue.js";
import { differs, readBack } from "./readback.js";

// In the order in which they are looked at; the digit that opens each is its place here.
export const FIELDS = ["label", "indicator", "area", "period", "status", "kind", "bound", "unit", "value", "value_high"];
const MAIN = ["right", "wrong", "reject", "later"], MORE = ["sentence", "missed", "undo", "previous", "next"];
const CELLS = FIELDS.filter((field) => field !== "value"); // that one stands at the top

export const doing = (words, action, more = "") => button(action, words.strings.actions[action] + more, h("kbd", { "aria-hidden": "true" }, shownKey(action)));

const digit = (field) => h("kbd", { "aria-hidden": "true" }, String((FIELDS.indexOf(field) + 1) % 10));

export class Card {
  constructor(words) { this.words = words; }

  // A field's value as people read it.
  said(field, value, figure) {
    const { strings, choices, names } = this.words;
    if (field === "indicator") return value ? names.get(value) ?? value : strings.none;
    if (field === "area") return value || strings.whole_area;
    if (field in choices) return choices[field][value];
    if (field === "value" || field === "value_high") return value === null ? strings.none : Number(value).toLocaleString("en", { maximumFractionDigits: 12 });
    return value || strings.none;
  }

  fill(figure, { sentence, unmarked, recent, message }) {
    const { strings } = this.words;
    const others = sentence.filter((one) => one !== figure), open = sentence.filter(isOpen).length;
    const about = h("div", { class: "about" },
      this.#head(figure),
      h("p", { class: "how" }, this.#state(figure)),
      message && h("p", { class: "message", role: "alert" }, message),
      this.#cells(figure),
      this.#doubts(figure),
      figure.why && h("p", {}, filled(strings.why_was, { why: figure.why })),
      this.#others("others", others),
      unmarked.length ? h("p", { class: "unmarked" }, strings.unmarked, unmarked.map((one) => h("button", { type: "button", "data-number": one.start, "data-end": one.end }, one.text))) : null,
      this.#others("recent", recent));
    return [about, h("div", { class: "foot" },
      h("div", { class: "actions main" }, MAIN.map((action) => (action === "right" && !isOpen(figure) ? button("reopen", strings.actions.reopen) : doing(this.words, action)))),
      h("div", { class: "actions more" }, MORE.map((action) => doing(this.words, action, action === "sentence" && open > 1 ? ` ${open}` : ""))))];
  }

  // The value as printed beside the value as read, which opens its field.
  #head(figure) {
    const { fields } = this.words;
    return h("h2", { tabindex: -1 }, h("span", {}, figure.text), " ",
      h("button", { type: "button", class: figure.against.some(({ field }) => field === "value") ? "back differs" : "back", "data-field": "value", "aria-label": `${fields.value} ${readBack(figure)}` },
        `= ${readBack(figure)}`, digit("value")), this.#before(figure, "value"));
  }

  // What the rules read, or what was confirmed before it changed.
  #before({ state, reviewed, rules, read }, field) {
    const before = state === "void" ? reviewed : rules;
    return before && before[field] !== read[field] && h("del", {}, this.said(field, before[field]));
  }

  #state(figure) {
    const { strings } = this.words, grade = strings.grades[figure.certainty];
    const kind = this.words.sections[figure.kind], section = kind ? `${figure.section}（${kind}）` : figure.section;
    const said = [strings.states[figure.later && isOpen(figure) ? "later" : figure.state], grade && filled(strings.certainty, { grade }), section];
    return said.filter(Boolean).join(" · ");
  }

  #cells(figure) {
    const doubted = new Set([...figure.doubts, ...figure.against].map(({ field }) => field));
    const shown = CELLS.filter((field) => field !== "value_high" || figure.read.value_high !== null);
    return h("ul", { class: "fields" }, shown.map((field) => h("li", { "data-name": field, "data-value": field in this.words.choices ? figure.read[field] : null, class: doubted.has(field) && "doubted" },
      h("button", { type: "button", "data-field": field },
        h("small", {}, this.words.fields[field], digit(field)),
        h("span", {}, this.said(field, figure.read[field]), field === "kind" && figure.read.kind === "change" && (figure.read.value.startsWith("-") ? " ↓" : " ↑")),
        this.#before(figure, field)))));
  }

  #doubts({ doubts, against }) {
    if (!doubts.length && !against.length) return null;
    return h("ul", { class: "doubts" }, [...against, ...doubts].map(({ field, said, href }) => h("li", { class: "doubt" },
      this.words.fields[field] && `${this.words.fields[field]}：`, href ? h("a", { href, target: "_blank" }, said) : said)));
  }

  #others(name, figures) {
    const { strings } = this.words;
    if (!figures.length) return null;
    return h("section", { class: `others ${name}`, "aria-label": strings[name] }, h("h3", {}, strings[name]), h("ul", {}, figures.map((one) => h("li", {},
      h("button", { type: "button", "data-figure": one.id, "data-state": one.state },
        h("b", {}, one.text), " ", differs(one) && h("span", { class: "read" }, `= ${readBack(one)} `), h("span", {}, this.#brief(one)))))));
  }

  #brief({ state, read }) {
    const { strings } = this.words;
    const said = state === "rejected" ? [strings.states.rejected] : [read.label || strings.none, this.said("indicator", read.indicator) === read.label ? "" : read.indicator && this.said("indicator", read.indicator), read.area, read.period, this.said("status", read.status), this.said("kind", read.kind), read.bound === "eq" ? "" : this.said("bound", read.bound)];
    return said.filter(Boolean).join(" · ") + (isOpen({ state }) ? "" : " ✓");
  }
}
