// Small helpers for what the page is made of: elements, and words with values filled in.
export const h = (name, attributes, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
};

export const button = (action, words, ...more) => h("button", { type: "button", "data-do": action }, words, ...more);

// A template of the interface's words: `{name}` is filled.
export const filled = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);

// What is kept in this browser. Where it keeps nothing (a private window), the mode works without.
export const kept = {
  get(name, otherwise) {
    try { return JSON.parse(localStorage.getItem(`baogao-review-${name}`)) ?? otherwise; } catch { return otherwise; }
  },
  set(name, value) {
    try { localStorage.setItem(`baogao-review-${name}`, JSON.stringify(value)); } catch { /* it is for this page only */ }
  },
};
