// The rows of a table that are listed, as a CSV file; `tables.js` asks for it when somebody does.
import { saved } from "./csv_file.js";
import { amount, main, plain } from "./tables.js";

// A cell as so many fields: its words, its words and its small print, its quantity, its words and its quantity.
const split = (cell, count) => [() => [plain(cell)], () => [main(cell), plain(cell.querySelector("small"))], () => amount(cell),
  () => [main(cell), ...amount(cell)]][count - 1]();
// Of where a link leads, from this page as it is without a selection.
const address = (link) => (link ? new URL(link.getAttribute("href"), location.origin + location.pathname).href : "");

export function save(form, table) {
  const heads = [...table.tHead.rows[0].cells], sizes = heads.map(({ dataset }) => dataset.csv?.split("|").length ?? 1);
  const fields = (row) => [...row.cells].flatMap((cell, i) => [...split(cell, sizes[i]), ...(heads[i].dataset.link ? [address(cell.querySelector("a"))] : [])]);
  const lines = [heads.flatMap((head) => [...(head.dataset.csv ?? plain(head)).split("|"), head.dataset.link ?? []].flat()),
    ...[...table.tBodies[0].rows].filter((row) => !row.hidden).map(fields)];
  saved(form.dataset.file, lines);
}
