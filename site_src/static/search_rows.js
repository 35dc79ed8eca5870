// What is stated that answers a question: rows of the files of its indicators, or of its areas.
import { foreign } from "./chinese.js";
import { stated } from "./search_index.js";

const MOST_FILES = 40; // areas whose files are loaded where no indicator is named
const LEVELS = ["country", "province", "prefecture", "county", "other"];
const MEASURES = ["growth", "level"];
const code = { province: 2, prefecture: 4 }; // digits that the areas within one share with it

// What is said is written in Chinese and in English, or once for both.
const said = (written) => {
  const [text, english = text] = [written].flat();
  return { text, shown: foreign ? english : text };
};

const record = ([area, year, anchor, indicator, measure, period, written, doubtful, state, ...outcome]) => ({
  area, year, anchor, indicator, measure, period, ...said(written), doubtful: Boolean(doubtful), state, report: `${area}/${year}`,
  outcome: outcome.length ? { report: `${area}/${outcome[0]}`, anchor: outcome[1], ...said(outcome[2]) } : undefined,
});

// An area that is named, or with a level named too one of that level within it.
export function isIn({ areas, levels }, area, level) {
  const within = (one) => levels.size > 0 && !levels.has(one.level) && area.startsWith(one.id.slice(0, code[one.level] ?? 0));
  return (!levels.size || levels.has(level)) && (!areas.length || areas.some((one) => one.id === area || within(one)));
}

export const isOfYear = ({ years }, period, year) => !years.size || years.has(String(year)) || [...years].some((one) => period.split(/\D/).includes(one));

// The question as it is answered best, and the rows that do: what is no name may be part of one.
export async function answered(question, library) {
  const found = await rows(question, library), { wider } = question;
  if (found.length || !question.filters.length || !wider) return [question, found];
  const more = await rows(wider, library);
  return more.length ? [wider, more] : [question, found];
}

// How much a printed number is, to put areas in order by: `8500亿元`; of a range its lower end.
const size = (text) => Number.parseFloat(text.match(/[\d.]+/)?.[0] ?? "0") * (text.includes("亿") ? 1e8 : 1) * (text.includes("万") ? 1e4 : 1);

// Of one indicator areas are compared: growth by itself, then levels, the most first.
const compared = ({ areas, indicators }, row) => (areas.length === 1 || indicators.length !== 1 ? [] : [MEASURES.indexOf(row.measure) >>> 0, -size(row.text)]);

// The rows that fit a question, those of its years and measures first, then what the newest reports say of the year nearest them.
async function rows(question, { reports }) {
  const levels = new Map(reports.map(({ area, level }) => [area, level]));
  const { indicators, statuses, verdicts, measures } = question;
  const fits = (row) => isIn(question, row.area, levels.get(row.area)) && isOfYear(question, row.period, row.year)
    && (!statuses.size || statuses.has(row.state ? "target" : "actual")) && (!verdicts.size || verdicts.has(row.state))
    && (!indicators.length || indicators.some(({ id }) => id === row.indicator));
  const found = (await Promise.all(files(question, reports).map(stated))).flat().map(record).filter(fits);
  const rank = (row) => [!isOfYear(question, row.period), measures.size && !measures.has(row.measure), -row.year, Math.abs(row.period.slice(-4) - row.year), LEVELS.indexOf(levels.get(row.area)), ...compared(question, row)];
  const ranks = new Map(found.map((row) => [row, rank(row)]));
  return found.sort((a, b) => ranks.get(a).map((one, i) => one - ranks.get(b)[i]).find(Boolean) ?? 0);
}

// The files that are needed; none where what is asked is a word alone.
function files(question, reports) {
  const { indicators, words, statuses, verdicts, years, areas } = question;
  if (indicators.length) return indicators.map(({ id }) => id);
  if (words.length || (!statuses.size && !verdicts.size && !(years.size && areas.length))) return [];
  const fitting = reports.filter(({ area, level, year }) => isIn(question, area, level) && (!years.size || years.has(String(year)) || years.has(String(year - 1))));
  const codes = [...new Set(fitting.map(({ area }) => area))];
  return codes.length > MOST_FILES ? [] : codes;
}

// The figures of rows, by report: paragraphs that have one are what was asked for.
export function anchors(found) {
  const all = new Map();
  for (const { report, anchor } of found) all.set(report, (all.get(report) ?? new Set()).add(anchor));
  return all;
}
