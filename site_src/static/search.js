// The search page: what is typed stands in the address, what is found below, the latest search only.
import { candidates, open, paragraphs } from "./search_index.js";
import { phrases } from "./phrases.js";
import { addFigures, busy, clear, group, names, options, status } from "./search_results.js";

const AT_ONCE = 3; // reports: each loads some 25 KB; more follow as the reader nears the end
const FILTERS = { area: (part) => part.report.area, level: (part) => part.report.level, year: (part) => String(part.report.year), section: (part) => part.kind };

const form = document.querySelector("#search"), field = form.elements.q, more = document.querySelector("#more");
let chain = Promise.resolve(), latest = 0, current;
const near = new IntersectionObserver(([entry]) => entry.isIntersecting && current?.idle && list(current), { rootMargin: "200px" });

// Typing replaces one entry of the history; what is sent or chosen stays in it.
function remember(typing) {
  const said = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
  const address = location.pathname + (said.size ? `?${said}` : "");
  if (history.state?.typing || address === location.pathname + location.search) history.replaceState({ typing }, "", address);
  else history.pushState({ typing }, "", address);
}

function recall() {
  const said = new URLSearchParams(location.search);
  for (const select of form.querySelectorAll("select")) {
    const value = said.get(select.name) ?? "";
    if (![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
    select.value = value;
  }
  field.value = said.get("q") ?? "";
  renew();
}

// Searches run one after the other, whether or not the one before failed; one that is overtaken before its turn is left out.
function renew() {
  const turn = ++latest;
  chain = chain.catch(() => {}).then(() => turn === latest && search(turn)).catch((error) => {
    status("failed");
    busy(false);
    throw error;
  });
}

async function search(turn) {
  const stale = () => turn !== latest;
  const typed = Object.fromEntries(new FormData(form));
  current = undefined;
  if (!typed.q.trim()) return clear();
  busy(true);
  status("searching");
  const library = await open();
  if (stale()) return;
  const wanted = phrases(typed.q, library.traditional);
  const found = wanted.some((phrase) => [...phrase].length > 1) ? await candidates(library, wanted) : undefined;
  if (stale()) return;
  clear(typed.q);
  names(library.names, wanted);
  if (!found) {
    status("short");
    return busy(false);
  }
  const task = { turn, wanted, typed, queue: [], reports: 0, paragraphs: 0 };
  await run({ ...task, parts: found.together, fits: "every" });
  if (!stale() && !current.reports && wanted.length > 1 && found.apart.length)
    await run({ ...task, parts: found.apart, fits: "some" });
}

// Lists the reports of a search that the filters let through.
async function run(task) {
  const fits = (part, but) => Object.entries(FILTERS).every(([name, value]) => name === but || !task.typed[name] || value(part) === task.typed[name]);
  for (const [name, value] of Object.entries(FILTERS)) options(form.elements[name], task.parts.filter((part) => fits(part, name)), value);
  const chosen = new Map();
  for (const part of task.parts.filter((part) => fits(part))) chosen.set(part.report, [...(chosen.get(part.report) ?? []), part]);
  task.queue = [...chosen].sort(([a], [b]) => b.year - a.year || (a.area < b.area ? -1 : 1));
  current = task;
  await list(task);
}

async function list(task) {
  task.idle = false;
  busy(true);
  for (const goal = task.reports + AT_ONCE; task.reports < goal && task.queue.length;) {
    const next = task.queue.splice(0, goal - task.reports);
    const loaded = await Promise.all(next.map(([report, parts]) => paragraphs(report, parts)));
    if (task.turn !== latest) return;
    next.forEach(([report], i) => {
      const hits = loaded[i].filter((one) => task.wanted[task.fits]((phrase) => one.folded.includes(phrase)));
      if (!hits.length) return;
      task.reports += 1;
      task.paragraphs += hits.length;
      addFigures(hits.flatMap((hit) => hit.figures), task.wanted, task.typed.status);
      group(report, hits, task.wanted);
    });
  }
  more.hidden = !task.queue.length;
  task.idle = true;
  near.disconnect();
  near.observe(more); // again: the next reports may not have filled the screen
  status(task.fits === "some" ? "apart" : !task.paragraphs ? "nothing" : !task.queue.length ? "all" : task.wanted.length > 1 ? "atMost" : "first",
    { reports: task.reports, paragraphs: task.paragraphs, left: task.queue.length, all: task.reports + task.queue.length });
  busy(false);
}

form.addEventListener("input", (event) => {
  if (event.isComposing || event.target !== field) return; // half a word of an input method is no word
  remember(true);
  renew();
});
field.addEventListener("compositionend", () => { remember(true); renew(); });
form.addEventListener("change", (event) => {
  remember(false);
  if (event.target !== field) renew();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  remember(false);
  renew();
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !field.value) return;
  event.preventDefault();
  field.value = "";
  remember(true);
  renew();
});
field.addEventListener("focus", () => open().catch(() => {}), { once: true }); // ready when the first word is typed
more.addEventListener("click", () => current?.idle && list(current));
addEventListener("popstate", recall);

form.hidden = false;
document.querySelector("#without").hidden = true;
recall();
if (!field.value && matchMedia("(hover: hover)").matches) field.focus(); // on a phone the keyboard would cover the page
