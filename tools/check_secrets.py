"""Refuse secrets that nobody chose: a container of docker-compose.yml runs this before any other starts; make_env.py uses it too."""

from __future__ import annotations

import base64
import binascii
import os
import re
import sys
from collections.abc import Mapping

SECRETS = ("POSTGRES_PASSWORD", "REDIS_PASSWORD", "FERNET_KEY", "JWT_SECRET", "SESSION_SECRET", "ADMIN_PASSWORD")
SHORTEST = 12  # characters
# Words of examples, alone or with figures and signs around them, and how examples begin.
WORDS = re.compile(r"[\W\d_]*(?:(?:secret|password|passwd|admin|airflow|postgres|redis|mahdar|key|token|test|my)[\W\d_]*)*|(?:[<${]|change|replace|insert|your|example|placeholder|to-?do).*", re.I)


def weaknesses(values: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with each secret of ``values`` that may not be used: its name and why."""
    found = {name: _weakness(name, values.get(name, "").strip().strip("\"'")) for name in SECRETS}
    return {name: why for name, why in found.items() if why}


def _weakness(name: str, value: str) -> str | None:
    if not value:
        return "is missing"
    if name == "FERNET_KEY":
        return None if _is_key(value) else "is no key of 32 bytes in URL-safe base64"
    if WORDS.fullmatch(value):
        return "is a placeholder"
    if len(value) < SHORTEST:
        return f"is shorter than {SHORTEST} characters"
    return "repeats a few characters" if len(set(value)) < 6 else None


def _is_key(value: str) -> bool:
    try:
        key = base64.urlsafe_b64decode(value)
    except (binascii.Error, ValueError):
        return False
    return len(key) == 32 and len(set(key)) > 8


def main() -> int:
    """Exit status 0 where the environment has a real value for each secret; else 1, and what is wrong on standard error."""
    weak = weaknesses(os.environ)
    for name, why in weak.items():
        print(f"{name} {why}", file=sys.stderr)
    if weak:
        print("nothing is started with such secrets: set real values in .env, or remove it and run `make secrets`, which generates them", file=sys.stderr)
    return bool(weak)


if __name__ == "__main__":
    sys.exit(main())
