// Remembers the choices of the Display panel in a cookie: the server checks them again in the next
// page, which is drawn as chosen without waiting for a script.
const YEAR = 365 * 24 * 3600;
const panel = document.getElementById("display");

panel.addEventListener("change", () => {
  const chosen = [...panel.querySelectorAll(":checked")].map(({ id }) => id);
  document.cookie = `display=${chosen.join(".")};path=/;max-age=${YEAR};samesite=lax`;
  dispatchEvent(new Event("resize"));
});
