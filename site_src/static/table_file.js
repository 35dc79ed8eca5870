// The rows of a table that are listed, as a CSV file; `tables.js` asks for it when somebody does.
import { saved } from "./csv_file.js";
import { amount, main, plain } from "./tables.js";

// A cell as so many fields: its words, its words and its small print, its quantity, its words and its quantity with more.
const split = (cell, count) => [() => [plain(cell)], () => [main(cell), plain(cell.querySelector("small:not(.doubt)"))], () => amount(cell),
  () => [main(cell), ...padded(amount(cell), count - 1)]][Math.min(count, 4) - 1]();
const padded = (fields, count) => Array.from({ length: count }, (_, i) => fields[i] ?? "");
// Of where a link leads, from this page as it is without a selection.
const address = (link) => (link ? new URL(link.getAttribute("href"), location.origin + location.pathname).href : "");

export function save(form, table) {
  const heads = [...table.tHead.rows[0].cells], sizes = heads.map(({ dataset }) => dataset.csv?.split("|").length ?? 1);
  const listed = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.hidden);
  // That a source is doubtful stands behind its numbers; in the file it has the last column.
  const doubt = (row) => row.querySelector(".doubt")?.textContent ?? "", doubted = listed.some(doubt);
  const fields = (row) => [...row.cells].flatMap((cell, i) => [...split(cell, sizes[i]), ...(heads[i].dataset.link ? [address(cell.querySelector("a"))] : [])]).concat(doubted ? doubt(row) : []);
  const lines = [heads.flatMap((head) => [...(head.dataset.csv ?? plain(head)).split("|"), head.dataset.link ?? []].flat()).concat(doubted ? form.dataset.mark : []),
    ...listed.map(fields)];
  saved(form.dataset.file, lines);
}
