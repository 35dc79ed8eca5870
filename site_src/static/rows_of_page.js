// All rows of a table of which a page holds the first: they stand on a page of their own, and lead from here
// to where they lead from there. `row_pages.js` asks for them when somebody does.
export async function allRows(address, table) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.status);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const rows = [...page.getElementById(table.id).tBodies[0].rows];
  for (const link of rows.flatMap((row) => [...row.querySelectorAll("a")])) {
    link.setAttribute("href", new URL(link.getAttribute("href"), address).href);
  }
  return rows;
}
