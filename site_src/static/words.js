// Compares words: which ones stands in the address (`?t=environment:绿色&t=innovation&t=own:机器人`), with the part of the
// reports, the level and the area that are looked at. Counts come from static files, those of own words from the search.
import { counted, known, reports, sides } from "./words_counts.js";
import { curve } from "./words_curve.js";
import { sentences } from "./words_sentences.js";

const SHOWN = 40, MOST_WORDS = 6;
const form = document.querySelector("#words"), place = (id) => document.getElementById(id);
const words = JSON.parse(form.dataset.words), lists = JSON.parse(form.dataset.lists);
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
let turn = 0, rows = [], chosen = [];

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// What is chosen, as the address says it.
const asked = () => new URLSearchParams(location.search);
const terms = () => [...new Set(asked().getAll("t"))].slice(0, MOST_WORDS);
function label(term) {
  const [list, word] = term.split(/:(.*)/s);
  return list === "own" ? filled(words.own, { word }) : word || filled(words.whole, { list: lists[list] ?? list });
}

function remember(said) {
  history.pushState(null, "", `${location.pathname}${said.size ? `?${said}` : ""}`);
  recall();
}

async function recall() {
  const now = ++turn, said = asked();
  for (const name of ["side", "level", "area"]) form.elements[name].value = said.get(name) ?? (name === "side" ? "both" : "");
  place("chosen").replaceChildren(...terms().map(chip));
  place("status").textContent = terms().length ? words.loading : words.hint;
  try {
    const found = await Promise.all(terms().map(counted)), all = await reports();
    if (now === turn) show(found, all);
  } catch (error) {
    place("status").textContent = words.failed;
    throw error;
  }
}

function chip(term, number) {
  const button = element("button", { type: "button", "aria-label": filled(words.remove, { word: label(term) }) }, "×");
  button.addEventListener("click", () => {
    const said = asked(), left = terms().filter((one) => one !== term);
    said.delete("t");
    for (const one of left) said.append("t", one);
    remember(said);
  });
  return element("li", { class: `w${number}` }, element("i", { "aria-hidden": "true" }, "■"), ` ${label(term)} `, button);
}

// The numbers of a word in a report, of the part that is looked at.
const pick = (pair) => sides(form.elements.side.value, pair ?? [0, 0]);
const share = (hits, length) => (length ? ((hits * 1e4) / length).toFixed(2) : "");
const cell = (hits, length) => (hits ? filled(words.cell, { share: share(hits, length), hits }) : "");

function show(found, all) {
  chosen = found;
  const { level, area } = form.elements;
  rows = all.filter((one) => (!level.value || one.level === level.value) && (!area.value || one.area === area.value));
  rows.sort((a, b) => b.year - a.year || (a.area < b.area ? -1 : 1));
  for (const id of ["years", "reports", "curve"]) place(id).hidden = !found.length;
  if (!found.length) return;
  place("status").textContent = filled(words.reports, { reports: rows.length, words: found.length });
  const years = [...new Set(rows.map((one) => one.year))].sort();
  const pooled = years.map((year) => {
    const own = rows.filter((one) => one.year === year), length = own.reduce((sum, one) => sum + pick(one.length), 0);
    return { year, length, hits: found.map((word) => own.reduce((sum, one) => sum + pick(word.hits.get(one.id)), 0)) };
  });
  place("curve").replaceChildren(curve(pooled, filled(words.curve, { words: terms().map(label).join("、"), first: years[0], last: years.at(-1) })));
  place("years").querySelector("div").replaceChildren(table(words.year, pooled.toReversed().map(({ year, length, hits }) => [year, hits.map((one) => cell(one, length))])));
  place("reports").querySelector("div").replaceChildren(table(words.report, []));
  more();
}

function table(first, body) {
  const head = [first, ...terms().map(label)].map((name) => element("th", { scope: "col" }, name));
  const lines = body.map(([name, cells]) => element("tr", {}, element("th", { scope: "row" }, String(name)), ...cells.map((text) => element("td", {}, text))));
  return element("table", { class: "counts" }, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...lines));
}

// The next reports, each number a button that opens the sentences behind it.
function more() {
  const body = place("reports").querySelector("tbody"), from = body.querySelectorAll("tr.report").length;
  for (const one of rows.slice(from, from + SHOWN)) {
    const name = `${one.name} ${one.year}`;
    const cells = chosen.map((word) => {
      const hits = pick(word.hits.get(one.id)), text = cell(hits, pick(one.length));
      if (!hits) return element("td");
      const said = filled(words.open, { report: name, word: label(word.term), hits });
      const button = element("button", { type: "button", "aria-expanded": "false", "aria-label": said }, text);
      button.addEventListener("click", () => open(button, one, word));
      return element("td", {}, button);
    });
    body.append(element("tr", { class: "report" }, element("th", { scope: "row" }, element("a", { href: one.address }, name)), ...cells));
  }
  place("more").hidden = body.querySelectorAll("tr.report").length >= rows.length;
}

async function open(button, report, word) {
  const line = button.closest("tr"), was = button.getAttribute("aria-expanded") === "true";
  for (const other of line.querySelectorAll("button")) other.setAttribute("aria-expanded", "false");
  if (line.nextElementSibling?.classList.contains("opened")) line.nextElementSibling.remove();
  if (was) return;
  button.setAttribute("aria-expanded", "true");
  const box = element("td", { class: "sentences", colspan: String(1 + chosen.length) }, words.loading);
  line.after(element("tr", { class: "opened" }, box));
  const found = await sentences(report, word, form.elements.side.value).catch(() => undefined);
  if (!found) return box.replaceChildren(words.failed);
  const item = ({ text, address, kind }) => element("li", {}, element("a", { href: address }, ...text), " ", element("small", {}, words.sections[kind] ?? ""));
  box.replaceChildren(found.length ? element("ul", {}, ...found.map(item)) : words.none);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const word = form.elements.word.value.trim(), said = asked();
  if (!word) return;
  if ([...word].length < 2) return place("status").textContent = words.one;
  said.append("t", (await known()).get(word) ?? `own:${word}`);
  form.elements.word.value = "";
  remember(said);
});
form.addEventListener("change", ({ target }) => {
  if (target.name === "word") return;
  const said = asked();
  if (target.value && target.value !== "both") said.set(target.name, target.value);
  else said.delete(target.name);
  remember(said);
});
form.elements.word.addEventListener("focus", async () => place("known").replaceChildren(...[...(await known()).keys()].map((word) => new Option(word))), { once: true });
place("more").addEventListener("click", more);
addEventListener("popstate", recall);

const areas = new Map((await reports()).map((one) => [one.area, one.name]));
form.elements.area.append(...[...areas].map(([area, name]) => new Option(name, area)));
form.hidden = false;
place("without").hidden = true;
recall();
