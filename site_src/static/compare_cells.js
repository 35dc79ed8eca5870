// What comparisons are made of: elements, and statements as their sentences have them, each with its year.
import { isDoubtful, quantity } from "./figure_facts.js";

export function element(name, properties = {}, ...content) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content.filter((part) => part !== ""));
  return made;
}

const CHINESE = "zh-Hans"; // what stands as reports have it
// A number with the words of its bound where they stand beside it; else with the bound's name. A fall whose number does
// not tell that it is one is said with its sign.
function printed({ text, value, value_high, unit, bound, bound_words: word, quote }, words) {
  if (value < 0 && !/[-−－]/.test(text)) return quantity(value, value_high, unit ?? "").replaceAll("-", "−");
  const beside = word && [word + text, text + word].find((whole) => quote.includes(whole));
  return beside || (["eq", "range"].includes(bound) ? text : `${text}（${word || words.bounds[bound]}）`);
}

const small = (textContent, more = {}) => element("small", { textContent, ...more });

// A statement that leads to its sentence; behind it stands of when it is, and what it is called in its report.
export function statement(seen, { words, pages, doubt }, when, ...called) {
  const { report, figure, status } = seen;
  const link = element("a", { lang: CHINESE, className: status === "target" ? "figure target" : "figure", href: `${pages}reports/${report}/#${figure}` }, printed(seen, words));
  const doubtful = isDoubtful(seen) ? [" ", small(doubt, { className: "doubt" })] : [];
  const names = called.filter(Boolean).flatMap((name) => [" ", small(name, { lang: CHINESE })]);
  return element("div", {}, link, ...doubtful, " ", small(when), ...names);
}

// The year that a statement is about, and that it is a target where it is one.
export const when = ({ period, status }, words) => [period, status === "target" ? words.statuses.target : ""].filter(Boolean).join(" ");

// What is said twice stands once.
export function once(statements) {
  const key = ({ status, period, value, value_high, bound }) => [status, period, value, value_high, bound].join();
  return [...new Map(statements.map((one) => [key(one), one]).reverse()).values()].reverse();
}

// An empty cell says that nothing is stated, or that no report is here that could.
export const unstated = (word) => element("span", { className: "unstated", textContent: word });

export function table(heads, bodies) {
  const row = element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)));
  return element("table", {}, element("thead", {}, row), ...bodies);
}
