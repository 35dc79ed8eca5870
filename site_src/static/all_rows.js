// All rows of an indicator's table, of which the page holds the newest: made from the indicator's file,
// as `pages/indicators.py` makes them. `tables.js` asks for them when somebody does.
import { marked } from "./chinese.js";

export function quantity({ value, value_high, unit }) {
  const grouped = (number) => String(number).replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));
  const numbers = [value, value_high].filter((number) => number !== null).map(grouped).join("–");
  return numbers + (/^[:%‰]/.test(unit) ? unit : ` ${unit}`);
}

function link(href, text) {
  const a = document.createElement("a");
  a.href = href;
  a.append(...marked(text));
  return a;
}

function row(seen, names, root) {
  const tr = document.createElement("tr");
  tr.append(...[
    link(`${root}areas/${seen.area}/`, names.area[seen.area]), seen.period, names.measure[seen.measure],
    quantity(seen), names.status[seen.status], link(`${root}reports/${seen.report}/#${seen.figure}`, seen.quote),
  ].map((content) => {
    const cell = document.createElement("td");
    cell.append(content);
    return cell;
  }));
  for (const name of ["area", "period", "measure", "status"]) tr.dataset[name] = seen[name];
  if (seen.status === "target") tr.cells[4].className = "target";
  return tr;
}

export async function allRows(button, table) {
  const file = new URL(button.dataset.all, location.origin + location.pathname), answer = await fetch(file);
  if (!answer.ok) throw new Error(answer.status);
  const { observations, names } = await answer.json();
  const place = Object.fromEntries(Object.keys(names.measure).map((measure, at) => [measure, at]));
  const compared = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  observations.sort((a, b) => compared(b.period, a.period) || place[a.measure] - place[b.measure] || compared(a.area, b.area));
  const rows = observations.map((seen) => row(seen, names, new URL("../", file).href));
  table.tBodies[0].replaceChildren(...rows);
  if (document.activeElement === button) {
    table.tabIndex = -1;
    table.focus({ preventScroll: true });
  }
  button.parentElement.hidden = true;
  return rows;
}
