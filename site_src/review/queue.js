// The figures of a report as they are now, in which order they are gone through, and how many are done.
export const OPEN = new Set(["open", "void"]);
export const isOpen = (figure) => OPEN.has(figure.state);

export class Queue {
  by = "doubt"; // or "text"
  #figures = new Map();
  #order = [];

  take({ figures, order }) {
    this.#figures = new Map(figures.map((figure) => [figure.id, figure]));
    this.#order = order.filter((id) => this.#figures.has(id));
  }

  // Take in what an answer says of single figures.
  put({ figures = [], gone = [] }) {
    for (const figure of figures) {
      if (!this.#figures.has(figure.id)) this.#order.push(figure.id);
      this.#figures.set(figure.id, figure);
    }
    for (const id of gone) this.#figures.delete(id);
    if (gone.length) this.#order = this.#order.filter((id) => this.#figures.has(id));
  }

  get(id) { return this.#figures.get(id); }

  inText() {
    return [...this.#figures.values()].sort((one, other) => one.start - other.start || one.end - other.end);
  }

  // What was put off comes last.
  sequence() {
    const all = this.by === "text" ? this.inText() : this.#order.map((id) => this.get(id));
    return [...all.filter((one) => !one.later), ...all.filter((one) => one.later)];
  }

  // The next one that somebody has to look at, and that is none of these; from the beginning again behind the last.
  nextOpen(from, except = [from]) {
    const all = this.sequence(), at = all.indexOf(from) + 1;
    return [...all.slice(at), ...all.slice(0, at)].find((one) => isOpen(one) && !except.includes(one));
  }

  beside(from, by) {
    const all = this.sequence();
    return all[Math.max(all.indexOf(from) + by, 0)];
  }

  inSentence({ sentence }) { return this.inText().filter((one) => one.sentence.start === sentence.start); }

  progress() {
    const all = [...this.#figures.values()], certainty = {};
    for (const { certainty: grade, state } of all) {
      const row = certainty[grade] ??= { figures: 0, checked: 0, wrong: 0 };
      row.figures += 1;
      row.checked += OPEN.has(state) ? 0 : 1;
      row.wrong += state === "mended" || state === "rejected" ? 1 : 0;
    }
    const checked = all.filter((one) => !isOpen(one)).length;
    return { figures: all.length, checked, certainty, later: all.filter((one) => one.later && isOpen(one)).length };
  }
}
