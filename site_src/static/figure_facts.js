// What is known of a report's figures, in words: from its figures.json (`pages/beyond_columns.py` says what stands
// behind the columns) and from the words that all reports share. Each is fetched once, when it is first asked for.
const MOST = 12; // items of a list
const json = (address) => fetch(address).then((response) => (response.ok ? response.json() : Promise.reject(response)));
const { files = "", areas = "{}" } = document.querySelector("article.report")?.dataset ?? {}, names = JSON.parse(areas);
const language = document.documentElement.lang, own = language.startsWith("zh") ? "" : `.${language}`;
const coming = new Map();
export const fetched = (address) => {
  if (!coming.has(address)) coming.set(address, json(address));
  coming.get(address).catch(() => coming.delete(address)); // whoever asks again tries again
  return coming.get(address);
};
export const words = () => fetched(new URL(`figure_words${own}.json`, import.meta.url).href);

// A template of the interface's words, filled as Python fills it: `{}`, `{0}`, `{name}`.
const filled = (template, ...values) => {
  let next = 0;
  return template.replace(/\{(\w*)\}/g, (_, name) => (name ? values[name] ?? values.at(-1)[name] : values[next++]));
};
const { format } = new Intl.NumberFormat("en", { maximumSignificantDigits: 15 }); // as many as a number holds exactly
export const quantity = (low, high, unit) => {
  const number = high === null ? format(low) : `${format(low)}–${format(high)}`;
  return /^([:%‰]|$)/.test(unit) ? number + unit : `${number} ${unit}`;
};

// Every figure with its columns as the report has them, and what is told of it beyond.
export async function figures(address = `${files}figures.json`) {
  const [data, shared] = await Promise.all([fetched(address), words()]);
  const fields = Object.entries(data.why);
  let section = -1;
  return data.figures.map((row, i) => {
    const more = data.more[i] ?? {};
    while (data.sections[section + 1]?.[0] <= i) section++;
    const whole = (name) => (more.cut?.[name] ?? "") + (row[name] ?? "");
    const figure = { ...row, more, unit: row.unit ?? "", period: row.period ?? "", section: data.sections[section]?.[1] ?? "none" };
    for (const name of ["text", "label", "area", "quote"]) figure[name] = whole(name);
    const measure = data.measures[data.stated[i] - 1];
    figure.stated = more.stated ?? (measure ? [[row.indicator, measure]] : []);
    figure.reasons = fields.map(([name, ways], field) => [name, ways[data.read[i][field] ?? 0] ?? []]);
    figure.quantity = quantity(row.value, row.value_high, shared.unit_names?.[figure.unit] ?? figure.unit);
    return { figure, data, words: shared };
  });
}

// What the inspector shows of a figure: texts, and lists of texts and of links [text, address, remark].
export function facts({ figure, data, words }) {
  const known = [...new Set([figure.indicator, ...figure.stated.map(([id]) => id)])].filter(Boolean);
  const named = known.map((id) => words.indicators[id]);
  const same = figure.quantity.replaceAll(" ", "") === figure.text;
  const reasons = figure.reasons.filter(([field, found]) => field !== "certainty" && found.length);
  const link = leading(data, words);
  return {
    quote: figure.quote,
    value: same ? figure.text : `${figure.text} = ${figure.quantity}`,
    label: named.length === 1 && named[0][0] === figure.label ? "" : figure.label,
    indicator: named.map(([name], i) => [name, `../../../indicators/${known[i]}/`]),
    definition: named.map(([, , definition]) => definition).filter(Boolean),
    area: figure.area,
    nature: [...nature(figure, words)].join(" · "),
    reviewed: figure.reviewed ? words.inspector.reviewed : "",
    certainty: [...certainty(figure, words)],
    target: listed(figure.more.target, words, link),
    near: listed(figure.stated.flatMap((said) => data.near[said.join(" ")] ?? []).map(([text, place, anchor, ...when]) => [text, place, anchor, "near", ...when]), words, link),
    checks: listed(figure.more.checks, words, link),
    marks: [...marks(figure, data.report, words)],
    why: reasons.map(([field, found]) => filled(words.inspector.reasons, {
      field: words.inspector.fields[field], reasons: found.map((reason) => said(reason, figure, words)).join(words.inspector.next_reason) })),
  };
}

function* nature({ period, status, kind, bound, stated, more }, { inspector, statuses, measures, kinds, bounds }) {
  if (period) yield filled(inspector.period, period);
  yield statuses[status];
  yield stated.length ? measures[stated[0][1]] : kinds[kind];
  if (bound !== "eq") yield more.word ? filled(inspector.bound, { bound: bounds[bound], word: more.word }) : bounds[bound];
}

function* certainty(figure, { certainty: { grades, reasons } }) {
  yield grades[figure.certainty];
  for (const [rule, ...found] of figure.reasons.find(([field]) => field === "certainty")[1]) yield filled(reasons[rule], ...found);
}

export const isDoubtful = ({ quality }) => Boolean(quality?.includes("doubtful source"));

function* marks(figure, { altered, may_be_wrong }, { inspector: { marks: words } }) {
  const { more } = figure;
  if (isDoubtful(figure)) yield altered || may_be_wrong ? words.doubtful_report : words.doubtful;
  if (more.disagrees) yield words.disagrees;
  if (more.edited) yield filled(words.edited, more.edited);
}

// A rule with the words that it found: 0 is the label, another number the beginning of the figure.
function said([rule, ...found], { text, label }, words) {
  const told = found.map((word) => (word === 0 ? label : typeof word === "number" ? [...text].slice(0, word).join("") : words.sections[word] ?? word));
  return filled(words.reasons[rule] ?? "{words}", ...told, { words: told.join(words.and) });
}

// Links to the sentences of this report and of others, each with what is said of it.
const leading = (data, { inspector, disagree, statuses, states = {} }) => ([text, place, anchor, remark, ...told]) => {
  const state = (name) => states[name] ?? name;
  const [id, name] = data.places[place], [code, report] = id.split("/"), area = names[code] ?? name, [own, year] = data.report.report.split("/");
  const page = code !== own ? `../../${id}/` : report !== year ? `../${report}/` : "./";
  const near = () => filled(inspector.near, { area, report, period: told[0], status: statuses[told[1] ?? "actual"] });
  const remarks = {
    near,
    disagree: () => filled(inspector.remarked, disagree, near()),
    outcome: () => filled(inspector.outcome, { report, state: state(told[0]) }),
    related: () => filled(inspector.related, { report }),
    promise: () => filled(inspector.promise, { report, state: state(told[0]), period: told[1] }),
  };
  return [text, `${page}#${anchor.includes("-") ? anchor : `f-${anchor}`}`, remarks[remark]()];
};
const listed = (items = [], { inspector, states = {} }, link) => items.slice(0, MOST + 1)
  .map((item, i) => (i === MOST ? inspector.more : Array.isArray(item) ? link(item) : states[item] ?? item));
