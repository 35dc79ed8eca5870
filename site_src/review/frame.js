// What stands around the text and the card: how far the review is, the ways to its other parts and out of it.
import { button, filled, h } from "./dom.js";
import { shownKey } from "./keys.js";
import { offered } from "./form.js";

export function frame(words, report, keys) {
  const { strings } = words;
  const done = h("progress", { value: 0, max: 1, "aria-label": strings.progress }), count = button("progress", "");
  const order = button("order", ""), doubts = button("doubts", ""), waits = h("p", { class: "waits", role: "status" });
  const bar = h("header", {}, h("h1", {}, report.title), done, count, order, doubts,
    h("button", { type: "button", "data-do": "keys", "aria-label": strings.actions.keys }, "?"),
    h("a", { href: "?" }, strings.leave));
  const card = h("section", { class: "card", "aria-label": strings.card });
  const text = h("section", { class: "text", lang: "zh-CN", "aria-label": strings.text });
  const table = h("dialog", { "aria-label": strings.progress });
  const root = h("div", { class: "review-desk" }, bar, waits, card, text, keys, table, ...offered(words));
  table.addEventListener("click", ({ target }) => { if (target.closest("[data-do=close]")) table.close(); });

  function progress({ figures, checked, later }, open, by, view) {
    done.max = figures || 1;
    done.value = checked;
    count.textContent = `${checked}/${figures}`;
    count.setAttribute("aria-label", filled(strings.count, { checked, figures, later }));
    order.replaceChildren(strings.orders[by], h("kbd", { "aria-hidden": "true" }, shownKey("order")));
    doubts.replaceChildren(filled(strings.doubts.way, { open }), h("kbd", { "aria-hidden": "true" }, shownKey("doubts")));
    doubts.setAttribute("aria-pressed", view === "doubts");
  }

  // How many were checked, and how many of these were wrong, by how sure they were read.
  function certainty({ certainty: grades, figures, checked, later }) {
    const head = ["grade", "figures", "checked", "wrong"].map((name) => h("th", { scope: "col" }, strings.table[name]));
    const rows = ["high", "medium", "low"].filter((grade) => grades[grade]).map((grade) => h("tr", {}, h("th", { scope: "row" }, strings.grades[grade]),
      ["figures", "checked", "wrong"].map((name) => h("td", {}, String(grades[grade][name])))));
    return [h("p", {}, filled(strings.count, { checked, figures, later })), h("table", {}, h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows))];
  }

  return {
    root, card, text, progress,
    waiting(waiting, answers) {
      root.dataset.waiting = waiting;
      waits.textContent = answers ? "" : filled(strings.waits, { waiting });
    },
    tell(words) { waits.textContent = words; },
    counts(now) {
      table.replaceChildren(h("h2", {}, strings.progress), ...certainty(now), h("p", { class: "row" }, button("close", strings.keys.close)));
      table.showModal();
    },
    // Nothing is left: what is to be done with it, and where to go on.
    finished(now, open) {
      return [h("h2", { tabindex: -1 }, strings.finished), ...certainty(now), h("p", {}, filled(strings.commit, { report: report.id })),
        h("div", { class: "actions" }, button("doubts", filled(strings.doubts.way, { open })), h("a", { href: "/reports/" }, strings.other_reports)),
        h("div", { class: "actions" }, ["previous", "undo"].map((action) => button(action, strings.actions[action], h("kbd", { "aria-hidden": "true" }, shownKey(action)))))];
    },
  };
}
