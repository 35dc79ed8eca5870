// Reading a report: contents that follow the scroll, from figure to figure, the inspector. The inspector's own script
// and data are fetched when the first figure is opened; nothing is done for all figures at once while the page loads.
const article = document.querySelector("article.report");
const text = article.querySelector(".text");
if (article.dataset.files) await import("./text_in_chinese.js").catch(() => {});
const tools = article.querySelector(".legend");
const contents = article.querySelector(".contents");
const said = document.getElementById("said");

// Contents: the last heading above the upper third of the window is the one being read.
const wide = matchMedia("(min-width: 64rem)");
const panel = contents.querySelector("details");
const now = contents.querySelector(".now");
const headings = [...text.querySelectorAll(":is(h2, h3, h4)[id]")];
const above = new Set();
let reading;
panel.open = wide.matches;
wide.addEventListener("change", () => { panel.open = wide.matches; });
contents.addEventListener("click", (event) => {
  if (event.target.closest("a") && !wide.matches) panel.open = false;
});
const follow = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) above[isIntersecting ? "add" : "delete"](target);
  const heading = headings.findLast((one) => above.has(one));
  if (heading === reading) return;
  reading = heading;
  contents.querySelector("[aria-current]")?.removeAttribute("aria-current");
  const link = heading && contents.querySelector(`a[href="#${heading.id}"]`);
  now.textContent = link ? link.firstChild.data : "";
  if (!link) return;
  link.setAttribute("aria-current", "location");
  if (wide.matches) contents.scrollTop = link.offsetTop - contents.clientHeight / 2;
}, { rootMargin: "9999999px 0px -67% 0px" });
for (const heading of headings) follow.observe(heading);

// Figures, in the order of the text; those whose kind is switched off are passed over.
let inspector;
let here;
const figures = () => {
  const off = [...tools.querySelectorAll("fieldset input:not(:checked)")].map((input) => input.value).join();
  return [...text.querySelectorAll("a[id|=f]")].filter((figure) => !off || !figure.matches(off));
};
const place = (list) => {
  const from = here ?? document.activeElement?.closest(".text a[id|=f]");
  const before = from
    ? (figure) => figure.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING
    : (figure) => figure.getBoundingClientRect().top < 0;
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(list[middle])) low = middle + 1; else high = middle;
  }
  return [low, list[low] === from];
};
const step = (by) => {
  const list = figures();
  const [at, on] = place(list);
  const figure = list[by > 0 ? at + (on ? 1 : 0) : at - 1];
  if (!figure) return;
  if (inspector?.opened()) return open(figure);
  here = figure;
  figure.scrollIntoView({ block: "center" });
  figure.focus({ preventScroll: true });
};
const open = async (figure, how = {}) => {
  here = figure;
  try {
    inspector ??= await import("./inspector.js");
    await inspector.show(figure, how);
  } catch {
    location.hash = figure.id;  // no network
  }
};
// The browser is where the address says; whoever reads on while the inspector is still on its way is not called back.
const arrive = () => {
  const figure = document.getElementById(location.hash.slice(1))?.closest(".text a[id|=f]");
  if (figure) open(figure, { block: null });
};

text.addEventListener("click", (event) => {
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest("a[id|=f], a[aria-label]");
  if (!link) return;
  if (!link.id) return copied(link);
  event.preventDefault();
  open(link, { focus: true, block: "nearest" });
});
const copied = (link) => navigator.clipboard?.writeText(link.href).then(() => {
  said.textContent = said.dataset.copied;
  setTimeout(() => { said.textContent = ""; }, 2000);
}, () => {});
article.addEventListener("click", (event) => {
  const button = event.target.closest("[data-step]");
  if (button) step(Number(button.dataset.step));
});
text.addEventListener("focusin", (event) => {
  if (event.target.matches("a[id|=f]") && !inspector?.opened()) here = event.target;
});
addEventListener("hashchange", arrive);
const print = article.querySelector("[data-print]");
print.hidden = false;
print.addEventListener("click", () => window.print());

// One key each; they can be switched off, and are off while somebody writes.
const keys = document.getElementById("keys");
document.addEventListener("keydown", (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing || !keys.checked) return;
  if (event.target.closest?.("input:not([type=checkbox]), select, textarea, [contenteditable]")) return;
  const by = { j: 1, k: -1 }[event.key.toLowerCase()];
  if (by) step(by);
});
arrive();

// Once the page stands, its paragraphs are laid out a few at a time: whoever then scrolls or jumps waits for none.
const paragraphs = [...text.querySelectorAll(":scope > p")];
const settle = () => {
  for (const paragraph of paragraphs.splice(0, 2)) paragraph.style.contentVisibility = "visible";
  if (paragraphs.length) requestAnimationFrame(() => setTimeout(settle));
};
addEventListener("load", settle);
