"""Sources to structured/extracted/ and structured/records/: what a person asks for with ``make extract``.

``run`` reads every registered source and writes what follows, all of it or nothing; ``one`` does a single document;
``base`` finds the reading that a record was last merged with; ``settling`` puts a person's decisions into a record;
``telling`` words what is to be told.
"""

from .one import Decisions, Prepared, prepare, prepare_new
from .run import Extracted, extract

__all__ = ["Decisions", "Extracted", "Prepared", "extract", "prepare", "prepare_new"]
