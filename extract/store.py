"""The files that workers share, raw and the Parquet files between steps: in a folder, or in an object store through fsspec.

``MAHDAR_STORE`` chooses (extract/settings.py). A file of a folder is a path of pathlib, one of ``s3://bucket/prefix`` a path
of universal_pathlib, with the same methods. What is written comes into its place whole: by a rename in a folder, by one
PUT in an object store. Keys, region and endpoint are those of AWS (``AWS_ACCESS_KEY_ID``, ``AWS_ENDPOINT_URL`` …, or whatever
else botocore finds, such as a role of the machine); they stand in no address, so that no log tells them.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import duckdb


class Unreachable(OSError):
    """The object store did not take or give a file."""


def place(address: str) -> Path:
    """The folder, or the prefix in an object store, at ``address``."""
    if "://" not in address:
        return Path(address).expanduser().resolve()
    from upath import UPath

    # without fsspec's memory of listings: other workers write too
    client, config = {"region_name": _region()}, {"connect_timeout": 10, "retries": {"max_attempts": 3}} | ({"s3": {"addressing_style": "path"}} if _endpoint() else {})
    return cast("Path", UPath(address.rstrip("/"), use_listings_cache=False, endpoint_url=_endpoint() or None, client_kwargs=client, config_kwargs=config))


def check_address(address: str) -> None:
    """Raise ValueError where ``address`` is neither a folder nor ``s3://bucket/prefix``, or holds a key or what means something
    else in a list of files for DuckDB."""
    if "://" in address and not address.startswith("s3://") or not address.removeprefix("s3://").strip("/") or set("'\"*?[]{}@") & set(address):
        raise ValueError("MAHDAR_STORE has to be a folder or s3://bucket/prefix, without keys and without any of ' \" * ? [ ] { } @ (see docs/scale.md)")


def is_folder(path: Path) -> bool:
    """Whether a file or folder is one of a file system, not of an object store."""
    return isinstance(path, Path)


@contextmanager
def written(path: Path, *, once: bool = False) -> Iterator[Path]:
    """A file to write, which comes into the place of ``path`` whole when the block ends; nothing comes there where it raises.

    With ``once`` an object that another writer put there meanwhile stays. Raises Unreachable where the store does not take it.
    """
    if is_folder(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        yield beside
        beside.replace(path)
        return
    with tempfile.TemporaryDirectory(prefix="mahdar-") as folder:
        beside = Path(folder) / path.name
        yield beside
        client, key = _object(path)
        with _told(path), suppress(FileExistsError):
            client.put_file(str(beside), key, mode="create" if once else "overwrite")


@contextmanager
def at_hand(path: Path) -> Iterator[Path]:
    """A file of this machine with the bytes of ``path``: itself where it is one, else a copy for the length of the block.

    Raises FileNotFoundError where there is none, Unreachable where the store does not give it.
    """
    if is_folder(path):
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="mahdar-") as folder:
        copy = Path(folder) / path.name
        client, key = _object(path)
        with _told(path):
            client.get_file(key, str(copy))
        yield copy


def source(path: Path) -> Path | IO[bytes]:
    """What pyarrow reads a Parquet file from."""
    return path if is_folder(path) else path.open("rb")


def folders(parent: Path) -> list[tuple[float, Path]]:
    """The folders in ``parent``, each with when something in it was written last (seconds of the epoch); none where there is no parent."""
    if is_folder(parent):
        return [(p.stat().st_mtime, p) for p in parent.glob("*") if p.is_dir()]
    found: dict[str, float] = {}
    client, prefix = _object(parent)
    with _told(parent):
        objects = client.find(prefix, detail=True)
    for key, info in objects.items():
        name, _, file = key[len(prefix) + 1 :].partition("/")
        if file:
            found[name] = max(found.get(name, 0), info["LastModified"].timestamp())
    return [(at, parent / name) for name, at in found.items()]


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it."""
    if is_folder(folder):
        shutil.rmtree(folder)
    else:
        client, prefix = _object(folder)
        client.rm(prefix, recursive=True)


def check(store: Path) -> None:
    """Raise PermissionError or Unreachable, with what to look at, where no file can be written and removed again."""
    probe = store / f".write-{os.getpid()}"
    try:
        with written(probe) as file:
            file.write_text("mahdar")
        probe.unlink()
    except OSError as error:
        raise type(error)(f"MAHDAR_STORE {store} cannot be written ({error}): check the address, AWS_ENDPOINT_URL and the keys in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (docs/scale.md)") from error


def let_read(con: duckdb.DuckDBPyConnection) -> None:
    """Let ``con``, which has the extension httpfs loaded, read and write ``s3://`` addresses with the keys of this process."""
    from botocore.session import get_session

    keys = get_session().get_credentials()
    parts = {"REGION": _region()}
    if keys:
        frozen = keys.get_frozen_credentials()
        parts |= {"KEY_ID": frozen.access_key, "SECRET": frozen.secret_key} | ({"SESSION_TOKEN": frozen.token} if frozen.token else {})
    parts |= duckdb_endpoint()
    con.execute("CREATE OR REPLACE SECRET store (TYPE s3, " + ", ".join(f"{name} {_quoted(value)}" for name, value in parts.items()) + ")")


def duckdb_endpoint() -> dict[str, str]:
    """Where DuckDB finds the object store, by the names of its settings without ``s3_``; none for AWS itself."""
    endpoint = _endpoint()
    return {"ENDPOINT": endpoint.split("://")[-1].rstrip("/"), "URL_STYLE": "path", "USE_SSL": str(endpoint.startswith("https")).lower()} if endpoint else {}


def _endpoint() -> str:
    return os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL") or ""


def _object(path: Path) -> tuple[Any, str]:
    """fsspec's client of an object store, and the key or prefix there of a path."""
    there = cast("Any", path)
    return there.fs, there.path


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _region() -> str:
    return os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or "us-east-1"


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Whatever the clients of an object store raise, as Unreachable; that a file is missing or there already is no such thing."""
    try:
        yield
    except (FileNotFoundError, FileExistsError) as error:
        if "specified bucket" in str(error):
            raise Unreachable(f"{path}: {error}") from error
        raise
    except Exception as error:
        raise Unreachable(f"{path}: {type(error).__name__}: {error}") from error
