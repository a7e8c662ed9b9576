(() => {
"use strict";
const one = (s, at = document) => at.querySelector(s), every = (s, at = document) => [...at.querySelectorAll(s)];
document.documentElement.classList.add("js");
const live = one("#live"), PAGE = 50, PAPER = 2000;
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
const body = one("#all tbody"), sources = [() => body.innerHTML, ...every("noscript").map(n => () => n.textContent)];
const MEANS = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const plain = html => /[<&]/.test(html) ? html.replace(/<[^>]*>/g, "").replace(/&(?:amp|lt|gt|quot|#39);/g, m => MEANS[m]) : html;
const WORST = ["Critical", "High", "Medium", "Low", "Info"];
const STATES = ["New", "Known", "Expired", "Accepted", "Mitigated", "False positive", "Allowed by comment", "Fixed"];
const rows = [];
const take = line => {
  const cell = line.split("</td>"), what = cell[2], end = what.indexOf("</b>"), dot = what.indexOf(" · ", end), over = what.indexOf("</i>", dot), code = cell[3].indexOf("<code>");
  const row = { order: rows.length, line, anchor: line.slice(8, line.indexOf('"', 8)), severity: plain(cell[0]), state: plain(cell[1]), title: plain(what.slice(0, end)),
    category: plain(what.slice(end, dot)), rule: plain(what.slice(dot + 3, over)), path: plain(cell[3].slice(0, code)), id: plain(cell[3].slice(code)),
    tool: plain(cell[4]), owner: plain(cell[5]), since: plain(cell[6]) };
  row.text = [row.title, row.rule, row.id, row.path, row.tool, row.owner].join(" ").toLowerCase();
  rows.push(row);
};
const step = () => {
  for (const line of sources.shift()().split("\n")) if (line.startsWith("<tr id")) take(line);
  if (!sources.length) offer();
};
const all = () => { while (sources.length) step(); return rows; };
const form = one("#filters"), MANY = ["severity", "state"], PICK = ["tool", "category", "owner"], FREE = ["q", "path"];
let view = null, page = 1, sort = "";
// Until somebody filters or sorts, what is shown is all.
const shown = () => view ||= all();
const read = () => {
  all();
  const ours = location.hash.startsWith("#findings?");
  const asked = new URLSearchParams(ours ? location.hash.slice(10) : "");
  for (const key of MANY) { const set = (asked.get(key) || "").split(","); for (const box of every(`[name=${key}]`, form)) box.checked = set.includes(box.value); }
  for (const key of [...PICK, ...FREE]) { const field = one(`[name=${key}]`, form); if (document.activeElement !== field) field.value = asked.get(key) || ""; }
  sort = asked.get("sort") || ""; page = +asked.get("page") || 1;
};
// What can be picked is what the rows hold.
const offer = () => {
  for (const key of PICK) {
    const values = new Set(rows.flatMap(row => key === "tool" ? row.tool.split(", ") : row[key]));
    one(`[name=${key}]`, form).append(...[...values].filter(Boolean).sort().map(value => new Option(value, value)));
  }
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
const asked = () => {
  const set = key => new Set(every(`[name=${key}]:checked`, form).map(box => box.value)), word = key => one(`[name=${key}]`, form).value.trim();
  return { severity: set("severity"), state: set("state"), tool: word("tool"), category: word("category"), owner: word("owner"), path: word("path").toLowerCase(),
    words: word("q").toLowerCase().split(/\s+/).filter(Boolean) };
};
const matching = ({ severity, state, tool, category, owner, path, words }) => all().filter(row =>
  (!severity.size || severity.has(row.severity)) && (!state.size || state.has(row.state)) && (!tool || `, ${row.tool}, `.includes(`, ${tool}, `))
  && (!category || row.category === category) && (!owner || row.owner === owner) && (!path || row.path.toLowerCase().includes(path)) && words.every(word => row.text.includes(word)));
const choose = () => {
  view = matching(asked());
  if (!sort) return;
  const by = sort.replace("-", ""), turn = sort[0] === "-" ? -1 : 1;
  const key = by === "severity" ? row => WORST.indexOf(row.severity) : by === "state" ? row => STATES.indexOf(row.state) : row => row[by];
  view.sort((a, b) => { const x = key(a), y = key(b); return x < y ? -turn : x > y ? turn : a.order - b.order; });
};
const pages = () => Math.max(1, Math.ceil(shown().length / PAGE)), grouped = n => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
// Only lines that this document carried already, escaped when they were written.
const draw = (from, to) => { body.innerHTML = shown().slice(from, to).map(row => row.line).join("\n") || '<tr><td colspan="7">Nothing matches these filters.</td></tr>'; };
const show = () => {
  page = Math.min(Math.max(1, page), pages());
  const from = (page - 1) * PAGE, to = Math.min(from + PAGE, view.length), total = rows.length;
  draw(from, to);
  one("#count").textContent = view.length === total ? `All ${grouped(total)} findings` : `${grouped(view.length)} of ${grouped(total)} findings`;
  one("#where").textContent = view.length > PAGE ? `Rows ${grouped(from + 1)} to ${grouped(to)}, page ${grouped(page)} of ${grouped(pages())}` : "";
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
  const text = "\ufeff" + [keys, ...shown().map(row => keys.map(key => quoted(row[key])))].map(cells => cells.join(",")).join("\r\n") + "\r\n";
  const link = document.createElement("a"); link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" })); link.download = "secgate-findings.csv"; link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};
// A link to one finding turns to its page and marks it; filters go only if they hide it.
const seek = () => {
  const anchor = location.hash.slice(1), at = shown().findIndex(row => row.anchor === anchor);
  if (at < 0) return false;
  page = Math.floor(at / PAGE) + 1; show();
  const row = document.getElementById(anchor); row.classList.add("hit"); row.tabIndex = -1;
  row.scrollIntoView({ block: "center" }); row.focus({ preventScroll: true });
  return true;
};
const go = () => {
  if (location.hash.startsWith("#findings?")) { read(); choose(); show(); one("#findings").scrollIntoView(); }
  else if (location.hash.startsWith("#f-") && !seek()) { form.reset(); sort = ""; choose(); show(); seek(); }
};
addEventListener("hashchange", go);
go();
addEventListener("beforeprint", () => {
  for (const fold of every("details:not([open])")) { fold.open = true; fold.dataset.was = ""; }
  one("#where").textContent = "";
  if (shown().length <= PAGE) return;
  draw(0, PAPER);
  if (view.length > PAPER) one("#count").textContent += `; the first ${grouped(PAPER)} are printed`;
});
addEventListener("afterprint", () => { for (const fold of every("details[data-was]")) { fold.open = false; delete fold.dataset.was; } if (view) show(); });
// A table wider than its place can be reached and scrolled by keyboard.
const reach = () => { for (const place of every(".wide")) {
  const over = place.scrollWidth > place.clientWidth + 1;
  if (over) { place.tabIndex = 0; place.setAttribute("role", "region"); place.setAttribute("aria-label", one("caption", place)?.textContent || "Table"); }
  else for (const name of ["tabindex", "role", "aria-label"]) place.removeAttribute(name);
} };
const sizes = new ResizeObserver(reach);
for (const place of every(".wide, .wide > table")) sizes.observe(place);
const entries = new Map(every(".toc a[href^='#']").map(a => [a.hash.slice(1), a]));
const watch = new IntersectionObserver(seen => { for (const one of seen) if (one.isIntersecting) {
  for (const entry of entries.values()) entry.removeAttribute("aria-current");
  entries.get(one.target.id)?.setAttribute("aria-current", "true");
} }, { rootMargin: "-15% 0px -75% 0px" });
for (const section of every("section.s")) watch.observe(section);
form.addEventListener("focusin", all);
performance.mark("ready");
// While idle; and the search is run once, so that the reader's first is as quick as the second.
const idle = () => {
  for (const end = performance.now() + 12; sources.length && performance.now() < end;) step();
  if (sources.length) return setTimeout(idle);
  matching({ severity: new Set(), state: new Set(), words: ["\0"] });
  performance.mark("searched");
};
setTimeout(idle);
})();