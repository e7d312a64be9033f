// Draws a line between the places of a statement in the two columns.
const SPACE = "http://www.w3.org/2000/svg";
let stage, ribbons, waiting;

function build() {
  stage = document.querySelector("[data-reader] .stage");
  if (!stage) return;
  stage.querySelector(".ribbons")?.remove();
  const picture = document.createElementNS(SPACE, "svg");
  picture.setAttribute("class", "ribbons");
  picture.setAttribute("aria-hidden", "true");
  ribbons = [...partners()].map(([from, to]) => {
    const path = picture.appendChild(document.createElementNS(SPACE, "path"));
    path.setAttribute("class", [...to.classList].filter((name) => name !== "badge").join(" "));
    path.dataset.statement = to.dataset.statement;
    return { path, from, to };
  });
  stage.append(picture);
  draw();
}

// Every place of a statement with the first place of it on the other side.
function* partners() {
  const [left, right] = [...stage.querySelectorAll(".pane")].map((pane) => Map.groupBy(pane.querySelectorAll(".badge"), (badge) => badge.dataset.statement));
  for (const [statement, here] of left) {
    const there = right.get(statement) ?? [];
    for (const badge of there) yield [here[0], badge];
    if (there.length) for (const badge of here.slice(1)) yield [badge, there[0]];
  }
}

function draw() {
  waiting = undefined;
  if (!stage?.isConnected) return;
  const box = stage.getBoundingClientRect();
  const [left, right] = [...stage.querySelectorAll(".column")].map((column) => column.getBoundingClientRect());
  const x1 = left.right - box.left + 8, x2 = right.left - box.left - 8, middle = (x1 + x2) / 2;
  for (const { path, from, to } of ribbons) {
    const [y1, y2] = [from, to].map((badge) => { const r = badge.getBoundingClientRect(); return r.top + r.height / 2 - box.top; });
    path.classList.toggle("away", Math.min(y1, y2) < 0 || Math.max(y1, y2) > box.height);
    path.setAttribute("d", `M${x1},${y1}C${middle},${y1} ${middle},${y2} ${x2},${y2}`);
  }
}

const soon = () => { waiting ??= requestAnimationFrame(draw); };
addEventListener("scroll", soon, { capture: true, passive: true });
addEventListener("resize", soon);
document.addEventListener("htmx:afterSwap", ({ detail }) => { if (detail.target?.id !== "what-changed") build(); });
document.addEventListener("htmx:historyRestore", build);
addEventListener("load", soon);
build();
