// Goes from one statement of a list to the next, gravest first, and says which of how many it is.
const list = () => [...document.querySelectorAll(".statement, .note")];
const place = () => document.querySelector("[data-step-place]");
const TOP = 80; // Below the edge of the window: what is cut off there was read.

function current(all) {
  const held = all.indexOf(document.activeElement?.closest(".statement, .note"));
  return held < 0 ? all.findIndex((one) => one.getBoundingClientRect().top > TOP) - 1 : held;
}

document.addEventListener("click", ({ target }) => {
  const step = Number(target.closest("[data-step]")?.dataset.step);
  const all = list();
  if (!step || !all.length) return;
  const next = (Math.max(current(all) + step, step < 0 ? -1 : 0) + all.length) % all.length;
  all[next].tabIndex = -1;
  all[next].focus({ preventScroll: true });
  all[next].scrollIntoView();
  place().textContent = `${next + 1} of ${all.length}`;
});
