/* A drawing in the frame of a picture: its finding above or beside it, its source and licence below. `tall` is as
   high as the drawing, `wide` is 16:9, `square` is square. */
const SVG = "http://www.w3.org/2000/svg";
const SIDE = 24, DRAWN = 328, GAP = 20;
const TITLE = 19, TEXT = 13, FINE = 10.5, LEADING = 1.4; // sizes of letters, and how far lines are apart
const SHAPES = { wide: [800, 450], square: [640, 640], tall: [DRAWN + 2 * SIDE] };
const BESIDE = 236; // how wide the words are beside a drawing
const MOST_PARTS = 3; // that a drawing is parted into
const LARGEST = 1.6; // that a drawing is shown, beside its words
const NEVER_FIRST = "，。、；：！？）》”%", OPENING = "（《“";

/** Return the picture of a drawing; `tops` are where it may be parted. */
export function framed(drawing, shape, words, tops) {
  const [width, own] = SHAPES[shape];
  const beside = shape === "wide";
  const column = beside ? BESIDE : width - 2 * SIDE;
  const above = [...lines(words.title, TITLE, column, 700), ...lines(words.question, TEXT, column), ...(
    beside ? ["", ...lines(words.finding, TEXT, column)] : [])];
  const below = [...lines(words.source, FINE, column), ...lines(words.licence, FINE, column)];
  const top = SIDE + size(above) + GAP, foot = size(below) + SIDE;
  const height = own ?? top + drawing.viewBox.baseVal.height + GAP + foot;
  const box = beside
    ? { x: SIDE + BESIDE + GAP, y: SIDE, width: width - BESIDE - GAP - 2 * SIDE, height: height - 2 * SIDE }
    : { x: SIDE, y: top, width: column, height: height - top - foot - GAP };
  const picture = element("svg", { viewBox: `0 0 ${width} ${height}`, width, height });
  for (const name of ["font-family", "fill"]) picture.setAttribute(name, drawing.getAttribute(name));
  named(picture, words);
  picture.append(element("rect", { width, height, fill: "#fff" }));
  write(picture, above, SIDE);
  picture.append(...parts(drawing, box, tops));
  write(picture, below, height - foot);
  return picture;
}

/** What names the drawing in the page goes with it. */
function named(picture, { title, finding }) {
  for (const [name, text] of [["title", title], ["desc", finding]]) {
    const said = element(name);
    said.textContent = text;
    picture.append(said);
  }
}

/* --- the drawing, in as many parts beside each other as show it largest ------------------------------------ */

function parts(drawing, box, tops) {
  const height = drawing.viewBox.baseVal.height, head = tops[0] ?? 0;
  const choices = Array.from({ length: tops.length ? MOST_PARTS : 1 }, (_, more) => cut(height, head, tops, more + 1));
  const scales = choices.map((cuts) => scale(cuts, head, box));
  const chosen = scales.indexOf(Math.max(...scales)), large = scales[chosen];
  const wide = DRAWN * large * choices[chosen].length + GAP * (choices[chosen].length - 1);
  const top = box.y + (box.height - tall(choices[chosen], head) * large) / 2;
  return choices[chosen].flatMap(([from, to], place) => {
    const x = box.x + (box.width - wide) / 2 + place * (DRAWN * large + GAP);
    const slice = (y, end, at) => part(drawing, { x, y: at, large }, y, end);
    return from > head ? [slice(0, head, top), slice(from, to, top + head * large)] : [slice(0, to, top)];
  });
}

/** Part a drawing where lanes begin, so that its parts are about alike in height. */
function cut(height, head, tops, count) {
  const ideal = (height - head) / count;
  const starts = Array.from({ length: count }, (_, place) => (
    tops.find((top) => top >= head + place * ideal - 1) ?? height));
  return starts.map((from, place) => [place ? from : head, starts[place + 1] ?? height]).filter(([from, to]) => to > from);
}

/** The height of the highest part, with the headings above it. */
const tall = (cuts, head) => Math.max(...cuts.map(([from, to]) => to - from + head));

function scale(cuts, head, box) {
  const highest = tall(cuts, head);
  return Math.min(LARGEST, (box.width - GAP * (cuts.length - 1)) / cuts.length / DRAWN, box.height / highest);
}

function part(drawing, { x, y, large }, from, to) {
  const own = drawing.cloneNode(true);
  for (const name of ["class", "role", "aria-labelledby", "aria-describedby"]) own.removeAttribute(name);
  const [width, height] = [(DRAWN + 8) * large, (to - from) * large]; // a mark may reach over the edge
  for (const [name, value] of Object.entries({ x: x - 4 * large, y, width, height, viewBox: `-4 ${from} ${DRAWN + 8} ${to - from}` })) {
    own.setAttribute(name, value);
  }
  return own;
}

/* --- the words ------------------------------------------------------------------------------------------------ */

const size = (written) => written.reduce((sum, line) => sum + (line ? line.size : TEXT / 2) * LEADING, 0);

function write(picture, written, top) {
  let y = top;
  for (const line of written) {
    y += (line ? line.size : TEXT / 2) * LEADING;
    if (!line) continue;
    const text = element("text", { x: SIDE, y: y - line.size * (LEADING - 1), "font-size": line.size, "font-weight": line.weight });
    text.textContent = line.text;
    picture.append(text);
  }
}

/** Break a text into lines of a width: between words of letters, and before any Han character. */
function lines(text, size, width, weight = 400) {
  const found = [""];
  let at = 0;
  for (const piece of text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]{1,24}|\s+/g) ?? []) {
    const own = [...piece].reduce((sum, char) => sum + (char > "\u2e7f" ? size : 0.58 * size), 0);
    if (at + own > width && !NEVER_FIRST.includes(piece)) {
      const last = found.at(-1), kept = OPENING.includes(last.at(-1)) ? last.at(-1) : "";
      found.splice(-1, 1, last.slice(0, last.length - kept.length), kept);
      at = kept.length * size;
    }
    if (!at && !piece.trim()) continue;
    found[found.length - 1] += piece;
    at += own;
  }
  return found.map((line) => ({ text: line, size, weight }));
}

function element(name, attributes = {}) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
