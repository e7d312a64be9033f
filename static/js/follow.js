// Follows the chosen statement: a click on marked words opens it as its number would, and when the
// panel shows another statement its places are lit and brought level. Other modules listen to
// "bring-level", sent with the places and with which of them the reader looks at.
let clicked, shown;

document.addEventListener("click", ({ target }) => {
  const place = target.closest?.("[data-reader] [data-statement]");
  if (!place) return;
  clicked = place.closest("[data-article]:not(mark)") ?? undefined;
  if (place.matches("mark") && getSelection().isCollapsed) badgeOf(place)?.click();
});

const badges = (column, statement) => [...column.querySelectorAll(`.badge[data-statement="${CSS.escape(statement)}"]`)];

// The number of the statement that stands nearest before the clicked words, or else its first.
function badgeOf(mark) {
  const all = badges(mark.closest(".column"), mark.dataset.statement);
  const before = all.filter((badge) => badge.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING);
  return before.at(-1) ?? all[0];
}

function show() {
  const reader = document.querySelector("[data-reader]");
  const statement = document.querySelector("#what-changed [data-statement]")?.dataset.statement;
  for (const place of document.querySelectorAll("[data-reader] .on")) place.classList.remove("on");
  if (reader && statement) {
    const id = CSS.escape(statement);
    for (const place of reader.querySelectorAll(`[data-statement="${id}"]:not(.badge)`)) place.classList.add("on");
    const places = [...reader.querySelectorAll(".column")].map((column) => {
      const all = badges(column, statement);
      return all.find((badge) => badge.closest(".body")) ?? all[0];
    });
    const kept = clicked ? [...reader.querySelectorAll(".column")].indexOf(clicked) : -1;
    if (statement !== shown || kept >= 0) reader.dispatchEvent(new CustomEvent("bring-level", { bubbles: true, detail: { places, kept } }));
  } else if (shown && document.activeElement === document.body) {
    document.querySelector(`[data-reader] .badge[data-statement="${CSS.escape(shown)}"]`)?.focus({ preventScroll: true });
  }
  shown = statement;
  clicked = undefined;
}

document.addEventListener("htmx:afterSettle", show);
document.addEventListener("htmx:historyRestore", show);
// The columns are drawn as they begin before they move: what moves in between counts as a shift.
addEventListener("load", () => requestAnimationFrame(() => setTimeout(() => {
  const aim = location.hash.slice(1) && document.getElementById(location.hash.slice(1));
  show();
  const mark = !shown && aim?.closest?.("[data-reader]") && aim.parentElement.querySelector(`#${CSS.escape(aim.id)} ~ mark`);
  if (mark) badgeOf(mark)?.click();
})));
