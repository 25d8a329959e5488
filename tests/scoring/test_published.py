"""Numbers that others have printed, recomputed from a framework file, an answers file and `score`."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from kompetanse.files import read_answers, read_framework
from kompetanse.scoring import ScoreCard, score

HDI = """\
kompetanse: 1
framework:
  id: hdi
  name: Human Development Index (UNDP, Human Development Report 2021/2022)
  aggregation: geometric
  dimensions:
    - id: health
      indicators:
        - {id: life, question: Life expectancy at birth, low: 20, high: 85, outside: cap}
    - id: education
      indicators:
        - {id: expected, question: Expected years of schooling, low: 0, high: 18, outside: cap}
        - {id: mean, question: Mean years of schooling, low: 0, high: 15, outside: cap}
    - id: income
      indicators:
        - {id: gni, question: GNI per head, low: 100, high: 75000, curve: log, outside: cap}
"""
HDI_2021 = {
    # life expectancy, expected and mean years of schooling, gross national income, and the index
    "CHE": ("83.9872", "16.5003", "13.8597", "66933.00", 0.962),
    "NOR": ("83.2339", "18.1852", "13.0036", "64660.11", 0.961),
    "IRL": ("81.9976", "18.9452", "11.5822", "76168.98", 0.945),
    "SSD": ("54.9752", "5.5425", "5.7261", "767.79", 0.385),
}
EGDI = """\
kompetanse: 1
framework:
  id: survey
  name: E-Government Development Index (UN E-Government Survey 2022)
  dimensions:
    - id: egdi
      indicators:
        - {id: osi, question: Online services, low: 0, high: 1}
        - {id: hci, question: Human capital, low: 0, high: 1}
        - {id: tii, question: Telecommunications, low: 0, high: 1}
"""
EGDI_2022 = {
    "DNK": ("0.9797", "0.9559", "0.9795", 0.9717),
    "NOR": ("0.8007", "0.9528", "0.9102", 0.8879),
    "ISL": ("0.8867", "0.9657", "0.9705", 0.9410),
}
SUM = """\
kompetanse: 1
framework:
  id: sum
  aggregation: sum
  dimensions:
    - {id: a, indicators: [{id: x, question: x, scale: points}]}
    - {id: b, indicators: [{id: y, question: y, scale: points}]}
    - {id: c, indicators: [{id: z, question: z, scale: points}]}
"""


def card_of(folder: Path, framework: str, answers: str) -> ScoreCard:
    (folder / "framework.yaml").write_text(framework, encoding="utf-8")
    (folder / "answers.csv").write_text(answers, encoding="utf-8")
    read = read_framework(folder / "framework.yaml")
    return score(read, read_answers(folder / "answers.csv", read))


def table(indicators: str, rows: Mapping[str, tuple[str, ...]]) -> str:
    lines = (f"w,{organisation},r,{','.join(values)}" for organisation, values in rows.items())
    return "\n".join((f"wave,organisation,respondent,{indicators}", *lines, ""))


def value(card: ScoreCard, organisation: str, node: str) -> float:
    found = card.of(organisation, node, "w").value
    assert found is not None
    return found


@pytest.mark.parametrize("country", HDI_2021)
def test_the_human_development_index_of_2021_comes_out_as_printed(country: str, tmp_path: Path) -> None:
    rows = {one: values[:4] for one, values in HDI_2021.items()}
    card = card_of(tmp_path, HDI, table("life,expected,mean,gni", rows))
    assert round(value(card, country, "hdi") / 100, 3) == HDI_2021[country][4]


def test_the_longevity_index_of_the_human_development_report_comes_out_as_printed(tmp_path: Path) -> None:
    # UNDP's page on the index, with the report of 2013: between 20 and 83.57 years, 55 years give 0.551
    card = card_of(
        tmp_path,
        HDI.replace("high: 85", "high: 83.57"),
        table("life,expected,mean,gni", {"x": ("55", "", "", "")}),
    )
    assert round(value(card, "x", "health") / 100, 3) == 0.551


@pytest.mark.parametrize("country", EGDI_2022)
def test_the_egovernment_development_index_of_2022_comes_out_as_printed(country: str, tmp_path: Path) -> None:
    rows = {one: values[:3] for one, values in EGDI_2022.items()}
    card = card_of(tmp_path, EGDI, table("osi,hci,tii", rows))
    assert round(value(card, country, "egdi") / 100, 4) == EGDI_2022[country][3]


def test_a_plain_sum_comes_out_as_a_sum(tmp_path: Path) -> None:
    card = card_of(tmp_path, SUM, table("x,y,z", {"one": ("1", "0", "3"), "two": ("0", "5", "6")}))
    assert (value(card, "one", "sum"), value(card, "two", "sum")) == (4.0, 11.0)
