// What the search page shows: what was understood, names, figures, reports with their paragraphs, how many, and the filters' counts.
import { foreign, marked } from "./chinese.js";
import { fold, spans } from "./phrases.js";
import { bare } from "./search_names.js";

export const ROOT = new URL(foreign ? `../${document.documentElement.lang}/` : "../", import.meta.url).pathname;
const BEFORE = 24, AFTER = 56, SHOWN = 3, FIGURES = 6, NAMES = 8;
const LISTS = ["names", "results", "understood", "near"];

const place = (id) => document.getElementById(id);
export const words = JSON.parse(place("search").dataset.words);

// Words with their fields filled in; of `{count} more [row|rows]` one form is said, by the number before it.
export const filled = (text, values) => text.replace(/\{(\w+)\}([^{[\]]*)(?:\[([^|\]]*)\|([^\]]*)\])?/g,
  (_, name, between, one, several) => values[name] + between + ((Number(values[name]) === 1 ? one : several) ?? ""));


export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.flatMap((child) => (typeof child === "string" ? marked(child) : [child])));
  return made;
}

// What was found, and before it how, if not as it was typed.
export function status(name, values = {}, how = "") {
  place("status").textContent = filled((how ? words.ways[how] : "") + words[name], values);
}

// Says to assistive technology (and to whoever waits) whether the list is still being made.
export function busy(whether) {
  place("results").setAttribute("aria-busy", whether);
}

// Empties the page for a new search; without one it shows the examples.
export function clear(query = "") {
  for (const list of [...LISTS.map(place), ...place("figures").querySelectorAll("ul")]) list.replaceChildren();
  place("figures").hidden = true;
  place("results").dataset.query = query;
  place("more").hidden = true;
  place("filters").hidden = !query;
  place("examples").hidden = query !== "";
  if (query) return;
  place("status").textContent = "";
  busy(false);
}

// Pages that are called what is searched for: the whole name first, then its beginning, then a part of it. Those that are
// `shown` already are left out.
export function names({ all }, question, shown) {
  const typed = bare(question.tokens.map(({ text }) => text).join(""));
  const rank = (name) => (!name ? 3 : name === typed ? 0 : name.startsWith(typed) ? 1 : name.includes(typed) ? 2 : 3);
  const fitting = all.map((one) => ({ ...one, rank: Math.min(...[...one.names, ...one.english].map((name) => rank(bare(name)))) }))
    .filter((one) => typed && one.rank < 3 && !shown.includes(one.address)).sort((a, b) => a.rank - b.rank || a.name.length - b.name.length).slice(0, NAMES);
  place("names").replaceChildren(...fitting.map(page));
}

const page = ({ kind, name, address }) => element("li", {}, element("a", { href: ROOT + address }, name, element("small", {}, words.kinds[`${kind}s`])));

// Pages with names that are nearly what is typed.
export function near(alike) {
  place("near").replaceChildren(...(alike.length ? [element("li", {}, words.question.near), ...alike.map(page)] : []));
}

// The filters that were understood; pressing one takes it off, and has its word searched for as it stands.
export function chips(question, takeOff) {
  const said = { status: words.statuses, verdict: words.question.verdicts, level: words.level };
  const name = ({ kind, value, text, entries }) => entries?.map((one) => one.name).join(" / ") ?? said[kind]?.[value] ?? value ?? text;
  place("understood").replaceChildren(...question.filters.map((part) => {
    const label = filled(words.question.filter, { kind: words.question.kinds[part.kind], name: name(part) });
    const button = element("button", { type: "button", title: filled(words.question.take_off, { text: part.text }) }, label, element("span", { "aria-hidden": "true" }, "×"));
    button.addEventListener("click", () => takeOff(part));
    return element("li", {}, button);
  }));
}

// The values of a filter with the number of reports that it would leave.
export function options(select, parts, value) {
  const reports = new Map();
  for (const part of parts) reports.set(value(part), (reports.get(value(part)) ?? new Set()).add(part.report));
  if (select.value && !reports.has(select.value)) reports.set(select.value, new Set());
  const label = (key) => words[select.name]?.[key] ?? [...reports.get(key)][0]?.name ?? key;
  const order = select.name === "section" || select.name === "level" ? Object.keys(words[select.name]) : [...reports.keys()].sort();
  if (select.name === "year") order.reverse();
  const chosen = select.value;
  select.replaceChildren(select.options[0], ...order.filter((key) => reports.has(key))
    .map((key) => new Option(`${select.name === "area" || words[select.name] ? label(key) : key}（${reports.get(key).size}）`, key)));
  select.value = chosen;
}

const address = (report) => `${ROOT}reports/${report.area}/${report.year}/`;

// The mark of a report whose source is doubtful.
const doubt = (report) => (report.doubtful ? [element("small", { class: "doubt" }, words.doubt), " "] : []);

// A report with the paragraphs found in it; beyond a few they are folded away.
export function group(report, hits, marks) {
  const to = (hit) => `${address(report)}?${new URLSearchParams(marks(hit).map((phrase) => ["mark", phrase]))}#${hit.id}`;
  const item = (hit) => element("li", {}, element("a", { href: to(hit), lang: "zh-Hans" }, ...excerpt(hit, marks(hit))), element("small", {}, words.section[hit.kind] ?? ""));
  const rest = hits.slice(SHOWN);
  place("results").append(element("li", {},
    element("h2", {}, element("a", { href: address(report) }, filled(words.report, report)), " ", ...doubt(report), element("small", {}, filled(words.hits, { paragraphs: hits.length }))),
    element("ul", {}, ...hits.slice(0, SHOWN).map(item)),
    ...(rest.length ? [element("details", {}, element("summary", {}, filled(words.rest, { paragraphs: rest.length })), element("ul", {}, ...rest.map(item)))] : [])));
}

// The surroundings of each phrase's first place, the words marked.
function excerpt({ text, folded }, wanted) {
  const windows = [];
  const firsts = wanted.map((phrase) => [folded.indexOf(phrase), phrase.length]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0]);
  for (const [at, length] of firsts) {
    let start = Math.max(0, at - BEFORE);
    while (start && /[\d.%]/.test(text[start])) start -= 1; // never half a number
    const end = Math.min(text.length, at + length + AFTER);
    const last = windows.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else windows.push([start, end]);
  }
  const marked = spans(folded, wanted);
  return windows.flatMap(([start, end]) => {
    const pieces = start ? ["…"] : [];
    let at = start;
    for (const [from, to] of marked.filter(([from, to]) => to > start && from < end)) {
      pieces.push(text.slice(at, Math.max(from, at)), element("mark", {}, text.slice(Math.max(from, at), Math.min(to, end))));
      at = Math.min(to, end);
    }
    pieces.push(text.slice(at, end));
    return end < text.length && end === windows.at(-1)[1] ? [...pieces, "…"] : pieces;
  });
}

// Whether a phrase stands in a text as a whole: 2.8% not in 12.8%, M2 not in PM2.5.
function stands(text, phrase) {
  const joined = (a, b) => /[\da-z.]/.test(a ?? "") && /[\da-z]/.test(b);
  const folded = fold(text), at = folded.indexOf(phrase);
  return at >= 0 && !joined(folded[at - 1], phrase[0]) && !joined(folded[at + phrase.length], phrase.at(-1));
}

// Adds the figures of which something that is searched for is said, and everything is said of them or of their place.
export function addFigures(figures, wanted, chosen) {
  const own = (figure) => [figure.text, figure.label], around = (figure) => [...own(figure), figure.area, figure.period, figure.report.name];
  const says = (texts, { spellings }) => spellings.some((phrase) => texts.some((text) => stands(text, phrase)));
  const distinct = new Map(figures.map((figure) => [[address(figure.report), figure.text, figure.label, figure.period, figure.status].join(), figure]));
  const fitting = [...distinct.values()].filter((figure) => (!chosen || figure.status === chosen)
    && wanted.some((word) => says(own(figure), word)) && wanted.every((word) => says(around(figure), word)));
  const spelled = new Set(wanted.flatMap(({ spellings }) => spellings));
  const exact = (figure) => (spelled.has(fold(figure.text)) || spelled.has(fold(figure.label)) ? 0 : 1);
  fitting.sort((a, b) => exact(a) - exact(b));
  const row = (figure) => element("li", {},
    element("a", { href: `${address(figure.report)}#${figure.id}`, lang: "zh-Hans" }, figure.text), ...doubt(figure.report), element("span", { lang: "zh-Hans" }, figure.label),
    element("span", { class: `status ${figure.status}` }, words.statuses[figure.status]),
    element("small", {}, [figure.area || figure.report.name, figure.period].filter(Boolean).join(" · ")));
  const [shown, folded] = place("figures").querySelectorAll("ul");
  for (const figure of fitting) (shown.children.length < FIGURES ? shown : folded).append(row(figure));
  const rest = folded.children.length, count = shown.children.length + rest;
  place("figures").hidden = !count;
  folded.parentElement.hidden = !rest;
  place("figures-title").textContent = filled(words.figures, { count });
  folded.previousElementSibling.textContent = filled(words.otherFigures, { count: rest });
}
