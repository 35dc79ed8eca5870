/* A chart that answers: Vega draws it again over the static drawing, of the same size, and shows what a reader
   is at; the links stay those of the static drawing, above it. */
import { chart, json, marks } from "./chart_data.js";
import { hints } from "./chart_hint.js";
import { shapes, shift } from "./chart_shapes.js";

const NONE = -1;
let rules;

/** Let a figure's chart answer. */
export async function live(figure) {
  const own = await chart(figure);
  const drawing = figure.querySelector(".drawing");
  const links = [...drawing.querySelectorAll("a")];
  const all = marks(figure, own), linked = own.links.map((number) => all[number]);
  const lanes = linked.map(({ lane }) => lane);
  let view;
  const light = (lane = NONE) => view?.signal("here", lane).signal("lit", lane === NONE ? [] : [lane]).run();
  hints(links, linked, (number) => light(lanes[number]));
  if (navigator.connection?.saveData) return;
  view = await draw(drawing, own);
  const now = links.findIndex((link) => link.matches(":hover, :focus-visible"));
  light(lanes[now]);
  sortable(figure, own, (far) => {
    links.forEach((link, number) => { link.style.transform = `translateY(${far[lanes[number]] ?? 0}px)`; });
    view.signal("shift", far).run();
  });
}

async function draw(drawing, own) {
  rules ??= json(new URL("lanes.json", import.meta.url));
  const [{ default: embed }, specification] = await Promise.all([import("./vega.js"), rules.then(structuredClone)]);
  await new Promise((done) => setTimeout(done)); // the script has just run: the drawing is a task of its own
  const still = drawing.querySelector("svg.chart"), drawn = shapes(still, own);
  specification.height = still.viewBox.baseVal.height;
  for (const set of specification.data) if (set.name in drawn) set.values = drawn[set.name];
  const place = document.createElement("div");
  place.className = "live";
  place.setAttribute("aria-hidden", "true");
  drawing.append(place);
  try {
    const { view } = await embed(place, specification, {
      mode: "vega", ast: true, renderer: "svg", actions: false, defaultStyle: false, tooltip: false, hover: false });
    silence(place);
    drawing.classList.add("answers");
    return view;
  } catch (error) {
    place.remove();
    throw error;
  }
}

/** Take away what Vega says in English: the links, the description and the table speak for the drawing. */
function silence(place) {
  for (const part of [place, ...place.querySelectorAll("*")]) {
    for (const name of ["role", "aria-label", "aria-roledescription"]) part.removeAttribute(name);
  }
}

function sortable(figure, own, move) {
  const choice = figure.querySelector(".sort");
  if (!choice) return;
  const select = choice.querySelector("select");
  const still = figure.querySelector("svg.chart");
  const put = () => move(shift(still, own, own.orders[select.selectedIndex]));
  select.addEventListener("change", put);
  choice.classList.add("ready");
  if (select.selectedIndex > 0) put();
}
