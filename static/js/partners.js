// Lights a statement wherever it stands (marks, numbers, connectors, map) while one of its places
// is pointed at or holds the focus.
let lit;

function light(statement) {
  if (statement === lit) return;
  for (const place of document.querySelectorAll(".lit")) place.classList.remove("lit");
  lit = statement;
  if (!statement) return;
  const id = CSS.escape(statement);
  for (const place of document.querySelectorAll(`[data-reader] [data-statement="${id}"]`)) place.classList.add("lit");
}

const follow = ({ target }) => light(target.closest?.("[data-reader] [data-statement]")?.dataset.statement);

document.addEventListener("pointerover", follow);
document.addEventListener("focusin", follow);
