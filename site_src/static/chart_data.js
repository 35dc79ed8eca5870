/* What charts.json beside the page says of its charts, fetched once. */
let page;

/** Return what a figure's chart brings to the drawing. */
export async function chart(figure) {
  page ??= json(new URL("charts.json", location));
  return (await page)[figure.id.slice("chart-".length)];
}

/** Return what a file of the site says. */
export async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}
