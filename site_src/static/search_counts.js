// How often each word that is searched for stands in each report: a small table, and a file of it.
import { saved } from "./csv_file.js";
import { element, filled, ROOT, words } from "./search_results.js";

const MOST = 20;
const own = words.counts, section = document.getElementById("counts");

export function clearCounts() {
  section.replaceChildren();
  section.hidden = true;
}

// Adds up what the parts of each report have; `counts` are the parts of one word each, with how often it stands there.
function summed(counts, isChosen) {
  const reports = new Map();
  counts.forEach((some, i) => {
    for (const [part, count] of some) if (count && isChosen(part)) {
      const known = reports.get(part.report) ?? counts.map(() => 0);
      known[i] += count;
      reports.set(part.report, known);
    }
  });
  return [...reports].sort(([a], [b]) => b.year - a.year || (a.area < b.area ? -1 : 1));
}

const signs = ({ parts }) => parts.reduce((sum, { length }) => sum + length, 0);

// Shows the table for the words, of the parts that are chosen.
export function showCounts(sought, all, isChosen) {
  const named = sought.map((word, i) => [word, all[i]]).filter(([word]) => word.spellings.length).map(([{ text }, counts]) => [text, counts]);
  const searched = named.map(([text]) => text), rows = summed(named.map(([, counts]) => counts), isChosen);
  clearCounts();
  if (!rows.length) return;
  const shown = rows.slice(0, MOST), heads = [own.report, ...searched];
  const row = ([report, found]) => element("tr", {},
    element("th", { scope: "row" }, element("a", { href: `${ROOT}reports/${report.id}/` }, filled(own.row, report))), ...found.map((count) => element("td", {}, String(count))));
  const button = element("button", { type: "button" }, own.csv);
  button.addEventListener("click", () => saved(own.file, [[...own.fields, ...searched],
    ...rows.map(([report, found]) => [report.area, report.name, report.level, report.year, signs(report), ...found])]));
  const table = element("table", {}, element("thead", {}, element("tr", {}, ...heads.map((name) => element("th", { scope: "col" }, name)))),
    element("tbody", {}, ...shown.map(row)));
  const rest = rows.length - shown.length;
  section.append(element("summary", {}, filled(own.title, { count: rows.length })), table,
    ...(rest ? [element("p", { class: "note" }, filled(own.rest, { count: rest }))] : []), element("p", {}, button));
  if (rows.length === 1) section.open = true; // nothing to save the reader by folding one row
  section.hidden = false;
}
