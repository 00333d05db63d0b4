"""Articles and files as they should not come: sample articles and pages, cut, flipped, doubled, mixed and wrongly coded."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

from tests.conftest import PROJECT

SAMPLE = PROJECT / "seeds/sample"
TEXTS = [json.loads(line)["text"] for line in (SAMPLE / "agencies.jsonl").read_text(encoding="utf-8").splitlines()]
FILES = [(p.suffix, p.read_bytes()) for p in sorted(SAMPLE.iterdir()) if p.suffix in (".html", ".xml", ".txt")]
ODD = ("\0", "\ud800", "\u202e", "\u200f" * 40, "ـ" * 300, "ً" * 200, "«", '"', "(" * 500, "<" * 500, "&#x0;", "﷽", "٩" * 400, "😀", "\r", " " * 3000, "\n" * 500, "من 5 إلى " * 60, "ال" * 1000, "محمد بن " * 80)


def odd_text(chance: random.Random) -> str:
    """A text out of pieces of articles and of what no editor would send."""
    text = chance.choice(TEXTS)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(text) + 1)
        match chance.randrange(6):
            case 0:
                text = text[:at] + chance.choice(ODD) + text[at:]
            case 1:
                text = text[at:] + text[:at]
            case 2:
                text = text[:at]
            case 3:
                text = text[:at] + chance.choice(TEXTS)[: chance.randrange(400)] + text[at:]
            case 4:
                text = text[:at].replace(" ", chance.choice(["", "\n", "\u00a0", "  ", "،"])) + text[at:]
            case 5:
                text = text[:at] + text[at : at + 60] * chance.randint(2, 20) + text[at:]
    return text


def odd_bytes(data: bytes, chance: random.Random) -> bytes:
    """A file with bytes flipped, lost, doubled or in another coding."""
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(6):
            case 0:
                data = data[:at] + chance.randbytes(chance.randint(1, 40)) + data[at:]
            case 1:
                data = data[:at]
            case 2:
                data = data[:at] + data[at + chance.randint(1, 200) :]
            case 3:
                data = data[:at] + data[at : at + 300] * chance.randint(2, 30) + data[at:]
            case 4:
                data = data.decode("utf-8", "ignore").encode(chance.choice(["cp1256", "utf-16", "iso8859-6", "utf-8-sig"]), "ignore")
            case 5:
                data = data[:at] + chance.choice([b"<div>" * 2000, b"]]>", b"<!--", b"\0" * 50, b"<script>", b"&" * 300, b"{" * 900]) + data[at:]
    return data


def odd_line(chance: random.Random) -> bytes:
    """A line of a drop: an odd text, an odd field, or no JSON at all."""
    record: dict[str, object] = {"id": str(chance.random()), "source": "s", "published": "2026-11-19", "text": odd_text(chance)}
    if chance.random() < 0.4:
        wrong = [None, 5, [], {}, "", "x" * 5000, "1e999", "2026-99-99", True, ["a"], {"text": "b"}, -1, "\ud800"]
        record[chance.choice(["id", "url", "title", "source", "published", "text", "html"])] = chance.choice(wrong)
    line = json.dumps(record, ensure_ascii=chance.random() < 0.5).encode("utf-8", "replace")
    return odd_bytes(line, chance).replace(b"\n", b" ") if chance.random() < 0.3 else line


def files(number: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """File names and contents with ``number`` inputs in all: one of a .jsonl a line, else one a file."""
    chance = random.Random(seed)
    drops = [odd_line(chance) for _ in range(number // 2)]
    yield "drop.jsonl", b"\n".join(drops)
    for n in range(number - len(drops)):
        suffix, data = chance.choice(FILES)
        yield f"{n:05d}{suffix}", odd_bytes(data, chance)
