// At the end of every report's page in the preview: the way into the review, and the review itself where the address
// asks for it (`?review`), so that a page loaded again is in it again.
const meta = document.querySelector("meta[name=baogao-review]");

if (new URLSearchParams(location.search).has("review")) {
  const { begin } = await import("./mode.js");
  await begin(document.querySelector("main"));
} else {
  const way = Object.assign(document.createElement("a"), { href: `?review${location.hash}`, textContent: meta.dataset.open });
  document.querySelector(".jump")?.prepend(way);
}
