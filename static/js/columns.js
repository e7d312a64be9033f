// Moves the two columns together by matched passage, never by pixel. On a wide screen the columns
// are two panes on a stage that sticks; the page scrolls, and each pane goes from one passage that
// both print to the next in the time the longer side needs. Unlocked, each pane scrolls by itself.
const LINE = 0.3; // Where on the stage, from its top, passages are brought level.
const LEVEL_AGAIN = 0.5; // How much of a way travelled goes into undoing a pane's own offset.
const wide = matchMedia("(min-width: 60rem) and (min-height: 34rem)");
const root = document.documentElement; // Holds the sizes, so that they outlive a swap of the page.
const still = matchMedia("(prefers-reduced-motion: reduce)");

let reader, stage, panes, way, start, travelled, offsets, expected, gliding;
let locked = true;

const clamp = (value, most) => Math.min(Math.max(value, 0), Math.max(most, 0));
const reach = (pane) => pane.scrollHeight - pane.clientHeight;
const placeIn = (pane, mark) => mark.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;

function setUp() {
  reader = document.querySelector("[data-reader]");
  if (!reader) return;
  stage = reader.firstElementChild;
  panes = [...stage.querySelectorAll(".pane")];
  const lock = document.querySelector("[data-lock]");
  lock.hidden = !wide.matches;
  lock.setAttribute("aria-pressed", locked);
  reader.dataset.columns = wide.matches ? (locked ? "together" : "apart") : "page";
  root.style.setProperty("--bar", `${document.querySelector("[data-bar]").offsetHeight}px`);
  offsets = [0, 0];
  if (!wide.matches) return;
  for (const pane of panes) pane.tabIndex = locked ? -1 : 0;
  measure();
  if (!locked) return;
  root.style.setProperty("--way", `${stage.offsetHeight + way.at(-1).page}px`);
  travelled = travel();
  move();
}

// The stations of the way: how far the page and each pane have gone where a passage is level.
function measure() {
  const line = stage.clientHeight * LINE;
  const first = (pane) => {
    const places = new Map();
    for (const badge of pane.querySelectorAll(".body .badge")) {
      const id = badge.dataset.statement;
      if (!places.has(id)) places.set(id, clamp(placeIn(pane, badge) - line, reach(pane)));
    }
    return places;
  };
  const [left, right] = panes.map(first);
  const shared = [...left].filter(([id]) => right.has(id)).map(([id, place]) => [place, right.get(id)]);
  way = [{ page: 0, panes: [0, 0] }];
  for (const pair of [...inOrder(shared), panes.map(reach)]) {
    const from = way.at(-1), [a, b] = pair.map((place, n) => place - from.panes[n]);
    if (a >= 0 && b >= 0 && a + b) way.push({ page: from.page + Math.max(a, b), panes: pair });
  }
  start = reader.getBoundingClientRect().top + scrollY - document.querySelector("[data-bar]").offsetHeight;
}

// The longest run of passages that come in the same order in both columns.
function inOrder(pairs) {
  const runs = pairs.sort((p, q) => p[0] - q[0]).map((pair) => [pair]);
  runs.forEach((run, n) => {
    const best = runs.slice(0, n).filter((other) => other.at(-1)[1] < run[0][1] && other.at(-1)[0] < run[0][0])
      .reduce((longest, other) => (other.length > longest.length ? other : longest), []);
    runs[n] = [...best, ...run];
  });
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), []);
}

function along(value, from, to) {
  const n = clamp(way.findIndex((station) => from(station) > value) - 1, way.length - 2);
  const last = value >= from(way.at(-1)) ? way.length - 2 : n;
  const a = way[Math.max(last, 0)], b = way[Math.max(last, 0) + 1] ?? a, length = from(b) - from(a);
  return to(a) + (to(b) - to(a)) * (length ? (value - from(a)) / length : 0);
}
const travel = () => clamp(scrollY - start, way.at(-1).page);
const paneAt = (page, n) => along(page, (s) => s.page, (s) => s.panes[n]);
const pageAt = (place, n) => along(place, (s) => s.panes[n], (s) => s.page);

function move(behavior = "instant") {
  expected = panes.map((pane, n) => clamp(paneAt(travelled, n) + offsets[n], reach(pane)));
  panes.forEach((pane, n) => pane.scrollTo({ top: expected[n], behavior }));
}

function glide(targets) {
  clearTimeout(gliding);
  gliding = setTimeout(() => { gliding = undefined; }, 700);
  if (locked) {
    travelled = clamp(pageAt(targets[0], 0), way.at(-1).page);
    offsets = targets.map((target, n) => target - paneAt(travelled, n));
  }
  scrollTo({ top: locked ? start + travelled : Math.max(scrollY, start), behavior: "instant" });
  panes.forEach((pane, n) => pane.scrollTo({ top: targets[n], behavior: still.matches ? "instant" : "smooth" }));
  expected = targets;
}

addEventListener("scroll", ({ target }) => {
  if (!reader?.isConnected || reader.dataset.columns !== "together") return;
  const n = panes.indexOf(target);
  if (target === document && Math.abs(travel() - travelled) >= 1) {
    const length = Math.abs(travel() - travelled) * LEVEL_AGAIN;
    gliding = undefined;
    offsets = offsets.map((offset) => Math.sign(offset) * Math.max(0, Math.abs(offset) - length));
    travelled = travel();
    move();
  } else if (n >= 0 && !gliding && Math.abs(target.scrollTop - expected[n]) > 2) {
    // The browser scrolled a pane itself, to what was searched for or focused: the rest follows.
    const place = target.scrollTop;
    travelled = clamp(pageAt(place, n), way.at(-1).page);
    offsets = [0, 0];
    offsets[n] = place - paneAt(travelled, n);
    scrollTo({ top: start + travelled, behavior: "instant" });
    move();
  }
}, { capture: true, passive: true });

document.addEventListener("bring-level", ({ detail: { places, kept } }) => {
  const behavior = still.matches ? "instant" : "smooth";
  const only = places.findIndex((place, n) => place && !places[1 - n]);
  if (!wide.matches) return (places[kept] ?? places.find(Boolean))?.scrollIntoView({ block: "nearest", behavior });
  const at = places.map((place, n) => place && placeIn(panes[n], place));
  const seen = kept >= 0 && places[kept] ? at[kept] - panes[kept].scrollTop : -1;
  let level = seen > 0 && seen < stage.clientHeight / 2 ? seen : stage.clientHeight * LINE;
  level = Math.min(level, ...at.filter((place) => place !== undefined));
  const targets = at.map((place, n) => (place === undefined ? panes[n].scrollTop : clamp(place - level, reach(panes[n]))));
  if (only >= 0 && locked) targets[1 - only] = clamp(paneAt(pageAt(targets[only], only), 1 - only), reach(panes[1 - only]));
  glide(targets);
});

document.addEventListener("click", ({ target }) => {
  if (!target.closest("[data-lock]")) return;
  locked = !locked;
  const kept = panes.map((pane) => pane.scrollTop);
  setUp();
  locked ? glide([kept[0], paneAt(pageAt(kept[0], 0), 1)]) : panes.forEach((pane, n) => { pane.scrollTop = kept[n]; });
});

addEventListener("resize", setUp);
document.addEventListener("htmx:afterSwap", () => { if (!reader?.isConnected) setUp(); });
document.addEventListener("htmx:historyRestore", setUp);
setUp();
