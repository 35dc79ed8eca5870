// Lines through the years, one a word: how often it stands among ten thousand characters.
const WIDTH = 640, HEIGHT = 220, LEFT = 36, BELOW = 24;

function shape(tag, attributes, text) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

// A round number not below the highest.
function top(highest) {
  const step = 10 ** Math.floor(Math.log10(highest || 1));
  return [1, 2, 5, 10].map((factor) => factor * step).find((one) => one >= highest);
}

export function curve(pooled, said) {
  const known = pooled.filter(({ length }) => length), shares = known.map(({ hits, length }) => hits.map((one) => (one * 1e4) / length));
  const high = top(Math.max(...shares.flat(), 0)), years = known.map(({ year }) => year), first = years[0], last = years.at(-1);
  const x = (year) => LEFT + (last > first ? (year - first) / (last - first) : 0.5) * (WIDTH - LEFT - 8);
  const y = (share) => HEIGHT - BELOW - (share / high) * (HEIGHT - BELOW - 12);
  const svg = shape("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": said });
  for (const share of [0, high / 2, high])
    svg.append(shape("line", { class: "axis", x1: LEFT, x2: WIDTH, y1: y(share), y2: y(share) }), shape("text", { x: 0, y: y(share) + 4 }, String(share)));
  const every = Math.ceil(years.length / 10);
  for (const year of years.filter((_, i) => (years.length - 1 - i) % every === 0))
    svg.append(shape("text", { x: x(year), y: HEIGHT - 4, "text-anchor": "middle" }, String(year)));
  for (let word = 0; word < (shares[0]?.length ?? 0); word += 1) {
    const group = shape("g", { class: `w${word}` }), points = shares.map((own, i) => [x(years[i]), y(own[word])]);
    group.append(shape("path", { d: points.map(([a, b], i) => `${i ? "L" : "M"}${a.toFixed(1)} ${b.toFixed(1)}`).join("") }));
    for (const [cx, cy] of points) group.append(shape("circle", { cx, cy, r: 3.5 }));
    svg.append(group);
  }
  return svg;
}
