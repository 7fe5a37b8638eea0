"""Reflective questions: the framework's own first, then questions made of its statements."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain import Statement, Strength
from materials.agenda import statements_of
from materials.choosing import Cluster, Vectors, apart, clusters, purpose_of
from materials.duties import duties
from materials.items import Item, Note
from materials.making import Maker
from materials.reading import Duty, Reader
from prompts import Audience, Level, Model, Practice, Stage, reply

OWN_SHARE = 0.4
"""Share of a set that may be the framework's own questions; one at least where there is one."""

CLOSE = 0.62
"""How near two duties of a set may lie: a session has time for few, and for no one thing twice."""

PROBING = ("challenge", "analyse", "relate", "hypothesise", "act")
"""Where follow-ups go by turns, each where its question itself has not gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked for."""

    model: Model
    level: Level
    audience: Audience
    count: int
    best_first: bool = False
    """The statements were searched for: how well they fit goes before how strongly they bind."""


def reflective_set(
    statements: Sequence[Statement],
    wanted: Wanted,
    *,
    practice: Practice,
    read: Reader,
    vectors: Vectors,
) -> tuple[Item, ...]:
    """Questions on the statements' matter, the fittest of them first in the order given.

    The statements are those of a section, or those that a search found; questions among them
    are the framework's own.
    """
    theirs = sum(each.strength is Strength.QUESTION for each in statements)
    most = min(theirs, max(1, round(wanted.count * OWN_SHARE)))
    made = _made(statements, wanted, wanted.count - most, practice, read, vectors)
    own = _own(statements, wanted.count - len(made), practice)
    order = {stage.id: place for place, stage in enumerate(wanted.model.stages)}
    return (*own, *sorted(made, key=lambda item: order[item.stage]))


def _own(statements: Sequence[Statement], most: int, practice: Practice) -> list[Item]:
    theirs = [s for s in statements if s.strength is Strength.QUESTION]
    listen = {each.id: each.listen for each in practice.purposes}
    found = []
    for statement in theirs[:most]:
        purpose = purpose_of(Duty(statements=(statement,)), practice)
        note = Note(says=(statement,), listen=listen[purpose], probe=reply("reflecting.probe"))
        found.append(
            Item(
                text=statement.text,
                statements=(statement,),
                purpose=purpose,
                stage="",
                own=True,
                note=note,
            )
        )
    return found


def _made(
    statements: Sequence[Statement],
    wanted: Wanted,
    count: int,
    practice: Practice,
    read: Reader,
    vectors: Vectors,
) -> list[Item]:
    found = clusters(duties(statements, read), practice, vectors, near=CLOSE)
    chosen = _spread(_ordered(found, statements, wanted), count, vectors)
    maker = Maker(practice, wanted.audience, wanted.audience.child)
    stages = _stages(wanted, len(chosen))
    items = []
    for place, cluster in enumerate(chosen):
        stage = stages[place % len(stages)]
        item = _item(maker, cluster, stage, wanted, practice, place)
        if item is not None:
            items.append(item)
    return items


def _stages(wanted: Wanted, count: int) -> tuple[Stage, ...]:
    """The model's stages; where there are fewer questions, those that go as deep as is wanted."""
    stages = wanted.model.stages
    if count >= len(stages):
        return stages
    ranks = {move: place for place, move in enumerate(wanted.level.moves)}
    ranked = sorted(stages, key=lambda stage: min(ranks.get(m, 99) for m in stage.moves))
    kept = {stage.id for stage in ranked[: max(count, 1)]}
    return tuple(stage for stage in stages if stage.id in kept)


def _ordered(
    found: Sequence[Cluster], statements: Sequence[Statement], wanted: Wanted
) -> list[Cluster]:
    """What binds first; of statements that were searched for, what fits best."""
    if not wanted.best_first:
        return sorted(found, key=lambda each: not each.musts)
    place = {statement.id: at for at, statement in enumerate(statements)}
    return sorted(found, key=lambda each: place[each.lead.first.id])


def _spread(ordered: Sequence[Cluster], count: int, vectors: Vectors) -> list[Cluster]:
    """The first in order, turning to the purpose that has been heard least each time."""
    rest = list(ordered)
    chosen: list[Cluster] = []
    seen: Counter[str] = Counter()
    while rest and len(chosen) < count:
        cluster = min(rest, key=lambda each: seen[each.purpose] > seen.total() / 2)
        rest.remove(cluster)
        if apart(chosen, cluster, vectors):
            chosen.append(cluster)
            seen[cluster.purpose] += 1
    return chosen


def _item(
    maker: Maker,
    cluster: Cluster,
    stage: Stage,
    wanted: Wanted,
    practice: Practice,
    place: int,
) -> Item | None:
    ranks = {move: place for place, move in enumerate(wanted.level.moves)}
    moves = sorted(stage.moves, key=lambda move: ranks.get(move, len(ranks)))
    others = [move for each in wanted.model.stages for move in each.moves if move not in moves]
    made = maker.make(cluster.lead, (*moves, *others), cluster.purpose)
    if made is None:
        return None
    text, move = made
    own = stage if move in stage.moves else next(s for s in wanted.model.stages if move in s.moves)
    item = Item(
        text=text,
        statements=statements_of(cluster),
        purpose=cluster.purpose,
        stage=own.id,
        move=move,
    )
    return replace(item, note=_note(maker, cluster, move, practice, place))


def _note(maker: Maker, cluster: Cluster, move: str, practice: Practice, place: int) -> Note:
    listen = next(each.listen for each in practice.purposes if each.id == cluster.purpose)
    if cluster.lead.reading is not None and (why := cluster.lead.reading.why):
        listen = f"{reply('reflecting.serves', why=why)} {listen}"
    turned = (*PROBING[place % len(PROBING) :], *PROBING[: place % len(PROBING)])
    probes = [each for each in turned if each != move]
    made = maker.make(cluster.lead, probes, cluster.purpose)
    return Note(
        says=cluster.lead.statements,
        listen=listen,
        probe=made[0] if made else reply("reflecting.probe"),
    )
