// Sorts, searches, filters and counts the rows of a table; `row_pages.js` shows a few at a time, `table_file.js` takes
// them along as CSV.
// The form beside the table is the only state and the address repeats it; without scripts the form is not
// shown and the table is whole. Words come from the page, and values from what the cells show: `data-csv` (value,
// upper end, unit), `data-sort` (number and base unit) and a row's own data stand only where that does not say it.
import { pagesOf } from "./row_pages.js";

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
const tidy = (text) => text.replace(/\s+/g, " ").trim();
export const plain = (node) => tidy(node.textContent);
// A cell's words without its small print.
export const main = (cell) => tidy([...cell?.childNodes ?? []].map((node) => (node.localName === "small" ? "" : node.textContent)).join(""));
// `19,000 名`, `3–5 名`, `6.5%`: `pages/controls.py` reads them by the same rule.
const QUANTITY = /^([-−]?[0-9,]+(?:\.[0-9]+)?)(?:–([-−]?[0-9,]+(?:\.[0-9]+)?))? ?([^0-9].*)?$/;
export function quantity(text) {
  const [, low = "", high = "", unit = ""] = QUANTITY.exec(text) ?? [];
  return [...[low, high].map((number) => number.replaceAll(",", "").replace("−", "-")), unit];
}
export const amount = (cell) => cell.dataset.csv?.split("|") ?? quantity(main(cell));
const once = (make, made = new WeakMap()) => (row) => made.get(row) ?? (made.set(row, make(row)), made.get(row));
const folded = (text) => text.normalize("NFKC").toLowerCase();

function enhance(form) {
  const table = document.getElementById(form.dataset.table), body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells], details = form.querySelector("details"), empty = form.nextElementSibling;
  const fields = [...form.elements].filter((field) => field.name), { text, sort } = form.elements;
  const selects = fields.filter((field) => field !== text && field !== sort);
  if (sort.length < 2) for (const head of heads) for (const [sign, way] of [["", sort.dataset.up], ["-", sort.dataset.down]]) {
    sort.add(new Option(`${plain(head)} ${way}`, sign + head.dataset.key));
  }
  // What a row's link leads to, and its words.
  const linked = ({ dataset: { link } }, row) => {
    const a = link && row.querySelector(`a[href*="${link}"]`);
    return a && [a.getAttribute("href").split(link)[1].split("/")[0], plain(a)];
  };
  for (const select of selects) if (select.dataset.link) {
    for (const [value, name] of new Map([...body.rows].map((row) => linked(select, row)))) select.add(new Option(name, value));
  }
  const names = new Map(selects.flatMap((select) => [...select.options].map((option) => [option, option.text])));
  for (const option of names.keys()) option.value = option.value;  // it stays when the text changes
  const columns = Object.fromEntries(heads.map(({ dataset }, i) => [dataset.key, i]));
  const sizes = heads.map(({ dataset }) => dataset.csv?.split("|").length ?? 1);
  const values = new Map([...names].map(([option, name]) => [`${option.parentElement.name} ${name}`, option.value]));
  const anchor = table.closest("section[id]")?.id ?? table.id;
  let rows = [...body.rows], order = "";

  const words = once((row) => folded([...row.cells].map(plain).join(" ")));
  // A row says what it is chosen by, or one of its cells does in the words of the option.
  const traits = once((row) => Object.fromEntries(selects.map((select) => [select.name,
    linked(select, row)?.[0] ?? row.dataset[select.name] ?? values.get(`${select.name} ${main(row.cells[columns[select.name]])}`) ?? "none"])));

  // An option counts the rows that there would be with it chosen, all other fields as they are.
  const filter = () => {
    const terms = folded(text.value).split(/\s+/).filter(Boolean), chosen = selects.filter((select) => select.value);
    const counts = new Map([...names.keys()].map((option) => [option, 0]));
    const options = new Map(selects.map((select) => [select, new Map([...select.options].map((option) => [option.value, option]))]));
    let shown = 0;
    for (const row of rows) {
      const found = terms.every((term) => words(row).includes(term));
      const missed = chosen.filter((select) => traits(row)[select.name] !== select.value);
      const fits = found && !missed.length;
      if (row.hidden === fits) row.hidden = !fits;
      shown += fits;
      if (found) for (const select of selects) if (missed.every((other) => other === select)) {
        for (const value of ["", traits(row)[select.name]]) {
          const option = options.get(select).get(value);
          counts.set(option, counts.get(option) + 1);
        }
      }
    }
    if (pages.whole()) for (const [option, name] of names) {
      option.text = `${name} (${counts.get(option)})`;
      option.disabled = !counts.get(option) && !option.selected && option.value !== "";
    }
    form.querySelector("output").textContent = pages.whole() ? shown : form.dataset.total;
    empty.hidden = shown > 0 || !pages.whole();
  };

  // Numbers stand by unit and in each by size, what has none behind them, the empty last; equals keep the text's order.
  const sorted = (column, way) => {
    const units = [];
    return rows.map((row) => {
      const cell = row.cells[column], [low, high, stated] = sizes[column] > 2 ? amount(cell) : [];
      const [number, unit] = cell.dataset.sort?.split(" ") ?? [low || high, stated];
      if (number && !units.includes(unit)) units.push(unit);
      return { row, number: Number(number), group: number ? units.indexOf(unit) : rows.length, text: plain(cell) };
    }).sort((a, b) => !a.text - !b.text || a.group - b.group || way * (a.number - b.number || collator.compare(a.text, b.text)))
      .map(({ row }) => row);
  };

  const arrange = () => {
    if (order === sort.value) return;
    order = sort.value;
    const key = order.replace("-", ""), down = order !== key;
    for (const head of heads) head.setAttribute("aria-sort", head.dataset.key !== key ? "none" : down ? "descending" : "ascending");
    const column = heads.findIndex((head) => head.dataset.key === key);
    body.append(...(column < 0 ? rows : sorted(column, down ? -1 : 1)));
  };

  const update = () => { filter(); arrange(); pages.show(); };

  const remember = (hash) => {
    const here = new URL(location);
    for (const { name, value } of fields) value ? here.searchParams.set(name, value) : here.searchParams.delete(name);
    here.hash = hash ?? (fields.some((field) => field.value) ? anchor : here.hash);
    history.replaceState(history.state, "", here);
  };

  // Where the page has the first rows alone, the first use of the form brings all.
  const pages = pagesOf(form, table, () => {
    rows = [...body.rows];
    order = "";
    update();
  });

  const change = () => { update(); remember(); pages.bring(); };

  const reset = (hash) => {
    for (const field of fields) field.value = "";
    update();
    remember(hash);
  };

  // A row that is asked for is seen, whatever was filtered and however many are shown.
  const reveal = (hash) => {
    const row = rows.find((row) => row.id && `#${row.id}` === hash), unseen = row && !row.checkVisibility();
    if (row?.hidden) reset(hash);
    if (unseen) pages.reach(row);
    return unseen ? row : null;
  };

  for (const head of heads) {
    const button = document.createElement("button"), { key } = head.dataset;
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => {
      sort.value = sort.value === key ? `-${key}` : sort.value === `-${key}` ? "" : key;
      change();
    });
    head.append(button);
    head.setAttribute("aria-sort", "none");
  }
  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  const [button, other] = [form, empty].map((part) => part.querySelector("[data-reset]"));
  button.addEventListener("click", () => reset());
  other.addEventListener("click", () => { reset(); button.focus(); });
  form.querySelector("[data-csv]").addEventListener("click", async () => (await import("./table_file.js")).save(form, table));
  addEventListener("hashchange", () => reveal(location.hash)?.scrollIntoView());
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.('a[href^="#"]');
    if (link) reveal(link.hash);
  }, true);

  const wide = matchMedia("(min-width: 44rem)"), unfold = () => { details.open = wide.matches; };
  wide.addEventListener("change", unfold);
  unfold();
  const asked = new URLSearchParams(location.search);
  for (const field of fields) {
    field.value = asked.get(field.name) ?? "";
    if (field.selectedIndex < 0) field.value = "";  // an option that is not, or no longer, there
  }
  form.hidden = false;
  update();
  if (fields.some((field) => field.value)) pages.bring();
  reveal(location.hash)?.scrollIntoView();
}

for (const form of document.querySelectorAll("form[data-table]")) {
  if (form.dataset.shown) import("./figure_rows.js").then(({ whenWanted }) => whenWanted(form, enhance));
  else enhance(form);
}
