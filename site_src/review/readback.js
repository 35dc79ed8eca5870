// What was read, in words that can be held against the print at a glance.
const MAGNITUDES = { "": 1, 十: 10, 百: 100, 千: 1e3, 万: 1e4, 十万: 1e5, 百万: 1e6, 千万: 1e7, 亿: 1e8, 万亿: 1e12 };
const NUMBER = /(\d+(?:,\d{3})*(?:\.\d+)?)\s*[多余]?(万亿|千万|百万|十万|亿|万|千|百|十)?/g;
const { format } = new Intl.NumberFormat("en", { maximumSignificantDigits: 15 });
const close = (one, other) => Math.abs(one - other) <= Math.abs(other) * 1e-9;

// `146840000000` as `1,468.4亿`: in the magnitude that the print has, else as it is.
function inMagnitude(value, magnitude) {
  const number = Number(value) / MAGNITUDES[magnitude];
  return `${format(number).replace("-", "−")}${magnitude}`;
}

const printed = (text) => [...text.matchAll(NUMBER)].map(([, digits, magnitude = ""]) => [Number(digits.replaceAll(",", "")), magnitude]);

export function readBack({ text, read }) {
  const magnitude = printed(text).at(-1)?.[1] ?? "";
  const ends = [read.value, read.value_high].filter((end) => end !== null);
  return `${ends.map((end) => inMagnitude(end, magnitude)).join("～")}${/^[A-Za-z]/.test(read.unit) ? " " : ""}${read.unit}`;
}

// Whether the digits in print give the value: null where they alone do not tell (a fraction, a doubling).
export function agrees({ text, read }) {
  const numbers = printed(text), last = numbers.at(-1)?.[1] ?? "";
  if (!numbers.length || /[\/／:：分倍翻]/.test(text)) return null;
  const ends = [read.value, read.value_high].filter((end) => end !== null).map(Number);
  return ends.every((end) => numbers.some(([number, magnitude]) => [magnitude, last, ""].some((one) => close(number * MAGNITUDES[one], Math.abs(end)))));
}
