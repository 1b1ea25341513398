/* A page that moved leads on to where it is now, and to the place in it that was asked for. Without scripts the page leads
   there by itself, to the top. In the JavaScript of 2009, as site.js. */
(function () {
  "use strict";
  var scripts = document.getElementsByTagName("script");
  var parts = scripts[scripts.length - 1].getAttribute("data-to").split("#");
  var hash = location.hash || (parts[1] ? "#" + parts[1] : "");
  location.replace(parts[0] + location.search + hash);
})();
