// The key `/` leads to the page's search field, unless something is being typed already.
document.addEventListener("keydown", (event) => {
  const busy = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.closest?.("input, select, textarea");
  if (event.key !== "/" || busy) return;
  event.preventDefault();
  document.querySelector("input[type=search]")?.focus();
});
