// Single keys: each presses the link or button, or enters the field, that names it in data-key.
// They can be switched off, because speech input and a slip of the hand press them too.
const SETTING = "keys-off";
const allowed = document.getElementById("keys-on");
try { allowed.checked = localStorage.getItem(SETTING) === null; } catch { /* no storage: keys are on */ }
allowed.addEventListener("change", () => {
  try {
    if (allowed.checked) localStorage.removeItem(SETTING);
    else localStorage.setItem(SETTING, "1");
  } catch { /* private window */ }
});

// What is pressed while an answer is under way is pressed again on what the answer brings.
const waiting = [];
function press(key) {
  const control = document.querySelector(`[data-key="${CSS.escape(key)}"]:not([hidden])`);
  if (control?.matches(".htmx-request")) waiting.push(key);
  else if (control?.matches("input")) control.focus();
  else if (control?.matches("summary")) openAll(control, key);
  else control?.click();
  return control;
}
// One key opens everything that it names, or closes it.
function openAll(first, key) {
  const open = !first.parentElement.open;
  for (const summary of document.querySelectorAll(`summary[data-key="${CSS.escape(key)}"]`)) summary.parentElement.open = open;
}
document.addEventListener("htmx:afterSettle", () => { if (waiting.length) press(waiting.shift()); });

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input:not([type=radio], [type=checkbox]), select, textarea")) return;
  if (document.querySelector(":popover-open") || (event.key !== "Escape" && !allowed.checked)) return;
  if (press(event.key)) event.preventDefault();
});
