/* The shapes of a chart, read off its drawing in the page: each kind of shape is a group or paths of its own, and
   a part of a path begins at the place of its shape. */
const WIDTH = 328, BESIDE = 4; // pixels; a lane that is shown reaches out on both sides
const NO_LANE = -1, ACROSS = 5; // where the steps of half a circle say how far its other end is

/** Return the shapes of a drawing as Vega takes them: rows for each kind. */
export function shapes(drawing, own) {
  const lane = (x, y) => own.tops.findLastIndex((top, lane) => top <= y && left(own, lane) <= x);
  const found = { band: bands(own), level: levels(own, drawing.viewBox.baseVal.height) };
  for (const part of drawing.querySelectorAll("[data-kind]")) {
    const kind = part.dataset.kind;
    const places = part.tagName === "path" ? steps(part) : texts(part);
    const rows = places.map((place) => ({ lane: kind === "group" ? NO_LANE : lane(place.x, place.y), ...place }));
    (found[kind] ??= []).push(...rows);
  }
  return found;
}

/** `M1 43h303v10H1z` is a box, `M1 43H20` or `M1 43L20 50` a line, `M7 43l4.5…` and `M7 43a3.9…` are symbols,
    whose middle is their place. */
function steps(path) {
  return path.getAttribute("d").split("M").slice(1).map((part) => {
    const [x, y, step, ...way] = part.match(/[a-zA-Z]|-?[\d.]+/g).map((word) => (isNaN(word) ? word : Number(word)));
    if (step === "h") return { x, y, x2: x + way[0], y2: y + way[2] };
    if (step === "H") return { x, y, x2: way[0], y2: y };
    if (step === "V") return { x, y, x2: x, y2: way[0] };
    if (step === "L") return { x, y, x2: way[0], y2: way[1] };
    if (step === "a") return { x: x + way[ACROSS] / 2, y };
    return { x: x + middle(way), y };
  });
}

/** Return how far aside the middle of an outline is from where it begins. */
function middle(way) {
  let at = 0;
  const ends = [at, ...way.filter((_, place) => place % 2 === 0 && place < way.length - 1).map((step) => (at += step))];
  return (Math.min(...ends) + Math.max(...ends)) / 2;
}

/** The texts of a group stand where it does; one by itself says so. */
function texts(group) {
  const across = group.transform.baseVal.consolidate()?.matrix.e ?? 0;
  return [...(group.tagName === "text" ? [group] : group.children)].map((text) => (
    { x: across + Number(text.getAttribute("x")), y: Number(text.getAttribute("y")), text: text.textContent }));
}

const height = (own, lane) => own.heights[lane] ?? own.heights;
const left = (own, lane) => (own.lefts?.[lane] ?? 0) - BESIDE;

function bands({ tops, ...own }) {
  return tops.map((top, lane) => {
    const x = left(own, lane);
    return { lane, x, x2: x + (own.width ?? WIDTH) + 2 * BESIDE, y: top - 1, y2: top + height(own, lane) - 2 };
  });
}

/** A lane's value, drawn through all lanes that it can be compared with. */
function levels(own, bottom) {
  const shared = own.levels.flatMap((x, lane) => (x === null ? [] : [lane]));
  if (!shared.length) return [];
  const y = own.tops[shared[0]], y2 = [...own.tops, bottom][shared.at(-1) + 1];
  return shared.map((lane) => ({ lane, x: own.levels[lane], x2: own.levels[lane], y, y2 }));
}

/** Return how far each lane moves down when the lanes stand in this order. */
export function shift(drawing, own, order) {
  const ends = [...own.tops.slice(1), drawing.viewBox.baseVal.height];
  const far = [];
  let top = own.tops[0];
  for (const lane of order) {
    far[lane] = top - own.tops[lane];
    top += ends[lane] - own.tops[lane];
  }
  return far;
}
