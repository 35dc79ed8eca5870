try { // before the first paint; no storage, no switch
  const { dataset } = document.documentElement, key = "baogao-theme";
  dataset.theme = localStorage[key] ?? "system";
  addEventListener("DOMContentLoaded", () => {
    const { theme } = self;
    theme.value = dataset.theme;
    theme.oninput = () => localStorage[key] = dataset.theme = theme.value;
  });
} catch {}
