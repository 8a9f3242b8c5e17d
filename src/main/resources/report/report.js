"use strict";
(function () {
  var form = document.querySelector(".filters");
  var findings = Array.prototype.slice.call(document.querySelectorAll("details.finding"));
  if (form) {
    var search = document.getElementById("search");
    var boxes = Array.prototype.slice.call(form.querySelectorAll("input[type=checkbox]"));
    var shown = document.getElementById("shown");
    var unfold = document.getElementById("unfold");
    var apply = function () {
      var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      var wanted = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
      var count = 0;
      findings.forEach(function (finding) {
        var text = finding.dataset.text;
        var visible = wanted.indexOf(finding.dataset.severity) >= 0 &&
          words.every(function (word) { return text.indexOf(word) >= 0; });
        finding.hidden = !visible;
        count += visible ? 1 : 0;
      });
      shown.textContent = count === findings.length ? "" : count + " of " + findings.length;
    };
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    unfold.addEventListener("click", function () {
      var open = findings.some(function (finding) { return !finding.open; });
      findings.forEach(function (finding) { finding.open = open; });
      unfold.textContent = open ? "Close all" : "Open all";
    });
  }
  var reveal = function () {
    var target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.tagName === "DETAILS") { target.open = true; target.hidden = false; }
  };
  window.addEventListener("hashchange", reveal);
  reveal();
  var before = [];
  window.addEventListener("beforeprint", function () {
    before = findings.map(function (finding) { return finding.open; });
    findings.forEach(function (finding) { finding.open = true; });
  });
  window.addEventListener("afterprint", function () {
    findings.forEach(function (finding, at) { finding.open = before[at]; });
  });
})();
