"""Which two changes of the Rogaland programme would simplify it most? Asked of a Dask cluster.

On a cluster that exists, `cluster` takes its address; here one of two processes is started for the occasion.
"""

from distributed import LocalCluster

from kompetanse import bundled, read_programme, sweep
from kompetanse.report import sweep_text
from kompetanse.whatif import AtMost, Keeps, cluster, measure, pairs, singles


def main() -> None:
    """Sweep over all pairs of single changes, and print the best that leave the end where it is."""
    programme = read_programme(bundled("rogaland") / "programme.yaml")
    space = pairs(singles(programme))[::20]
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as local:
        swept = sweep(programme, space, executor=cluster(local.scheduler_address))
    (_, end, *_) = swept.base_values
    conditions = (
        AtMost(measure.ERRORS, 0),
        AtMost(measure.LAST_DATE, end),
        Keeps("teknologi", "organisasjon"),
    )
    best = swept.best(measure.COMPLEXITY, conditions, count=2)
    print(sweep_text(swept, best, measure.COMPLEXITY, conditions, "en"))


if __name__ == "__main__":  # each worker of a local cluster imports this file
    main()
