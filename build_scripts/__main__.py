"""The commands: python -m build_scripts COMMAND."""

from __future__ import annotations

import sys

from .commands.all_commands import parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command that the arguments name; its exit code."""
    args = parser().parse_args(arguments)
    status: int = args.run(args)
    return status


if __name__ == "__main__":
    sys.exit(main())
