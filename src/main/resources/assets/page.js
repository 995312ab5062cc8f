// What every page does in the browser: the switch of the look, and switches that send themselves.
const looks = ["auto", "light", "dark"];

function lookNow() {
  return document.documentElement.dataset.look ?? "auto";
}

function wear(look) {
  if (look === "auto") delete document.documentElement.dataset.look;
  else document.documentElement.dataset.look = look;
  try {
    if (look === "auto") localStorage.removeItem("look");
    else localStorage.setItem("look", look);
  } catch { /* a browser without storage keeps the look for this page */ }
  document.dispatchEvent(new CustomEvent("look"));
}

function label(button) {
  button.textContent = button.dataset[lookNow()];
}

for (const button of document.querySelectorAll("[data-switch-look]")) {
  button.hidden = false;
  label(button);
  button.addEventListener("click", () => {
    wear(looks[(looks.indexOf(lookNow()) + 1) % looks.length]);
    label(button);
  });
}

document.addEventListener("change", (event) => {
  if (event.target.matches("select[data-send]")) event.target.form.requestSubmit();
});

// Who speaks is asked once: the last name stands in the field again, in this browser alone.
for (const field of document.querySelectorAll("input[data-who]")) {
  try {
    if (field.value === "") field.value = localStorage.getItem("who") ?? "";
  } catch { /* a browser without storage asks again */ }
}

document.addEventListener("submit", (event) => {
  const who = event.target.querySelector("input[data-who]");
  if (who === null || who.value.trim() === "") return;
  try {
    localStorage.setItem("who", who.value.trim());
  } catch { /* the same */ }
});

// Parameters that say nothing stay out of the address.
document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-short]")) return;
  for (const field of event.target.elements) if (field.name && field.value === "") field.disabled = true;
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
