// Moves the columns together by matched passage, never by pixel. On a wide screen the columns are
// panes on a stage that sticks; the page scrolls, and each pane goes from one passage that several
// print to the next in the time the longest side needs. Unlocked, each pane scrolls by itself.
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
  const lock = document.querySelector("[data-lock]");
  lock.hidden = !wide.matches;
  lock.setAttribute("aria-pressed", locked);
  reader.dataset.columns = wide.matches ? (locked ? "together" : "apart") : "page";
  if (!wide.matches) return;
  panes = [...stage.querySelectorAll(".pane")].filter((pane) => pane.checkVisibility());
  root.style.setProperty("--bar", `${document.querySelector("[data-bar]").offsetHeight}px`);
  offsets = panes.map(() => 0);
  for (const pane of panes) pane.tabIndex = locked ? -1 : 0;
  measure();
  if (!locked) return;
  root.style.setProperty("--way", `${stage.offsetHeight + way.at(-1).page}px`);
  travelled = travel();
  move();
}

// The way from station to station: how far the page and each pane have gone where a passage is level.
function measure() {
  const line = stage.clientHeight * LINE;
  const passages = new Map();
  panes.forEach((pane, n) => {
    for (const badge of pane.querySelectorAll(".body .badge")) {
      const places = passages.get(badge.dataset.statement) ?? panes.map(() => undefined);
      places[n] ??= clamp(placeIn(pane, badge) - line, reach(pane));
      passages.set(badge.dataset.statement, places);
    }
  });
  const detail = { passages: [...passages.values()], stations: [panes.map(() => 0), panes.map(reach)] };
  document.dispatchEvent(new CustomEvent("lay-way", { detail }));
  const { stations } = detail;
  let page = 0;
  way = stations.map((places, n) => {
    page += Math.max(0, ...places.map((place, m) => place - stations[Math.max(n - 1, 0)][m]));
    return { page, panes: places };
  });
  start = reader.getBoundingClientRect().top + scrollY - document.querySelector("[data-bar]").offsetHeight;
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
    offsets = panes.map(() => 0);
    offsets[n] = place - paneAt(travelled, n);
    scrollTo({ top: start + travelled, behavior: "instant" });
    move();
  }
}, { capture: true, passive: true });

document.addEventListener("bring-level", ({ detail: { places, kept } }) => {
  const behavior = still.matches ? "instant" : "smooth";
  if (!wide.matches) return (places[kept] ?? places.find(Boolean))?.scrollIntoView({ block: "nearest", behavior });
  const at = panes.map((pane, n) => places[n] && placeIn(pane, places[n]));
  const lead = at[kept] === undefined ? at.findIndex((place) => place !== undefined) : kept;
  if (lead < 0) return;
  const seen = lead === kept ? at[kept] - panes[kept].scrollTop : -1;
  const level = Math.min(
    seen > 0 && seen < stage.clientHeight / 2 ? seen : stage.clientHeight * LINE,
    ...at.filter((place) => place !== undefined),
  );
  const targets = at.map((place, n) => (place === undefined ? panes[n].scrollTop : clamp(place - level, reach(panes[n]))));
  if (locked) {
    const page = pageAt(targets[lead], lead);
    at.forEach((place, n) => { if (place === undefined) targets[n] = clamp(paneAt(page, n), reach(panes[n])); });
  }
  glide(targets);
});

document.addEventListener("click", ({ target }) => {
  if (!target.closest("[data-lock]")) return;
  locked = !locked;
  const kept = panes.map((pane) => pane.scrollTop);
  setUp();
  locked ? glide(kept.map((place, n) => (n ? paneAt(pageAt(kept[0], 0), n) : place))) : panes.forEach((pane, n) => { pane.scrollTop = kept[n]; });
});

addEventListener("resize", setUp);
document.addEventListener("htmx:afterSwap", () => { if (!reader?.isConnected) setUp(); });
document.addEventListener("htmx:historyRestore", setUp);
setUp();
