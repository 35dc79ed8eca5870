// What the preview is asked and told. Decisions leave one after the other, in the order in which they were made; nobody
// waits for them.
const meta = document.querySelector("meta[name=baogao-review]");
export const report = meta.dataset.report;
const ADDRESS = `/-/review/${report}`;
const AGAIN = 1000; // milliseconds until a preview that does not answer is asked again
let token = meta.content;

export class Refused extends Error {
  constructor(answer) {
    super(answer.message);
    this.answer = answer;
  }

  // What is wrong in the content stands line by line.
  get said() { return this.answer.lines?.join("\n") ?? this.message; }
}

// A preview that was begun anew has another token: its page tells it, as soon as it is built.
async function newToken() {
  const page = await (await fetch(location.pathname, { cache: "no-store" })).text();
  const found = new DOMParser().parseFromString(page, "text/html").querySelector("meta[name=baogao-review]");
  if (!found) throw new Error("the page has no token yet");
  token = found.content;
}

// A failure that says nothing of what was asked: it is asked again, as where nobody answers.
const isNoAnswer = ({ status }, { error }) => status >= 500 && error !== "disk";

async function ask(address, options = {}, again = true) {
  const headers = { "X-Review-Token": token };
  if (options.body) headers["Content-Type"] = "application/json";
  const response = await fetch(address, { ...options, headers });
  const answer = await response.json().catch(() => ({ message: `${response.status} ${response.statusText}` }));
  if (response.ok) return answer;
  if (isNoAnswer(response, answer)) throw new Error(answer.message);
  if (answer.error !== "token") throw new Refused(answer);
  if (!again) throw new Error("begun anew once more");
  await newToken();
  return ask(address, options, false);
}

export const words = () => ask("/-/review/words.json");
export const whole = (since) => ask(`${ADDRESS}.json${since ? `?since=${since}` : ""}`);
export const tell = (action) => ask(ADDRESS, { method: "POST", body: JSON.stringify(action), keepalive: true });

export class Outbox {
  #waiting = [];
  #sending = false;
  #answers = true;

  constructor(changed) {
    this.changed = changed; // is called with what is waiting, and whether the preview answers
    addEventListener("pagehide", () => this.#leave());
    addEventListener("beforeunload", (event) => { if (this.#waiting.length) event.preventDefault(); });
  }

  get empty() { return !this.#waiting.length; }

  // `action()` gives what is sent, when its turn has come: nothing where there is nothing left to do. The answer is
  // taken in by `done` or `refused` before the next one is made: that hangs on it.
  send(action, done, refused) {
    this.#waiting.push({ action, done, refused });
    this.changed(this.#waiting.length, this.#answers);
    this.#next();
  }

  async #next() {
    if (this.#sending || this.empty) return;
    this.#sending = true;
    const { action, done, refused } = this.#waiting[0];
    let taken;
    try {
      const sent = action(), answer = sent && await tell(sent);
      taken = () => done(answer);
    } catch (error) {
      if (!(error instanceof Refused)) return this.#later();
      taken = () => refused(error);
    }
    this.#waiting.shift();
    this.#sending = false;
    this.#answers = true;
    this.changed(this.#waiting.length, true);
    taken();
    this.#next();
  }

  #later() {
    this.#answers = false;
    this.changed(this.#waiting.length, false);
    setTimeout(() => {
      this.#sending = false;
      this.#next();
    }, AGAIN);
  }

  // Who closes the page has decided nonetheless.
  #leave() {
    for (const { action } of this.#waiting.splice(this.#sending ? 1 : 0)) {
      const sent = action();
      if (sent) tell(sent).catch(() => {});
    }
  }
}
