"""What a script imports, so that a page can ask for all of it at once instead of link by link."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

_IMPORT = re.compile(r"""^(?:import|export)\b[^;"']*["'](\.{1,2}/[^"']+\.js)["'];""", re.MULTILINE)


def imports_of(path: str, read: Callable[[str], str]) -> tuple[str, ...]:
    """The modules that the one at ``path`` imports, near ones first, itself left out; ``read`` gives a module's text.

    Only what is imported when the module loads: ``import()`` fetches when asked, and is left to itself.

    >>> texts = {"js/a.js": 'import { b } from "./b.js";', "js/b.js": 'import "../lib/c.js";', "lib/c.js": ""}
    >>> imports_of("js/a.js", texts.__getitem__)
    ('js/b.js', 'lib/c.js')
    """
    found = [path]
    for at in found:
        for relative in _IMPORT.findall(read(at)):
            to = posixpath.normpath(posixpath.join(posixpath.dirname(at), relative))
            if to not in found:
                found.append(to)
    return tuple(found[1:])
