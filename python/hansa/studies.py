"""Comparisons, explanations, sweeps, and the list of parameters."""
import io
import json
import tempfile
from pathlib import Path

import pandas as pd
import xarray as xr

from . import _engine
from .model import Model, dataset
from .page import Page
from .progress import Progress
from .settings import folders, settings_of, threads_of, words_of, yaml_of


def _source(scenario, settings, overrides, **named):
    """The scenario as the engine takes it, with the settings of a model before those of the call."""
    if isinstance(scenario, Model):
        return scenario.source, settings_of({**scenario.settings, **(settings or {})}, overrides, **named)
    return str(scenario), settings_of(settings, overrides, **named)


class Comparison:
    """A scenario with and without a change, on the same random numbers.

    arms: {name: Dataset}. differences: a row a conference and metric, the other arm minus the scenario, with 95 %
    intervals. yearly: the same by year. findings: all of compare.json. page: the page of the report.
    """

    def __init__(self, found):
        self.arms = {name: dataset(arrays) for name, arrays in zip(found["names"], found["arms"])}
        self.findings = json.loads(found["json"])
        self.text = found["text"]
        self._page = found["page"]
        self.differences = _flat(self.findings.get("differences", []))
        self.yearly = _flat(self.findings.get("yearly", []))

    @property
    def page(self):
        if self._page is None:
            raise ValueError("this build has no page, since Node was missing when it was built")
        return Page(self._page)

    def _repr_html_(self):
        return f"<pre>{_escaped(self.text)}</pre>" if self._page is None else self.page._repr_html_()

    def __repr__(self):
        return self.text


def compare(scenario, settings=None, /, *, other=None, without=None, merge=None, change=None, attribute=None,
            split=True, smallest=0.01, realizations=None, seed=None, threads=None, progress=None, **overrides):
    """Compares a scenario with another arm, as hansa compare does; exactly one of these says which:

    other: another scenario. without: "lobbying", "networks", "cities", a channel, "network:c40". merge: "c40,iclei".
    change: {parameter: value} in the other arm only. attribute: "channels".
    """
    source, pairs = _source(scenario, settings, overrides, realizations=realizations, seed=seed)
    with Progress(None, "comparison", progress) as shown:
        return Comparison(_engine.compare(source, words_of(pairs), other, without, merge,
                                          words_of(settings_of(change)), attribute, split, smallest,
                                          threads_of(threads), shown.call, folders))


class Explanation:
    """Why a conference ended as it did. findings: all of explanation.json. Frames: texts, states, gains, changes."""

    def __init__(self, found):
        self.findings = json.loads(found["json"])
        self.text = found["text"]
        for name, table in found["tables"].items():
            setattr(self, name, pd.read_csv(io.StringIO(table)))

    def _repr_html_(self):
        return f"<pre>{_escaped(self.text)}</pre>"

    def __repr__(self):
        return self.text


def explain(scenario, conference=None, settings=None, /, *, realizations=None, seed=None, threads=None,
            progress=None, **overrides):
    """Says why a conference fails or passes, and what would turn it; conference: its name, None for the only one."""
    source, pairs = _source(scenario, settings, overrides, realizations=realizations, seed=seed)
    with Progress(None, "explanation", progress) as shown:
        return Explanation(_engine.explain(source, words_of(pairs), conference, threads_of(threads), shown.call,
                                           folders))


#: What numbers and describes the runs of a sweep, rather than says what came out.
_of_runs = ("design_point", "realization", "arm", "parameter_value", "parameter_text", "status", "failure")


class Sweep:
    """A sweep that was played. points: the frame of its points, one row each; data: an xarray.Dataset with the
    dimensions realization, point and, where there are several, arm, before those of each variable."""

    def __init__(self, runs, names):
        self._runs = runs
        found = runs.arrays()
        flat = dataset(found)
        n_points, arms = found["n_points"], list(found["arms"])
        shape = {"realization": found["n_realizations"], "point": n_points, "arm": len(arms)}
        every = slice(0, n_points * len(arms), len(arms))  # the first runs of all points
        self.points = pd.DataFrame(flat["parameter_value"].values[every], columns=names)
        if "parameter_text" in flat:  # of values that are no numbers
            for j, name in enumerate(names):
                if self.points[name].isna().any():
                    self.points[name] = [_word(text) for text in flat["parameter_text"].values[every, j]]
        kept = {}
        for name, one in flat.data_vars.items():
            if one.dims[:1] == ("run",) and name not in _of_runs:
                dims = tuple(shape) + one.dims[1:]
                kept[name] = (dims, one.values.reshape(tuple(shape.values()) + one.shape[1:]), one.attrs)
        labels = {name: one for name, one in flat.coords.items() if name not in ("run", "parameter")}
        self.data = xr.Dataset(kept, coords={**labels, "realization": range(shape["realization"]),
                                             "point": range(n_points), "arm": arms}, attrs=flat.attrs)
        if len(arms) == 1:
            self.data = self.data.squeeze("arm", drop=True)

    def effects(self, *, conference=None, method=None, missing="conditional"):
        """How much each parameter matters, with 95 % intervals, by the indices of hansa analyze: a frame with a row
        an outcome, contrast, parameter and measure. conference: its name, "all", None for the last one."""
        rows = []
        for found in json.loads(self._runs.effects(method, missing, conference or "")):
            about = {key: found[key] for key in ("outcome", "conference", "contrast", "method", "runs")}
            for parameter in found["parameters"]:
                rows += [{**about, "parameter": parameter["parameter"], "measure": measure, **_flat_row(one)}
                         for measure, one in parameter.items() if measure not in ("parameter", "to_halve")]
        return pd.DataFrame(rows)

    def __repr__(self):
        return f"<sweep of {len(self.points)} points; {', '.join(self.points.columns)}>"


def sweep(scenario, points=None, /, *, parameters=None, design="grid", samples=None, arms=("full",), settings=None,
          realizations=None, seed=None, threads=None, progress=None):
    """Plays a scenario at many points, with the bits of hansa sweep.

    points: a pandas frame, a column a parameter and a row a point. Or parameters: {path: (least, most)}, or a list of
    values, with design "sobol", "morris", "lhs" (and samples) or "grid". arms: names of hansa sweep, such as
    ["full", {"without": "lobbying"}]. A run that fails ends the sweep.
    """
    source, pairs = _source(scenario, settings, {})
    here = Path(source)
    is_file = here.suffix in (".yaml", ".yml")
    lines = ["schema_version: 1", "name: sweep", f"scenario: {yaml_of(here.name if is_file else source)}"]
    if pairs:
        lines.append("set: {" + ", ".join(f"{path}: {value}" for path, value in pairs) + "}")
    for key, value in (("realizations", realizations), ("seed", seed)):
        if value is not None:
            lines.append(f"{key}: {yaml_of(value)}")
    if not list(arms) == ["full"]:
        lines.append(f"arms: {yaml_of(list(arms))}")
    shown_as = str((here.parent if is_file else Path.cwd()) / "sweep.yaml")
    with tempfile.TemporaryDirectory(prefix="hansa-") as folder:
        if points is not None:
            frame = pd.DataFrame(points)
            names = [str(name) for name in frame.columns]
            frame.to_csv(Path(folder) / "points.csv", index=False)
            lines += ["design: list", "points: points.csv"]
        else:
            names = [str(path) for path in (parameters or {})]
            lines += [f"design: {design}", "parameters:"]
            lines += [f"  {path}: {_range(value)}" for path, value in (parameters or {}).items()]
            if samples is not None:
                lines.append(f"samples: {int(samples)}")
        with Progress(None, "sweep", progress) as shown:
            runs = _engine.SweptRuns("\n".join(lines) + "\n", shown_as, folder, threads_of(threads), shown.call, folders)
    return Sweep(runs, names)


def _range(value):
    if isinstance(value, tuple) and len(value) == 2:
        return f"{{min: {yaml_of(value[0])}, max: {yaml_of(value[1])}}}"
    return f"{{values: {yaml_of(list(value))}}}"


def parameters():
    """Every parameter of a scenario: a frame with path, type, default, unit, bounds, meaning and source."""
    return pd.DataFrame(_engine.parameters()).set_index("path")


def _word(text):
    """A value as in a scenario file, without its quotes."""
    return json.loads(text) if text.startswith('"') else text


def _flat(rows):
    return pd.DataFrame([_flat_row(row) for row in rows])


def _flat_row(row):
    """An interval as two columns."""
    flat = {}
    for key, value in row.items():
        if key == "ci95":
            flat["low"], flat["high"] = value if value else (None, None)
        else:
            flat[key] = value
    return flat


def _escaped(text):
    import html
    return html.escape(text)
