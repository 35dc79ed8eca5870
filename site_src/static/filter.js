// Filters the rows of a table by the fields of the form that names it; without scripts the table is whole.
for (const form of document.querySelectorAll("form[data-filter]")) {
  const rows = [...document.querySelectorAll(`#${form.dataset.filter} tbody tr`)];
  const show = () => {
    const wanted = Object.fromEntries(new FormData(form));
    let shown = 0;
    for (const row of rows) {
      const fits = Object.entries(wanted).every(([name, value]) =>
        !value || (name === "text" ? row.textContent.includes(value.trim()) : row.dataset[name] === value));
      row.hidden = !fits;
      shown += fits;
    }
    form.querySelector("output").textContent = shown;
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show();
}
