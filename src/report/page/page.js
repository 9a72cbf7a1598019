"use strict";
// The page is whole without this script; it adds filters, keys, and the way back from where a link led.
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const findings = all(".finding");
  const lines = new Map(all(".index li a").map((a) => [a.hash.slice(1), a]));
  const form = byId("filters");

  // ---- filters
  const wants = {
    severity: (f, value) => f.dataset.severity === value,
    rule: (f, value) => f.dataset.rule === value,
    outlet: (f, value) => f.dataset.outlets.split(" ").includes(value),
  };
  const filter = () => {
    const asked = [...new FormData(form)].filter(([, value]) => value !== "");
    let shown = 0;
    for (const finding of findings) {
      const fits = asked.every(([name, value]) => wants[name](finding, value));
      finding.hidden = !fits;
      lines.get(finding.id).parentElement.hidden = !fits;
      if (fits) shown++;
    }
    for (const category of all(".category")) {
      const left = category.querySelectorAll(".finding:not([hidden])").length;
      category.hidden = left === 0;
      category.querySelector(".count").textContent = left;
    }
    byId("shown").textContent = asked.length ? `${shown} of ${findings.length} shown` : "";
    form.querySelector("button").hidden = asked.length === 0;
    byId("none").hidden = shown > 0 || findings.length === 0;
  };
  if (findings.length > 0) {
    form.hidden = false;
    form.addEventListener("change", filter);
    form.addEventListener("reset", (event) => {  // done here, for the event comes before what it tells of
      event.preventDefault();
      for (const select of form.querySelectorAll("select")) select.value = "";
      filter();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  // ---- where we are
  const show = () => {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    for (const line of all(".index [aria-current]")) line.removeAttribute("aria-current");
    if (!target) return;
    target.closest("details:not([open])")?.setAttribute("open", "");
    const finding = target.closest(".finding");
    if (finding?.hidden) form.reset();
    const line = finding && lines.get(finding.id);
    line?.setAttribute("aria-current", "true");
    line?.scrollIntoView({ block: "nearest" });
    target.scrollIntoView({ block: target.closest(".text, tbody") ? "center" : "start" });
    target.focus({ preventScroll: true });
  };
  const narrow = matchMedia("(max-width: 62rem)");
  if (narrow.matches) {
    document.querySelector(".index details").open = false;
    for (const a of lines.values()) a.addEventListener("click", () => { document.querySelector(".index details").open = false; });
  }
  addEventListener("hashchange", show);
  if (location.hash) show();

  // ---- keys
  const go = (id) => { location.hash = id; };
  const step = (by) => {
    const open = findings.filter((f) => !f.hidden);
    const at = open.findIndex((f) => `#${f.id}` === location.hash);
    const next = open[at < 0 ? (by > 0 ? 0 : open.length - 1) : at + by];
    if (next) go(next.id);
  };
  const help = byId("help");
  const keys = {
    j: () => step(1), k: () => step(-1), b: () => history.back(), m: () => go("matrix"), l: () => go("lineage"),
    s: () => go("stories"), "?": () => help.showModal(),
    f: () => { document.querySelector(".index details").open = true; form.elements.severity.focus(); },
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || /^(select|input)$/i.test(event.target.tagName ?? "")) return;
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
  const button = byId("keys");
  button.hidden = false;
  button.addEventListener("click", keys["?"]);

  // ---- paper has no folds
  addEventListener("beforeprint", () => { for (const d of all("details")) d.open = true; });
})();
