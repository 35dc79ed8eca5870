// The switch of languages keeps the place: what was asked, and the figure that was looked at.
document.addEventListener("click", ({ target }) => {
  const way = target.closest?.("a.language");
  if (way) Object.assign(way, { search: location.search, hash: location.hash });
});
