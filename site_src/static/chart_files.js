/* A chart to take away: its drawing as SVG or PNG, in light colours, with its finding, source and licence in the
   picture; its data as CSV. */
import { chart, marks } from "./chart_data.js";
import { framed } from "./chart_frame.js";

const SHARP = 2;
// where the page stands for good, if that is known
const here = document.querySelector("link[rel=canonical]")?.href ?? location.href.replace(/#.*/, "");

/** Save a figure's chart as `svg`, as a PNG that is `wide` or `square`, or as `csv`; `words` are those of the menu. */
export async function save(figure, kind, words) {
  const link = document.createElement("a");
  const made = { csv: data, svg: picture }[kind] ?? image;
  link.href = URL.createObjectURL(await made(figure, words, kind));
  link.download = { csv: `${figure.id}.csv`, svg: `${figure.id}.svg` }[kind] ?? `${figure.id}-${kind}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

const picture = async (figure, words) => new Blob([await standing(figure, words, "tall")], { type: "image/svg+xml" });

async function image(figure, words, shape) {
  const drawn = new Image();
  drawn.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await standing(figure, words, shape))}`;
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
async function standing(figure, { source, licence }, shape) {
  const drawing = figure.querySelector("svg.chart").cloneNode(true);
  const paper = document.createElement("div");
  paper.className = "chart-file";
  paper.hidden = true;
  paper.append(drawing);
  document.body.append(paper);
  settle(drawing, getComputedStyle(paper));
  paper.remove();
  const text = (selector) => figure.querySelector(selector).textContent;
  const words = {
    title: text("figcaption h3"), question: text("figcaption p"), finding: text(".finding"),
    source: source + document.title, licence: `${licence} · ${here}#${figure.id}`,
  };
  return new XMLSerializer().serializeToString(framed(drawing, shape, words, await tops(figure)));
}

/** Return where a tall drawing may be parted: where its lanes begin, if that can be known. */
async function tops(figure) {
  return chart(figure).then((own) => [...new Set(own.tops)], () => []);
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
