"""Advice as a table: every piece of it, or the first to each organisation."""

from kompetanse.report import Overview, Words
from kompetanse.report.advice import advice_table, first_of_each


def test_each_organisation_has_its_first_advice_in_the_order_of_all(whole: Overview) -> None:
    first = first_of_each(whole.advice)
    told = [one.organisation for one in first]
    assert told == list(dict.fromkeys(one.organisation for one in whole.advice))
    assert len(told) > 10
    for one in first:
        assert one == next(each for each in whole.advice if each.organisation == one.organisation)


def test_a_row_is_one_piece_of_advice_and_names_those_to_learn_from(whole: Overview) -> None:
    table = advice_table(whole.advice, Words("en", whole.programme))
    assert [row[:3] for row in table.rows] == [
        (one.organisation, one.dimension, one.score) for one in whole.advice
    ]
    learn = [row[-1] for row in table.rows]
    assert [one is None for one in learn] == [not one.learn_from for one in whole.advice]
    assert "Tysvær, Time and Sandnes" in learn
