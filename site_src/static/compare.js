// Two reports beside each other. A part that is opened shows both texts, which are taken from the reports' own pages; until
// then, and where they cannot be had, its titles lead there.
const table = document.querySelector("table.parts"), tools = document.querySelector("div.texts");
const [all, said] = tools.children;
const pages = new Map(), opened = new Map();

// What the rows above can be chosen by, before `tables.js` asks them: what they are about is said by their group,
// who states or promises something is told from their cells, in the order indicator, reached, change, promised, change.
const statements = document.getElementById("indicators"), promised = new Map();
const presence = (older, newer) => (older && newer ? "both" : older ? "older" : newer ? "newer" : "neither");
const name = (row) => row.cells[0].firstChild.textContent.trim();
for (const row of statements.querySelectorAll("tbody tr")) {
  const filled = [...row.cells].map((cell) => Boolean(cell.textContent));
  row.dataset.topic = row.parentElement.dataset.topic;
  row.dataset.there = presence(filled[1] || filled[4], filled[2] || filled[5]);
  const before = promised.get(name(row)) ?? [];
  promised.set(name(row), [before[0] || filled[4], before[1] || filled[5]]);
}
for (const row of statements.querySelectorAll("tbody tr")) {
  row.dataset.promise = presence(...promised.get(name(row)));
  statements.tBodies[0].append(row);
}

// A report's page in another language has no text of its own.
const original = (address) => (table.dataset.folder ? address.replace(`/${table.dataset.folder}reports/`, "/reports/") : address);
// In a template nothing of the other page comes to life: no script, no style, no picture.
const page = (address) => {
  if (!pages.has(address)) pages.set(address, fetch(original(address)).then(async (response) => {
    if (!response.ok) throw new Error(response.status);
    const holder = document.createElement("template");
    holder.innerHTML = await response.text();
    return holder.content;
  }));
  return pages.get(address);
};

// A paragraph as the report's page has it, with its figures; each leads to its place there.
const copied = (block, address) => {
  const copy = document.createElement("p");
  copy.append(...document.importNode(block, true).childNodes);
  if (block.localName !== "p") copy.className = "sub";
  for (const aside of copy.querySelectorAll("sup.note, .kind, a[aria-label]")) aside.remove();
  for (const figure of copy.querySelectorAll("a[id|=f]")) {
    figure.className = figure.matches(".t") ? "figure target" : "figure";
    figure.href = `${address}#${figure.id}`;
  }
  for (const term of copy.querySelectorAll("a:not(.figure)")) term.replaceWith(...term.childNodes);
  for (const place of copy.querySelectorAll("[id]")) place.removeAttribute("id");
  const there = Object.assign(document.createElement("a"), { className: "there", href: `${address}#${block.id}`, textContent: "¶" });
  there.setAttribute("aria-label", table.dataset.paragraph);
  copy.append(" ", there);
  return copy;
};

// All that stands between a part's heading and the next one, or from the first paragraph on where nothing heads it.
const text = async (link) => {
  const [address, anchor] = link.href.split("#"), found = [];
  const first = (await page(address)).getElementById(anchor);
  for (let block = first.matches("h2, h3") ? first.nextElementSibling : first; block && !block.matches("h2, h3"); block = block.nextElementSibling) {
    found.push(copied(block, address));
  }
  return found;
};

const both = async (row) => {
  const texts = document.createElement("tr");
  texts.className = "texts";
  for (const cell of row.cells) {
    const link = cell.querySelector("a");
    texts.insertCell().append(...(link ? await text(link) : []));
  }
  row.after(texts);
  return texts;
};

const show = async (row, open) => {
  const button = row.querySelector("button");
  button.setAttribute("aria-expanded", open);
  try {
    if (open && !opened.has(row)) opened.set(row, both(row));
    const texts = await opened.get(row);
    if (texts) texts.hidden = button.getAttribute("aria-expanded") !== "true";
    said.textContent = "";
  } catch {
    pages.clear();
    opened.delete(row);
    button.setAttribute("aria-expanded", false);
    said.textContent = said.dataset.failed;
  }
};

const rows = [...table.querySelectorAll("tr[id]")];
for (const row of rows) {
  const button = document.createElement("button"), link = row.querySelector("a");
  button.type = "button";
  button.setAttribute("aria-expanded", false);
  button.setAttribute("aria-label", table.dataset.open.replace("{title}", link.textContent));
  link.before(button);
  button.addEventListener("click", () => show(row, button.getAttribute("aria-expanded") !== "true"));
}
const words = [all.textContent, all.dataset.close];
all.addEventListener("click", () => {
  const open = all.textContent === words[0];
  all.textContent = words[Number(open)];
  for (const row of rows) show(row, open);
});
tools.hidden = false;

const arrive = () => {
  const row = rows.find((row) => row.id === location.hash.slice(1));
  if (row) show(row, true);
};
addEventListener("hashchange", arrive);
arrive();
