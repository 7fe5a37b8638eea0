"""Whether a statement answers is judged by reading it together with the question."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from domain import ModelRefused
from retrieval import Judges, load_judges
from retrieval import judge as module
from retrieval.judge import load_judge
from retrieval.sufficiency import Signs, likely
from tests.retrieval.making import make_index, statement

WHEN = "Core Groups. Hold the first core group within ten working days of the conference."
WHO = "Core Groups. The allocated social worker chairs the core group."


@pytest.mark.parametrize(
    ("question", "answers", "near"),
    [
        ("when does the first core group have to be held", WHEN, WHO),
        ("who chairs core group", WHO, WHEN),
        (
            "what do i do if mum turns up drunk to contact",
            "Family time. Stop a contact where a parent arrives under the influence.",
            "Family time. Record every contact on the child's file within three working days.",
        ),
    ],
)
def test_what_answers_is_surer_than_what_is_only_near(judge, question, answers, near):
    """Both speak of the same thing, and only one says what is asked."""
    right, wrong = judge(question, [answers, near])

    assert right > wrong


def test_a_pair_is_judged_alike_whatever_is_read_beside_it(judge):
    """A longer text beside it pads it, and no more."""
    alone = judge("who chairs core group", [WHO])
    beside = judge("who chairs core group", [WHO, WHEN * 3])

    assert beside[0] == pytest.approx(alone[0], abs=0.2)


def test_nothing_to_read_is_nothing_judged(judge):
    """No statement was found."""
    assert judge("who chairs core group", []) == []


def test_a_story_of_two_thousand_characters_is_read_by_its_end(judge):
    """What is asked mostly stands last; and a text without a space is cut all the same."""
    story = "she came round on tuesday and " * 70
    told = judge(f"{story} who chairs core group", [WHO, WHEN])
    endless = judge("a" * 2000, ["b" * 2000])

    assert told[0] > told[1]
    assert len(endless) == 1


def test_several_threads_may_ask_at_once(judge):
    """The service has one judge for all of its clients."""
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: judge("who chairs core group", [WHO, WHEN]), range(12)))

    assert all(each == found[0] for each in found)


def test_without_its_model_it_is_refused(monkeypatch, tmp_path):
    """The judge is a change to the pinned model and nothing by itself."""
    monkeypatch.setattr(module, "pinned_folder", lambda: tmp_path)

    with pytest.raises(ModelRefused, match="again"):
        load_judges()


def test_a_judge_of_another_adapter_is_refused(monkeypatch):
    """It would be sure of the wrong things."""
    monkeypatch.setattr(module, "sha256_of", lambda _: "another")

    with pytest.raises(ModelRefused, match="Train both again"):
        load_judges()


@pytest.mark.parametrize("held", [b"", b"no tensors", None], ids=["empty", "other", "gone"])
def test_a_file_that_is_none_is_refused(tmp_path, held):
    """In words that say what to do."""
    file = tmp_path / "judge.safetensors"
    if held is not None:
        file.write_bytes(held)

    with pytest.raises(ModelRefused, match="Install"):
        load_judge(file)


STATEMENTS = [
    statement("1.b1", "Hold the core group every four weeks.", section=("Core groups",)),
    statement("1.b2", "Hold the first core group within ten working days."),
    statement("1.b3", "Hold a core group once a month until the child is safe."),
    statement("1.b1", "Write to the family before a core group.", framework="otherton"),
]
QUESTION = "how often is the core group held"
SURE, UNSURE = 9.0, -20.0


@pytest.fixture
def judging(tmp_path, embeddings):
    """Open an index of near statements with a judge that is as sure of a text as it is told."""
    opened = []

    def _judging(sure=None, **of):
        read: list[tuple[str, str]] = []

        def judge(question, texts):
            read.extend((question, text) for text in texts)
            return [next((s for w, s in of.items() if w in text), sure) for text in texts]

        judges = Judges(statements=judge, timescales=judge) if sure is not None else None
        opened.append(make_index(STATEMENTS, tmp_path, embeddings, judges=judges))
        return opened[-1], read

    yield _judging
    for index in opened:
        index.close()


def sufficient(index, question=QUESTION, **given):
    """Whether what is found answers the question."""
    return index.find(question, framework="exampleshire", **given).sufficient


def test_without_a_judge_what_bears_on_a_question_answers_it(judging):
    """As for a test or a program that has none."""
    index, read = judging()

    assert sufficient(index)
    assert read == []


def test_only_the_best_is_read_and_decides(judging):
    """Reading takes time, and what stands below is not put forward first."""
    index, read = judging(UNSURE, four=SURE)

    assert sufficient(index)
    assert [text for _, text in read] == ["Core groups. Hold the core group every four weeks."]


def test_what_answers_surely_is_beyond_doubt(judging):
    """The judge is sure, and so is everything else."""
    index, _ = judging(SURE)

    assert not index.find(QUESTION, framework="exampleshire").doubtful


def test_what_answers_and_might_not_is_doubtful(judging, monkeypatch):
    """It is likely enough to be put forward, and not to be put forward without a word."""
    monkeypatch.setattr("retrieval.index.SURE", 1.0)
    index, _ = judging(SURE)

    found = index.find(QUESTION, framework="exampleshire")

    assert (found.sufficient, found.doubtful) == (True, True)


def test_what_is_refused_is_not_doubtful_besides(judging, monkeypatch):
    """A refusal says already that the nearest is no answer."""
    monkeypatch.setattr("retrieval.index.SURE", 1.0)
    index, _ = judging(UNSURE)

    found = index.find(QUESTION, framework="exampleshire")

    assert (found.sufficient, found.doubtful) == (False, False)


def test_what_is_near_and_answers_nothing_is_refused(judging):
    """The framework speaks of it, and does not say what is asked."""
    index, _ = judging(UNSURE)

    assert not sufficient(index)
    assert index.speaking(QUESTION) == ()


def test_who_speaks_of_it_is_read_as_well(judging):
    """Which other framework answers is judged as this one is, and all are read at once."""
    index, read = judging(UNSURE, four=SURE)

    assert index.speaking(QUESTION) == ("exampleshire",)
    assert len(read) == 2
    assert index.speaking(QUESTION, beside="exampleshire") == ()
    assert len(read) == 3


def test_a_topic_is_not_judged(judging):
    """Nothing answers a topic; it is enough that something bears on it."""
    index, read = judging(UNSURE)

    assert sufficient(index, judged=False)
    assert read == []


def test_a_message_without_a_word_to_look_up_asks_nothing(judging):
    """However sure the judge may be."""
    index, _ = judging(SURE)

    assert not sufficient(index, "and the or?")


def test_a_follow_up_is_judged_with_what_it_follows_too(judging):
    """By itself it does not say what it is about; the surer reading counts."""
    index, read = judging(SURE)

    assert sufficient(index, "how often is it held", about="the core group")
    assert [question for question, _ in read] == [
        "how often is it held",
        "the core group how often is it held",
    ]


def test_what_was_talked_of_makes_nobody_surer(judging):
    """It moves a statement up and answers nothing."""
    index, _ = judging(UNSURE)

    assert not sufficient(index, talked_of=("Core groups",))


@pytest.mark.parametrize(
    ("changed", "likelier"),
    [
        ({"judged": 3.0}, True),
        ({"near": 0.9}, True),
        ({"unspoken": 1.0}, False),
        ({"elsewhere": 0.3}, False),
        ({"time": 1.0}, False),
    ],
    ids=lambda each: next(iter(each), "") if isinstance(each, dict) else "",
)
def test_each_sign_counts_for_what_it_tells(changed, likelier):
    """As learnt; a weight of the other sign would be a slip of the training."""
    signs = Signs(judged=0.0, near=0.5, unspoken=0.0, elsewhere=0.0, time=0.0)

    assert (likely(replace(signs, **changed)) > likely(signs)) is likelier
