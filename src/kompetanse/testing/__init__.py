"""For tests of what is built on kompetanse: designs to try it on, in `kompetanse.testing.strategies`.

The strategies need hypothesis: ``pip install 'kompetanse[testing]'``.
"""
