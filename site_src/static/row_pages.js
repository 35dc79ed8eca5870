// Of the rows that a table lists a few are shown at a time: all others are one press away, and on paper.
// Where the page has the first rows alone, the rest come from elsewhere once somebody asks for them.
export function pagesOf(form, table, arrived) {
  const line = form.parentElement.querySelector(".paging"), [further, every] = line.children;
  const step = Number(further.value), { all } = form.dataset;
  let most = step, coming = all ? null : Promise.resolve(true), whole = !all;
  if (table.nextElementSibling?.matches(".more")) table.nextElementSibling.remove();
  table.after(line);

  const listed = () => [...table.tBodies[0].rows].filter((row) => !row.hidden);
  const show = () => {
    const rows = listed();
    rows.forEach((row, i) => row.classList.toggle("later", i >= most));
    line.hidden = whole && rows.length <= most;
  };
  const fetched = async () => {
    const { allRows } = await import(all.endsWith(".json") ? "./all_rows.js" : "./rows_of_page.js");
    table.tBodies[0].replaceChildren(...await allRows(new URL(all, location.origin + location.pathname), table));
    whole = true;
    arrived();
    return true;
  };
  // Says whether all rows are there. What could not be got can be asked for again.
  const bring = () => (coming ??= fetched().catch(() => {
    every.textContent = line.dataset.failed;
    coming = null;
    return false;
  }));
  // Whoever presses goes on reading where the new rows begin.
  const press = async (to) => {
    if (!await bring()) return;
    const next = listed()[most];
    most = to;
    show();
    next?.querySelector("a")?.focus();
  };
  further.addEventListener("click", () => press(most + step));
  every.addEventListener("click", () => press(Infinity));

  const reach = (row) => {
    most = Math.max(most, listed().indexOf(row) + 1);
    show();
  };
  return { show, bring, reach, whole: () => whole };
}
