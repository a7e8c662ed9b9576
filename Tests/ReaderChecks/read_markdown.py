"""Reads Markdown reports as GitHub does, with markdown-it, and prints what they become.

usage: read_markdown.py FOLDER

For each NAME.md of FOLDER: {"NAME": {"shape": {ELEMENT: COUNT}, "rows": [[CELLS]], "active": [TEXT]}}
"shape" counts every element, those of HTML in the text too. "rows" are the numbers of cells of each
table's rows. "active" is what a site acts upon in the text that a reader sees, after the Markdown is
read: mentions and references to issues.
"""

import collections
import html.parser
import json
import pathlib
import re
import sys

from markdown_it import MarkdownIt

# As github.com/gjtorikian/html-pipeline and GitLab's reference filters find them in text nodes.
ACTIVE = re.compile(r"""
    (?<![A-Za-z0-9_`]) @ [A-Za-z0-9]
  | (?<![A-Za-z0-9_]) (?: \# | GH- | ! | \$ | & ) [0-9]
  | (?<![A-Za-z0-9_]) ~ [A-Za-z0-9"]
""", re.VERBOSE)


class Page(html.parser.HTMLParser):
    """Elements and text of what markdown-it made."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.shape = collections.Counter()
        self.rows, self.texts = [], []
        self.feed(source)
        self.close()

    def handle_starttag(self, name, attributes):
        self.shape[name] += 1
        if any(key.startswith("on") or key in ("style", "src") for key, _ in attributes):
            self.shape["behaviour"] += 1
        if name == "table":
            self.rows.append([])
        elif name == "tr":
            self.rows[-1].append(0)
        elif name in ("td", "th"):
            self.rows[-1][-1] += 1

    def handle_data(self, text):
        self.texts.append(text)

    def handle_comment(self, text):
        self.shape["comment"] += 1

    def handle_decl(self, text):
        self.shape["declaration"] += 1


def main():
    # Tables, strikethrough and bare addresses are GitHub's; raw HTML stays and is read below.
    reader = MarkdownIt("gfm-like", {"html": True})
    seen = {}
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.md")):
        page = Page(reader.render(path.read_text(encoding="utf-8")))
        active = [match.group() for text in page.texts for match in ACTIVE.finditer(text)]
        seen[path.stem] = {"shape": page.shape, "rows": page.rows, "active": active}
    print(json.dumps(seen))


if __name__ == "__main__":
    main()
