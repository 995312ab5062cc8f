// Sends a file as it is, says how far it is, and goes to its page; without this the form sends it.
const form = document.querySelector("form[data-upload]");
const state = document.querySelector("[data-upload-state]");

// Its words stand in the page, as data-word-… of the form; {0} is a value.
function word(name, ...values) {
  return form.dataset["word" + name].replace(/\{(\d)\}/g, (_, at) => values[at]);
}

function say(text, trouble) {
  state.hidden = false;
  state.classList.toggle("failed", Boolean(trouble));
  state.querySelector("p").textContent = text;
  state.querySelector("progress").hidden = Boolean(trouble);
}

function sentence(request) {
  try {
    const problem = JSON.parse(request.responseText);
    return [problem.detail, problem.mend].filter(Boolean).join(" ");
  } catch {
    return word("Failed");
  }
}

function address(file) {
  const wanted = new URLSearchParams({ name: file.name });
  for (const field of form.elements) {
    if (field.name && field.type !== "file" && field.value.trim()) wanted.set(field.name, field.value);
  }
  return form.action + "?" + wanted;
}

function send(file) {
  const button = form.querySelector("button");
  const bar = state.querySelector("progress");
  const request = new XMLHttpRequest();
  request.open("POST", address(file));
  request.setRequestHeader("Accept", "application/json");
  request.upload.addEventListener("progress", (event) => {
    bar.max = event.total;
    bar.value = event.loaded;
    const percent = event.total ? Math.floor((100 * event.loaded) / event.total) : 0;
    say(word("Sending", file.name, percent));
  });
  request.addEventListener("load", () => {
    button.disabled = false;
    if (request.status === 200) location.href = JSON.parse(request.responseText).address;
    else say(sentence(request), true);
  });
  request.addEventListener("error", () => {
    button.disabled = false;
    say(word("BrokeOff"), true);
  });
  button.disabled = true;
  say(word("Begins", file.name));
  request.send(file);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const file = form.querySelector("input[type=file]").files[0];
  if (file) send(file);
  else say(word("Choose"), true);
});
