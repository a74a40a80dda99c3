// Only `make serve` sends this. It loads the page anew when the site was built anew, and shows why a build failed.
(() => {
  "use strict";
  const seen = new URL(document.currentScript.src).searchParams.get("site");
  let stream = null;
  let note = null;

  const show = (fault) => {
    if (note) note.remove();
    note = null;
    if (fault === null) return;
    note = document.createElement("pre");
    note.textContent = fault;
    note.setAttribute("role", "alert");
    Object.assign(note.style, {
      position: "fixed", inset: "auto 0 0 0", zIndex: "2147483647", margin: "0", padding: "1rem", maxHeight: "50vh",
      overflow: "auto", whiteSpace: "pre-wrap", font: "14px/1.5 monospace", color: "#fff", background: "#7a1f1f",
    });
    document.documentElement.append(note);
  };

  // A page is loaded anew once for a site: whatever stands between may send the old one again, and for ever.
  const loadFor = (site) => {
    if (sessionStorage.getItem("copydesk site") === site) return;
    sessionStorage.setItem("copydesk site", site);
    location.reload();
  };

  const hear = (message) => {
    const { site, fault } = JSON.parse(message.data);
    if (site !== seen) loadFor(site);
    else show(fault);
  };

  // A browser keeps few connections to one address: pages that nobody looks at hold none.
  const listen = () => {
    if (stream) stream.close();
    stream = null;
    if (document.hidden) return;
    stream = new EventSource("/.copydesk/live");
    stream.onmessage = hear;
  };

  document.addEventListener("visibilitychange", listen);
  listen();
})();
