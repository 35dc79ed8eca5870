// Chinese words that scripts put on a page in another language, marked as such: `element.append(...marked(text))`.
export const foreign = !document.documentElement.lang.startsWith("zh");
const RUN = /([^\sA-Za-z]*[\u3400-\u9fff][^\sA-Za-z]*)/;
export const marked = (text) => (foreign ? text.split(RUN).map((part, i) => {
  if (i % 2 === 0) return part;
  return Object.assign(document.createElement("span"), { lang: "zh-Hans", textContent: part });
}) : [text]);
