// What was read, in words that can be held against the print at a glance.
const POWERS = { "": 0, 十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 }; // of ten
const TYPED = /^(-?)(\d+)(?:\.(\d+))?(万亿|千万|百万|十万|亿|万|千|百|十)?$/;
const NUMBER = /\d[多余]?(万亿|千万|百万|十万|亿|万|千|百|十)?/g;
const { format } = new Intl.NumberFormat("en", { maximumSignificantDigits: 15 });

// `146840000000` as `1,468.4亿`: in the magnitude that the print has, else as it is.
function inMagnitude(value, magnitude) {
  const number = Number(value) / 10 ** POWERS[magnitude];
  return `${format(number).replace("-", "−")}${magnitude}`;
}

export function readBack({ text, read }) {
  const magnitude = [...text.matchAll(NUMBER)].at(-1)?.[1] ?? "";
  const ends = [read.value, read.value_high].filter((end) => end !== null);
  return `${ends.map((end) => inMagnitude(end, magnitude)).join("～")}${/^[A-Za-z]/.test(read.unit) ? " " : ""}${read.unit}`;
}

// Whether what was read is not what is printed, but for how digits are grouped.
export const differs = (figure) => plain(readBack(figure)) !== plain(figure.text);
const plain = (text) => text.replace(/[,，\s]/g, "");

// `1.3亿` as `130000000`, digit by digit, so that it is exact; other words as they are.
export function inFull(typed) {
  const found = TYPED.exec(typed.replace(/[,，\s]/g, ""));
  if (!found) return typed;
  const [, sign, whole, fraction = "", magnitude = ""] = found, power = POWERS[magnitude];
  const digits = whole + fraction.padEnd(power, "0"), at = whole.length + power;
  const value = digits.slice(0, at).replace(/^0+(?=\d)/, ""), rest = digits.slice(at).replace(/0+$/, "");
  return `${sign}${value}${rest && `.${rest}`}`;
}
