// Passkeys: puts what the device answers into the form. Without scripts the page says how to go on instead.
(function () {
  "use strict";
  var box = document.querySelector("[data-passkey]");
  if (!box) return;
  if (!window.PublicKeyCredential || !navigator.credentials) return;
  box.querySelector("[data-passkey-without]").hidden = true;
  var form = box.closest("form");
  var answer = form.querySelector("[name=answer]");
  var said = box.querySelector("[data-passkey-said]");
  var waiting = false;

  // Bytes travel as base64url.
  function bytes(text) {
    var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (sign) { return sign.charCodeAt(0); });
  }
  function text(buffer) {
    var plain = Array.from(new Uint8Array(buffer), function (byte) { return String.fromCharCode(byte); }).join("");
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }
  function known(list) {
    return (list || []).map(function (one) { return { type: one.type, id: bytes(one.id) }; });
  }
  function ask() {
    var options = JSON.parse(box.dataset.options);
    options.challenge = bytes(options.challenge);
    if (box.dataset.passkey === "create") {
      options.user.id = bytes(options.user.id);
      options.excludeCredentials = known(options.excludeCredentials);
      return navigator.credentials.create({ publicKey: options });
    }
    options.allowCredentials = known(options.allowCredentials);
    return navigator.credentials.get({ publicKey: options });
  }
  function told(credential) {
    var response = { clientDataJSON: text(credential.response.clientDataJSON) };
    if (credential.response.attestationObject) {
      response.attestationObject = text(credential.response.attestationObject);
    } else {
      response.authenticatorData = text(credential.response.authenticatorData);
      response.signature = text(credential.response.signature);
      if (credential.response.userHandle) response.userHandle = text(credential.response.userHandle);
    }
    return JSON.stringify({
      id: credential.id, rawId: text(credential.rawId), type: credential.type, response: response, extensions: {}
    });
  }

  // Before anybody else hears of the sending: the first one asks the device, the second one goes out.
  form.addEventListener("submit", function (event) {
    if (answer.value) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (waiting) return;
    waiting = true;
    said.textContent = "";
    ask().then(function (credential) {
      answer.value = told(credential);
      form.requestSubmit();
    }).catch(function () {
      said.textContent = box.dataset.failed;
    }).then(function () { waiting = false; });
  }, true);
})();
