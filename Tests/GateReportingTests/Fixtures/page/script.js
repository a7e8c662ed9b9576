(() => {
"use strict";
const one = (s, at = document) => at.querySelector(s), every = (s, at = document) => [...at.querySelectorAll(s)];
document.documentElement.classList.add("js");
const live = one("#live"), PAGE = 100, PAPER = 2000;
const copy = async (value, at) => {
  try { await navigator.clipboard.writeText(value); }
  catch { const area = document.createElement("textarea"); area.value = value; document.body.append(area); area.select(); document.execCommand("copy"); area.remove(); }
  live.textContent = "Copied " + value.slice(0, 60);
  if (at.tagName !== "BUTTON" || at.dataset.was) return;
  at.dataset.was = at.textContent; at.textContent = "Copied";
  setTimeout(() => { at.textContent = at.dataset.was; delete at.dataset.was; }, 1400);
};
addEventListener("click", event => {
  const button = event.target.closest("[data-copy]"); if (button) return copy(button.dataset.copy, button);
  const id = event.target.closest("table.all code"); if (id) return copy(id.textContent, id);
  const link = event.target.closest("a[data-filter]"); if (!link) return;
  event.preventDefault(); location.hash = "findings?" + link.dataset.filter;
});
const body = one("#all tbody");
const source = body.innerHTML + "\n" + every("noscript").map(n => n.textContent).join("\n");
const lines = source.split("\n").filter(line => line.startsWith("<tr id"));
const MEANS = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const plain = html => html.replace(/<[^>]*>/g, "").replace(/&(?:amp|lt|gt|quot|#39);/g, m => MEANS[m]);
const WORST = ["Critical", "High", "Medium", "Low", "Info"];
const STATES = ["New", "Known", "Expired", "Accepted", "Mitigated", "False positive", "Allowed by comment", "Fixed"];
let parsed = null;
const all = () => parsed ||= lines.map((line, order) => {
  const cell = line.split("</td>"), what = cell[2], end = what.indexOf("</b>"), dot = what.indexOf(" · ", end), over = what.indexOf("</i>", dot), code = cell[3].indexOf("<code>");
  const row = { order, line, anchor: line.slice(8, line.indexOf('"', 8)), severity: plain(cell[0]), state: plain(cell[1]), title: plain(what.slice(0, end)),
    category: plain(what.slice(end, dot)), rule: plain(what.slice(dot + 3, over)), path: plain(cell[3].slice(0, code)), id: plain(cell[3].slice(code)),
    tool: plain(cell[4]), owner: plain(cell[5]), since: plain(cell[6]) };
  row.text = [row.title, row.rule, row.id, row.path, row.tool, row.owner].join(" ").toLowerCase();
  return row;
});
const form = one("#filters"), MANY = ["severity", "state"], PICK = ["tool", "category", "owner"], FREE = ["q", "path"];
let view = [], page = 1, sort = "";
const read = () => {
  const ours = location.hash.startsWith("#findings?");
  const asked = new URLSearchParams(ours ? location.hash.slice(10) : "");
  for (const key of MANY) { const set = (asked.get(key) || "").split(","); for (const box of every(`[name=${key}]`, form)) box.checked = set.includes(box.value); }
  for (const key of [...PICK, ...FREE]) { const field = one(`[name=${key}]`, form); if (document.activeElement !== field) field.value = asked.get(key) || ""; }
  sort = asked.get("sort") || ""; page = +asked.get("page") || 1;
};
const write = () => {
  const said = new URLSearchParams();
  for (const key of MANY) { const on = every(`[name=${key}]:checked`, form).map(box => box.value); if (on.length) said.set(key, on.join(",")); }
  for (const key of [...PICK, ...FREE]) { const value = one(`[name=${key}]`, form).value.trim(); if (value) said.set(key, value); }
  if (sort) said.set("sort", sort);
  if (page > 1) said.set("page", page);
  const text = said.toString().replace(/%2C/g, ",").replace(/%2F/g, "/");
  history.replaceState(null, "", "#findings" + (text ? "?" + text : ""));
};
const choose = () => {
  const set = key => new Set(every(`[name=${key}]:checked`, form).map(box => box.value)), word = key => one(`[name=${key}]`, form).value.trim();
  const severity = set("severity"), state = set("state"), tool = word("tool"), category = word("category"), owner = word("owner"), path = word("path").toLowerCase();
  const words = word("q").toLowerCase().split(/\s+/).filter(Boolean);
  view = all().filter(row => (!severity.size || severity.has(row.severity)) && (!state.size || state.has(row.state)) && (!tool || row.tool.split(", ").includes(tool))
    && (!category || row.category === category) && (!owner || row.owner === owner) && (!path || row.path.toLowerCase().includes(path)) && words.every(w => row.text.includes(w)));
  if (!sort) return;
  const by = sort.replace("-", ""), turn = sort[0] === "-" ? -1 : 1;
  const key = by === "severity" ? row => WORST.indexOf(row.severity) : by === "state" ? row => STATES.indexOf(row.state) : row => row[by];
  view.sort((a, b) => { const x = key(a), y = key(b); return x < y ? -turn : x > y ? turn : a.order - b.order; });
};
const pages = () => Math.max(1, Math.ceil(view.length / PAGE)), grouped = n => n.toLocaleString("en-US");
// Only lines that this document carried already, escaped when they were written.
const draw = (from, to) => { body.innerHTML = view.slice(from, to).map(row => row.line).join("\n") || '<tr><td colspan="7">Nothing matches these filters.</td></tr>'; };
const show = () => {
  page = Math.min(Math.max(1, page), pages());
  const from = (page - 1) * PAGE, to = Math.min(from + PAGE, view.length);
  draw(from, to);
  one("#count").textContent = view.length === lines.length ? `All ${grouped(lines.length)} findings` : `${grouped(view.length)} of ${grouped(lines.length)} findings`;
  one("#where").textContent = view.length > PAGE ? `Rows ${grouped(from + 1)} to ${grouped(to)}, page ${page} of ${pages()}` : "";
  one("#pager").hidden = view.length <= PAGE;
  one("#back").setAttribute("aria-disabled", page === 1);
  one("#next").setAttribute("aria-disabled", page === pages());
  for (const head of every("#all th[data-k]"))
    if (sort.replace("-", "") === head.dataset.k) head.setAttribute("aria-sort", sort[0] === "-" ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
};
const renew = () => { page = 1; choose(); show(); write(); };
for (const head of every("#all th[data-k]")) {
  const button = document.createElement("button"), key = head.dataset.k;
  button.type = "button"; button.textContent = head.textContent; head.replaceChildren(button);
  button.onclick = () => { sort = sort === key ? "-" + key : sort === "-" + key ? "" : key; renew(); };
}
let waiting;
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("input", event => { clearTimeout(waiting); waiting = setTimeout(renew, event.target.type === "search" ? 40 : 0); });
one("#clear").onclick = () => { form.reset(); sort = ""; renew(); };
const turn = by => { if (page + by < 1 || page + by > pages()) return; page += by; show(); write(); one("#all").scrollIntoView(); };
one("#back").onclick = () => turn(-1);
one("#next").onclick = () => turn(1);
one("#link").onclick = event => copy(location.href, event.target);
one("#csv").onclick = () => {
  const quoted = value => '"' + (/^[=+\-@\t\r]/.test(value) ? "'" : "") + value.replace(/"/g, '""') + '"';
  const keys = ["id", "severity", "state", "category", "title", "rule", "path", "tool", "owner", "since"];
  const text = "\ufeff" + [keys, ...view.map(row => keys.map(key => quoted(row[key])))].map(cells => cells.join(",")).join("\r\n") + "\r\n";
  const link = document.createElement("a"); link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" })); link.download = "secgate-findings.csv"; link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};
// A link to one finding turns to its page and marks it; filters go only if they hide it.
const seek = () => {
  const anchor = location.hash.slice(1), at = view.findIndex(row => row.anchor === anchor);
  if (at < 0) return false;
  page = Math.floor(at / PAGE) + 1; show();
  const row = document.getElementById(anchor); row.classList.add("hit"); row.tabIndex = -1;
  row.scrollIntoView({ block: "center" }); row.focus({ preventScroll: true });
  return true;
};
const go = first => {
  const list = location.hash.startsWith("#findings?"), row = location.hash.startsWith("#f-");
  if (first || list) { read(); choose(); show(); if (list) one("#findings").scrollIntoView(); }
  if (row && !seek()) { form.reset(); sort = ""; choose(); show(); seek(); }
};
addEventListener("hashchange", () => go(false));
for (const key of PICK) {
  const values = new Set(all().flatMap(row => key === "tool" ? row.tool.split(", ") : [row[key]]));
  one(`[name=${key}]`, form).append(...[...values].filter(Boolean).sort().map(value => new Option(value, value)));
}
go(true);
addEventListener("beforeprint", () => {
  for (const fold of every("details:not([open])")) { fold.open = true; fold.dataset.was = ""; }
  one("#where").textContent = "";
  if (view.length <= PAGE) return;
  draw(0, PAPER);
  if (view.length > PAPER) one("#count").textContent += `; the first ${grouped(PAPER)} are printed`;
});
addEventListener("afterprint", () => { for (const fold of every("details[data-was]")) { fold.open = false; delete fold.dataset.was; } show(); });
// A table wider than its place can be reached and scrolled by keyboard.
const reach = () => { for (const place of every(".wide")) {
  const over = place.scrollWidth > place.clientWidth + 1;
  if (over) { place.tabIndex = 0; place.setAttribute("role", "region"); place.setAttribute("aria-label", one("caption", place)?.textContent || "Table"); }
  else for (const name of ["tabindex", "role", "aria-label"]) place.removeAttribute(name);
} };
addEventListener("resize", reach); reach();
const entries = new Map(every(".toc a[href^='#']").map(a => [a.hash.slice(1), a]));
const watch = new IntersectionObserver(seen => { for (const one of seen) if (one.isIntersecting) {
  for (const entry of entries.values()) entry.removeAttribute("aria-current");
  entries.get(one.target.id)?.setAttribute("aria-current", "true");
} }, { rootMargin: "-15% 0px -75% 0px" });
for (const section of every("section.s")) watch.observe(section);
performance.mark("ready");
// Touched once while idle, so that the first search is as quick as the second.
setTimeout(() => all().some(row => row.text.includes("\0")), 200);
})();