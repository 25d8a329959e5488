"""A what-if study of the Rogaland programme, as a marimo notebook.

After ``pip install 'kompetanse[report]' marimo``, ``marimo edit examples/what_if_notebook.py`` opens it.
Run as a script, every cell is run.
"""

import marimo

app = marimo.App(width="medium")

with app.setup:
    import marimo as mo

    from kompetanse import (
        Drop,
        Forecaster,
        Merge,
        Retime,
        Scenario,
        Swap,
        bundled,
        compare,
        read_answers,
        read_participation,
        read_programme,
        score,
        sweep,
    )
    from kompetanse.report import (
        Words,
        change_text,
        comparison_text,
        plot_differences,
        plot_modules,
        plot_pareto,
    )
    from kompetanse.whatif import AtMost, Keeps, grid, measure


@app.cell
def _():
    mo.md(
        """
        # What if we did it otherwise?

        The base is the bundled case. Its answers and who took part are illustrative, and so is all that
        follows from them.
        """
    )


@app.cell
def _():
    folder = bundled("rogaland")
    programme = read_programme(folder / "programme.yaml")
    card = score(programme, read_answers(folder / "answers.csv", programme))
    participation = read_participation(folder / "participation.csv", programme)
    forecaster = Forecaster(card=card, participation=participation, draws=1000, seed=1)
    return forecaster, programme


@app.cell
def _(programme):
    plot_modules(programme)


@app.cell
def _():
    mo.md("""## A few designs, side by side""")


@app.cell
def _(forecaster, programme):
    scenarios = [
        Scenario("merged", "Technology as part of strategy", [Merge("teknologi", into="strategi")]),
        Scenario(
            "merged-and-long", "The same, with a longer follow-up", [Retime("strategi", follow_up_hours=30)],
            on="merged",
        ),
        Scenario("swapped", "Technology before strategy", [Swap("strategi", "teknologi")]),
        Scenario("without", "Without technology", [Drop("teknologi")]),
    ]  # fmt: skip
    comparison = compare(programme, scenarios, forecaster=forecaster)
    comparison
    return (comparison,)


@app.cell
def _(comparison):
    plot_differences(comparison)


@app.cell
def _(comparison):
    plot_pareto(comparison)


@app.cell
def _(comparison):
    mo.plain_text(comparison_text(comparison, "en"))


@app.cell
def _():
    mo.md(
        """
        ## A whole space of designs

        Every combination of what might be done with each module: longer or shorter work at home, technology
        merged or dropped, strategy and technology swapped.
        """
    )


@app.cell
def _(forecaster, programme):
    homework = [
        [None, *(Retime(module, follow_up_hours=hours) for hours in (4, 8, 16))]
        for module in ("organisasjon", "ledelse", "strategi")
    ]
    technology = [None, Merge("teknologi", into="strategi"), Drop("teknologi"), Swap("strategi", "teknologi")]
    swept = sweep(
        programme,
        grid(*homework, technology),
        forecaster=forecaster,
        measures=[measure.ERRORS, measure.LEADER_HOURS, measure.LAST_DATE, measure.GAIN_MORE],
    )
    return (swept,)


@app.cell
def _(programme, swept):
    best = swept.best(
        measure.GAIN_MORE,
        subject_to=[
            AtMost(measure.ERRORS, 0),
            AtMost(measure.LEADER_HOURS, 20_000),
            Keeps("strategi", "ledelse"),
        ],
        count=3,
    )
    words = Words("en", programme)
    told = [
        f"- {row.values[3]:+.2f} points, {row.values[1]:,.0f} leader-hours: "
        + "; ".join(change_text(one, words) for one in swept.scenario(row.number).changes)
        for row in best
    ]
    mo.md("The best three that are sound and take no more than 20,000 leader-hours:\n\n" + "\n".join(told))
    return (best,)


@app.cell
def _():
    mo.md(
        """
        What is told of gains is no promise: it says what would follow if the assumptions held. `kompetanse
        forecast` lists each of them, with its source or the word "assumed".
        """
    )


if __name__ == "__main__":
    app.run()
