// @ts-check
/* Plain old script for old phones: keeps what is being answered until the server has it, and follows the room. */
(function () {
  "use strict";
  var HOME = "/mee";
  var trouble = /** @type {HTMLElement} */ (document.getElementById("trouble"));
  var sending = false;

  /** @param {(memory: Storage) => any} act */
  function memory(act) { try { return act(window.localStorage); } catch (e) { return null; } }

  /**
   * @param {string} method
   * @param {string} path
   * @param {string | null} body
   * @param {(status: number, text: string, again: number) => void} done status 0 = no answer
   */
  function request(method, path, body, done) {
    var r = new XMLHttpRequest();
    r.open(method, path);
    r.timeout = 40000;
    r.setRequestHeader("X-Requested-With", "phone");
    if (body !== null) r.setRequestHeader("Content-Type", "application/x-www-form-urlencoded");
    r.onload = function () { done(r.status, r.responseText, Number(r.getResponseHeader("x-ask-again"))); };
    r.onerror = r.ontimeout = function () { done(0, "", 0); };
    r.send(body);
  }

  /* -- what is being answered stays on this phone until the server says it has it -- */

  /** @param {any} form */
  function fields(form) {
    /** @type {Record<string, string>} */
    var said = {};
    var all = form.elements;
    for (var i = 0; i < all.length; i++) {
      var f = all[i];
      if (f.name && f.type !== "hidden" && f.tagName !== "BUTTON" && (f.type !== "radio" || f.checked)) said[f.name] = f.value;
    }
    return said;
  }

  /**
   * @param {any} form
   * @param {string} key
   */
  function restore(form, key) {
    var kept = memory(function (m) { return JSON.parse(m.getItem(key) || "null"); });
    if (!kept) return;
    for (var i = 0; i < form.elements.length; i++) {
      var f = form.elements[i];
      if (!(f.name in kept) || f.type === "hidden") continue;
      if (f.type === "radio") f.checked = f.value === kept[f.name]; else if (f.tagName === "TEXTAREA") f.value = kept[f.name];
    }
  }

  /**
   * @param {any} form
   * @param {any} pressed the button, which says what is asked for; null = none
   */
  function encoded(form, pressed) {
    var pairs = [], all = form.elements;
    for (var i = 0; i < all.length; i++) {
      var f = all[i];
      if (!f.name || f.tagName === "BUTTON" || (f.type === "radio" && !f.checked)) continue;
      pairs.push(encodeURIComponent(f.name) + "=" + encodeURIComponent(f.value));
    }
    if (pressed && pressed.name) pairs.push(encodeURIComponent(pressed.name) + "=" + encodeURIComponent(pressed.value));
    return pairs.join("&");
  }

  /**
   * @param {any} form
   * @param {string} body
   * @param {string} key under which the answer is kept; "" = nowhere
   * @param {number} wait milliseconds before it is tried once more
   */
  function send(form, body, key, wait) {
    sending = true;
    request("POST", form.getAttribute("action"), body, function (status, text) {
      var answer = null;
      try { answer = JSON.parse(text); } catch (e) { /* not from us: try again */ }
      if (status && answer && answer.next) {
        if (key && answer.done) memory(function (m) { m.removeItem(key); });
        window.location.assign(answer.next);
        return;
      }
      trouble.hidden = false;
      window.setTimeout(function () { send(form, body, key, Math.min(wait * 2, 15000)); }, wait + Math.random() * 1000);
    });
  }

  Array.prototype.forEach.call(document.querySelectorAll("form[method=post]"), function (/** @type {HTMLFormElement} */ form) {
    var draft = form.getAttribute("data-draft"), key = draft ? "answer:" + draft : "";
    /** @type {any} */
    var pressed = null;
    if (key) {
      restore(form, key);
      var keep = function () { memory(function (m) { m.setItem(key, JSON.stringify(fields(form))); }); };
      form.addEventListener("input", keep);
      form.addEventListener("change", keep);
    }
    form.addEventListener("click", function (e) {
      var at = /** @type {any} */ (e.target);
      while (at && at !== form && at.tagName !== "BUTTON") at = at.parentNode;
      if (at && at.tagName === "BUTTON") pressed = at;
    });
    form.addEventListener("submit", function (e) {
      e.preventDefault();
      if (sending) return;
      send(form, encoded(form, pressed), key, 1000);
    });
  });

  /* -- news from the room -- */

  var seen = document.body.getAttribute("data-wait");

  if ((seen || document.body.hasAttribute("data-over")) && !document.querySelector("form")) {
    memory(function (m) {
      for (var i = m.length - 1; i >= 0; i--) {
        var key = m.key(i) || "";
        if (key.indexOf("answer:") === 0) m.removeItem(key);
      }
    });
  }
  var asking = false, next = 0;

  function busy() {
    var at = /** @type {any} */ (document.activeElement);
    return sending || (at && at.tagName === "TEXTAREA" && at.value);
  }

  function ask() {
    if (asking) return;
    asking = true;
    window.clearTimeout(next);
    request("GET", HOME + "/news?seen=" + encodeURIComponent(seen || ""), null, function (status, text, again) {
      asking = false;
      if (status === 200 && !busy()) {
        window.location.replace(HOME);
        return;
      }
      next = window.setTimeout(ask, (again || 3) * 1000 * (0.8 + Math.random() * 0.4));
    });
  }

  if (seen) {
    next = window.setTimeout(ask, 1500);
    document.addEventListener("visibilitychange", function () { if (!document.hidden) ask(); });
    window.addEventListener("online", ask);
  }
})();
