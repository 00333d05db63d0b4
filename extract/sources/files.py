"""Files of a drop: those inside its folder alone, unpacked as a stream and never beyond a cap."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.sources.items import Refused

MAX_FILE = 2_000_000_000  # bytes of a drop of many articles; an archive of Common Crawl's news has 1.1 GB
MAX_PLAIN = 16_000_000_000  # bytes of it unpacked
MAX_ARTICLE = 5_000_000  # bytes of one article; a book is no article


class TooLarge(OSError):
    """A packed file holds more than the cap."""

    reason = "too_large"


def walk(source: dict[str, Any], endings: tuple[str, ...]) -> Iterator[Path | Refused]:
    """The files of ``source["path"]``, a file or a folder, in the order of their names; hidden ones are left out.

    Refused: files of another ending, empty and too large ones, links that lead out of the folder. Raises
    FileNotFoundError where there is no such folder.
    """
    root = Path(source["path"])
    root = root if root.is_absolute() else Path(source["base"]) / root
    if not root.exists():
        raise FileNotFoundError(f"{root} does not exist: create it or disable the source in sources.yml")
    for path in [root] if root.is_file() else sorted(p for p in root.rglob("*") if not p.is_dir()):
        if path.name.startswith("."):
            continue
        if root.is_dir() and not inside(path, root):
            yield Refused(str(path), "outside_folder", f"{path} leads out of {root}: put the file itself there, not a link")
        elif not path.is_file():
            yield Refused(str(path), "unknown_kind", f"{path} is no file")
        elif not path.name.lower().endswith(endings):
            yield Refused(str(path), "unknown_kind", f"{path} is none of {' '.join(endings)}")
        elif not path.stat().st_size:
            yield Refused(str(path), "empty", f"{path} is empty")
        elif path.stat().st_size > MAX_FILE:
            yield Refused(str(path), "too_large", f"{path} has {path.stat().st_size:,} bytes; the limit is {MAX_FILE:,}")
        else:
            yield path


def inside(path: Path, root: Path) -> bool:
    """Whether ``path``, its links followed, lies in the folder ``root``."""
    return path.resolve().is_relative_to(root.resolve())


def received_at(path: Path) -> dt.datetime:
    """When a file was put where it is, in UTC: it stays the same when the file is read again the next night."""
    at = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.timezone.utc).replace(tzinfo=None)
    return min(at, dt.datetime.now(dt.timezone.utc).replace(tzinfo=None))


def open_plain(path: Path) -> io.BufferedReader:
    """A file's bytes as a stream, unpacked where it is gzip (whatever its name says).

    Reading raises TooLarge beyond MAX_PLAIN and OSError where the packed data is broken or cut.
    """
    file = path.open("rb")
    packed = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    return io.BufferedReader(_Capped(gzip.GzipFile(fileobj=file) if packed else file, str(path)), 1 << 18)


def unpack(data: bytes, cap: int) -> bytes:
    """``data`` itself, or unpacked where it is gzip; raises TooLarge beyond ``cap`` bytes, OSError where it is broken."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        plain = gzip.GzipFile(fileobj=io.BytesIO(data)).read(cap + 1)
    except (EOFError, zlib.error) as error:
        raise OSError(f"packed data is broken: {error}") from error
    if len(plain) > cap:
        raise TooLarge(f"packed data holds more than {cap:,} bytes")
    return plain


class _Capped(io.RawIOBase):
    def __init__(self, inner: Any, name: str) -> None:
        self._inner, self._name, self._total = inner, name, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True  # as far as asking for the position goes, which the reader of web archives does

    def tell(self) -> int:
        return self._total

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if offset != (0 if whence == io.SEEK_CUR else self._total) or whence == io.SEEK_END:
            raise io.UnsupportedOperation(f"{self._name} is read from its start to its end alone")
        return self._total

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._inner.read(len(buffer))
        except (EOFError, zlib.error) as error:
            raise OSError(f"{self._name} is broken or cut: {error}") from error
        self._total += len(data)
        if self._total > MAX_PLAIN:
            raise TooLarge(f"{self._name} unpacks to more than {MAX_PLAIN:,} bytes: split it")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._inner.close()
        super().close()
