"""Writes the fuzzer's first inputs.

usage: seeds.py PACK_FOLDER CORPUS_FOLDER
"""
import os
import struct
import sys

packs, corpus = sys.argv[1:]


def keep(name, content):
    with open(os.path.join(corpus, "seed-" + name), "wb") as file:
        file.write(content)


pack = index = b""
for name in sorted(os.listdir(packs)):
    with open(os.path.join(packs, name), "rb") as file:
        if name.endswith(".pack"):
            pack = file.read()
        elif name.endswith(".idx"):
            index = file.read()
for mode in (1, 7, 15, 31):
    keep(f"raw-{mode}", bytes([mode]) + struct.pack(">I", len(pack)) + pack + index)


def entry(kind, choice, content):
    return bytes([kind, choice]) + struct.pack(">H", len(content)) + content


def copy(offset, count):
    return bytes([0x80 | 0x01 | 0x02 | 0x10 | 0x20]) + struct.pack("<HH", offset, count)


text = b"\n".join(b"line %d" % number for number in range(60))
added = bytes([5]) + b"added"
keep("whole", b"\0" + entry(3, 0, text) + entry(1, 0, b"tree 0") + entry(4, 0, b"object 0"))
keep("delta", b"\0" + entry(3, 0, text) + entry(6, 0, copy(0, 100) + added + copy(120, 90)))
keep(
    "chain",
    b"\0" + entry(3, 0, text) + b"".join(
        entry(6 + number % 2, 248, copy(0, 100 - number) + added + copy(5, 90)) for number in range(12)))
keep("lie", b"\0" + entry(3, 7, text) + entry(6, 7, copy(0, 9)) + entry(7, 0, copy(400, 400)))
keep("large", b"\0" + entry(5, 0, text * 3) + entry(6, 0, copy(9, 0) + added + copy(120, 0)))
keep("unknown", b"\0" + entry(0, 3, text) + entry(0, 1, b"\x78\x01"))
