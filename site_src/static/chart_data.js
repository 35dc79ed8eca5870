/* What a chart says of its marks: charts.json beside the page, fetched once, the table beside the drawing, and
   the sentences that stand in the page. */
const NO_LANE = -1;
const LONGEST = 70, BEHIND = 10; // of a sentence, as the file's own sentences are cut
const original = document.querySelector("a.language[hreflang=zh-Hans]"); // of a page in another language
let page, there;

/** Return what the file beside the page says of a figure's chart; sentences are those of the Chinese page, whose chart
    has the same marks in the same order. */
export async function chart(figure) {
  const name = figure.id.slice("chart-".length);
  page ??= json(new URL("charts.json", location));
  const own = (await page)[name];
  if (!original) return own;
  there ??= json(new URL("charts.json", original.href)).catch(() => ({}));
  const said = (await there)[name]?.said;
  return { ...own, said: own.said.map((side, at) => ({ quote: said?.[at].quote, ...side })) };
}

/** Return what a file of the site says. */
export async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

/** Return every mark of a chart: what it is of, what it says, its lane, its sentence and where that is. */
export function marks(figure, own) {
  const links = [...figure.querySelectorAll("svg.chart a")].map((link) => link.getAttribute("href"));
  const heads = [...figure.querySelectorAll(".data th")].map((head) => head.textContent);
  const found = [];
  for (const row of figure.querySelectorAll(".data tbody tr")) {
    own.said.forEach((said, side) => {
      const text = row.cells[1 + side].textContent;
      if (!text) return;
      const lane = own.lanes[found.length], link = own.links.indexOf(found.length);
      const href = links[link] ?? (lane === NO_LANE ? row.querySelector("a")?.getAttribute("href") : "") ?? "";
      const field = column(said, found.filter((mark) => mark.side === side).length);
      found.push({
        side, lane, text, href,
        name: row.cells[0].textContent,
        period: field("period", ""), status: field("status", heads[1 + side]),
        value: field("value", text), high: field("high", ""), bound: field("bound", ""), unit: field("unit", ""),
        sentence: () => field("quote", said.value === undefined ? "" : sentence(href)),
      });
    });
  }
  return found;
}

/** A column whose values are all alike is one value. */
const column = (columns, number) => (name, otherwise) =>
  (Array.isArray(columns[name]) ? columns[name][number] : columns[name]) ?? otherwise;

/** Return what stands around a figure of this page: its sentence, or what fits into a hint; of a figure elsewhere what
    this page's table tells of it. */
function sentence(href) {
  if (!href.startsWith("#")) return document.querySelector(`table.sentences a[href="${href}"] ~ .words`)?.textContent ?? "";
  const place = document.getElementById(href.slice(1));
  const mark = place?.closest("a") ?? place, block = mark?.closest("[id^=p-]");
  if (!block) return "";
  const before = words(block, (range) => range.setEndBefore(mark)).replace(/^.*[。！？!?][”’）」』]*/s, "");
  const own = words(mark), after = words(block, (range) => range.setStartAfter(mark));
  const whole = [...before + own + after.match(/^[^。！？!?]*[。！？!?]*[”’）」』]*/)[0]];
  const start = Math.max(0, [...before + own].length + BEHIND - LONGEST);
  const shown = whole.slice(start, start + LONGEST).join("");
  return (start ? "…" : "") + shown + (whole.length > start + LONGEST ? "…" : "");
}

/** Return the words of a part of the page, without the marks of notes. */
function words(part, narrow = () => {}) {
  const range = document.createRange();
  range.selectNodeContents(part);
  narrow(range);
  const copy = range.cloneContents();
  for (const note of copy.querySelectorAll("sup")) note.remove();
  return copy.textContent;
}
