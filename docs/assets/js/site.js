/* Before the modules and outside them, in the JavaScript of 2009 so that every browser reads it: a word where scripts fail;
   light or dark before the first paint; the menu; what paper says. */

/* A script that does not come, that this browser cannot read, or that breaks is told of. Pages opened from a disk, where
   modules are refused and a folder's address shows its files, have their addresses completed, so that reading works. */
(function () {
  "use strict";
  var PATIENCE = 12000; // ms until scripts that neither come nor fail are given up
  var said = false;
  var disk = location.protocol === "file:";

  function show(on) {
    var line = document.querySelector("[data-unmet=" + (disk ? "disk" : "web") + "]");
    if (line) line.hidden = !on;
  }
  function speak() {
    said = true;
    show(true);
  }
  function ours(text) {
    return Boolean(text) && (text.indexOf("/assets/js/") >= 0 || text.indexOf("dynamically imported module") >= 0 || text.indexOf("module script") >= 0);
  }

  addEventListener("error", function (event) {
    var from = event.target;
    if (from && from.tagName === "SCRIPT" ? ours(from.src) : ours(event.filename)) speak();
  }, true);
  addEventListener("unhandledrejection", function (event) {
    var why = event.reason;
    if (why && (ours(String(why.stack)) || ours(String(why.message)))) speak();
  });

  // DOMContentLoaded waits for modules; it does not come while one hangs.
  var late = setTimeout(function () { show(true); }, PATIENCE);
  document.addEventListener("DOMContentLoaded", function () {
    clearTimeout(late);
    if (!("noModule" in document.createElement("script"))) speak();
    show(said);
    if (disk) complete();
  });

  /* Addresses that end in a folder, made to end in its page. */
  function complete() {
    var all = document.querySelectorAll("a[href], form[action]");
    for (var n = 0; n < all.length; n += 1) {
      var name = all[n].tagName === "FORM" ? "action" : "href";
      var parts = /^([^?#:]*\/)?(\.{1,2})?([?#].*)?$/.exec(all[n].getAttribute(name));
      if (parts && (parts[1] || parts[2])) all[n].setAttribute(name, (parts[1] || "") + (parts[2] ? parts[2] + "/" : "") + "index.html" + (parts[3] || ""));
    }
  }
})();

/* Light or dark: the system's choice unless the reader chose, remembered per browser. */
(function () {
  "use strict";
  var key = "pp-theme";
  var root = document.documentElement;

  function stored() {
    try { return localStorage.getItem(key); } catch (error) { return null; }
  }
  function apply(theme) {
    if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
    else root.removeAttribute("data-theme");
  }
  function dark() {
    var chosen = root.getAttribute("data-theme");
    return chosen ? chosen === "dark" : Boolean(window.matchMedia) && matchMedia("(prefers-color-scheme: dark)").matches;
  }

  root.className = root.className.replace(/\bno-js\b/, "js");
  if (/[?&](?!form=)\w+=[^&]/.test(location.search)) root.className += " pp-wanted"; // something is asked of the page: its room is kept
  apply(stored());
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("[data-theme-toggle]");
    if (!button) return;
    function tell() { button.setAttribute("aria-pressed", String(dark())); }
    function follow() {
      if (stored()) apply(stored());
      tell();
    }
    button.hidden = false;
    addEventListener("pageshow", follow); // a page that comes back as it was left follows what was chosen since
    addEventListener("storage", follow);
    button.addEventListener("click", function () {
      var theme = dark() ? "light" : "dark";
      apply(theme);
      try { localStorage.setItem(key, theme); } catch (error) { /* private mode: the choice lasts for this page */ }
      tell();
    });
    tell();
  });
})();

/* The menu closes where one looks elsewhere. */
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  var more = document.querySelector(".pp-menu");
  if (!more) return;
  addEventListener("click", function (event) { if (!more.contains(event.target)) more.open = false; });
  more.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !more.open) return;
    more.open = false;
    more.querySelector("summary").focus();
  });
});

/* On paper: the address with the measures compared, what was searched or the sentence meant, and with the form of its texts
   where that is not the usual one; and the day. Chinese in it stays legible, so that it can be typed. */
(function () {
  "use strict";
  var address = "";

  function asked() {
    var said = [];
    function name(value, of) { said.push(of + "=" + value.replace(/[\s%&#+]/g, encodeURIComponent)); }
    if (document.querySelector("#pp-compare, #pp-search")) {
      new URLSearchParams(location.search).forEach(function (value, of) { if (of !== "form") name(value, of); });
    }
    if (document.documentElement.getAttribute("data-form") === "received") name("received", "form");
    return said.length ? "?" + said.join("&") : "";
  }
  function put(name, text) {
    var all = document.querySelectorAll('[data-print="' + name + '"]');
    for (var n = 0; n < all.length; n += 1) all[n].textContent = text;
  }

  addEventListener("beforeprint", function () {
    var link = document.querySelector('link[rel="canonical"]');
    var now = new Date();
    address = address || (link ? link.href : "");
    put("day", now.getFullYear() + "年" + (now.getMonth() + 1) + "月" + now.getDate() + "日");
    if (address) put("address", address + asked() + location.hash);
  });
})();
