"""Sentences in bokmål and English, plain text, and plain data, of what the other rooms give."""

from kompetanse.report.balance import balance_data, balance_text, nothing_balanced
from kompetanse.report.catalogue import SENTENCES
from kompetanse.report.changes import change_data, change_text
from kompetanse.report.comparison import comparison_text
from kompetanse.report.comparison_data import comparison_data
from kompetanse.report.constraints import constraint_data, constraint_text, repair_data, repair_text
from kompetanse.report.data import (
    faults_data,
    finding_data,
    journey_data,
    order_data,
    scores_data,
)
from kompetanse.report.errors import error_text
from kompetanse.report.explanation import explanation_data, explanation_text, steps_data
from kompetanse.report.findings import by_severity, finding_text, findings_text, placed_text, remedy_texts
from kompetanse.report.forecast import forecast_data, forecast_text, gain_difference_text
from kompetanse.report.journey import journey_text
from kompetanse.report.layout import table_text
from kompetanse.report.linked_data import json_ld, linked_data
from kompetanse.report.metrics import metrics_data, metrics_text, orders_data, orders_text
from kompetanse.report.moves import move_text, moves_data, moves_text
from kompetanse.report.overview import OVERVIEW_STEPS, Overview, OverviewProgress, overview
from kompetanse.report.pages import page
from kompetanse.report.plots import (
    Picture,
    changes_picture,
    differences_picture,
    dimensions_picture,
    levels_picture,
    modules_picture,
    pareto_picture,
    plot_changes,
    plot_differences,
    plot_dimensions,
    plot_levels,
    plot_modules,
    plot_pareto,
    plot_timetable,
    plot_waterfall,
    timetable_picture,
    waterfall_picture,
)
from kompetanse.report.profiles import organisation_text
from kompetanse.report.programme import order_text, reading_text, timetable_text
from kompetanse.report.scores import network_text, organisations_text
from kompetanse.report.sweep import sweep_data, sweep_progress, sweep_table, sweep_text
from kompetanse.report.timetables import (
    bounds_data,
    bounds_text,
    chain_data,
    chain_text,
    plan_data,
    plan_text,
    standing_data,
    standing_text,
)
from kompetanse.report.worded import worded
from kompetanse.report.words import Words
from kompetanse.report.workbook import workbook

__all__ = [
    "OVERVIEW_STEPS",
    "SENTENCES",
    "Overview",
    "OverviewProgress",
    "Picture",
    "Words",
    "balance_data",
    "balance_text",
    "bounds_data",
    "bounds_text",
    "by_severity",
    "chain_data",
    "chain_text",
    "change_data",
    "change_text",
    "changes_picture",
    "comparison_data",
    "comparison_text",
    "constraint_data",
    "constraint_text",
    "differences_picture",
    "dimensions_picture",
    "error_text",
    "explanation_data",
    "explanation_text",
    "faults_data",
    "finding_data",
    "finding_text",
    "findings_text",
    "forecast_data",
    "forecast_text",
    "gain_difference_text",
    "journey_data",
    "journey_text",
    "json_ld",
    "levels_picture",
    "linked_data",
    "metrics_data",
    "metrics_text",
    "modules_picture",
    "move_text",
    "moves_data",
    "moves_text",
    "network_text",
    "nothing_balanced",
    "order_data",
    "order_text",
    "orders_data",
    "orders_text",
    "organisation_text",
    "organisations_text",
    "overview",
    "page",
    "pareto_picture",
    "placed_text",
    "plan_data",
    "plan_text",
    "plot_changes",
    "plot_differences",
    "plot_dimensions",
    "plot_levels",
    "plot_modules",
    "plot_pareto",
    "plot_timetable",
    "plot_waterfall",
    "reading_text",
    "remedy_texts",
    "repair_data",
    "repair_text",
    "scores_data",
    "standing_data",
    "standing_text",
    "steps_data",
    "sweep_data",
    "sweep_progress",
    "sweep_table",
    "sweep_text",
    "table_text",
    "timetable_picture",
    "timetable_text",
    "waterfall_picture",
    "worded",
    "workbook",
]
