"""Which statements of a framework a piece of work or a topic is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.library import Library
from domain import BadInput, Framework, Statement, Strength
from materials import Duty, purpose_of
from prompts import Practice, Work, reply

MOST_FOUND = 24
"""Statements that a search gives for a topic no section is named after."""

LEAST_SECTION = 4
"""Statements that bind, from which a section is about a kind of work and does not only name it."""

NEAR = 0.6
"""Share of the best one's score from which what a search found is on the topic."""

MOST_QUESTIONS = 6
NEAR_QUESTION = 0.5
"""Score from which a framework's own question is on the topic."""

_BINDING = frozenset({Strength.MUST, Strength.SHOULD})
MOST_TOLD = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What material is made about."""

    name: str
    statements: tuple[Statement, ...]
    """Of the answering edition, in the document's order; or best first, where searched for."""

    work: Work | None = None
    searched: bool = False
    """The statements were searched for, and stand best first."""


def statements_of(library: Library, framework: Framework) -> tuple[Statement, ...]:
    """All statements of the edition that answers for a framework, in the document's order."""
    edition = library.index.answering.get(framework.id)
    return tuple(
        each
        for each in library.index.statements.values()
        if each.source.framework == framework.id and each.source.edition is edition
    )


def matter_of_work(
    library: Library, framework: Framework, given: str, practice: Practice
) -> Matter:
    """The section that is about a kind of work; raises BadInput with the sections there are."""
    found = _named(library, framework, given, practice)
    if found is None:
        raise BadInput("topic", _no_section(library, framework, given))
    return found


def matter_of_topic(
    library: Library, framework: Framework, given: str, practice: Practice
) -> Matter:
    """A section, a principle, or whatever a search surely finds on a topic; raises BadInput."""
    found = (
        _named(library, framework, given, practice)
        or _of_principle(library, framework, given)
        or _of_purpose(library, framework, given, practice)
    )
    if found is None:
        searched = library.index.find(
            given, framework=framework.id, strengths=None, limit=MOST_FOUND, judged=False
        )
        if not searched.sufficient:
            raise BadInput("topic", _no_section(library, framework, given))
        best = searched.evidence[0].score
        near = (e.statement for e in searched.evidence if e.score >= NEAR * best)
        found = Matter(name=given, statements=tuple(near), work=practice.work(given), searched=True)
    own = _questions(library, framework, given, found)
    more = () if found.searched else _more(library, framework, given, found)
    return replace(found, statements=(*own, *found.statements, *more))


def _more(
    library: Library, framework: Framework, given: str, found: Matter
) -> tuple[Statement, ...]:
    """What a search finds where a principle or a section itself asks for next to nothing."""
    binding = {s.id for s in found.statements if s.strength in _BINDING}
    if len(binding) >= LEAST_SECTION:
        return ()
    searched = library.index.find(
        given, framework=framework.id, strengths=_BINDING, limit=MOST_FOUND, judged=False
    )
    return tuple(e.statement for e in searched.evidence if e.statement.id not in binding)


def _named(library: Library, framework: Framework, given: str, practice: Practice) -> Matter | None:
    statements = statements_of(library, framework)
    folded = " ".join(given.casefold().split())
    exact = [s for s in statements if any(folded == _plain(name) for name in s.section)]
    if exact:
        return Matter(name=given, statements=tuple(exact), work=practice.work(given))
    work = practice.work(given)
    if work is not None:
        return _of_work(statements, work)
    if len(folded) > 3 and (under := _under(statements, folded, (), None)):
        return Matter(name=given, statements=under)
    return None


def _of_work(statements: Sequence[Statement], work: Work) -> Matter | None:
    """The first of the kind's sections that there is: among outermost headings, then among all."""
    for depth in (1, None):
        for words in work.sections:
            found = {
                each.id
                for part in words.split(" + ")
                for each in _under(statements, part, work.not_sections, depth)
            }
            under = tuple(each for each in statements if each.id in found)
            if sum(s.strength in (Strength.MUST, Strength.SHOULD) for s in under) >= LEAST_SECTION:
                return Matter(name=work.name, statements=under, work=work)
    return None


def _under(
    statements: Sequence[Statement], words: str, not_words: Iterable[str], depth: int | None
) -> tuple[Statement, ...]:
    """Those under a heading, outermost or of any depth, with these words and none of those."""
    wanted, refused = words.casefold(), tuple(not_words)

    def fits(statement: Statement) -> bool:
        return any(
            wanted in _plain(name) and not any(each in _plain(name) for each in refused)
            for name in statement.section[:depth]
        )

    return tuple(each for each in statements if fits(each))


def _of_principle(library: Library, framework: Framework, given: str) -> Matter | None:
    wanted = _plain(given)
    found = [
        each
        for each in statements_of(library, framework)
        if each.principle and wanted in _plain(each.principle)
    ]
    return Matter(name=given, statements=tuple(found)) if found and len(wanted) > 3 else None


def _of_purpose(
    library: Library, framework: Framework, given: str, practice: Practice
) -> Matter | None:
    """What all sections say on a topic that prompts have a purpose for ("the child's voice")."""
    work = practice.work(given)
    if work is None or work.id not in {each.id for each in practice.purposes}:
        return None
    found = tuple(
        each
        for each in statements_of(library, framework)
        if each.strength in _BINDING and purpose_of(Duty(statements=(each,)), practice) == work.id
    )
    return Matter(name=given, statements=found, work=work) if found else None


def _questions(
    library: Library, framework: Framework, given: str, found: Matter
) -> tuple[Statement, ...]:
    """The framework's own questions on the topic that its section does not hold."""
    searched = library.index.find(
        given,
        framework=framework.id,
        strengths=frozenset({Strength.QUESTION}),
        limit=MOST_QUESTIONS,
        judged=False,
    )
    held = {statement.id for statement in found.statements}
    return tuple(
        e.statement
        for e in searched.evidence
        if e.score >= NEAR_QUESTION and e.statement.id not in held
    )


def sections_of(library: Library, framework: Framework) -> tuple[str, ...]:
    """The outermost headings under which something is asked for, in the document's order."""
    return tuple(
        dict.fromkeys(
            each.section[0]
            for each in statements_of(library, framework)
            if each.section and each.strength in _BINDING
        )
    )


def _no_section(library: Library, framework: Framework, given: str) -> str:
    told = "; ".join(sections_of(library, framework)[:MOST_TOLD])
    return reply("material.no_section", document=framework.document, given=given, sections=told)


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())
