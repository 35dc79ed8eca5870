/* Charts answer once a reader is there: what that takes is loaded for a chart in view, and never with the page. */
const signs = ["pointermove", "pointerdown", "keydown", "scroll"];
const reader = new Promise((come) => {
  for (const sign of signs) addEventListener(sign, come, { once: true, passive: true });
});

const watch = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) {
    if (!isIntersecting) continue;
    watch.unobserve(target);
    // what fails leaves the drawing as it stands in the page, with its links
    reader.then(() => import("./chart_live.js")).then(({ live }) => live(target)).catch(console.warn);
  }
}, { rootMargin: "200px" });

for (const figure of document.querySelectorAll("figure.chart")) {
  watch.observe(figure);
  const menu = figure.querySelector(".save");
  const shut = () => { menu.open = false; };
  menu.hidden = false;
  menu.addEventListener("click", async ({ target }) => {
    if (!target.value) return;
    shut();
    (await import("./chart_files.js")).save(figure, target.value, menu.dataset.source);
  });
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    shut();
    menu.querySelector("summary").focus();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !menu.contains(relatedTarget) && shut());
}
