"""The machine's new reading and a person's edits, brought together: pure functions, nothing read or written.

``merge`` is the way in; ``Merged`` what comes out. Nothing of a person's is lost, moved or changed without a finding.
"""

from .matching import Matching, match
from .merge import Finding, Merged, merge

__all__ = ["Finding", "Matching", "Merged", "match", "merge"]
