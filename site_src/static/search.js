// The search page: what is typed stands in the address, what is found below, the latest search only.
import { clearAnswers, showAnswers } from "./search_answers.js";
import { clearCounts, showCounts } from "./search_counts.js";
import { fold } from "./phrases.js";
import { candidates, isSearched, open, paragraphs, standing } from "./search_index.js";
import { isLatin, Names } from "./search_names.js";
import { aboutSite } from "./search_pages.js";
import { anchors, answered, isIn, isOfYear } from "./search_rows.js";
import { Reader, spellings } from "./search_question.js";
import { addFigures, busy, chips, clear, group, names, near, options, status, words } from "./search_results.js";

const AT_ONCE = 3; // reports: each loads some 25 KB; more follow as the reader nears the end
const LONGEST = 60; // of what the nearest is looked for, in characters
const BEFORE = 2; // characters that are marked with a number
const LISTED = /[、,;]/; // between words that need not stand side by side
const FILTERS = { area: (part) => part.report.area, level: (part) => part.report.level, year: (part) => String(part.report.year), section: (part) => part.kind };

const form = document.querySelector("#search"), field = form.elements.q, more = document.querySelector("#more");
let chain = Promise.resolve(), latest = 0, current, reader;
const end = new IntersectionObserver(([entry]) => entry.isIntersecting && current?.idle && list(current), { rootMargin: "200px" });

// Typing replaces one entry of the history; what is sent or chosen stays in it.
function remember(typing) {
  const said = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
  const address = location.pathname + (said.size ? `?${said}` : "");
  if (history.state?.typing || address === location.pathname + location.search) history.replaceState({ typing }, "", address);
  else history.pushState({ typing }, "", address);
}

function recall() {
  const said = new URLSearchParams(location.search);
  for (const select of form.querySelectorAll("select")) {
    const value = said.get(select.name) ?? "";
    if (![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
    select.value = value;
  }
  field.value = said.get("q") ?? "";
  renew();
}

// Searches run one after the other, whether or not the one before failed; one that is overtaken before its turn is left out.
function renew() {
  const turn = ++latest;
  chain = chain.catch(() => {}).then(() => turn === latest && search(turn)).catch((error) => {
    status("failed");
    busy(false);
    throw error;
  });
}

function empty(query) {
  clear(query);
  clearAnswers();
  clearCounts();
}

async function search(turn) {
  const stale = () => turn !== latest;
  const typed = Object.fromEntries(new FormData(form));
  current = undefined;
  if (!typed.q.trim()) return empty();
  busy(true);
  status("searching");
  const library = await open();
  reader ??= new Reader(new Names(library), words.question, known(library));
  const read = reader.read(typed.q, library.traditional);
  const [question, rows] = await answered(read.indicators.length ? read.within(typed) : read, library);
  if (stale()) return;
  empty(typed.q);
  const asked = aboutSite(typed.q), pages = showAnswers(question, rows, library, reader.names, asked);
  names(reader.names, question, pages);
  for await (const way of ways(question, rows, library, pages.length > 0)) {
    if (stale()) return;
    const done = await follow({ turn, typed, library, ...way });
    if (stale() || done) return;
  }
  const isAnswered = asked.length > 0 || (pages.length > 0 && (rows.length > 0 || question.words.every(({ kind }) => kind !== "word")));
  status(isAnswered ? "answered" : pages.length > 0 ? "beside" : question.said.map(plain).some(isSearched) ? "nothing" : "short");
  if (question.asks) takeOff(question);
  busy(false);
}

// The years that reports are of, and look back on.
const known = ({ reports }) => new Set(reports.flatMap(({ year }) => [String(year), String(year - 1)]));

const plain = ({ text }) => ({ text, spellings: spellings(text) });

// The ways in which what is typed may be meant, the likeliest first: the first that leads to something is shown.
async function* ways(question, rows, library, isAnswered) {
  const literal = question.said.map(plain), asked = wanted(question, rows), named = question.words.length > 0;
  if (question.asks && asked.length) yield { words: asked, question, together: true };
  if (question.asks && !named) return;
  if (literal.some(isSearched)) yield { words: literal, together: true, name: question.asks ? "unasked" : "" };
  if (question.asks && asked.length > 1) yield { words: asked, question, name: "apart" };
  if (literal.length > 1) yield { words: literal, name: "apart" };
  if (!question.asks && question.understood && asked.length) yield { words: asked, question, together: true, name: "understood" };
  if (!named && question.areas.length === question.filters.length) yield { words: question.areas.map(called), together: true, name: "understood" };
  const apart = question.said.flatMap(({ text }) => text.split(LISTED)).filter(Boolean).map((text) => plain({ text }));
  if (apart.length > literal.length) yield { words: apart, together: true, name: "split" };
  const all = question.said.map(({ text }) => text).join("");
  if (isAnswered || all.length > LONGEST) return;
  near(reader.names.like(all));
  const pieces = (await Promise.all(question.said.map(({ text }) => standing(library, text)))).flat().map((text) => plain({ text }));
  if (pieces.length) yield { words: pieces, together: true, name: "near" };
  if (pieces.length > 1) yield { words: pieces, name: "near" };
}

// What a paragraph must have: each word, and what is asked of indicators; where nothing else is asked, a figure as asked.
function wanted({ words: said, statuses, verdicts, measures, isFar }, every) {
  const measured = every.filter(({ measure }) => measures.has(measure)), rows = measured.length ? measured : every;
  const stating = ({ entries }) => anchors(rows.filter(({ indicator }) => entries.some(({ id }) => id === indicator)));
  const made = said.map((part) => (part.kind !== "indicator" ? { text: part.text, spellings: calling(part) }
    : { text: part.text, spellings: verdicts.size || isFar ? [] : [part.text], anchors: stating(part) }));
  const alone = !made.length && statuses.size > 0 && rows.length > 0, judged = verdicts.size > 0 && !made.some((word) => word.anchors);
  return alone || judged ? [...made, { text: "", spellings: [], anchors: anchors(rows) }] : made;
}

// An area that is named in other letters, or by a former name.
const called = ({ name, names }) => ({ text: name, spellings: names });

// A term is looked for by its Chinese names where it is asked for by another.
const calling = ({ kind, text, entries }) => (kind === "term" && isLatin(text) ? entries.flatMap((one) => one.names) : spellings(text));

// Lists what is found in one way; says whether there is anything.
async function follow(way) {
  const { words: sought, question, typed, library } = way;
  const found = await candidates(library, sought);
  if (way.turn !== latest) return false;
  const parts = way.together ? found.together : found.apart;
  const asked = (part) => !question || (isIn(question, part.report.area, part.report.level)
    && (question.isFar || isOfYear(question, String(part.report.year - 1), part.report.year)));
  const fits = (part, but) => Object.entries(FILTERS).every(([name, value]) => name === but || !typed[name] || value(part) === typed[name]);
  const here = parts.filter(asked), fitting = here.filter((part) => fits(part));
  for (const [name, value] of Object.entries(FILTERS)) options(form.elements[name], here.filter((part) => fits(part, name)), value);
  const chosen = new Map();
  for (const part of fitting) chosen.set(part.report, [...(chosen.get(part.report) ?? []), part]);
  const queue = [...chosen].sort(([a], [b]) => b.year - a.year || (a.area < b.area ? -1 : 1));
  const task = { ...way, queue, reports: 0, paragraphs: 0 };
  current = task;
  await list(task);
  if (way.turn !== latest) return false;
  if (here.length && !fitting.length) status("nothing"); // what was chosen below the field leaves nothing: that is said
  else if (!task.reports) return false;
  if (question) takeOff(question);
  const counted = sought.filter(isSearched);
  showCounts(counted, found.counts, (part) => asked(part) && fits(part));
  return true;
}

// Shows the filters that were understood, each with a button that takes it off.
function takeOff(question) {
  chips(question, (part) => {
    remember(false); // as it was, to come back to
    field.value = question.without(part);
    remember(false);
    renew();
    field.focus();
  });
}

const has = (word, hit) => word.spellings.some((one) => hit.folded.includes(one)) || hit.figures.some(({ id, report }) => word.anchors?.get(report.id)?.has(id));

// Whether a paragraph has the words that it must, and is of the years and has figures of the statuses that are asked about.
function fits({ words: sought, together, question }, hit, report) {
  if (!sought[together ? "every" : "some"]((word) => has(word, hit))) return false;
  if (!question) return true;
  const { years, statuses } = question;
  const ofYear = !years.size || years.has(String(report.year)) || hit.figures.some(({ period }) => isOfYear(question, period));
  return ofYear && (!statuses.size || hit.figures.some((figure) => statuses.has(figure.status)));
}

// What is marked in a paragraph: the words, and the numbers that answer, each with what stands before it, as 8% is in 2.8% too.
function marks({ words: sought }, hit) {
  const meant = new Set(), answers = ({ id, report }) => sought.some(({ anchors: where }) => where?.get(report.id)?.has(id));
  for (const { spellings: own } of sought) for (const one of own) if (hit.folded.includes(one)) meant.add(one);
  let end = 0;
  for (const figure of hit.figures) { // in the order of the text
    const text = fold(figure.text), at = hit.folded.indexOf(text, end);
    if (at < 0) continue;
    end = at + text.length;
    if (answers(figure)) meant.add(hit.folded.slice(Math.max(0, at - BEFORE), end));
  }
  return [...meant];
}

async function list(task) {
  task.idle = false;
  busy(true);
  for (const goal = task.reports + AT_ONCE; task.reports < goal && task.queue.length;) {
    const next = task.queue.splice(0, goal - task.reports);
    const loaded = await Promise.all(next.map(([report, parts]) => paragraphs(report, parts)));
    if (task.turn !== latest) return;
    next.forEach(([report], i) => {
      const hits = loaded[i].filter((one) => fits(task, one, report));
      if (!hits.length) return;
      task.reports += 1;
      task.paragraphs += hits.length;
      if (!task.question) addFigures(hits.flatMap((hit) => hit.figures), task.words, task.typed.status);
      group(report, hits, (hit) => marks(task, hit));
    });
  }
  more.hidden = !task.queue.length;
  task.idle = true;
  end.disconnect();
  end.observe(more); // again: the next reports may not have filled the screen
  if (!task.reports) return;
  const many = !task.queue.length ? "all" : task.words.length > 1 || task.question ? "atMost" : "first";
  status(many, { reports: task.reports, paragraphs: task.paragraphs, left: task.queue.length, all: task.reports + task.queue.length }, task.name);
  busy(false);
}

form.addEventListener("input", (event) => {
  if (event.isComposing || event.target !== field) return; // half a word of an input method is no word
  remember(true);
  renew();
});
field.addEventListener("compositionend", () => { remember(true); renew(); });
form.addEventListener("change", (event) => {
  remember(false);
  if (event.target !== field) renew();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  remember(false);
  renew();
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !field.value) return;
  event.preventDefault();
  field.value = "";
  remember(true);
  renew();
});
field.addEventListener("focus", () => open().catch(() => {}), { once: true }); // ready when the first word is typed
more.addEventListener("click", () => current?.idle && list(current));
addEventListener("popstate", recall);

form.hidden = false;
document.querySelector("#without").hidden = true;
recall();
if (!field.value && matchMedia("(hover: hover)").matches) field.focus(); // on a phone the keyboard would cover the page
