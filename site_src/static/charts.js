/* Charts answer once a reader is there: what that takes is loaded for a chart in view, and never with the page.
   Making one answer holds the page up for a moment: one at a time, when nothing else is to do, and never while
   somebody scrolls on. */
const QUIET = 200; // milliseconds after the last scrolling
const signs = ["pointermove", "pointerdown", "keydown", "scroll"];
const inView = new Set();
let someone = false, busy = false, resting;

const rest = () => {
  clearTimeout(resting);
  if (someone && inView.size) resting = setTimeout(() => (window.requestIdleCallback ?? setTimeout)(answer, { timeout: QUIET }), QUIET);
};
const answer = async () => {
  const [figure] = inView;
  if (!figure || busy) return;
  busy = true;
  inView.delete(figure);
  watch.unobserve(figure);
  // what fails leaves the drawing as it stands in the page, with its links
  await import("./chart_live.js").then(({ live }) => live(figure)).catch(console.warn);
  busy = false;
  rest();
};
const watch = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) inView[isIntersecting ? "add" : "delete"](target);
  rest();
}, { rootMargin: "200px" });

for (const sign of signs) addEventListener(sign, () => { someone = true; rest(); }, { once: sign !== "scroll", passive: true });
const menus = document.querySelector("#chart-save").content;
for (const figure of document.querySelectorAll("figure.chart")) {
  watch.observe(figure);
  figure.querySelector(".data").after(menus.cloneNode(true));
  const code = figure.querySelector(".embed [data-way]"); // of a site whose address only the browser knows
  if (code) code.value = code.value.replace(code.dataset.way, new URL(code.dataset.way, location));
  const menu = figure.querySelector(".save");
  const shut = () => { menu.open = false; };
  menu.addEventListener("click", async ({ target }) => {
    if (!target.value) return;
    shut();
    (await import("./chart_files.js")).save(figure, target.value, menu.dataset);
  });
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    shut();
    menu.querySelector("summary").focus();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !menu.contains(relatedTarget) && shut());
}
// Frames of other sites show one chart alone: the pages of those in Chinese stand by themselves, the others are made here.
if (new URLSearchParams(location.search).has("alone")) import("./chart_alone.js");
