"""Take over into tests/frozen/ what the machine reads now, in the form that files have now.

``python -m tests.renew_frozen``, where a better reading or another form of the files makes tests of the frozen corpus
fail. The words and judgements of its records stay; the addresses of its pages are registered as they were.
"""

from __future__ import annotations

import sys

from build_scripts.extracting import extract
from build_scripts.fixing import fix
from build_scripts.problems import errors

from .places import FROZEN


def main() -> int:
    done = extract(FROZEN)
    changed, problems = ([], []) if errors(done.problems) else fix(FROZEN)
    for problem in (*done.problems, *problems):
        print(problem, file=sys.stderr)
    written = sorted({*map(str, done.written), *changed})
    print("冻结的语料：" + ("改写 " + "、".join(written) if written else "没有变化"))
    return int(bool(errors([*done.problems, *problems])))


if __name__ == "__main__":
    sys.exit(main())
