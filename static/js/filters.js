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

let typed;
document.addEventListener("htmx:beforeSwap", () => {
  const field = document.activeElement;
  typed = field?.type === "search" ? { id: field.id, value: field.value } : undefined;
});
document.addEventListener("htmx:afterSettle", () => {
  const field = typed && document.getElementById(typed.id);
  if (field && field.value !== typed.value) {
    field.value = typed.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  typed = undefined;
});
