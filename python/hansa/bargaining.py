"""Tables of positions, saliences and power."""
import json
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd
import xarray as xr

from . import _engine
from .page import Page
from .settings import folders, threads_of, yaml_of


def _words(**rules):
    return {solver: [f"{key}={yaml_of(value)}" for key, value in (of or {}).items()] for solver, of in rules.items()}


def _with_table(table, name, work):
    """Calls work(path) with a table as a CSV; problems name the table, not where it was written."""
    if not hasattr(table, "to_csv"):
        return work(str(table))
    with tempfile.TemporaryDirectory(prefix="hansa-") as folder:
        path = str(Path(folder) / f"{name}.csv")
        table.to_csv(path, index=False)
        try:
            return work(path)
        except _engine.ScenarioError as error:
            told = _engine.ScenarioError(str(error).replace(path, name))
            told.problems = [{**one, "file": name if one["file"] == path else one["file"]} for one in error.problems]
            raise told from None


def _spread(draws, issues):
    rows = [{"solver": solver, "issue": issue, **{key: value for key, value in one.items() if key != "actors"},
             "agreed": found["agreed"]["share"], "agreed_lo": found["agreed"]["lo"], "agreed_hi": found["agreed"]["hi"]}
            for solver, found in draws["solvers"].items() for issue, one in zip(issues, found["issues"])]
    return pd.DataFrame(rows).set_index(["solver", "issue"])


def _shares(draws, issues):
    """A row for each solver, issue, actor and input; input "all" is the actor as a whole."""
    rows = []
    for solver, found in draws["solvers"].items():
        for issue, one in zip(issues, found["issues"]):
            for actor in one["actors"]:
                for part in [{**actor, "input": "all", "issue": None}, *actor["inputs"]]:
                    rows.append({"solver": solver, "issue": issue, "actor": actor["name"], "input": part["input"],
                                 "input_issue": part["issue"], "share": part["share"], "lo": part["lo"],
                                 "hi": part["hi"]})
    return pd.DataFrame(rows, columns=["solver", "issue", "actor", "input", "input_issue", "share", "lo", "hi"])


class Bargain:
    """A solved table. outcomes: a row a solver, a column an issue. positions: an xarray.DataArray by solver, with the
    dimensions turn, actor and issue. power: voting power under the rule, if one was given. assumptions: what was assumed
    in reading the table. With draws: spread, a row for each solver and issue (mean, sd, q05 to q95, the share agreed),
    and shares, what each actor's uncertainty, and each of its inputs, makes of the variance by itself.
    remarks: what else the command line says, such as why a solver is left out."""

    def __init__(self, found):
        self.findings = json.loads(found["json"])
        self.text = found["text"]
        self._page = found["page"]
        self.assumptions = self.findings["assumptions"]
        self.remarks = found["remarks"]
        solvers = self.findings["solvers"]
        issues = [one["name"] for one in self.findings["issues"]]
        actors = [one["name"] for one in self.findings["actors"]]
        self.outcomes = pd.DataFrame({name: one["outcome"] for name, one in solvers.items()}, index=issues).T
        self.outcomes["agreed"] = [one["agreed"] for one in solvers.values()]
        self.positions = {
            name: xr.DataArray(np.array(one["positions"], dtype=float), dims=("turn", "actor", "issue"),
                               coords={"actor": actors, "issue": issues}, name=name)
            for name, one in solvers.items()}
        power = self.findings.get("power")
        self.power = None if power is None else pd.DataFrame(
            {key: values for key, values in power.items() if isinstance(values, list)}, index=actors)

        draws = self.findings.get("draws")
        self.spread = None if draws is None else _spread(draws, issues)
        self.shares = None if draws is None else _shares(draws, issues)

    @property
    def page(self):
        return Page(self._page)

    def _repr_html_(self):
        return self.outcomes._repr_html_()

    def __repr__(self):
        return self.text


def bargain(table, solver="all", *, rule=None, setter=None, patience=1.0, smp=None, chair=None, expected_utility=None,
            columns=None, strict=False, packages=False, draws=0, seed=42, threads=None):
    """Solves a table: a frame with the columns actor, power, position, salience and, if it is long, issue, or with
    ISSUE:position, ISSUE:salience; a file; or the name of an example: ec-car-emission.

    solver: "smp", "chair", "nash", ...; rule: the decision rule of chair and setter, which also says who decides;
    setter: the actor that makes proposals; patience: worth of a delay when a pie is shared; smp, chair,
    expected_utility: {rule: value};
    columns: {"power": "capability"}, the table's own names; strict: refuse what would be assumed; packages: solve each proposal apart; draws: so many tables
    with values drawn for uncertain cells ("5 +- 1", or columns position_lo, position_hi), equal for equal seeds on any
    number of threads. As hansa bargain.
    """
    return _with_table(table, "table", lambda path: Bargain(
        _engine.bargain(path, solver, _words(smp=smp, chair=chair, expected_utility=expected_utility), rule or "",
                        setter or "", patience, list((columns or {}).items()), strict, packages, draws, seed,
                        threads_of(threads), folders)))


class Backtest:
    """The solvers' errors. scores: a row a solver. findings: all of hansa backtest --json. assumptions: what was
    assumed in reading the table. remarks: what else the command line says."""

    def __init__(self, found):
        self.findings = json.loads(found["json"])
        self.assumptions = self.findings["assumptions"]
        self.remarks = found["remarks"]
        self.scores = pd.DataFrame({name: one for name, one in self.findings["solvers"].items() if one}).T

    def _repr_html_(self):
        return self.scores._repr_html_()

    def __repr__(self):
        return repr(self.scores)


def backtest(cases, *, rule="consensus", setter=None, smp=None, chair=None, expected_utility=None, cross_validate=0,
             seed=42, columns=None, strict=False, packages=False):
    """Scores the solvers on cases: a frame with issue, actor, position, salience, outcome, or a file. columns, strict: as
    in bargain; setter: the actor that makes proposals, where it takes part; packages: solve the issues of each proposal as
    one bargain."""
    return _with_table(cases, "cases", lambda path: Backtest(
        _engine.backtest(path, _words(smp=smp, chair=chair, expected_utility=expected_utility), rule, setter or "",
                         cross_validate, seed, list((columns or {}).items()), strict, packages)))
