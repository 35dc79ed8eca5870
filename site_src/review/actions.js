// Decisions: shown at once, sent one after the other; where the preview refuses one, back to its figure.
import { filled } from "./dom.js";
import { Outbox } from "./server.js";
import { isOpen } from "./queue.js";

const SHOWN = 5; // of the last decisions
const STATES = { right: "right", wrong: "mended", reject: "rejected", reopen: "open" };

export class Actions {
  #steps = []; // of this page, the newest last
  #renewed = new Map(); // which version follows which, by our own decisions

  constructor(mode) {
    this.mode = mode;
    this.outbox = new Outbox((waiting, answers) => mode.frame.waiting(waiting, answers));
  }

  // Where something was decided last, the newest first: a slip is seen, and mended there.
  recent() {
    const ids = new Set(this.#steps.map(({ at }) => at).reverse());
    return [...ids].map((id) => this.mode.queue.get(id)).filter((one) => one && one !== this.mode.figure && !isOpen(one)).slice(0, SHOWN);
  }

  decide(figures, action, more = {}) {
    const { mode } = this, { queue } = mode, here = mode.figure;
    const wanted = action === "right" ? figures.filter((one) => isOpen(one)) : figures;
    const next = queue.nextOpen(here, action === "reopen" ? [] : figures);
    if (wanted.length) this.#send(wanted, { action, ...more }, here);
    const read = (one) => (action === "reopen" ? one.rules ?? one.read : { ...one.read, ...more.set });
    queue.put({ figures: wanted.map((one) => ({ ...one, read: read(one), later: action === "later", state: STATES[action] ?? one.state })) });
    for (const one of wanted) mode.text.redraw(one.start);
    mode.go(action === "reopen" ? queue.get(here.id) : next ?? queue.nextOpen());
  }

  #send(figures, body, here) {
    const step = { at: here.id };
    this.#steps.push(step);
    this.outbox.send(() => ({ ...body, figures: figures.map(({ id, version }) => ({ id, version: this.#latest(id, version) })) }),
      (answer) => this.#done(step, answer, figures),
      (error) => this.#refused(step, error, figures, body));
  }

  #latest(id, version) {
    const key = `${id} ${version}`;
    return this.#renewed.has(key) ? this.#latest(id, this.#renewed.get(key)) : version;
  }

  #done(step, answer, figures) {
    step.id = answer.step?.id;
    for (const { id, version } of figures) {
      const now = answer.figures.find((one) => one.id === id);
      const seen = this.#latest(id, version);
      if (now && now.version !== seen) this.#renewed.set(`${id} ${seen}`, now.version);
    }
    this.take(answer);
  }

  // Take in what an answer says; the card is drawn anew only where it shows what changed.
  take(answer) {
    const { mode } = this;
    mode.data.version = answer.version;
    const gone = (answer.gone ?? []).map((id) => mode.queue.get(id)?.start);
    mode.queue.put(answer);
    for (const start of gone) mode.text.redraw(start);
    mode.doubts.put(answer.doubts ?? []);
    for (const { id, start, version } of answer.figures ?? []) {
      this.#renewed.delete(`${id} ${version}`); // an undone decision: what was before it is the newest again
      mode.text.redraw(start);
    }
    const here = mode.figure && mode.queue.get(mode.figure.id);
    if (here !== mode.figure) {
      mode.figure = here ?? mode.queue.nextOpen();
      mode.render();
    } else mode.frame.progress(mode.queue.progress(), mode.doubts.open, mode.queue.by, mode.view);
    if (answer.again) mode.again();
  }

  // Back to where it was decided, as it is now, with what was typed.
  #refused(step, { said, answer }, figures, { action, set, why }) {
    const { mode } = this;
    this.#steps = this.#steps.filter((one) => one !== step);
    mode.queue.put(answer);
    mode.queue.put({ figures: figures.filter(({ id }) => !answer.gone?.includes(id)).map((one) => answer.figures?.find(({ id }) => id === one.id) ?? one) });
    const figure = mode.queue.get(step.at);
    mode.go(figure, said);
    if (action === "wrong" && figure) mode.mend(answer.field || undefined, { draft: set, why, message: said });
  }

  // What was done last here, written or still on its way; in a page that was just opened, what was done last at all.
  undo() {
    const { mode } = this, step = this.#steps.pop();
    const asked = () => (step && step.id === undefined ? null : { action: "undo", ...(step && { step: step.id }) });
    this.outbox.send(asked, (answer) => {
      if (!answer) return;
      this.take(answer);
      const figure = mode.queue.get(step?.at) ?? answer.figures[0] ?? mode.figure;
      if (mode.view === "figures") mode.go(mode.queue.get(figure?.id), mode.words.strings.undone);
      else mode.say(mode.words.strings.undone);
    }, ({ said }) => mode.say(said));
  }

  // A number that was missed, with what differs from the proposal.
  add({ start, end, text }, set, why) {
    this.#tell({ action: "add", start, end, set, why });
    this.mode.go(this.mode.figure);
    this.mode.note(filled(this.mode.words.strings.added, { text }));
  }

  // What is seen to in a report's doubts.
  settle(body) { this.#tell(body); }

  #tell(body) {
    const { mode } = this, step = { at: mode.figure?.id };
    this.#steps.push(step);
    this.outbox.send(() => body, (answer) => {
      step.id = answer.step?.id;
      this.take(answer);
      if (mode.view !== "doubts") return;
      mode.render();
      mode.focus(); // what had it is drawn anew
    }, ({ said, answer }) => {
      this.#steps = this.#steps.filter((one) => one !== step);
      if (answer?.doubts) mode.doubts.put(answer.doubts);
      mode.say(said);
    });
  }
}
