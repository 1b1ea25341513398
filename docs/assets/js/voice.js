/* Outside the modules and in the JavaScript of 2009, so that it speaks where they do not: a script that does not come, that
   this browser cannot read, or that breaks. And pages opened from a disk, where modules are refused and a folder's
   address shows its files: their addresses are completed, so that at least reading works. */
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
