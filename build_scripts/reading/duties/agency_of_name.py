"""Which agency a printed name means: exact forms of the vocabulary, here and in the jurisdictions above."""

from __future__ import annotations

import difflib
import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property, lru_cache

from ...model import Agency, Vocabulary
from ...sources.fold import fold
from .guess_kind_of_body import common_body


class Bodies:
    """Printed forms to agencies for one jurisdiction. A form of a jurisdiction above is found too (省政府 in a city's text).

    With ``prefixes`` dropped after the first name of a list (省发展改革委、财政厅) the form is tried with the prefix put back.
    """

    def __init__(self, vocabulary: Vocabulary, jurisdiction: str | None) -> None:
        self.forms: dict[str, Agency] = {}
        of_place = known(vocabulary).of_place
        for place in reversed(_chain(vocabulary, jurisdiction)):
            for agency in of_place.get(place, ()):
                for form in (agency.name, *agency.names):
                    self.forms[_key(form)] = agency
        self.prefixes = ("省", "市", "县", "区", "州")

    def find(self, name: str) -> Agency | None:
        """The agency a printed name means, or None."""
        key = _key(name)
        if key in self.forms:
            return self.forms[key]
        bare = key.split("(")[0]
        if bare != key and bare in self.forms:
            return self.forms[bare]
        return next((self.forms[p + key] for p in self.prefixes if p + key in self.forms), None)

    def nearest(self, name: str, n: int = 3) -> list[str]:
        """The known forms most like an unknown name, best first."""
        return difflib.get_close_matches(_key(name), self.forms, n=n, cutoff=0.5)


class Known:
    """What is looked up in a vocabulary again and again, made once for it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._bodies: dict[str | None, Bodies] = {}
        self._forms: dict[str, frozenset[str]] = {}

    @cached_property
    def of_id(self) -> Mapping[str, Agency]:
        return {a.id: a for a in self.vocabulary.agencies}

    @cached_property
    def of_place(self) -> Mapping[str, list[Agency]]:
        """The agencies of each jurisdiction, in their order."""
        found: dict[str, list[Agency]] = defaultdict(list)
        for agency in self.vocabulary.agencies:
            found[agency.jurisdiction].append(agency)
        return dict(found)

    def bodies(self, jurisdiction: str | None) -> Bodies:
        if jurisdiction not in self._bodies:
            self._bodies[jurisdiction] = Bodies(self.vocabulary, jurisdiction)
        return self._bodies[jurisdiction]

    def is_form(self, name: str, id: str) -> bool:
        """Whether a name is one of the printed forms of an agency that there is."""
        if id not in self._forms:
            agency = self.of_id[id]
            self._forms[id] = frozenset(_key(form) for form in (agency.name, *agency.names))
        return _key(name) in self._forms[id]


_latest = Known(Vocabulary())


def known(vocabulary: Vocabulary) -> Known:
    """What is known of a vocabulary: of the very object, since to compare two takes longer than to go through one."""
    global _latest  # noqa: PLW0603 — texts are read one after another with the same vocabulary
    if _latest.vocabulary is not vocabulary:
        _latest = Known(vocabulary)
    return _latest


def _chain(vocabulary: Vocabulary, jurisdiction: str | None) -> list[str]:
    by_id = {j.id: j for j in vocabulary.jurisdictions}
    chain: list[str] = []
    while jurisdiction and jurisdiction in by_id and jurisdiction not in chain:
        chain.append(jurisdiction)
        jurisdiction = by_id[jurisdiction].within
    if chain and "china" in by_id and "china" not in chain:
        chain.append("china")
    return chain


@lru_cache(maxsize=1 << 14)
def _key(name: str) -> str:
    return "".join(fold(name).split())


GUESSED = "类别、职能由程序猜测，待核"
"""The note of an entry whose kind and line nobody has checked."""


KEPT = "id 保留"
"""What an editor writes into the note of an entry whose made-up id is to stay."""
_MADE_UP = re.compile(r".+-body-[0-9a-f]{6}(?:-\d+)?")


def made_up(agency: Agency) -> bool:
    """Whether an id was put together from a sum, and nobody has said that it stays.

    >>> ids = ("zhangye-body-c14ae9", "zhangye-body-c14ae9-2", "zhangye-body-works", "zhangye-finance")
    >>> [made_up(Agency(id, "某站", "zhangye", "institution", "other")) for id in ids]
    [True, True, False, False]
    >>> made_up(Agency("zhangye-body-c14ae9", "某站", "zhangye", "institution", "other", note="已核；id 保留"))
    False
    """
    return bool(_MADE_UP.fullmatch(agency.id)) and KEPT not in (agency.note or "")


def guessed(name: str, jurisdiction: str, vocabulary: Vocabulary) -> Agency:
    """An entry for an unknown name.

    Kind and line are those of a body of the same printed name in another place (省科技厅 elsewhere) where somebody has
    checked them, else a guess from the common names; a guess says so in its note.
    """
    checked = (a for a in vocabulary.agencies if a.jurisdiction != jurisdiction and a.note != GUESSED)
    twin = next((a for a in checked if _key(name) in {_key(f) for f in a.names}), None)
    if twin:
        tail, kind, line, note = twin.id.removeprefix(f"{twin.jurisdiction}-"), twin.kind, twin.line, None
    else:
        guess = common_body(_key(name))
        tail = guess.tail or f"body-{hashlib.sha256(_key(name).encode()).hexdigest()[:6]}"
        kind, line, note = guess.kind, guess.line, GUESSED
    id = _free(f"{jurisdiction}-{tail}", {a.id for a in vocabulary.agencies})
    return Agency(id, name, jurisdiction, kind, line, (name,), note=note)


def entry_to_paste(name: str, jurisdiction: str, vocabulary: Vocabulary) -> str:
    """The guessed entry of an unknown name on one line, fit to be pasted into agencies.yml as it is."""
    a = guessed(name, jurisdiction, vocabulary)
    entry = f"id: {a.id}, name: {_quoted(a.name)}, jurisdiction: {jurisdiction}, kind: {a.kind}, line: {a.line}"
    return f"{{{entry}, names: [{_quoted(name)}]{f', note: {a.note}' if a.note else ''}}}"


def _free(id: str, taken: set[str]) -> str:
    return next(i for i in (id, *(f"{id}-{n}" for n in range(2, 1000))) if i not in taken)


def _quoted(name: str) -> str:
    """A name as YAML on one line takes it: in quotes where it holds a sign of YAML's."""
    return name if re.fullmatch(r"[一-鿿〇（）“”·]+", name) else "'" + name.replace("'", "''") + "'"
