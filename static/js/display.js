// Remembers the choices of the Display panel. Loaded right after the panel, so that they hold
// before the first paint; the style sheet reads the checked buttons, so it works unscripted too.
(() => {
  const key = "display", panel = document.getElementById("display");
  try {
    for (const id of JSON.parse(localStorage.getItem(key) || "[]")) {
      const choice = panel.querySelector(`#${CSS.escape(id)}`);
      if (choice) choice.checked = true;
    }
  } catch { /* no storage, or not ours: the defaults hold */ }
  panel.addEventListener("change", () => {
    const chosen = [...panel.querySelectorAll(":checked")].map((choice) => choice.id);
    try { localStorage.setItem(key, JSON.stringify(chosen)) } catch { /* private window */ }
    dispatchEvent(new Event("resize"));
  });
})();
