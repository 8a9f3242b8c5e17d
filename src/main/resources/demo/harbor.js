(() => {
  "use strict";
  const api = "@API@";
  const current = document.querySelector('nav a[href="' + location.pathname + '"]');
  if (current) {
    current.setAttribute("aria-current", "page");
  }
  const status = document.querySelector("[data-health]");
  if (status) {
    fetch(api + "/api/health")
      .then((answer) => answer.json())
      .then((health) => { status.textContent = health.status === "ok" ? "All systems calm" : "Some rough water"; })
      .catch(() => { status.textContent = "Status unknown"; });
  }
})();
