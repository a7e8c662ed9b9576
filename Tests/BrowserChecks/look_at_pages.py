"""Looks at pages in a real browser, every way that a reader may: light, dark, as a tablet, as a
telephone, without scripting, on paper. Prints a JSON list of what is wrong; [] is good.

usage: look_at_pages.py BROWSER AXE FOLDER

AXE is axe-core's script. FOLDER/pages.json lists the pages:
{"file": NAME, "findings": COUNT, "audit": BOOL, "like": NAME}
"audit": accessibility too. "like": an earlier page whose elements this one must have.
"""

import contextlib
import json
import pathlib
import sys

from chromium import Browser, Failure, Tab

# What a hostile text would call or change; and what the page's own policy reports.
WATCH = """
window.hits = [];
window.canary = () => { hits.push("the canary was called"); };
addEventListener("securitypolicyviolation", event => {
  hits.push("policy violation: " + event.violatedDirective + " " + event.blockedURI);
});
addEventListener("error", event => hits.push("error: " + event.message));
addEventListener("submit", () => hits.push("a form was sent"));
"""

# The page's script leaves this mark; it runs while the page is read.
READY = "performance.getEntriesByName('ready').length > 0"
FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
WIDTHS = {"desk": (1440, 900), "tablet": (768, 1024), "telephone": (390, 844)}
A4, LETTER = (8.27, 11.69), (8.5, 11)

# Element names with their number, but for breaks within paths; and what carries behaviour.
SHAPE = """(() => {
  const names = {};
  for (const element of document.querySelectorAll(":not(wbr)"))
    names[element.localName] = (names[element.localName] || 0) + 1;
  for (const element of document.querySelectorAll("*"))
    for (const { name, value } of element.attributes) {
      const leads = /^(href|xlink:href|action|formaction|srcdoc|data)$/.test(name) && element.localName !== "link";
      if (/^on|^style$|^src$/.test(name) || leads && !/^(#|https?:)/.test(value))
        names["attribute " + name] = value.slice(0, 60);
    }
  return names;
})()"""


class Tabs:
    """Tabs that open one page after the other, each in its way of reading: a browser takes longer
    to make a tab than to read a page. One that failed is not used again."""

    def __init__(self, browser):
        self.browser, self.tabs = browser, {}

    @contextlib.contextmanager
    def tab(self, keeps, **settings):
        key = json.dumps(settings)
        tab = self.tabs.pop(key, None)
        if tab is None:
            tab = Tab(self.browser, **settings)
            tab.before(WATCH)
        is_good = False
        try:
            yield tab
            is_good = not tab.failed
        finally:
            if is_good and keeps:
                self.tabs[key] = tab
            elif is_good:
                tab.close()


def look(tabs, axe, folder, page, shapes):
    problems = []
    address = (folder / page["file"]).resolve().as_uri()

    def mode(checks, **settings):
        """The checks in their order on one load of the page."""
        with tabs.tab(not page["audit"], **settings) as tab:
            tab.address = tab.failed = None
            for name, check in checks.items():
                try:
                    if tab.address is None:
                        tab.open(address)
                    check(tab)
                except Failure as failure:
                    tab.failed = True
                    tab.say(str(failure))
                watched(tab)
                problems.extend(f"{page['file']}, {name}: {said}" for said in tab.said)
                tab.said.clear()

    def watched(tab):
        try:
            tab.said += tab.evaluate("(window.hits || []).splice(0)")
            if tab.evaluate("location.href").split("#")[0] != address:
                tab.say("the page went elsewhere")
        except Failure as failure:
            tab.failed = True
            tab.say(str(failure))

    def shown(tab):
        check_ready(tab)
        check_width(tab)
        if page["audit"]:
            audit(tab, axe)

    def used(tab):
        shown(tab)
        check_shape(tab, page, shapes)
        use(tab, page)

    # What the page's own use left behind must not be seen on paper.
    mode({"light": used, "paper": lambda tab: on_paper(tab, page)})
    mode({"without script": lambda tab: without_script(tab, page)}, script=False)
    if page["audit"]:
        for name, (width, height) in WIDTHS.items():
            if name != "desk":
                mode({name: shown}, width=width, height=height)
            mode({name + ", dark": shown}, width=width, height=height, dark=True, still=True)
    return problems


def check_ready(tab):
    if not tab.evaluate(READY):
        tab.say("the page's script did not run to its end")
    # What the script does once the page is laid out.
    tab.evaluate(FRAMES, waits=True)


def check_width(tab):
    wide, room = tab.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    if wide > room:
        tab.say(f"the page is {wide} pixels wide, there is room for {room}")


def audit(tab, axe):
    tab.evaluate(axe)
    found = tab.evaluate(
        "axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations.map("
        "v => [v.impact, v.id, v.help, v.nodes.length, v.nodes[0].target.join(' ')]))", waits=True)
    for impact, name, help, count, place in found:
        if impact in ("serious", "critical"):
            tab.say(f"accessibility: {name} at {place} and {count - 1} more: {help}")


def check_shape(tab, page, shapes):
    shape = tab.evaluate(SHAPE)
    for name in shape:
        if name.startswith("attribute ") or name in ("script", "style") and shape[name] != 1:
            tab.say(f"{name}: {shape[name]}")
    shapes[page["file"]] = shape
    other = shapes.get(page.get("like"), shape)
    for name in sorted(shape.keys() | other.keys()):
        if shape.get(name) != other.get(name):
            tab.say(f"{shape.get(name, 0)} elements {name}, {other.get(name, 0)} in {page['like']}")


def use(tab, page):
    # By keyboard: the first stop is the link that skips to the verdict.
    tab.press("Tab", 9)
    if tab.evaluate("document.activeElement.className") != "skip":
        tab.say("the first stop of the keyboard is not the skip link")
    if page["findings"] == 0:
        return
    count = "document.querySelector('#count').textContent"
    whole = f"All {page['findings']:,} findings"
    if tab.evaluate(count) != whole:
        tab.say(f"the count says {tab.evaluate(count)}")
    tab.type("[name=q]", "nothing has this text")
    tab.wait(f"{count}.startsWith('0 of')")
    tab.evaluate("document.querySelector('#clear').click()")
    tab.wait(f"{count} === {json.dumps(whole)}")
    tab.evaluate("document.querySelector('#all th[data-k=path] button').click()")
    if tab.evaluate("document.querySelector('#all th[data-k=path]').ariaSort") != "ascending":
        tab.say("sorting by place does not sort")
    severities = tab.evaluate(
        "[...document.querySelectorAll('[name=severity]')].map(box => {"
        " box.click(); return box.value; })")
    tab.wait("location.hash.includes('severity=')")
    if len(severities) != 5 or tab.evaluate(count) != whole:
        tab.say("all severities are not all findings")
    tab.evaluate("document.querySelector('#clear').click()")


def without_script(tab, page):
    check_width(tab)
    rows = tab.evaluate("document.querySelectorAll('tr[id^=f-]').length")
    if rows != page["findings"]:
        tab.say(f"{rows} rows, {page['findings']} findings")
    if tab.evaluate("[...document.querySelectorAll('.js-only')].some(e => e.checkVisibility())"):
        tab.say("controls that do nothing are shown")


def on_paper(tab, page):
    check_ready(tab)
    tab.print_media(True)
    if tab.evaluate("[...document.querySelectorAll('.filters, .toc, .btn')]"
                    ".some(e => e.checkVisibility())"):
        tab.say("controls are printed")
    tab.evaluate("dispatchEvent(new Event('beforeprint')), 0")
    if tab.evaluate("document.querySelectorAll('details:not([open])').length"):
        tab.say("details stay closed on paper")
    rows = tab.evaluate("document.querySelectorAll('#all tbody tr[id]').length")
    if rows != min(page["findings"], 2000):
        tab.say(f"{rows} rows are printed of {page['findings']}")
    tab.evaluate("dispatchEvent(new Event('afterprint')), 0")
    tab.print_media(False)
    for width, height in (A4, LETTER) if page["audit"] else ():
        if len(tab.paper(width, height)) < 10_000:
            tab.say(f"nothing is printed on {width} × {height} inches")


def main():
    program, axe, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    script = axe.read_text()
    problems, shapes = [], {}
    with Browser(program) as browser:
        tabs = Tabs(browser)
        for page in json.loads((folder / "pages.json").read_text()):
            problems += look(tabs, script, folder, page, shapes)
    print(json.dumps(problems))


if __name__ == "__main__":
    main()
