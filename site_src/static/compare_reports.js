// Two reports side by side: what each states of every indicator, from the figures of both.
import { figures } from "./figure_facts.js";
import { element, once, statement, table, unstated, when } from "./compare_cells.js";

const NAMED = 0, TOPIC = 1; // of an indicator among the words

export async function twoReports({ a, b, all }, names, { dataset }) {
  const ids = [a, b];
  const sides = await Promise.all(ids.map((id) => figures(dataset.report.replace("{id}", id))));
  const words = sides.flat()[0]?.words;
  if (!words) return { said: dataset.nothing, content: "" };
  const rows = stated(sides), both = rows.filter((row) => row.sides.every((side) => side.length));
  const shown = all ? rows : both;
  const heads = ids.map((id) => element("a", { href: `${dataset.pages}reports/${id}/` }, names(id)));
  const how = { words, pages: dataset.pages, doubt: dataset.doubt, none: dataset.none };
  const said = dataset.counted.replace("{both}", both.length).replace("{one}", rows.length - both.length);
  return { said, content: table([dataset.thing, ...heads], groups(shown, how)) };
}

// A row for each indicator and measure, in the vocabulary's order.
function stated(sides) {
  const rows = new Map();
  sides.forEach((all, side) => {
    for (const { figure } of all) {
      for (const [indicator, measure] of figure.stated) {
        const key = `${indicator} ${measure}`;
        if (!rows.has(key)) rows.set(key, { indicator, measure, sides: [[], []] });
        rows.get(key).sides[side].push(figure);
      }
    }
  });
  return [...rows.values()];
}

function groups(rows, how) {
  const { words } = how, order = Object.keys(words.indicators);
  rows.sort((one, other) => order.indexOf(one.indicator) - order.indexOf(other.indicator));
  return Object.entries(words.topics).flatMap(([topic, name]) => {
    const own = rows.filter(({ indicator }) => words.indicators[indicator][TOPIC] === topic);
    const head = element("tr", { className: "topic" }, element("th", { scope: "rowgroup", colSpan: 3 }, name));
    return own.length ? [element("tbody", {}, head, ...own.map((row) => line(row, how)))] : [];
  });
}

function line({ indicator, measure, sides }, how) {
  const { words, pages, none } = how, name = words.indicators[indicator][NAMED];
  const head = element("th", { scope: "row" }, element("a", { href: `${pages}indicators/${indicator}/` }, name), " ", element("small", {}, words.measures[measure]));
  const cells = sides.map((figures) => {
    const said = once(figures).map((one) => statement(one, how, when(one, words), one.label === name ? "" : one.label));
    return element("td", {}, ...(said.length ? said : [unstated(none)]));
  });
  return element("tr", {}, head, ...cells);
}
