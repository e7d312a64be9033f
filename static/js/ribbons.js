// Draws a line between the places of a statement in two columns that stand beside each other.
const SPACE = "http://www.w3.org/2000/svg";
const FREE = 8; // What is left free between a column and its lines, beside the strip of a column.
const beside = matchMedia("(min-width: 60rem)"); // Where the style sheet sets columns beside each other.
let stage, ribbons, waiting;

function build() {
  stage = document.querySelector("[data-reader] .stage");
  stage?.querySelector(".ribbons")?.remove();
  if (!stage || !beside.matches) return;
  const picture = document.createElementNS(SPACE, "svg");
  picture.setAttribute("class", "ribbons");
  picture.setAttribute("aria-hidden", "true");
  ribbons = [...partners()].map(([from, to]) => {
    const path = picture.appendChild(document.createElementNS(SPACE, "path"));
    path.setAttribute("class", [...(from.matches(".reported") ? from : to).classList].filter((name) => name !== "badge").join(" "));
    path.dataset.statement = to.dataset.statement;
    return { path, from, to };
  });
  stage.append(picture);
  draw();
}

// Every place of a statement with the first place of it in the next column.
function* partners() {
  const columns = [...stage.querySelectorAll(".pane")].map((pane) => Map.groupBy(pane.querySelectorAll(".badge"), (badge) => badge.dataset.statement));
  for (const [n, right] of columns.entries()) {
    for (const [statement, here] of columns[n - 1] ?? []) {
      const there = right.get(statement) ?? [];
      for (const badge of there) yield [here[0], badge];
      if (there.length) for (const badge of here.slice(1)) yield [badge, there[0]];
    }
  }
}

// Everything is measured before anything is drawn, or each line would have the page laid out anew.
function draw() {
  waiting = undefined;
  const picture = stage?.isConnected && stage.querySelector(".ribbons");
  if (!picture?.checkVisibility()) return;
  const box = stage.getBoundingClientRect();
  const ends = new Map([...stage.querySelectorAll(".column")].map((column) => [column, column.getBoundingClientRect()]));
  const strips = stage.querySelectorAll(".map").length > 2 ? 2 * FREE : 0;
  const lines = ribbons.map(({ path, from, to }) => {
    const [left, right] = [from, to].map((badge) => ends.get(badge.closest(".column")));
    const x1 = left.right - box.left + FREE, x2 = right.left - box.left - FREE - strips, middle = (x1 + x2) / 2;
    const [y1, y2] = [from, to].map((badge) => { const r = badge.getBoundingClientRect(); return r.top + r.height / 2 - box.top; });
    const away = Math.min(y1, y2) < 0 || Math.max(y1, y2) > box.height;
    return { path, away, seen: right.width > 0, d: `M${x1},${y1}C${middle},${y1} ${middle},${y2} ${x2},${y2}` };
  });
  for (const { path, away, seen, d } of lines) {
    path.classList.toggle("away", away);
    path.setAttribute("d", seen ? d : "");
  }
}

const soon = () => { waiting ??= requestAnimationFrame(draw); };
addEventListener("scroll", soon, { capture: true, passive: true });
addEventListener("resize", soon);
beside.addEventListener("change", build);
document.addEventListener("htmx:afterSwap", ({ detail }) => { if (detail.target?.id !== "what-changed") build(); });
document.addEventListener("htmx:historyRestore", build);
addEventListener("load", soon);
build();
