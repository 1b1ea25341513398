// Before the page is drawn: whether the address asks for a comparison, so that its room is kept and nothing jumps; what it
// asks for is fetched while the scripts are on their way.
(function () {
  "use strict";
  var ID = /^[a-z0-9]+(?:-[a-z0-9]+)*\/(?:art\.)?\d{1,3}(?:\.\d{1,3}){0,2}(?:-\d{1,2})?$/; // as in state.js
  var search = new URLSearchParams(location.search.replace(/&amp;/g, "&"));
  if (search.getAll("d").length > 1) document.documentElement.classList.add("pp-tabling");
  var asked = search.getAll("m");
  if (!asked.length) return;
  document.documentElement.classList.add("pp-comparing");
  var ids = asked.filter(function (id, n) { return ID.test(id) && asked.indexOf(id) === n; }).slice(0, 6);
  var paths = ids.map(function (id) { return "compare/measures/" + id + ".json"; });
  if (ids.length > 1) paths.push("search/fold.json", "compare/genre.json");
  paths.forEach(function (path) {
    var link = document.createElement("link");
    link.rel = "preload";
    link.as = "fetch";
    link.crossOrigin = "anonymous";
    link.href = new URL("../../" + path, document.currentScript.src).href;
    document.head.appendChild(link);
  });
})();
