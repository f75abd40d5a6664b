"""Hansa: a simulation of states, cities and city networks in negotiation rounds.

    import hansa
    model = hansa.load("copenhagen-2009", gridlock__level=0.3)
    result = model.run(realizations=64, seed=1)      # an xarray.Dataset, as in result.h5
    hansa.compare("copenhagen-2009", without="lobbying").differences

Every number has the same bits as on the command line. What hansa reads is refused with a place and a hint by
hansa.ScenarioError.
"""
from ._engine import ScenarioError
from ._engine import version as __version__
from .bargaining import Backtest, Bargain, backtest, bargain
from .figures import adoption, comparison_forest, fragmentation, sensitivity_bars, world_map
from .model import Model, load, page
from .page import Page
from .studies import Comparison, Explanation, Sweep, compare, explain, parameters, sweep

__all__ = [
    "Backtest", "Bargain", "Comparison", "Explanation", "Model", "Page", "ScenarioError", "Sweep", "__version__",
    "adoption", "backtest", "bargain", "compare", "comparison_forest", "explain", "fragmentation", "load", "page",
    "parameters", "sensitivity_bars", "sweep", "world_map",
]
