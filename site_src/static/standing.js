// On the comparison of two reports: each count of sentences opens them, with the older one below those that are near to it.
import { open, paragraphs } from "./search_index.js";

const SENTENCE = /[^。！？!?]+[。！？!?]*[”’）」』]*|[。！？!?]+/g, SPOKEN = /[\p{L}\p{N}]/u, NEAR = "n";
const ROOT = new URL("../", import.meta.url).pathname, PAGES = location.pathname.slice(0, location.pathname.lastIndexOf("/reports/") + 1);
const section = document.querySelector("#standing"), box = section.querySelector(".sentences");
const words = JSON.parse(section.dataset.words), { failed } = document.querySelector("[data-failed]").dataset;
const [, area, newerYear, olderYear] = location.pathname.match(/reports\/([^/]+)\/([^/]+)\/compare\/([^/]+)\/$/);
const NEWER = `${area}/${newerYear}`, OLDER = `${area}/${olderYear}`;
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// The sentences of a report by the anchors of their paragraphs, but those of punctuation alone.
async function texts(id) {
  const report = (await open()).reports.find((one) => one.id === id), found = await paragraphs(report, report.parts);
  return new Map(found.map(({ id: anchor, text }) => [anchor, (text.match(SENTENCE) ?? []).filter((one) => SPOKEN.test(one))]));
}

let coming; // where the sentences stand, and both texts
const all = () => (coming ??= Promise.all([
  fetch(`${ROOT}reports/${NEWER}/compare/${olderYear}/sentences.json`).then((answer) => {
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }), texts(NEWER), texts(OLDER),
]).catch((error) => { coming = undefined; throw error; }));

const link = (report, anchor, text) => element("a", { href: `${PAGES}reports/${report}/#${anchor}` }, text ?? "");

function items([rows, newer, older], kind, letter) {
  return rows.flatMap(([anchor, own, letters, others]) => {
    const left = [...others];
    return [...letters].flatMap((one, place) => {
      const before = "rn".includes(one) ? left.shift() : undefined;
      if (one !== letter || (kind && kind !== own)) return [];
      const made = element("li", {}, link(NEWER, anchor, newer.get(anchor)?.[place]));
      if (one === NEAR) made.append(element("p", { class: "note" }, words.before, link(OLDER, before[0], older.get(before[0])?.[before[1]])));
      return [made];
    });
  });
}

async function show(button, kind, letter) {
  const was = button.getAttribute("aria-expanded") === "true";
  for (const other of section.querySelectorAll("button")) other.setAttribute("aria-expanded", "false");
  if (was) return box.replaceChildren();
  button.setAttribute("aria-expanded", "true");
  box.replaceChildren("…");
  const found = await all().catch(() => undefined);
  if (button.getAttribute("aria-expanded") !== "true") return;
  box.replaceChildren(...(found ? [element("ul", {}, ...items(found, kind, letter))] : [failed]));
}

const names = [...section.querySelectorAll("thead th")].map((head) => head.textContent);
for (const cell of section.querySelectorAll("td[data-letter]")) {
  const row = cell.parentElement, text = cell.textContent;
  const said = filled(words.open, { part: row.cells[0].textContent, name: names[cell.cellIndex], cell: text });
  const button = element("button", { type: "button", "aria-expanded": "false", "aria-label": said }, text);
  button.addEventListener("click", () => show(button, row.dataset.kind, cell.dataset.letter));
  cell.replaceChildren(button);
}
