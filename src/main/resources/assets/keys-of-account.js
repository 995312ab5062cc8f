// Lets the browser make a key, or prove one, and sends what it answers with the form.
const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
const named = (keys) => keys.map((key) => ({ ...key, id: bytes(key.id) }));

async function made(asks) {
  const publicKey = {
    ...asks,
    challenge: bytes(asks.challenge),
    user: { ...asks.user, id: bytes(asks.user.id) },
    excludeCredentials: named(asks.excludeCredentials),
  };
  const key = await navigator.credentials.create({ publicKey });
  return said(key, {
    attestationObject: text(key.response.attestationObject),
    transports: key.response.getTransports?.() ?? [],
  });
}

async function proven(asks) {
  const publicKey = {
    ...asks,
    challenge: bytes(asks.challenge),
    allowCredentials: named(asks.allowCredentials),
  };
  const key = await navigator.credentials.get({ publicKey });
  return said(key, {
    authenticatorData: text(key.response.authenticatorData),
    signature: text(key.response.signature),
  });
}

function said(key, response) {
  return JSON.stringify({
    id: key.id,
    rawId: text(key.rawId),
    type: key.type,
    clientExtensionResults: {},
    response: { ...response, clientDataJSON: text(key.response.clientDataJSON) },
  });
}

for (const form of document.querySelectorAll("form[data-key]")) {
  const trouble = form.querySelector("[data-key-trouble]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    trouble.hidden = true;
    if (!navigator.credentials || !window.PublicKeyCredential) {
      trouble.textContent = trouble.dataset.wordNone;
      trouble.hidden = false;
      return;
    }
    try {
      const asks = JSON.parse(form.dataset.asks);
      form.elements.answer.value = await (form.dataset.key === "make" ? made(asks) : proven(asks));
      form.submit();
    } catch (error) {
      trouble.textContent =
        error.name === "InvalidStateError"
          ? trouble.dataset.wordTwice
          : trouble.dataset.wordNothing;
      trouble.hidden = false;
    }
  });
}
