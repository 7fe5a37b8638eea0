"""An agenda for supervision: the section's duties first, every purpose heard, one page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain import Statement, time_figures
from materials.choosing import Cluster, Vectors, apart, clusters, nearest_first
from materials.duties import duties
from materials.items import Agenda, Item, Timing
from materials.making import Maker
from materials.reading import Duty, Reader
from prompts import Audience, Level, Model, Practice, Stage

PROMPTS = {10: 4, 30: 10, 60: 16}
"""By length in minutes: how many prompts can be talked through."""

NEARNESS = (0.75, 0.65, 0.55, 0.45, 0.38)
"""How near duties must lie to be asked about as one, from the finest on."""

REACH = 0.8
"""Share of a section's musts that an agenda should touch; what it does not, it says."""

OPENING = 0.1
"""Share of the time for what is due and the actions, beside the prompts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The statements an agenda is drawn from."""

    section: tuple[Statement, ...]
    """Those of the framework's own section about this kind of work."""

    beside: Mapping[str, tuple[Statement, ...]]
    """By purpose: those of other sections, for what the section itself is silent on."""

    framework: tuple[Statement, ...]
    """All of them, where a model's timings are looked for."""


def agenda(
    ground: Ground,
    *,
    model: Model,
    minutes: int,
    practice: Practice,
    audience: Audience,
    child: str,
    read: Reader,
    vectors: Vectors,
    level: Level | None = None,
    count: int | None = None,
) -> Agenda:
    """Choose and make the prompts; say which musts of the section are left for next time.

    There are as many as can be talked through in the time, or as are wanted.
    """
    own = duties(ground.section, read)
    wanted = count or PROMPTS[minutes]
    besides = {
        purpose: clusters(
            duties(nearest_first(_general(statements), ground.section, vectors), read),
            practice,
            vectors,
        )
        for purpose, statements in ground.beside.items()
    }
    chosen = _enough(own, besides, wanted, practice, vectors)
    maker = Maker(practice, audience, child)
    items = []
    for place, cluster in enumerate(chosen):
        stage = model.stages[place % len(model.stages)]
        made = _made(maker, cluster, stage, model, level)
        if made is not None:
            items.append(made)
    touched = {s.id for item in items for s in item.statements}
    musts = [duty for duty in own if duty.binds]
    left = [duty for duty in musts if not touched & {s.id for s in duty.statements}]
    return Agenda(
        items=tuple(items),
        timings=timings(model, minutes, ground.framework),
        left=tuple(duty.first for duty in left),
        touched=len(musts) - len(left),
        of=len(musts),
    )


def _general(statements: Iterable[Statement]) -> list[Statement]:
    """Those without a time: a time of another section is set for another kind of work."""
    return [each for each in statements if not time_figures(each.quotation)]


def _made(
    maker: Maker, cluster: Cluster, stage: Stage, model: Model, level: Level | None
) -> Item | None:
    ranks = {move: place for place, move in enumerate(level.moves)} if level else {}
    moves = sorted(stage.moves, key=lambda move: ranks.get(move, len(ranks)))
    others = (move for each in model.stages for move in each.moves)
    made = maker.make(cluster.lead, (*moves, *others), cluster.purpose)
    if made is None:
        return None
    text, move = made
    own = stage if move in stage.moves else next(s for s in model.stages if move in s.moves)
    return Item(
        text=text,
        statements=statements_of(cluster),
        purpose=cluster.purpose,
        stage=own.id,
        move=move,
    )


def statements_of(cluster: Cluster) -> tuple[Statement, ...]:
    """Every statement that a cluster's question is held against, once."""
    return tuple(dict.fromkeys(s for duty in cluster.duties for s in duty.statements))


def _enough(
    own: Sequence[Duty],
    besides: Mapping[str, Sequence[Cluster]],
    wanted: int,
    practice: Practice,
    vectors: Vectors,
) -> list[Cluster]:
    """The clusters to ask about: as fine as they can be and still reach most of the musts."""
    chosen: list[Cluster] = []
    for near in NEARNESS:
        found = _ranked(clusters(own, practice, vectors, near=near))
        chosen = _chosen(found, besides, wanted, practice, vectors)
        if _reached(own, chosen) >= REACH:
            break
    return chosen


def _reached(own: Sequence[Duty], chosen: Sequence[Cluster]) -> float:
    """The share of the musts that the chosen touch."""
    musts = [duty for duty in own if duty.binds]
    touched = {s.id for cluster in chosen for s in statements_of(cluster)}
    hit = sum(bool(touched & {s.id for s in duty.statements}) for duty in musts)
    return hit / len(musts) if musts else 1.0


def _ranked(found: Sequence[Cluster]) -> list[Cluster]:
    """The most binding first; of those, what holds in any case before what holds in one."""
    return sorted(found, key=lambda each: (-each.musts, _in_one_case(each), -len(each.duties)))


def _in_one_case(cluster: Cluster) -> bool:
    return cluster.lead.reading is not None and bool(cluster.lead.reading.when)


def _chosen(
    ranked: Sequence[Cluster],
    besides: Mapping[str, Sequence[Cluster]],
    wanted: int,
    practice: Practice,
    vectors: Vectors,
) -> list[Cluster]:
    """One for each purpose first, then the most binding; in the order of the purposes."""
    chosen: list[Cluster] = []
    for purpose in practice.purposes[:wanted]:
        own = [each for each in ranked if each.purpose == purpose.id]
        others = () if own else besides.get(purpose.id, ())
        fitting = (each for each in (*own, *others) if each.purpose == purpose.id)
        first = next((each for each in fitting if apart(chosen, each, vectors)), None)
        if first is not None:
            chosen.append(first)
    for each in ranked:
        if len(chosen) >= wanted:
            break
        if each not in chosen and apart(chosen, each, vectors):
            chosen.append(each)
    order = {purpose.id: place for place, purpose in enumerate(practice.purposes)}
    return sorted(chosen, key=lambda each: order[each.purpose])


def timings(model: Model, minutes: int, statements: Sequence[Statement]) -> tuple[Timing, ...]:
    """How long each stage takes: as the framework says, as the model has it, or in equal parts."""
    if any(stage.minutes for stage in model.stages):
        return tuple(_told(stage, statements) for stage in model.stages)
    whole = round(minutes * (1 - 2 * OPENING))
    share, more = divmod(whole, len(model.stages))
    return tuple(
        Timing(stage=stage.id, name=stage.name, minutes=share + (place < more))
        for place, stage in enumerate(model.stages)
    )


def _told(stage: Stage, statements: Sequence[Statement]) -> Timing:
    for statement in statements:
        words = statement.text.lower()
        figures = [f for f in time_figures(statement.text) if f.endswith(" minute")]
        if figures and any(word in words for word in stage.timed_by):
            minutes = int(figures[0].split()[0].split("-")[-1])
            return Timing(stage=stage.id, name=stage.name, minutes=minutes, statement=statement)
    return Timing(stage=stage.id, name=stage.name, minutes=stage.minutes or 5)
