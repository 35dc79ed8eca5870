// What is known of one figure, beside the text (below it on a small screen). Its words come from the page's template and
// from figure_facts.js.
import { marked } from "./chinese.js";
import { facts, figures } from "./figure_facts.js";

const panel = document.getElementById("inspector");
const title = panel.querySelector("h2");
const records = panel.querySelector(".records");
const said = panel.querySelector(".said");
const part = (name) => panel.querySelector(`[data-part=${name}]`);
const data = figures();
let figure;
let coming; // the same, while it is being opened: nothing once it is closed
let quote;
let watcher;

export const opened = () => !panel.hidden;

// Several short tasks instead of a long one: the second waits until the browser has laid out what is shown.
const turn = () => new Promise((done) => setTimeout(done));
const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

export async function show(mark, { focus = false, block = "center" }) {
  coming = mark;
  const all = await data;
  if (coming !== mark) return;
  figure?.removeAttribute("aria-current");
  figure = mark;
  fill(all);
  await turn();
  if (coming !== mark) return;
  panel.hidden = false;
  await drawn();
  if (coming !== mark) return;
  panel.scrollTop = 0;
  panel.previousElementSibling.classList.add("covered");
  mark.setAttribute("aria-current", "true");
  mark.closest(".text").querySelector("a[id|=f]:target")?.classList.add("stepped");
  if (!mark.parentNode.querySelector(`#${CSS.escape(mark.id)}:target, #${CSS.escape(mark.id)} :target`)) history.replaceState(null, "", `#${mark.id}`);
  if (block) mark.scrollIntoView({ block });
  if (focus) title.focus({ preventScroll: true });
  if (!watcher && window.CloseWatcher) {  // the way back of a phone closes it
    watcher = new CloseWatcher();
    watcher.onclose = close;
  }
}

export function close() {
  coming = undefined;
  if (panel.hidden) return;
  watcher?.destroy();
  watcher = undefined;
  panel.hidden = true;
  panel.previousElementSibling.classList.remove("covered");
  figure.focus();
}

function fill(all) {
  const ids = [figure, ...figure.querySelectorAll("[id]")].map((one) => one.id);
  const told = ids.flatMap((id) => all.filter((one) => one.figure.figure === id)).map(facts);
  const marks = [...document.querySelectorAll(".text a[id|=f]")];
  quote = told[0].quote;
  lead(part("section"), [...document.querySelectorAll(".text :is(h2, h3, h4)[id]")].findLast(precedes));
  part("text").replaceChildren(...marked(figure.textContent));
  part("nature").textContent = heard(told[0]);
  part("quote").replaceChildren(...marked(quote));
  part("place").textContent = `${marks.indexOf(figure) + 1}/${marks.length}`;
  part("row").href = `#r-${figure.id.slice(2)}`;
  records.replaceChildren(...told.map(filled));
  said.textContent = "";
  const issue = part("issue");
  if (issue) issue.href = addressed(issue.dataset);
}

const precedes = (heading) => heading.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING;

// The way to the heading of the figure's section, in its words; before the first heading there is none.
function lead(link, heading) {
  link.hidden = !heading;
  if (!heading) return;
  link.href = `#${heading.id}`;
  link.textContent = heading.firstChild.textContent;
}

// What the figure is, for whoever hears its number alone.
function heard({ label, indicator, nature }) {
  const [[name] = []] = indicator;
  return ["", name ?? label, nature].join(" · ");
}

function filled(record) {
  const copy = panel.querySelector("template").content.cloneNode(true);
  for (const field of copy.querySelectorAll("[data-field]")) {
    const value = record[field.dataset.field];
    if (value.length) field.lastElementChild.append(...[value].flat().map(line));
    else field.remove();
  }
  return copy;
}

// An item is a text or [text, address, remark].
function line(item) {
  const out = document.createElement("p");
  if (!Array.isArray(item)) {
    out.append(...marked(item));
    return out;
  }
  const link = document.createElement("a");
  link.append(...marked(item[0]));
  link.href = item[1];
  out.append(link);
  if (item[2]) out.append(Object.assign(document.createElement("small"), { textContent: item[2] }));
  return out;
}

const address = () => Object.assign(new URL(location.href), { search: "", hash: figure.id }).href;

// What tells of a mistake in the figure, and where it goes: to a tracker, to a mailbox, or to a page that takes no words.
function mistake() {
  const [name, sentence, wrong] = panel.dataset.lines.split("|"), which = `${figure.textContent}（${figure.id}）`;
  return { title: `${panel.dataset.title}：${which}`, body: `${name}：${which}\n${address()}\n${sentence}：${quote}\n\n${wrong}\n` };
}

function addressed({ issue, kind }) {
  const { title, body } = mistake();
  return { tracker: () => `${issue}?${new URLSearchParams({ title, body })}`,
    mail: () => `mailto:${issue}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`, page: () => issue }[kind]();
}

async function copy(what) {
  const texts = { link: address, embed: () => panel.dataset.embed.replace("{id}", figure.id), mistake: () => mistake().body, cited: () => cited(what) };
  const copied = await (texts[what] ?? texts.cited)();
  try {
    await navigator.clipboard.writeText(copied);
    said.textContent = said.dataset.copied;
  } catch {
    said.textContent = copied;  // not allowed here: to be selected by hand
  }
}

// As the report is cited, with the figure's sentence in front and its own address.
async function cited(style) {
  const cite = document.getElementById("cite"), [{ words }] = await data;
  const text = cite.querySelector(`pre[data-style=${style}]`).textContent.replaceAll(cite.dataset.address, address);
  return words.cited[style].replace("{quote}", () => quote) + text;
}

panel.addEventListener("click", (event) => {
  if (event.target.closest("a[href='#main']")) close(); // it would cover the report's head on a phone
  const button = event.target.closest("button");
  if (button?.dataset.copy) copy(button.dataset.copy);
  if (button?.matches("[data-close]")) close();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !document.querySelector(":popover-open")) close();
});
