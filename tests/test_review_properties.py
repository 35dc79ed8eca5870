"""Whatever a reviewer does, in whatever order: the files load, and undoing all gives them back."""

import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from baogao.content.reports.figure_fields import FIELDS
from baogao.content.yaml.yaml_writer import row
from baogao.preview.review.asked import Refused
from baogao.preview.review.desk import Changed
from baogao.preview.review.seen import look, texts_of
from baogao.preview.review.steps import CannotUndo
from review_desk import FIGURES, ID, REVIEWS, Browser, Reviewed, files, reviewed

WORDS = st.sampled_from(["", "生产总值", "a: b", "“引号”", "# 号", "2020", "null", "x, {y}", "'"])
FIELD = {
    "value": st.sampled_from(["1", "-3.5", "120000000", 7, 0.1]),
    "value_high": st.sampled_from([None, "200000000000000"]),
    "unit": st.sampled_from(["", "元", "%", "万 人"]),
    "bound": st.sampled_from(["eq", "ge", "le", "approx", "range"]),
    "kind": st.sampled_from(["level", "change", "rank"]),
    "status": st.sampled_from(["actual", "target"]),
    "period": st.sampled_from(["", "2019", "2016-2020"]),
    "label": WORDS,
    "indicator": st.sampled_from([None, "gdp", "income_urban"]),
    "area": WORDS,
}
assert FIELD.keys() == set(FIELDS)
SET = st.fixed_dictionaries({}, optional=FIELD)
MANY = st.lists(st.integers(0, 20), min_size=1, max_size=3)
STEPS = 12  # of each example
HAND = "# 手写的\n- figure: {}\n  set: {{label: 手写}}\n  why: 依原文\n\n# 末尾"


class Reviewing(RuleBasedStateMachine):
    """Two pages that review the same report; one knows what it is told, the other may be late."""

    def __init__(self):
        super().__init__()
        self.folder = Path(mkdtemp())
        self.here = reviewed(self.folder)
        self.desk = self.here.desk()

    @initialize(by_hand=st.booleans())
    def begin(self, by_hand):
        self.page = Browser(self.desk).load()
        if by_hand:
            path = self.here.root / FIGURES
            path.parent.mkdir(parents=True)
            path.write_text(HAND.format(self.page.of("6.8%")), "utf-8")
        self.first = files(self.here.root)
        self.in_order = True
        self.page.load()
        self.late = Browser(self.desk).load()

    def ids(self, numbers: list[int]) -> list[str]:
        known = list(self.page.figures)
        return list(dict.fromkeys(known[number % len(known)] for number in numbers))

    @rule(numbers=MANY, action=st.sampled_from(["right", "reject", "reopen", "later"]))
    def decide(self, numbers, action):
        self.page.act(action, *self.ids(numbers))

    @rule(number=st.integers(0, 20), fields=SET)
    def mend(self, number, fields):
        try:
            self.page.act("wrong", *self.ids([number]), set=fields)
        except Refused as refused:
            assert refused.field

    @rule(at=st.integers(0, 400), length=st.integers(1, 8), fields=SET)
    def add(self, at, length, fields):
        before = files(self.here.root)
        start = self.page.told["blocks"][0]["start"] + at
        try:
            self.page.act("add", start=start, end=start + length, set={"value": 1} | fields)
        except Refused:
            assert files(self.here.root) == before

    @rule(number=st.integers(0, 30))
    def confirm(self, number):
        known = list(self.page.doubts)
        self.page.see_to("confirm", known[number % len(known)])

    @rule(level=st.sampled_from([0, 2, 3, 4]), number=st.integers(0, 5))
    def mark(self, level, number):
        known = [id for id, one in self.page.doubts.items() if one["kind"] == "heading"]
        with suppress(Refused):
            self.page.see_to("mend", known[number % len(known)], value=level)

    @rule(value=WORDS)
    def describe(self, value):
        self.page.see_to("mend", "metadata/meeting", value=value)

    @rule(number=st.integers(0, 20))
    def be_late(self, number):
        """A page that has not been told is heard only on what is as it saw it."""
        id = list(self.late.figures)[number % len(self.late.figures)]
        before = files(self.here.root)
        is_same = self.page.figures.get(id, {}).get("version") == self.late.figures[id]["version"]
        try:
            self.late.act("right", id)
        except Changed:
            assert not is_same and files(self.here.root) == before
        else:
            assert is_same
        self.page.load()

    @rule()
    def undo(self):
        try:
            self.page.act("undo")
        except CannotUndo:
            assert self.desk.report(ID)["undo"] == []
        self.page.load()

    @rule(number=st.integers(0, 9))
    def undo_an_older_step(self, number):
        steps = self.desk.report(ID)["undo"]
        if number < len(steps):
            before = files(self.here.root)
            try:
                self.page.act("undo", step=steps[number]["id"])
            except (CannotUndo, Refused):
                assert number and files(self.here.root) == before
            self.in_order = self.in_order and not number
            self.page.load()

    @precondition(lambda self: hasattr(self, "page"))
    @invariant()
    def the_page_is_told_all(self):
        """What the answers have told is what a page that loads now is told."""
        there = Browser(self.desk).load()
        assert there.figures == self.page.figures and there.doubts == self.page.doubts

    @precondition(lambda self: hasattr(self, "page"))
    @invariant()
    def files_load(self):
        seen = look(ID, texts_of(self.here.root, ID), self.desk.content())
        assert seen.problems == ()

    def teardown(self):
        assert self.here.mistakes() == []
        self.desk = self.here.desk()  # as after a restart
        while steps := self.desk.report(ID)["undo"]:
            self.desk.act(ID, {"action": "undo", "step": steps[0]["id"]})
        if self.in_order:
            assert files(self.here.root) == self.first
        else:  # rows that others stand around by now come back among them
            assert rows(files(self.here.root)) == rows(self.first)
        shutil.rmtree(self.folder)


def rows(there: dict[str, bytes]) -> dict[str, list[bytes]]:
    """Return the lines of all files, in whatever order."""
    return {path: sorted(data.split(b"\n")) for path, data in there.items()}


TestReviewing = Reviewing.TestCase
TestReviewing.settings = settings(stateful_step_count=STEPS)


@pytest.fixture(scope="module")
def checked(tmp_path_factory) -> Reviewed:
    """Give a report of which every figure is checked."""
    here = reviewed(tmp_path_factory.mktemp("checked"))
    page = Browser(here.desk()).load()
    page.act("right", *page.figures)
    return here


@given(number=st.integers(0, 20), name=st.sampled_from(FIELDS), data=st.data())
def test_a_reading_that_changes_voids_exactly_its_own_review(checked, number, name, data):
    page = Browser(checked.desk()).load()
    id = list(page.figures)[number % len(page.figures)]
    value = data.draw(FIELD[name])
    before = page.figures[id]["read"][name]
    path = checked.root / FIGURES
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(row({"figure": id, "set": {name: value}, "why": "x"}), "utf-8")
    page.load()
    path.unlink()
    changed = page.figures[id]["read"][name] != before
    states = {one: told["state"] for one, told in page.figures.items()}
    assert states == dict.fromkeys(states, "right") | (
        {id: "void"} if changed else {id: states[id]}
    )
    assert states[id] != "void" or changed


@given(sentence=st.sampled_from(["总量跃居", "的项目开工", "研发投入"]), more=st.booleans())
def test_a_sentence_that_changes_takes_its_own_figures_back(checked, sentence, more):
    path = checked.root / f"reports/{ID}.md"
    text = path.read_text("utf-8")
    before = Browser(checked.desk()).load()
    path.write_text(text.replace(sentence, f"又{sentence}" if more else f"{sentence}，"), "utf-8")
    after = Browser(checked.desk()).load()
    path.write_text(text, "utf-8")
    touched = {id for id, one in before.figures.items() if sentence in one["sentence"]["text"]}
    kept = {id for id, one in after.figures.items() if one["state"] == "right"}
    assert touched and kept >= before.figures.keys() - touched
    assert REVIEWS in files(checked.root)
