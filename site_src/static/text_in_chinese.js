// The text of a report on its page in another language, and its contents: they are taken from the Chinese page, with its
// terms. What is no word of the report is said in the page's own language, and behind every figure stands what it is.
import { figures } from "./figure_facts.js";

const article = document.querySelector("article.report"), text = document.getElementById("text");
const { files } = article.dataset, { paragraph, note, sections } = text.dataset;
const filled = (template, value) => template.replace(/\{\w*\}/, value);

// In a template nothing of the other page comes to life.
const holder = document.createElement("template");
holder.innerHTML = await fetch(files).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)));
const there = holder.content.getElementById("text"), kinds = JSON.parse(sections);
there.querySelector("h2").remove();
there.querySelectorAll(":scope > p > a[aria-label]").forEach((link, i) => link.setAttribute("aria-label", filled(paragraph, i + 1)));
const contents = holder.content.querySelector(".contents ol");
for (const kind of [...there.querySelectorAll(".kind"), ...contents.querySelectorAll(".kind")]) {
  kind.textContent = kinds[kind.classList[1]];
  kind.lang = "en";
}
there.querySelectorAll("sup.note a").forEach((link) => link.setAttribute("aria-label", filled(note, link.textContent)));
const body = document.createElement("div");
body.append(...there.childNodes);
while (body.firstChild) text.append(body.firstChild);
for (const child of text.querySelectorAll(":scope > :not(h2:first-child, .note)")) child.lang = "zh-Hans";
contents.lang = "zh-Hans";
document.querySelector(".contents ol").replaceWith(contents);

// What each figure is: an indicator, if it is of one, and whether it is promised.
figures().then((all) => {
  for (const { figure, words } of all) {
    const [name] = words.indicators[figure.indicator] ?? [], mark = document.getElementById(figure.figure);
    const [, measure] = figure.stated[0] ?? [], status = figure.status === "target" && words.statuses.target;
    const said = [name, name && measure && measure !== "level" && words.measures[measure], status].filter(Boolean);
    if (mark && said.length && !mark.dataset.said) mark.dataset.said = said.join(", ");
  }
}, () => {});
