/* A chart to take away: its drawing as SVG or PNG, in light colours, with its title and source; its data as CSV. */
import { chart, marks } from "./chart_data.js";

const SIDE = 24, WIDTH = 328, LINE = 18, SHARP = 2;
const SVG = "http://www.w3.org/2000/svg";
// where the page stands for good, if that is known
const here = document.querySelector("link[rel=canonical]")?.href ?? location.href.replace(/#.*/, "");

/** Save a figure's chart as `svg`, `png` or `csv`; `words` are the one before the page's title, and the columns'. */
export async function save(figure, kind, words) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await { svg: picture, png: image, csv: data }[kind](figure, words));
  link.download = `${figure.id}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

const picture = async (figure, { source }) => new Blob([standing(figure, source)], { type: "image/svg+xml" });

async function image(figure, { source }) {
  const drawn = new Image();
  drawn.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standing(figure, source))}`;
  await drawn.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [drawn.width * SHARP, drawn.height * SHARP];
  canvas.getContext("2d").drawImage(drawn, 0, 0, canvas.width, canvas.height);
  return new Promise((made) => canvas.toBlob(made, "image/png"));
}

/** Comma-separated as RFC 4180 has it, with the mark by which spreadsheets know UTF-8. */
async function data(figure, { columns }) {
  const rows = marks(figure, await chart(figure)).map((mark) => [
    mark.name, mark.period, mark.status, mark.text, mark.value, mark.high, mark.bound, mark.unit,
    mark.sentence(), mark.href && new URL(mark.href, here).href]);
  const text = [columns.split(" "), ...rows].map((line) => line.map(cell).join(",") + "\r\n").join("");
  return new Blob(["\ufeff", text], { type: "text/csv" });
}

const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Return the drawing as a file that stands alone: nothing in it is looked up in the page's style. */
function standing(figure, source) {
  const drawing = figure.querySelector("svg.chart").cloneNode(true);
  const paper = document.createElement("div");
  paper.className = "chart-file";
  paper.hidden = true;
  paper.append(drawing);
  document.body.append(paper);
  settle(drawing, getComputedStyle(paper));
  describe(drawing, figure);
  paper.remove();
  frame(drawing, figure, source);
  return new XMLSerializer().serializeToString(drawing);
}

function settle(drawing, style) {
  for (const part of drawing.querySelectorAll("*")) {
    const own = getComputedStyle(part);
    for (const name of ["fill", "stroke"]) {
      if (/^(var|currentColor)/.test(part.getAttribute(name) ?? "")) part.setAttribute(name, own[name]);
    }
    part.removeAttribute("style");
    delete part.dataset.kind;
    if (part.matches("a")) part.setAttribute("href", new URL(part.getAttribute("href"), here).href);
  }
  drawing.setAttribute("font-family", style.fontFamily);
  drawing.setAttribute("fill", style.color);
}

/** What names the drawing in the page goes with it. */
function describe(drawing, figure) {
  for (const name of ["desc", "title"]) {
    const said = document.createElementNS(SVG, name);
    said.textContent = figure.querySelector({ title: "h3", desc: ".finding" }[name]).textContent;
    drawing.prepend(said);
  }
  drawing.removeAttribute("aria-labelledby");
  drawing.removeAttribute("aria-describedby");
}

function frame(drawing, figure, source) {
  const text = (selector) => figure.querySelector(selector).textContent;
  const above = [...fold(text("h3"), 16).map((line) => [line, 16, 700]), ...fold(text("figcaption p"), 13).map((line) => [line, 13])];
  const below = [...fold(source + document.title, 11), ...fold(`${here}#${figure.id}`, 11)].map((line) => [line, 11]);
  const height = drawing.viewBox.baseVal.height;
  const top = SIDE + (above.length + 1) * LINE, bottom = (below.length + 1) * LINE + SIDE / 2;
  write(drawing, above, SIDE - top + LINE / 2);
  write(drawing, below, height + 1.5 * LINE);
  const box = { x: -SIDE, y: -top, width: WIDTH + 2 * SIDE, height: top + height + bottom };
  const paper = document.createElementNS(SVG, "rect");
  for (const [name, value] of Object.entries(box)) paper.setAttribute(name, value);
  paper.setAttribute("fill", "#fff");
  drawing.querySelector("desc").after(paper);
  drawing.setAttribute("viewBox", Object.values(box).join(" "));
  drawing.setAttribute("width", box.width);
  drawing.setAttribute("height", box.height);
  drawing.removeAttribute("class");
}

function write(drawing, lines, top) {
  lines.forEach(([line, size, weight = 400], number) => {
    const text = document.createElementNS(SVG, "text");
    for (const [name, value] of Object.entries({ x: 0, y: top + number * LINE, "font-size": size, "font-weight": weight })) text.setAttribute(name, value);
    text.textContent = line;
    drawing.append(text);
  });
}

/** Break a text into lines of the drawing's width. */
function fold(text, size) {
  const lines = [""];
  let width = 0;
  for (const char of text) {
    const own = char > "\u2e7f" ? size : 0.6 * size;
    if (width + own > WIDTH) [lines[lines.length], width] = ["", 0];
    lines[lines.length - 1] += char;
    width += own;
  }
  return lines;
}
