"""Sources to structured/extracted/ and structured/records/: what a person asks for with ``make extract``.

``all_documents`` reads every registered source and writes what follows, all of it or nothing; ``one_document`` does a single one;
``merge_base`` finds the reading that a record was last merged with; ``settling_stale_fields`` puts a person's decisions into a record;
``merge_problems`` words what is to be told.
"""

from .all_documents import Extracted, extract
from .one_document import Decisions, Prepared, prepare, prepare_new

__all__ = ["Decisions", "Extracted", "Prepared", "extract", "prepare", "prepare_new"]
