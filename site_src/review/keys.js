// One key for each action: the list is data, and whoever wants others sets them; this browser keeps them.
import { button, h, kept } from "./dom.js";

const GIVEN = {
  right: "a", sentence: "s", wrong: "x", reject: "d", later: "f", undo: "z",
  next: "j", previous: "k", missed: "m", order: "o", doubts: "g", keys: "?",
};
let own = kept.get("keys", {});

export const keyOf = (action) => own[action] ?? GIVEN[action];
export const shownKey = (action) => keyOf(action)?.replace(" ", "␣").toUpperCase() ?? "";
const actionOf = (key) => Object.keys(GIVEN).find((action) => keyOf(action) === key);

// Two actions never have one key: the other takes what this one had.
export function setKey(action, key) {
  const other = actionOf(key), before = keyOf(action);
  own = { ...own, [action]: key };
  if (other && other !== action) own[other] = before;
  kept.set("keys", own);
}

// While somebody writes, keys are letters. The page below the mode hears no key.
export function listen(root, act) {
  root.addEventListener("keydown", (event) => event.stopPropagation());
  addEventListener("keydown", (event) => {
    const inside = root.contains(event.target);
    if (!inside) event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || root.querySelector("dialog[open]")) return;
    const action = wanted(event, inside);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat || action === "next" || action === "previous") act(action);
  }, true);
}

function wanted({ key, target }, inside) {
  if (key === "Escape") return "escape";
  if (inside && (target.closest("form") || ([" ", "Enter"].includes(key) && target.closest("button, a, summary")))) return "";
  return actionOf(key.length === 1 ? key.toLowerCase() : key) ?? (/^[0-9]$/.test(key) ? `field-${key}` : "");
}

// What `?` shows: every action with its key; a key is changed by pressing another one.
export function keysDialog(strings, changed) {
  const list = h("ul", { class: "keys" }), said = h("p", { role: "status" });
  const dialog = h("dialog", { class: "keys", "aria-labelledby": "keys-title" },
    h("h2", { id: "keys-title" }, strings.keys.title), h("ul", {}, strings.keys.how.map((line) => h("li", {}, line))), h("p", {}, strings.keys.note), list, h("p", {}, strings.keys.digits), said,
    h("p", { class: "row" }, button("given", strings.keys.given), button("close", strings.keys.close)));
  let waiting;
  const fill = () => list.replaceChildren(...Object.keys(GIVEN).map((action) => h("li", {},
    h("span", {}, strings.actions[action]),
    h("button", { type: "button", "data-key": action, "aria-label": `${strings.actions[action]} ${shownKey(action)}` }, h("kbd", {}, shownKey(action))))));
  dialog.addEventListener("click", ({ target }) => {
    const chosen = target.closest("[data-key]")?.dataset.key, what = target.closest("[data-do]")?.dataset.do;
    if (chosen) {
      waiting = chosen;
      said.textContent = strings.keys.press.replace("{action}", strings.actions[chosen]);
    }
    if (what === "given") own = {}, kept.set("keys", own), fill(), changed();
    if (what === "close") dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (!waiting || ["Shift", "Tab"].includes(event.key)) return;
    event.preventDefault();
    if (event.key !== "Escape" && !/^[0-9]$/.test(event.key)) setKey(waiting, event.key.length === 1 ? event.key.toLowerCase() : event.key);
    const set = waiting;
    waiting = undefined;
    said.textContent = "";
    fill();
    changed();
    list.querySelector(`[data-key=${set}]`).focus();
  });
  dialog.addEventListener("close", () => { waiting = undefined; said.textContent = ""; });
  fill();
  return dialog;
}
