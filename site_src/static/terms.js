// Explains a term where it stands, in a card beside the word; the explanations are fetched when the first is asked for.
// Escape, the cross or a click elsewhere closes it and brings the focus back. Without this script the link leads to the
// page of all terms.
const list = document.getElementById("words");
const language = document.documentElement.lang, own = language.startsWith("zh") ? "" : `.${language}`;
const card = Object.assign(document.createElement("div"), { className: "explained", popover: "auto", tabIndex: -1 });
card.setAttribute("role", "dialog");
card.setAttribute("aria-labelledby", "explained");
document.querySelector("main").append(card);
let open; // the link whose term is explained
let closing; // the same, while a press on it closes the card

let coming; // the explanations
const terms = () => (coming ??= fetch(new URL(`terms${own}.json`, import.meta.url)).then((response) => response.json()));
const MARK = '.text a[href*="/terms/#"]';

const fill = ([textContent, words], href) => {
  const name = Object.assign(document.createElement("strong"), { id: "explained", textContent });
  const text = Object.assign(document.createElement("p"), { textContent: words, lang: "zh-Hans" });
  const more = Object.assign(document.createElement("a"), { href, textContent: list.dataset.more });
  const cross = Object.assign(document.createElement("button"), { type: "button", textContent: "×", ariaLabel: list.dataset.close });
  cross.addEventListener("click", () => card.hidePopover());
  card.replaceChildren(name, text, more, cross);
};
// Below the word, or above it where there is more room; never beyond the edges of the window.
const place = (link) => {
  const lines = link.getClientRects(), first = lines[0], last = lines[lines.length - 1];
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const below = last.bottom + card.offsetHeight + 12 < height || first.top < height - last.bottom;
  card.style.left = `${Math.max(12, Math.min(first.left, width - card.offsetWidth - 12)) + scrollX}px`;
  card.style.top = `${(below ? last.bottom + 6 : first.top - card.offsetHeight - 6) + scrollY}px`;
};

addEventListener("pointerdown", (event) => { closing = card.matches(":popover-open") ? event.target.closest?.(MARK) === open && open : null; }, true);
addEventListener("click", async (event) => {
  const link = event.target.closest?.(MARK);
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link === closing) return closing = null;
  open = link;
  link.focus({ preventScroll: true });
  const all = await terms().catch(() => location.assign(link.href));
  if (!all || open !== link) return;
  fill(all[decodeURIComponent(link.hash.slice(1))], link.href);
  card.showPopover();
  place(link);
  card.focus({ preventScroll: true });
});
