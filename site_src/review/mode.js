// The review of one report: what is looked at, what is decided, and what the preview says to it.
import { Actions } from "./actions.js";
import { Card, FIELDS } from "./card.js";
import { Doubts } from "./doubts.js";
import { filled, h, kept } from "./dom.js";
import { Form } from "./form.js";
import { frame } from "./frame.js";
import { keysDialog, listen } from "./keys.js";
import { isOpen, Queue } from "./queue.js";
import { report, whole, words as fetchWords } from "./server.js";
import { labelPlaces, Text } from "./text.js";
import { Picked } from "./picked.js";

const ASKED = 4000; // milliseconds between two questions whether somebody else changed something

export async function begin(main) {
  window.LiveReload?.shutDown(); // what changes is taken in: the page is never loaded anew
  document.documentElement.classList.add("reviewing");
  const [words, data] = await Promise.all([fetchWords(), whole()]).catch((error) => {
    main.append(h("p", { class: "mistaken", role: "alert" }, error.said ?? String(error)));
    throw error;
  });
  const mode = new Mode(main, withNames(words), data);
  mode.start();
}

// Indicators by what they are called: by every name to the id, and from the id to the name that people see.
function withNames(words) {
  const names = new Map(words.indicators.map(({ id, zh }) => [id, zh]));
  const all = words.indicators.flatMap(({ id, zh, aliases }) => [zh, ...aliases, id].map((name) => [name.toLowerCase(), id]));
  return { ...words, names, ids: new Map(all.reverse()) };
}

class Mode {
  form = null;
  message = "";
  view = "figures";

  constructor(main, words, data) {
    Object.assign(this, { main, words, data, queue: new Queue() });
    this.keys = keysDialog(words.strings, () => this.render());
    this.frame = frame(words, data.report, this.keys);
    this.text = new Text(this.frame.text);
    this.card = new Card(words);
    this.doubts = new Doubts(words, this);
    this.actions = new Actions(this);
    this.picked = new Picked(this);
  }

  start() {
    const left = kept.get(report, {});
    this.queue.by = left.by ?? "doubt";
    this.main.append(this.frame.root);
    listen(this.frame.root, (action) => this.act(action));
    this.frame.root.addEventListener("click", (event) => this.#clicked(event));
    this.take(this.data, location.hash.slice(1) || left.at);
    setInterval(() => this.refresh(), ASKED);
    addEventListener("focus", () => this.refresh());
    addEventListener("beforeunload", (event) => { if (this.form?.changed) event.preventDefault(); });
  }

  // --- what is looked at ---

  take(data, id = this.figure?.id) {
    this.data = data;
    this.queue.take(data);
    this.doubts.take(data.doubts);
    this.text.fill(data.blocks, () => this.queue.inText());
    const there = this.queue.get(id);
    this.figure = there && (isOpen(there) || id === this.figure?.id || id === location.hash.slice(1)) ? there : this.queue.nextOpen(there);
    this.render();
  }

  // Nothing is taken from under the hands of whoever types, selects or has just decided.
  get busy() {
    const typing = this.form || this.frame.card.contains(document.activeElement?.closest("form"));
    return typing || !getSelection().isCollapsed || !this.actions.outbox.empty;
  }

  async refresh() {
    if (document.hidden || this.busy) return;
    const now = await whole(this.data.version).catch((error) => this.frame.tell(error.said ?? ""));
    if (now) this.frame.tell("");
    if (!now?.figures || this.busy) return;
    const before = this.figure && JSON.stringify(this.figure.read);
    this.take(now);
    if (this.figure && before && JSON.stringify(this.figure.read) !== before) this.say(this.words.strings.changed);
  }

  // Headings or metadata were mended: the text has other paragraphs now.
  async again() {
    this.take(await whole());
    if (document.activeElement === document.body) this.focus(); // what had it is drawn anew
  }

  go(figure, message = "") {
    this.close();
    this.view = "figures";
    this.message = message;
    this.figure = figure;
    if (figure) kept.set(report, { by: this.queue.by, at: figure.id });
    this.render();
    this.focus();
  }

  render() {
    this.frame.progress(this.queue.progress(), this.doubts.open, this.queue.by, this.view);
    if (this.form) return;
    if (this.view === "doubts") return this.doubts.show();
    const { figure } = this;
    if (!figure) return this.frame.card.replaceChildren(...this.frame.finished(this.queue.progress(), this.doubts.open));
    const sentence = this.queue.inSentence(figure);
    this.frame.card.replaceChildren(...this.card.fill(figure, { sentence, unmarked: this.text.unmarked(figure.sentence), recent: this.actions.recent(), message: this.message }));
    this.text.show({ sentence: figure.sentence, start: figure.start, end: figure.end, labels: labelPlaces(figure) });
  }

  focus() { this.frame.card.querySelector("h2")?.focus({ preventScroll: true }); }

  say(message) {
    this.message = message;
    this.render();
  }

  // What went well is told without alarm, until something else is shown.
  note(words) { this.frame.card.querySelector("h2")?.after(h("p", { class: "notice", role: "status" }, words)); }

  // --- what is done ---

  act(action) {
    const { figure, actions } = this;
    if (action === "escape") return this.go(figure);
    if (action === "keys") return this.keys.showModal();
    if (action === "progress") return this.frame.counts(this.queue.progress());
    if (action === "undo") return actions.undo();
    if (action === "doubts") return this.#toggle();
    if (action === "order") return this.#order();
    if (this.view === "doubts") return this.doubts.act(action);
    if (!figure) return action === "previous" && this.go(this.queue.sequence().at(-1));
    if (action === "right") return actions.decide([figure], "right");
    if (action === "sentence") return actions.decide(this.queue.inSentence(figure).filter(isOpen), "right");
    if (action === "reject" || action === "later" || action === "reopen") return actions.decide([figure], action);
    if (action === "wrong") return this.mend();
    if (action === "missed") return this.picked.ask();
    if (action === "next" || action === "previous") return this.#step(action === "next" ? 1 : -1);
    if (action.startsWith("field-")) return this.mend(FIELDS.at(Number(action.slice(6)) - 1));
  }

  #step(by) {
    const there = this.queue.beside(this.figure, by);
    if (there) this.go(there);
  }

  #order() {
    this.queue.by = this.queue.by === "text" ? "doubt" : "text";
    if (this.figure) kept.set(report, { by: this.queue.by, at: this.figure.id });
    this.render();
  }

  #toggle() {
    this.close();
    this.view = this.view === "doubts" ? "figures" : "doubts";
    this.message = "";
    this.render();
    this.focus();
  }

  get doubted() {
    const { against, doubts, read } = this.figure;
    return [...against, ...doubts].find(({ field }) => field in read)?.field;
  }

  // Open the fields of the figure, at one of them: at the one in doubt where none is named.
  mend(field = this.doubted ?? "label", more = {}) {
    const { figure, words: { strings } } = this;
    this.show(new Form(this.words, {
      title: filled(strings.mending, { text: figure.text }), read: figure.read, why: figure.why, ...more,
      done: (set, why) => this.actions.decide([figure], "wrong", { set, why }),
      left: () => this.go(figure),
    }), field);
  }

  show(form, field) {
    this.picked.forget();
    this.form = form;
    this.message = "";
    this.frame.card.replaceChildren(form.element);
    form.focus(field);
  }

  close() {
    this.form = null;
    this.picked.forget();
  }

  #clicked(event) {
    const { target } = event, what = target.closest("[data-do]")?.dataset.do, figure = target.closest("[data-figure]"), field = target.closest("[data-field]");
    if (target.closest("dialog")) return;
    if (what) return this.act(what);
    if (this.frame.text.contains(target) && this.picked.clicked(event)) return event.preventDefault();
    const number = target.closest("[data-number]");
    if (number) this.picked.propose(Number(number.dataset.number), Number(number.dataset.end));
    if (field) this.mend(field.dataset.field);
    if (!figure) return;
    event.preventDefault();
    this.go(this.queue.get(figure.dataset.figure));
  }
}
