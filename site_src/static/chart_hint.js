/* The hint beside a link of a chart: its value, the sentence it was read from, and the way there. */
const GAP = 8;
const hint = document.createElement("div");
hint.className = "chart-hint";
hint.id = "chart-hint";
hint.setAttribute("role", "tooltip");
hint.hidden = true;
let shown, leaving, tell;

/** Show a hint at each link that is pointed at, focused or tapped; `at` is told its number, or nothing. */
export function hints(links, marks, at) {
  links.forEach((link, number) => {
    name(link);
    const open = () => show(link, marks[number].sentence(), () => at(), () => at(number));
    link.addEventListener("pointerenter", (event) => event.pointerType !== "touch" && open());
    link.addEventListener("pointerleave", leave);
    link.addEventListener("focus", () => link.matches(":focus-visible") && open());
    link.addEventListener("blur", close);
    // the first touch shows, the second one goes there
    link.addEventListener("click", (event) => {
      if (event.pointerType !== "touch" || shown === link) return;
      event.preventDefault();
      open();
    });
    if (link.matches(":hover, :focus-visible")) open();
  });
}

/** Its title names a link, and is shown by the browser: the hint takes that place. */
function name(link) {
  const title = link.querySelector("title");
  link.setAttribute("aria-label", title.textContent);
  title.remove();
}

function show(link, sentence, left, entered) {
  close();
  shown = link;
  tell = left;
  fill(link, sentence);
  document.body.append(hint);
  hint.hidden = false;
  place(link.getBoundingClientRect(), link.ownerSVGElement.getBoundingClientRect(), hint.getBoundingClientRect());
  link.setAttribute("aria-describedby", hint.id);
  entered();
}

/** A link is called `地区生产总值：2019年目标6.8%左右，看原句`, or `GDP: 2019 target 6.8% or so, to the sentence`: of what, how
    much, and where it leads. */
function fill(link, sentence) {
  const [, of, value, way] = link.getAttribute("aria-label").match(/^(.*?)(?:：|: )(.*)(?:，|, )(.*?)$/);
  const there = part("a", way);
  there.href = link.href.baseVal;
  there.tabIndex = -1;
  hint.replaceChildren(part("strong", of), part("span", value), ...(sentence ? [Object.assign(part("q", sentence), { lang: "zh-Hans" })] : []), there);
}

function part(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/** Beside the drawing where there is room, so that it covers no lane; else below the lane, or above. */
function place(lane, drawing, own) {
  let left = drawing.right + GAP, top = lane.top;
  if (left + own.width > innerWidth) left = drawing.left - GAP - own.width;
  if (left < 0) {
    left = Math.max(GAP, Math.min(lane.left, innerWidth - own.width - GAP));
    top = lane.bottom + own.height + GAP < innerHeight ? lane.bottom + GAP : lane.top - own.height - GAP;
  }
  top = Math.max(GAP, Math.min(top, innerHeight - own.height - GAP));
  hint.style.left = `${left + scrollX}px`;
  hint.style.top = `${top + scrollY}px`;
}

function leave() {
  leaving = setTimeout(close, 200); // time to get to the hint
}

function close() {
  clearTimeout(leaving);
  if (!shown) return;
  shown.removeAttribute("aria-describedby");
  shown = undefined;
  hint.hidden = true;
  tell();
}

hint.addEventListener("pointerenter", () => clearTimeout(leaving));
hint.addEventListener("pointerleave", leave);
addEventListener("keydown", (event) => event.key === "Escape" && close());
addEventListener("pointerdown", (event) => shown && !shown.contains(event.target) && !hint.contains(event.target) && close());
