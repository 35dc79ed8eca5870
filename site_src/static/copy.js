import { marked } from "./chinese.js";

// Where the site has no address of its own, what is copied names the one that the page is read at.
const here = location.origin + location.pathname;
for (const text of document.querySelectorAll(".cite [data-here]")) {
  text.replaceChildren(...marked(text.dataset.here.replace("{here}", () => here)));
  text.closest(".cite").dataset.address = here;
}

// A button beside each citation that copies it; where copying is not allowed the text is selected instead.
for (const button of document.querySelectorAll(".cite button")) {
  const text = button.previousElementSibling;
  const name = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = button.dataset.copied;
      button.addEventListener("blur", () => (button.textContent = name), { once: true });
    } catch {
      getSelection().selectAllChildren(text);
    }
  });
}
