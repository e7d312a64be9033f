// Draws each article as a strip with its marks, beside its column, where that scrolls:
// a click goes there.
const SPACE = "http://www.w3.org/2000/svg";
const HEIGHT = 1000;
const WIDTHS = { verbatim: 10, rewritten: 10, possible: 7, copied: 7, sole: 4, reported: 2 };
// Where a pane is as long as its text there is nothing to find in it.
const SCROLLING = '[data-columns="together"] .pane, [data-columns="apart"] .pane';
let maps = [];

const element = (name, attributes) => {
  const made = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

function build() {
  for (const { strip } of maps) strip.remove();
  const panes = [...document.querySelectorAll(SCROLLING)].filter((pane) => pane.checkVisibility());
  maps = panes.map((pane, n) => {
    const strip = element("svg", { class: n && n === panes.length - 1 ? "map last" : "map", viewBox: `0 0 10 ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" });
    const length = pane.scrollHeight, top = pane.getBoundingClientRect().top - pane.scrollTop;
    for (const { mark, status, from, to } of passages(pane)) {
      const tick = element("rect", { class: status, y: ((from - top) / length) * HEIGHT, height: Math.max(4, ((to - from) / length) * HEIGHT), width: WIDTHS[status] });
      tick.dataset.statement = mark.dataset.statement;
      tick.addEventListener("click", (event) => { event.stopPropagation(); mark.click(); });
      strip.append(tick);
    }
    const seen = strip.appendChild(element("rect", { class: "seen", width: 10 }));
    strip.addEventListener("click", (event) => {
      const place = (event.clientY - strip.getBoundingClientRect().top) / strip.clientHeight;
      pane.scrollTop = place * pane.scrollHeight - pane.clientHeight / 2;
    });
    strip.style.gridColumn = `${n + 1} / ${n + 2}`;
    return { pane, strip, seen };
  });
  for (const { pane, strip } of maps) pane.parentElement.append(strip);
  look();
}

// Marks that follow each other are one passage, though a word of it is marked by itself.
function passages(pane) {
  const found = [];
  for (const mark of pane.querySelectorAll("mark")) {
    const { top, bottom } = mark.getBoundingClientRect(), status = mark.classList[0], last = found.at(-1);
    const goes = last?.status === status && last.mark.dataset.statement === mark.dataset.statement && top < last.to;
    if (goes) last.to = Math.max(last.to, bottom);
    else found.push({ mark, status, from: top, to: bottom });
  }
  return found;
}

function look() {
  for (const { pane, seen } of maps) {
    seen.setAttribute("y", (pane.scrollTop / pane.scrollHeight) * HEIGHT);
    seen.setAttribute("height", (pane.clientHeight / pane.scrollHeight) * HEIGHT);
  }
}

addEventListener("scroll", look, { capture: true, passive: true });
addEventListener("resize", build);
document.addEventListener("htmx:afterSwap", ({ detail }) => { if (detail.target?.id !== "what-changed") build(); });
document.addEventListener("htmx:historyRestore", build);
addEventListener("load", build);
