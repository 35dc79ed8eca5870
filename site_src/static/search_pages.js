// The pages that answer a question, the one that says most of it first.
import { fold } from "./phrases.js";
import { isLatin } from "./search_names.js";
import { filled, words } from "./search_results.js";

const own = words.question;
const MOST = 6, NEWEST = 2;

const only = (some) => (some.size === 1 ? [...some][0] : "");
const named = (entry) => ({ address: entry.address, name: entry.name, kind: words.kinds[`${entry.kind}s`] });
const ofReport = ({ id, year, name }) => ({ address: `reports/${id}/`, name: filled(words.report, { year, name }) });
// What tables of targets are chosen by, as they show it.
const chosen = ({ verdicts, indicators }) => ({ state: own.verdicts[only(verdicts)] ?? "", indicator: indicators.length === 1 ? indicators[0].id : "" });

// The targets of the areas named, of the years asked about, else of the newest years in which some are as asked.
function targets(question, rows) {
  const { areas, years } = question;
  return areas.flatMap(({ id, name }) => {
    const there = new Set(rows.filter(({ area, state }) => state && area === id).map(({ period }) => period));
    const asked = years.size ? [...years].filter((year) => there.has(year)) : [...there].sort().reverse().slice(0, NEWEST);
    return asked.map((year) => ({ address: `targets/${id}/${year}/`, name: filled(own.targets, { area: name, year }), choice: chosen(question) }));
  });
}

// The reports of the areas named that state what is asked, the newest first; where nothing is asked of them the newest alone.
function reports({ areas, years, indicators }, rows, all, promised) {
  const stating = new Set(rows.map(({ report }) => report));
  const here = all.filter(({ area }) => areas.some(({ id }) => id === area)).sort((a, b) => b.year - a.year);
  const ofYears = here.filter(({ id, year }) => years.has(String(year)) || stating.has(id));
  const asked = promised || years.size || indicators.length;
  return (asked ? ofYears : here.slice(0, 1)).sort((a, b) => years.has(String(b.year)) - years.has(String(a.year)));
}

// Where two or more are named: an indicator's values side by side, or two reports, of the year named or the newest.
function compared({ areas, years }, meant, all) {
  const page = (choice) => [{ address: "compare/", name: words.compare, choice }];
  if (areas.length > 1 && meant.length === 1) return page({ indicator: meant[0].id, areas: areas.map(({ id }) => id).join(",") });
  const newest = ({ id }) => all.filter(({ area, year }) => area === id && (!years.size || years.has(String(year)))).sort((a, b) => b.year - a.year);
  const two = (areas.length === 2 ? areas.map((one) => newest(one)[0]) : areas.length === 1 && years.size === 2 ? newest(areas[0]) : []).filter(Boolean);
  return two.length === 2 && !meant.length ? page({ a: two[0].id, b: two[1].id }) : [];
}

const ORDERS = {
  promised: ["targets", "indicators", "reports", "areas"], promisedAnywhere: ["indicators", "targets"], indicators: ["indicators", "reports", "areas"],
  years: ["reports", "targets", "areas"], names: ["terms", "areas", "reports", "targets"],
};

// A word of Latin letters stands by itself; one of Chinese letters may stand in any text.
const asksFor = (typed, word) => (isLatin(word) ? ` ${typed} `.includes(` ${word} `) : typed.includes(word));

// The pages about the site that are asked for in so many words.
export function aboutSite(text) {
  const typed = fold(text).replace(/[?？!！.。]/g, " ").trim();
  return own.about_site.filter(({ asked }) => asked.some((word) => asksFor(typed, word)));
}

export function pages(question, rows, library) {
  const { areas, years, statuses, verdicts } = question;
  const promised = statuses.has("target") || verdicts.size > 0;
  const stated = question.indicators.filter(({ id }) => rows.some(({ indicator }) => indicator === id));
  const meant = stated.length ? stated : question.indicators;
  const choice = { area: areas.length === 1 && !question.levels.size ? areas[0].id : "", period: only(years), status: only(statuses) };
  const found = {
    indicators: meant.map((one) => ({ ...named(one), choice })),
    reports: reports(question, rows, library.reports, promised).map(ofReport),
    targets: areas.length ? targets(question, rows) : promised ? [{ address: "targets/", name: own.allTargets, choice: chosen(question) }] : [],
    areas: areas.map(named),
    compared: compared(question, meant, library.reports),
    terms: question.terms.map(named),
  };
  const order = promised ? ORDERS[areas.length ? "promised" : "promisedAnywhere"] : meant.length ? ORDERS.indicators : years.size ? ORDERS.years : ORDERS.names;
  const all = ["compared", ...order, "terms"].flatMap((kind) => found[kind]);
  return all.filter(({ address }, i) => all.findIndex((other) => other.address === address) === i).slice(0, MOST);
}
