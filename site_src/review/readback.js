// What was read, in words that can be held against the print at a glance.
const MAGNITUDES = { "": 1, 十: 10, 百: 100, 千: 1e3, 万: 1e4, 十万: 1e5, 百万: 1e6, 千万: 1e7, 亿: 1e8, 万亿: 1e12 };
const NUMBER = /\d[多余]?(万亿|千万|百万|十万|亿|万|千|百|十)?/g;
const { format } = new Intl.NumberFormat("en", { maximumSignificantDigits: 15 });

// `146840000000` as `1,468.4亿`: in the magnitude that the print has, else as it is.
function inMagnitude(value, magnitude) {
  const number = Number(value) / MAGNITUDES[magnitude];
  return `${format(number).replace("-", "−")}${magnitude}`;
}

export function readBack({ text, read }) {
  const magnitude = [...text.matchAll(NUMBER)].at(-1)?.[1] ?? "";
  const ends = [read.value, read.value_high].filter((end) => end !== null);
  return `${ends.map((end) => inMagnitude(end, magnitude)).join("～")}${/^[A-Za-z]/.test(read.unit) ? " " : ""}${read.unit}`;
}
