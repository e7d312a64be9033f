// Filters at once: a choice sends its form, empty fields stay out of the address, and what is
// typed while an answer is under way is not lost when the answer replaces the field.
document.addEventListener("change", ({ target }) => {
  if (target.matches("[data-submit]")) target.form.requestSubmit();
});

document.addEventListener("htmx:configRequest", ({ detail }) => {
  for (const [name, value] of [...detail.formData]) if (value === "") detail.formData.delete(name);
  detail.path = detail.path.split("#")[0];
});

document.addEventListener("formdata", ({ formData }) => {
  for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
});

// The focus stays on the same element; one that is gone hands it to the first choice.
const more = () => document.querySelector(".more-filters");
let typed, focused, open;
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const field = document.activeElement;
  typed = field?.type === "search" ? field : undefined;
  focused = detail.target.contains(field);
  open = more()?.open;
});
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (open && more()) more().open = true;
  const field = typed && document.getElementById(typed.id);
  if (field) field.focus({ preventScroll: true });
  if (field && field.value !== typed.value) {
    field.value = typed.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (focused && document.activeElement === document.body) detail.target?.querySelector(".chip")?.focus({ preventScroll: true });
  typed = focused = undefined;
});
