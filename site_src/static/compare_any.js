// Any two reports, or one indicator in any areas and years. What is compared stands in the address; what there is to
// choose from stands in the page's list of reports.
import { words as shared } from "./figure_facts.js";
import { element } from "./compare_cells.js";
import { measures, newest, observed, oneIndicator, years } from "./compare_indicator.js";
import { twoReports } from "./compare_reports.js";

const form = document.querySelector("form.choose"), section = document.getElementById("compared");
const [said, shown] = section.children;
const fields = form.elements;
const boxes = (name) => form.querySelector(`[data-boxes=${name}]`);

// The areas by their codes, each with its name and the years of its reports, the newest first.
const reports = new Map([...document.querySelectorAll("#prepared li")].map((line) => [line.dataset.area, {
  name: line.querySelector("a").textContent,
  years: [...line.querySelectorAll(".year")].map((year) => Number(year.textContent)),
}]));

// --- what is chosen --------------------------------------------------------------------------------------------------

const side = (name) => (fields[name].value && fields[`${name}-year`].value ? `${fields[name].value}/${fields[`${name}-year`].value}` : "");
const checked = (name) => [...boxes(name).querySelectorAll("input:checked")].map((box) => box.value);
const chosen = () => (fields.kind.value === "reports"
  ? { a: side("a"), b: side("b"), all: fields.all.checked ? "1" : "" }
  : { indicator: fields.indicator.value, measure: fields.measure.value, areas: checked("areas"), years: checked("years") });

function remember(choice) {
  const given = Object.entries(choice).filter(([, value]) => value.length);
  const query = new URLSearchParams(given).toString().replaceAll("%2F", "/").replaceAll("%2C", ",");
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
}

// --- what there is to choose from ------------------------------------------------------------------------------------

function offerYears(name, wanted) {
  const select = fields[`${name}-year`], own = reports.get(fields[name].value)?.years ?? [];
  select.replaceChildren(...own.map((year) => new Option(year)));
  if (own.includes(wanted)) select.value = wanted;
}

function offerAreas() {
  for (const list of document.querySelectorAll("#prepared ul")) {
    const label = list.previousElementSibling.textContent; // of the province
    const areas = [...list.children].map(({ dataset: { area } }) => [area, reports.get(area).name]);
    for (const name of ["a", "b"]) fields[name].append(element("optgroup", { label }, ...areas.map(([code, area]) => new Option(area, code))));
    boxes("areas").lastElementChild.append(element("fieldset", {}, element("legend", {}, label), ...areas.map(([code, area]) => box(code, area))));
  }
}

const box = (value, name, on = false) => element("label", {}, element("input", { type: "checkbox", value, defaultChecked: on }), name);

async function offerIndicators(wanted) {
  const { indicators, topics } = await shared();
  for (const [topic, label] of Object.entries(topics)) {
    const own = Object.entries(indicators).filter(([, [, of]]) => of === topic);
    fields.indicator.append(element("optgroup", { label }, ...own.map(([id, [name]]) => new Option(name, id))));
  }
  if (wanted in indicators) fields.indicator.value = wanted;
}

// The measures and the years of the indicator that is chosen.
async function offerOf(measure, on) {
  const file = await observed(fields.indicator.value, section), own = measures(file);
  fields.measure.replaceChildren(...own.map((one) => new Option(file.names.measure[one], one)));
  if (own.includes(measure)) fields.measure.value = measure;
  const all = newest([...years(file, fields.measure.value), ...on]);
  boxes("years").lastElementChild.replaceChildren(...all.map((year) => box(year, year, on.includes(year))));
}

function count() {
  for (const name of ["areas", "years"]) boxes(name).querySelector("output").textContent = checked(name).length || section.dataset.every;
}

// --- what is shown ---------------------------------------------------------------------------------------------------

const title = document.title;
let turn = 0;
async function show() {
  const now = ++turn, choice = chosen(), two = fields.kind.value === "reports";
  for (const part of form.querySelectorAll("[data-kind]")) part.hidden = part.dataset.kind !== fields.kind.value;
  count();
  remember(choice);
  section.hidden = false;
  if (!(two ? choice.a && choice.b : choice.indicator)) return tell(section.dataset.choose, "");
  said.textContent = section.dataset.loading;
  try {
    const made = await (two ? twoReports(choice, called, section) : oneIndicator(choice, reports, section));
    if (now !== turn) return;
    tell(made.said, made.content, two ? prepared(choice) : "");
    const named = two ? [called(choice.a), called(choice.b)] : [fields.indicator.selectedOptions[0].text];
    document.title = `${named.join(section.dataset.and)} · ${title}`;
  } catch {
    if (now === turn) tell(section.dataset.failed, "");
  }
}

function tell(words, content, further = "") {
  said.replaceChildren(words, " ", further);
  shown.replaceChildren(content);
  shown.hidden = !content;
  shown.className = fields.kind.value === "reports" ? "" : "scroll"; // years may be many
}

const called = (id) => `${reports.get(id.split("/")[0]).name} ${id.split("/")[1]}`;

// The way to the comparison that is prepared, which has the texts too.
function prepared({ a, b }) {
  const paths = [[a, b], [b, a]].map(([one, other]) => `reports/${one}/compare/${other.split("/")[1]}/`);
  const same = a.split("/")[0] === b.split("/")[0];
  const link = same && [...document.querySelectorAll("#prepared a.pair")].find(({ href }) => paths.some((path) => href.endsWith(path)));
  return link ? element("a", { href: link.href }, section.dataset.texts) : "";
}

// --- what is done ----------------------------------------------------------------------------------------------------

form.addEventListener("change", async ({ target }) => {
  if (["a", "b"].includes(target.name)) offerYears(target.name, Number(fields[`${target.name}-year`].value));
  if (["indicator", "measure"].includes(target.name) && fields.indicator.value) await offerOf(fields.measure.value, checked("years")).catch(() => {});
  show();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.querySelector("[data-swap]").addEventListener("click", () => {
  const [a, b] = ["a", "b"].map((name) => [fields[name].value, Number(fields[`${name}-year`].value)]);
  for (const [name, [code, year]] of [["a", b], ["b", a]]) {
    fields[name].value = code;
    offerYears(name, year);
  }
  show();
});
boxes("areas").querySelector("input[type=search]").addEventListener("input", ({ target }) => {
  for (const label of boxes("areas").querySelectorAll(".boxes label")) label.hidden = !label.textContent.includes(target.value.trim());
});

async function arrive() {
  const asked = new URLSearchParams(location.search), list = (name) => asked.get(name)?.split(",").filter(Boolean) ?? [];
  offerAreas();
  fields.kind.value = asked.has("indicator") ? "indicator" : "reports";
  fields.all.checked = asked.has("all");
  for (const name of ["a", "b"]) {
    const [code, year] = (asked.get(name) ?? "").split("/");
    fields[name].value = reports.has(code) ? code : "";
    offerYears(name, Number(year ?? fields["a-year"].value)); // of an area alone the same year
  }
  for (const one of boxes("areas").querySelectorAll("input[type=checkbox]")) one.checked = list("areas").includes(one.value);
  form.hidden = false;
  try {
    await offerIndicators(asked.get("indicator"));
    if (fields.indicator.value) await offerOf(asked.get("measure"), list("years"));
  } catch { /* what cannot be fetched is told by what is shown */ }
  show();
}
arrive();
