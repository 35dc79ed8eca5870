// What comparisons are made of: elements, and statements as their sentences have them, each with its year.
import { isDoubtful, quantity } from "./figure_facts.js";

export function element(name, properties = {}, ...content) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content.filter((part) => part !== ""));
  return made;
}

// A number with the words of its bound where they stand beside it; else with the bound's name. A fall whose number does
// not tell that it is one is said with its sign.
function printed({ text, value, value_high, unit, bound, bound_words: word, quote }, words) {
  if (value < 0 && !/[-−－]/.test(text)) return quantity(value, value_high, unit ?? "").replaceAll("-", "−");
  const beside = word && [word + text, text + word].find((whole) => quote.includes(whole));
  return beside || (["eq", "range"].includes(bound) ? text : `${text}（${word || words.bounds[bound]}）`);
}

const small = (textContent, className = "") => element("small", { textContent, className });

// A statement that leads to its sentence; `remarks` are what is said behind it.
export function statement(seen, { words, pages, doubt }, ...remarks) {
  const { report, figure, status } = seen;
  const link = element("a", { className: status === "target" ? "figure target" : "figure", href: `${pages}reports/${report}/#${figure}` }, printed(seen, words));
  const doubtful = isDoubtful(seen) ? [" ", small(doubt, "doubt")] : [];
  return element("div", {}, link, ...doubtful, ...remarks.filter(Boolean).flatMap((remark) => [" ", small(remark)]));
}

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
