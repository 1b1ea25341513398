"""The commands: python -m build_scripts COMMAND."""

from __future__ import annotations

import gc
import sys

from .commands.all_commands import parser
from .working.collector import collector_seldom


def main(arguments: list[str] | None = None) -> int:
    """Run the command that the arguments name; its exit code."""
    args = parser().parse_args(arguments)
    with collector_seldom():
        status: int = args.run(args)
    return status


if __name__ == "__main__":
    done = main()
    gc.freeze()  # what is left goes with the process: none of it has to be gone through for rubbish first
    sys.exit(done)
