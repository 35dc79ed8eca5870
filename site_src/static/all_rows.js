// All rows of an indicator's table, of which the page holds the newest: made from the indicator's file,
// as `pages/indicators.py` makes them. `row_pages.js` asks for them when somebody does.
import { marked } from "./chinese.js";

export function quantity({ value, value_high, unit }) {
  const grouped = (number) => String(number).replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));
  const numbers = [value, value_high].filter((number) => number !== null).map(grouped).join("–");
  return numbers + (/^([:%‰]|$)/.test(unit ?? "") ? unit ?? "" : ` ${unit}`);
}

function link(href, text) {
  const a = document.createElement("a");
  a.href = href;
  a.append(...marked(text));
  return a;
}

const BOUNDED = ["ge", "le", "approx"];
const small = (kind, text) => Object.assign(document.createElement("small"), { className: kind, textContent: text });

// What a report states again in the same words, or of one year and measure, is one row.
const what = (seen) => JSON.stringify([seen.printed, seen.report, seen.period, seen.measure, seen.status, seen.against, seen.qualifiers]);

function row([seen, ...again], names, root) {
  const tr = document.createElement("tr"), normalised = quantity(seen), sentence = (one, words) => link(`${root}reports/${one.report}/#${one.figure}`, words);
  const number = [seen.printed];
  const bound = BOUNDED.includes(seen.bound) ? `${names.bound[seen.bound]} ` : "";
  if (normalised.replace(" ", "") !== seen.text) number.push(" ", small("normalised", bound + normalised));
  if (seen.quality?.includes("doubtful source")) number.push(" ", small("doubt", names.doubt));
  tr.append(...[
    [link(`${root}areas/${seen.area}/`, names.area[seen.area])], [seen.period], [names.measure[seen.measure]],
    number, [names.status[seen.status]], [sentence(seen, seen.quote), ...again.flatMap((one) => [" ", sentence(one, names.again)])],
  ].map((content) => {
    const cell = document.createElement("td");
    cell.append(...content);
    return cell;
  }));
  tr.cells[3].dataset.csv = [seen.value, seen.value_high ?? "", seen.unit ?? "", names.bound[seen.bound]].join("|");
  for (const name of ["area", "period", "measure", "status"]) tr.dataset[name] = seen[name];
  if (seen.status === "target") tr.cells[4].className = "target";
  return tr;
}

export async function allRows(file) {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(answer.status);
  const { observations, names } = await answer.json();
  const place = Object.fromEntries(Object.keys(names.measure).map((measure, at) => [measure, at]));
  const compared = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  observations.forEach((seen, at) => { seen.printed = names.printed[at]; });
  observations.sort((a, b) => compared(b.period, a.period) || place[a.measure] - place[b.measure] || compared(a.area, b.area));
  return [...Map.groupBy(observations, what).values()].map((same) => row(same, names, new URL("../", file).href));
}
