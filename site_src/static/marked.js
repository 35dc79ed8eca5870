// Marks the words that a search was for in the paragraph that its result leads to: `?mark=长三角#p-…`.
import { fold, spans } from "./phrases.js";

function mark(paragraph, wanted) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const pieces = []; // text nodes, and where each of their characters that is no blank stands
  let text = "";
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest("sup.note, .kind")) continue;
    [...node.data].forEach((sign, i) => {
      if (/\S/.test(sign)) { pieces.push([node, i]); text += sign; }
    });
  }
  for (const [start, end] of spans(fold(text), wanted).reverse()) {
    for (let last = end; last > start;) { // one mark for each text node that the words run through
      let first = last - 1;
      while (first > start && pieces[first - 1][0] === pieces[last - 1][0]) first--;
      const range = document.createRange();
      range.setStart(pieces[first][0], pieces[first][1]);
      range.setEnd(pieces[last - 1][0], pieces[last - 1][1] + 1);
      range.surroundContents(document.createElement("mark"));
      last = first;
    }
  }
}

if (document.querySelector("article.report[data-files]")) await import("./text_in_chinese.js").catch(() => {});
const wanted = new URLSearchParams(location.search).getAll("mark").map((phrase) => fold(phrase).replace(/\s+/g, ""));
const paragraph = wanted.length && location.hash && document.getElementById(location.hash.slice(1));
if (paragraph) mark(paragraph, wanted.filter(Boolean));
