"""Write .env for docker-compose.yml with generated secrets; an existing file is kept and checked: make_env.py FILE."""

from __future__ import annotations

import base64
import secrets
import sys
from pathlib import Path

from check_secrets import SECRETS, weaknesses


def main(path: Path) -> int:
    """Exit status 0 where the file holds a real value of each secret; else 1 with the names of those it lacks."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text("".join(f"{name}={generate(name)}\n" for name in SECRETS), encoding="utf-8")
        print(f"{path}: new secrets; log in as admin with its ADMIN_PASSWORD")
        return 0
    values = dict(line.split("=", 1) for line in path.read_text(encoding="utf-8").splitlines() if "=" in line and not line.startswith("#"))
    weak = weaknesses(values)
    if weak:
        print(f"{path}: {'; '.join(f'{name} {why}' for name, why in weak.items())}: set a real value, or remove the file to have all generated", file=sys.stderr)
        return 1
    path.chmod(0o600)
    return 0


def generate(name: str) -> str:
    """A random value without characters that a URL or a shell reads; a Fernet key is 32 bytes in URL-safe base64."""
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode() if name == "FERNET_KEY" else secrets.token_hex(20)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
