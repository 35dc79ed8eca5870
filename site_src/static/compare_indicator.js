// One indicator in the areas and years that are chosen, from the indicator's file.
import { fetched, words as shared } from "./figure_facts.js";
import { element, once, statement, table, unstated, when } from "./compare_cells.js";

const MOST_AREAS = 40, MOST_YEARS = 8; // where nobody has chosen any

export const observed = (id, { dataset }) => fetched(dataset.indicator.replace("{id}", id));

// The measures that are stated, the most common first.
export function measures({ observations, names }) {
  const count = (measure) => observations.filter((one) => one.measure === measure).length;
  return Object.keys(names.measure).sort((one, other) => count(other) - count(one));
}

const last = (period) => Number(period.slice(-4));
export const newest = (periods) => [...new Set(periods)].filter(Boolean).sort((one, other) => last(other) - last(one) || (one < other ? 1 : -1));
export const years = ({ observations }, measure) => newest(observations.filter((one) => one.measure === measure).map((one) => one.period));

export async function oneIndicator({ indicator, measure, areas, years: chosen }, reports, section) {
  const { dataset } = section;
  const [file, words] = await Promise.all([observed(indicator, section), shared()]);
  const own = file.observations.filter((one) => one.measure === measure);
  const stating = new Set(own.map((one) => one.area));
  const every = [...reports.keys()].filter((code) => stating.has(code));
  const codes = areas.length ? areas : every.slice(0, MOST_AREAS);
  const said = years(file, measure), periods = chosen.length ? chosen : said.slice(0, MOST_YEARS);
  const how = { words, pages: dataset.pages, doubt: dataset.doubt };
  const rows = codes.map((code) => element("tr", {},
    element("th", { scope: "row" }, element("a", { href: `${dataset.pages}areas/${code}/` }, reports.get(code).name)),
    ...periods.map((period) => cell(own.filter((one) => one.area === code && one.period === period), reports.get(code), period, dataset, how))));
  const cut = (words, shown, all) => (shown.length < all.length ? words.replace("{count}", shown.length) : "");
  const more = (areas.length ? "" : cut(dataset.areas, codes, every)) + (chosen.length ? "" : cut(dataset.years, periods, said));
  if (!rows.length || !periods.length) return { said: dataset.nothing, content: "" };
  return { said: `${dataset.cells}${more}`, content: table([dataset.place, ...periods], [element("tbody", {}, ...rows)]) };
}

function cell(stated, { years: here }, period, dataset, how) {
  const said = once(stated).map((one) => statement(one, how, when(one, how.words), one.qualifiers, one.against));
  if (said.length) return element("td", {}, ...said);
  const heard = here.some((year) => year === last(period) || year === last(period) + 1);
  return element("td", {}, unstated(heard ? dataset.none : dataset.absent));
}
