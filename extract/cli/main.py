"""The console script ``mahdar``. Commands are imported when they are called, so that --help is quick."""

from __future__ import annotations

import importlib
import sys

import click

COMMANDS = {
    "run": "extract.cli.run:command",
    "ingest": "extract.cli.ingest:command",
    "sql": "extract.cli.sql:command",
    "read": "extract.cli.read:command",
    "explain": "extract.cli.explain:command",
    "evaluate": "extract.cli.evaluate:command",
    "summary": "extract.cli.summary:command",
    "status": "extract.cli.status:command",
    "rebuild": "extract.cli.rebuild:command",
    "requeue": "extract.cli.requeue:command",
    "export": "extract.cli.export:command",
    "bulletin": "extract.cli.bulletin:command",
    "pages": "extract.cli.pages:command",
    "doctor": "extract.cli.doctor:command",
}


class LazyGroup(click.Group):
    """A group whose commands are imported on use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, attribute = COMMANDS[name].split(":")
        return getattr(importlib.import_module(module), attribute)  # type: ignore[no-any-return]


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mahdar")
def cli() -> None:
    """Mahdar reads Arabic news and keeps a warehouse of meetings, participants and pledges."""


def main() -> None:
    """Entry point: an expected failure is told in a line, without a traceback."""
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.exit(0)
    except Exception as error:
        if type(error).__module__.split(".")[0] not in ("extract", "expectations") and not isinstance(error, (OSError, ValueError)):
            raise
        click.echo(f"mahdar: {error}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
