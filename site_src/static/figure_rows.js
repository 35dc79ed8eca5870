// The rows of a report's figure table that do not stand in the page, and what they can be chosen by. They come when the
// table comes near, or an address asks for them; `pages/figure_table.py` makes the first rows, of the same form.
import { marked } from "./chinese.js";
import { figures, isDoubtful } from "./figure_facts.js";

const NONE = "none"; // what a filter has nothing to say about
const AT_ONCE = 12; // rows
const FILTERS = ["section", "status", "kind", "topic", "indicator", "reviewed"];

// Calls `enhance` with the form once its table is whole.
export function whenWanted(form, enhance) {
  const table = document.getElementById(form.dataset.table), section = table.closest("section");
  const more = section.querySelector(".more"), fields = [...form.elements].map((field) => field.name).filter(Boolean);
  let whole;
  const fill = () => (whole ??= figures().then(async (all) => {
    await add(all, table.tBodies[0]);
    offer(all, form);
    enhance(form);
  }));
  // A row that is asked for may be one of those to come: the browser goes to it once it is there.
  const arrive = () => {
    if (!/^#r-/.test(location.hash) || document.getElementById(location.hash.slice(1))) return;
    fill().then(() => document.getElementById(location.hash.slice(1)) && location.replace(location.hash), () => {});
  };
  const near = new IntersectionObserver(([{ isIntersecting }]) => {
    if (!isIntersecting) return;
    near.disconnect();
    fill().catch(() => {});
  }, { rootMargin: "0px 0px 800px 0px" }); // from above only: what stands below must not be pushed away
  near.observe(section.querySelector("h2"));
  more?.querySelector("a").addEventListener("click", (event) => {
    event.preventDefault();
    const { href } = event.currentTarget;
    fill().catch(() => location.assign(href));
  });
  addEventListener("hashchange", arrive);
  arrive();
  const asked = new URLSearchParams(location.search);
  if (fields.some((name) => asked.has(name))) fill().catch(() => {});
}

// A few at a time, so that whoever is reading above them waits for none.
async function add(all, body) {
  const there = [...body.rows], rows = [];
  const times = new Map(); // of a number: further records count on
  all.forEach((one, i) => {
    const { figure, words } = one, { figure: anchor } = figure, nth = times.get(anchor) ?? 0;
    times.set(anchor, nth + 1);
    const row = there[i] ?? rows[rows.push(made(one, `r-${anchor.slice(2)}${nth ? `-${nth}` : ""}`)) - 1];
    const [base, factor] = words.units[figure.unit] ?? [];
    if (base) row.cells[2].dataset.sort = `${(figure.value ?? figure.value_high) * factor} ${base}`;
    Object.assign(row.dataset, traits(one));
  });
  while (rows.length) {
    body.append(...rows.splice(0, AT_ONCE));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
}

function made({ figure, words }, id) {
  const row = Object.assign(document.createElement("tr"), { id, className: "later" });
  const cells = [
    link(`#${figure.figure}`, printed(figure)),
    [...label(figure, words)],
    figure.quantity, words.kinds[figure.kind], words.bounds[figure.bound], words.statuses[figure.status], figure.period,
    words.sections[figure.section] ?? "",
  ];
  for (const cell of cells) row.insertCell().append(...[cell].flat());
  if (figure.status === "target") row.cells[5].className = "target";
  return row;
}

// A number with the words of its bound where they stand beside it.
const printed = ({ text, bound_words: words, quote }) => (words && [words + text, text + words].find((one) => quote.includes(one))) || text;

function* label({ label, indicator, area, more, quality }, { indicators, edited, doubt, states }) {
  yield indicator ? link(`../../../indicators/${indicator}/`, (!states && label) || indicators[indicator][0]) : label && filled("span", label);
  for (const words of [area, more.edited && `${edited}：${more.edited}`]) {
    if (words) yield* [" ", filled("small", words)];
  }
  if (isDoubtful({ quality })) yield* [" ", filled("small", doubt, "doubt")];
}

const filled = (name, text, className = "") => {
  const made = Object.assign(document.createElement(name), { className });
  made.append(...marked(text));
  return made;
};
const link = (href, text) => {
  const made = document.createElement("a");
  made.append(...marked(text));
  made.setAttribute("href", href);
  return made;
};

const traits = ({ figure: { section, status, kind, indicator, reviewed }, words }) =>
  ({ section, status, kind, reviewed: String(Boolean(reviewed)), topic: words.indicators[indicator]?.[1] ?? NONE, indicator: indicator ?? NONE });

// Only what a row has is offered, in the order of the words, and only filters that tell rows apart.
function offer(all, form) {
  const { words } = all[0], names = Object.entries(words.indicators).map(([id, [name]]) => [id, name]);
  const offered = { section: words.sections, status: words.statuses, kind: words.kinds, topic: words.topics, indicator: Object.fromEntries(names), reviewed: words.reviewed };
  for (const name of FILTERS) {
    const select = form.elements[name], there = new Set(all.map((one) => traits(one)[name]));
    for (const [value, said] of Object.entries({ ...offered[name], [NONE]: words.none })) {
      if (there.has(value)) select.append(new Option(said, value));
    }
    if (there.size < 2) select.closest("p").remove();
  }
}
