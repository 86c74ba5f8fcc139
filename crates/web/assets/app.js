// Small improvements. Every page works without them.
(function () {
  "use strict";
  var doc = document;
  var leaving = false;

  function each(selector, act) {
    Array.prototype.forEach.call(doc.querySelectorAll(selector), act);
  }

  // A form is sent once. The button stays as it is, so that a screen reader keeps its place; a line says what happens.
  function status(form, text) {
    var line = form.querySelector(".form-status");
    if (line) line.textContent = text;
  }
  function release(form) {
    form.removeAttribute("aria-busy");
    status(form, "");
  }
  each("form[data-once]", function (form) {
    form.addEventListener("submit", function (event) {
      if (event.defaultPrevented) return;
      if (form.getAttribute("aria-busy") === "true") {
        event.preventDefault();
        return;
      }
      leaving = true;
      form.setAttribute("aria-busy", "true");
      status(form, form.dataset.sending || "");
      setTimeout(release, 20000, form);
    });
  });
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) return;
    leaving = false;
    each("form[data-once]", release);
  });

  // A half-written form is not left by accident.
  function differs(form) {
    return Array.prototype.some.call(form.elements, function (el) {
      if (!el.name || el.type === "hidden") return false;
      if (el.type === "checkbox" || el.type === "radio") return el.checked !== el.defaultChecked;
      if (el.options) {
        var first = Array.prototype.findIndex.call(el.options, function (o) { return o.defaultSelected; });
        return el.selectedIndex !== Math.max(first, 0);
      }
      return "defaultValue" in el && el.value !== el.defaultValue;
    });
  }
  window.addEventListener("beforeunload", function (event) {
    if (leaving) return;
    each("form[data-guard]", function (form) {
      if (!differs(form)) return;
      event.preventDefault();
      event.returnValue = form.dataset.guard;
    });
  });

  // How many characters are left: counted as the server counts them, a line break as one.
  each("[data-max]", function (field) {
    var line = doc.getElementById(field.id + "-count");
    if (!line) return;
    var max = Number(field.dataset.max);
    function count() {
      var left = max - Array.from(field.value.replace(/\r\n/g, "\n")).length;
      line.textContent = (left < 0 ? line.dataset.over : line.dataset.left).replace("{n}", Math.abs(left));
      line.classList.toggle("over", left < 0);
    }
    field.addEventListener("input", count);
    if (field.value) count();
  });

  // What is wrong is the first thing that a keyboard or a screen reader meets.
  var wrong = doc.querySelector("[data-focus]");
  if (wrong) wrong.focus();

  // The way out: the page is replaced, so that going back does not show it. Escape three times does the same.
  var exit = doc.querySelector("[data-quick-exit]");
  if (exit) {
    var away = function () {
      leaving = true;
      doc.documentElement.hidden = true;
      window.location.replace(exit.href);
    };
    exit.addEventListener("click", function (event) {
      event.preventDefault();
      away();
    });
    var presses = [];
    doc.addEventListener("keydown", function (event) {
      if (event.key !== "Escape") {
        presses = [];
        return;
      }
      presses.push(Date.now());
      presses = presses.slice(-3);
      if (presses.length === 3 && presses[2] - presses[0] < 2000) away();
    });
  }

  // The way back from a screen that is turned towards somebody asks nothing.
  each("[data-leave]", function (link) {
    link.addEventListener("click", function () { leaving = true; });
  });

  // Printing.
  each("[data-print]", function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });

  // An untouched page says that it will lock, then locks. Other windows of the same browser count as touched.
  var idle = doc.querySelector("[data-idle]");
  if (idle) {
    var after = Number(idle.dataset.after) * 1000;
    var warn = Number(idle.dataset.warn) * 1000;
    var said = idle.querySelector("[data-idle-said]");
    var leftBox = idle.querySelector("[data-idle-left]");
    var touched = Date.now();
    var told = touched;
    var share = function (time) { try { localStorage.setItem("touched", String(time)); } catch (e) { /* not allowed: this window alone counts */ } };
    var shared = function () { try { return Number(localStorage.getItem("touched")) || 0; } catch (e) { return 0; } };
    var touch = function () {
      touched = Date.now();
      share(touched);
      if (idle.dataset.touch && touched - told > 60000) {
        told = touched;
        fetch(idle.dataset.touch, { method: "POST", credentials: "same-origin" }).catch(function () {});
      }
    };
    share(touched);
    ["keydown", "pointerdown", "input"].forEach(function (kind) {
      doc.addEventListener(kind, function () { if (idle.hidden) touch(); }, { passive: true });
    });
    idle.querySelector("[data-idle-stay]").addEventListener("click", function () {
      told = 0;
      touch();
      idle.hidden = true;
      said.textContent = "";
    });
    setInterval(function () {
      var left = Math.max(touched, shared()) + after - Date.now();
      if (left <= 0) {
        leaving = true;
        window.location.replace(idle.dataset.href);
      } else if (left <= warn) {
        if (idle.hidden) {
          idle.hidden = false;
          said.textContent = said.dataset.idleSaid;
        }
        leftBox.textContent = Math.ceil(left / 1000);
      } else if (!idle.hidden) {
        idle.hidden = true;
        said.textContent = "";
      }
    }, 1000);
  }
})();
