try { // before the first paint; no storage, no switch
  const { dataset } = document.documentElement, key = "baogao-theme";
  dataset.theme = localStorage[key] ?? "system";
  addEventListener("DOMContentLoaded", () => {
    const { theme } = self;
    theme.value = dataset.theme;
    theme.oninput = () => localStorage[key] = dataset.theme = theme.value;
  });
} catch {}
addEventListener("click", ({ target }) => { // the same place in the other language
  const way = target.closest?.("a.language");
  if (way) Object.assign(way, { search: location.search, hash: location.hash });
});
