// Sets the look that was chosen last before anything is drawn, so that nothing flashes.
const chosen = (() => {
  try { return localStorage.getItem("look"); } catch { return null; }
})();
if (chosen === "light" || chosen === "dark") document.documentElement.dataset.look = chosen;
