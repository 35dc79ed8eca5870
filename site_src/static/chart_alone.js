// A page in a frame of another site: of all that stands in it one chart, and below it the way to its source.
const name = new URLSearchParams(location.search).get("alone");
const figure = [...document.querySelectorAll("figure.chart")].find(({ id }) => id === name);

function source({ source: said, licence }) {
  const made = document.createElement("footer"), link = document.createElement("a");
  Object.assign(link, { href: `${location.pathname}#${name}`, target: "_blank", rel: "noopener", textContent: document.title });
  made.append(said, link, `, ${licence}`);
  return made;
}

if (figure) {
  const words = figure.querySelector(".save").dataset;
  figure.querySelector(".embed").remove();
  for (const link of figure.querySelectorAll("a")) for (const [key, value] of [["target", "_blank"], ["rel", "noopener"]]) link.setAttribute(key, value);
  const main = document.createElement("main");
  main.append(figure, source(words));
  document.body.replaceChildren(main);
}
