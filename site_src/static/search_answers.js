// What answers a question at once, above what is found: the pages that do, and in rows what is stated there.
import { saved } from "./csv_file.js";
import { pages } from "./search_pages.js";
import { element, filled, ROOT, words } from "./search_results.js";

const SHOWN = 6, MOST = 200;
const own = words.question, section = document.getElementById("answers");

const place = ({ report, anchor }) => `${ROOT}reports/${report}/#${anchor}`;
const status = ({ state }) => (state ? "target" : "actual");

function link({ address, name, kind, choice = {} }) {
  const said = new URLSearchParams(Object.entries(choice).filter(([, value]) => value));
  return element("a", { href: ROOT + address + (said.size ? `?${said}` : "") }, name, ...(kind ? [element("small", {}, kind)] : []));
}

const number = (said) => element("a", { href: place(said) }, said.shown);
const small = (text, attributes = {}) => [" ", element("small", attributes, text)];

// A row's cells: area, year, indicator, number, status, and of a target its state and outcome.
function cells(row, names) {
  const measure = row.measure === "level" ? [] : small(words.measures[row.measure]);
  const doubt = row.doubtful ? small(words.doubt, { class: "doubt" }) : [];
  const state = row.state ? [element("span", { class: "state", "data-state": row.state }, own.verdicts[row.state])] : [];
  return [[names.get(row.area)], [row.period], [names.get(row.indicator), ...measure], [number(row), ...doubt],
    [element("span", { class: `status ${status(row)}` }, words.statuses[status(row)])], [...state, ...(row.outcome ? [" ", number(row.outcome)] : [])]];
}

const line = (row, names) => element("tr", {}, ...cells(row, names).map((cell) => element("td", {}, ...cell)));

function table(rows, names) {
  const heads = own.columns.map((name) => element("th", { scope: "col" }, name));
  return element("div", { class: "wide", tabindex: "0", role: "group", "aria-labelledby": "answers-title" },
    element("table", {}, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...rows.map((row) => line(row, names)))));
}

// The rows as a file, each with the addresses of its sentences.
function save(rows, names) {
  const full = (said) => (said ? new URL(place(said), location.origin).href : "");
  const fields = (row) => [row.area, names.get(row.area), row.period, row.indicator, names.get(row.indicator), row.measure, row.text,
    status(row), row.state ?? "", row.outcome?.text ?? "", full(row), full(row.outcome), row.doubtful ? words.doubt : ""];
  saved(own.file, [own.fields, ...rows.map(fields)]);
}

export function clearAnswers() {
  section.replaceChildren();
  section.hidden = true;
}

// Shows what answers a question; says which addresses it leads to.
export function showAnswers(question, rows, library, names, first) {
  const some = pages(question, rows, library), shown = some.map(({ address }) => address);
  const found = [...first.filter(({ address }) => !shown.includes(address)), ...some];
  clearAnswers();
  if (!found.length) return [];
  const called = new Map(names.all.map(({ id, name }) => [id, name]));
  const title = [...question.areas, ...question.indicators].map(({ name }) => name).concat(...question.years).join(" · ");
  section.append(element("h2", { id: "answers-title" }, title || own.title),
    element("ul", { class: "chips" }, ...found.map((page) => element("li", {}, link(page)))), ...(rows.length ? listed(rows, called) : []));
  section.hidden = false;
  return found.map(({ address }) => address);
}

function listed(rows, names) {
  const rest = rows.slice(SHOWN, MOST), made = [table(rows.slice(0, SHOWN), names)];
  if (rest.length) {
    const more = element("details", {}, element("summary", {}, filled(own.rest, { count: rest.length })));
    more.addEventListener("toggle", () => more.append(table(rest, names)), { once: true });
    made.push(more);
  }
  const button = element("button", { type: "button" }, filled(own.csv, { count: rows.length }));
  button.addEventListener("click", () => save(rows, names));
  return [...made, element("p", {}, button)];
}
