// Draws each article as a strip with its marks, beside its column: a click goes there.
const SPACE = "http://www.w3.org/2000/svg";
const HEIGHT = 1000;
const WIDTHS = { verbatim: 10, rewritten: 10, possible: 7, sole: 4, reported: 2 };
let maps = [];

const element = (name, attributes) => {
  const made = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

function build() {
  for (const { strip } of maps) strip.remove();
  maps = [...document.querySelectorAll("[data-reader] .pane")].map((pane) => {
    const strip = element("svg", { class: "map", viewBox: `0 0 10 ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" });
    const length = pane.scrollHeight, top = pane.getBoundingClientRect().top - pane.scrollTop;
    for (const mark of pane.querySelectorAll("mark")) {
      const box = mark.getBoundingClientRect(), status = mark.classList[0];
      const tick = element("rect", { class: status, y: ((box.top - top) / length) * HEIGHT, height: Math.max(4, (box.height / length) * HEIGHT), width: WIDTHS[status] });
      tick.dataset.statement = mark.dataset.statement;
      tick.addEventListener("click", (event) => { event.stopPropagation(); mark.click(); });
      strip.append(tick);
    }
    const seen = strip.appendChild(element("rect", { class: "seen", width: 10 }));
    strip.addEventListener("click", (event) => {
      const place = (event.clientY - strip.getBoundingClientRect().top) / strip.clientHeight;
      pane.scrollTop = place * pane.scrollHeight - pane.clientHeight / 2;
    });
    pane.parentElement.append(strip);
    return { pane, strip, seen };
  });
  look();
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
