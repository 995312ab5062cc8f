// Search over all and the keys of the frame. Everything here can be done without it, by links.
const finder = document.querySelector("dialog.find");
const keys = document.querySelector("dialog.keys");

function single() {
  try { return localStorage.getItem("keys") !== "off"; } catch { return true; }
}

function show(dialog) {
  if (dialog && !document.querySelector("dialog[open]")) dialog.showModal();
}

for (const dialog of document.querySelectorAll("dialog")) {
  // A click beside it closes it; Escape does so by itself.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  for (const button of dialog.querySelectorAll("[data-close]")) button.addEventListener("click", () => dialog.close());
}

if (finder) {
  const field = finder.querySelector("input");
  const list = finder.querySelector("[role=listbox]");
  const says = finder.querySelector("[data-find-says]");
  let asked = null;
  let waits = 0;

  const options = () => [...list.querySelectorAll("[role=option]")];
  const chosen = () => list.querySelector("[aria-selected=true]");

  function choose(option) {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  }

  function lay(html) {
    list.innerHTML = html;
    const hint = list.querySelector("[data-says]");
    says.textContent = hint?.textContent ?? "";
    hint?.remove();
    const all = options();
    field.setAttribute("aria-expanded", String(all.length > 0));
    choose(all[0]);
    finder.dataset.shows = field.value;
  }

  async function ask() {
    asked?.abort();
    asked = new AbortController();
    const wanted = field.value;
    if (wanted.trim() === "") return lay("");
    try {
      const answer = await fetch(finder.dataset.findIn + "?q=" + encodeURIComponent(wanted), { signal: asked.signal });
      if (answer.ok && field.value === wanted) lay(await answer.text());
    } catch { /* another question followed, or the server is away: Enter still asks it */ }
  }

  field.addEventListener("input", () => {
    clearTimeout(waits);
    waits = setTimeout(ask, 60);
  });
  field.addEventListener("keydown", (event) => {
    const all = options();
    const at = all.indexOf(chosen());
    const next = { ArrowDown: at + 1, ArrowUp: at < 0 ? all.length - 1 : at - 1 }[event.key];
    if (next !== undefined && all.length > 0) {
      event.preventDefault();
      choose(all[(next + all.length) % all.length]);
    } else if (event.key === "Enter" && chosen() && finder.dataset.shows === field.value) {
      event.preventDefault();
      location.assign(chosen().href);
    }
  });
  finder.addEventListener("close", () => {
    field.value = "";
    lay("");
  });
  for (const link of document.querySelectorAll("[data-find]")) {
    link.querySelector("kbd").hidden = false;
    link.setAttribute("aria-keyshortcuts", "Control+K Meta+K");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(finder);
    });
  }
}

for (const button of document.querySelectorAll("[data-keys-open]")) {
  button.hidden = false;
  button.addEventListener("click", () => show(keys));
}
for (const box of keys.querySelectorAll("[data-keys-single]")) {
  box.checked = single();
  box.addEventListener("change", () => {
    try {
      if (box.checked) localStorage.removeItem("keys");
      else localStorage.setItem("keys", "off");
    } catch { /* a browser without storage keeps the keys on */ }
  });
}

function isWriting(target) {
  return target instanceof Element
    && target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") !== null;
}

let goes = 0;
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k" && finder) {
    event.preventDefault();
    show(finder);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || !single()) return;
  if (document.querySelector("dialog[open]")) return;
  const went = performance.now() - goes < 1500 && goes > 0;
  goes = 0;
  if (went) {
    const place = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (place) {
      event.preventDefault();
      location.assign(place.href);
    }
  } else if (event.key === "g") {
    goes = performance.now();
  } else if (event.key === "/" && finder) {
    event.preventDefault();
    show(finder);
  } else if (event.key === "?") {
    event.preventDefault();
    show(keys);
  }
});

// A menu closes when one leaves it: by Escape, by a click elsewhere, by walking on.
for (const menu of document.querySelectorAll("details.menu")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}
