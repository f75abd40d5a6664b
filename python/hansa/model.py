"""A scenario that is read once and run again and again."""
import pandas as pd
import xarray as xr

from . import _engine
from .page import Page
from .progress import Progress
from .settings import folders, settings_of, threads_of

#: What `given` may replace, and in which order the dimensions of its arrays are.
GIVEN = {"position": ("year", "state", "issue"), "salience": ("year", "state", "issue"), "power": ("year", "state")}


def load(scenario, settings=None, /, **overrides):
    """Reads a scenario, by file or by name in the library: load("paris-2015", {"gridlock.level": 0.3}).

    In overrides two underscores stand for a dot: load("paris-2015", gridlock__level=0.3). Raises ScenarioError.
    """
    return Model(scenario, settings, **overrides)


def page(result):
    """The page of a result that was run here; see Model.run()."""
    run = result.encoding.get("hansa_run")
    if run is None:
        raise ValueError("this dataset was not returned by Model.run(), or was changed since; "
                         "hansa report DIR makes the page of a folder of results")
    return Page(run.page(folders, threads_of(None)))


class Model:
    """A scenario. Calls may be made from several threads; equal calls give equal bits on any number of threads."""

    def __init__(self, scenario, settings=None, /, **overrides):
        self.source = str(scenario)
        self.settings = dict(settings or {})
        self.settings.update({key.replace("__", "."): value for key, value in overrides.items()})
        self._engine = _engine.Model(self.source, settings_of(self.settings), folders)

    name = property(lambda self: self._engine.name, doc="Short name.")
    title = property(lambda self: self._engine.title, doc="One line for people.")
    yaml = property(lambda self: self._engine.yaml, doc="The whole scenario, with every parameter.")
    sha256 = property(lambda self: self._engine.sha256, doc="Digest of that text.")
    notes = property(lambda self: self._engine.notes, doc="What of its tables is ignored.")
    realizations = property(lambda self: self._engine.realizations)
    seed = property(lambda self: self._engine.seed)
    conferences = property(lambda self: dict(self._engine.conferences), doc="{name: year}")

    def run(self, settings=None, /, *, realizations=None, seed=None, threads=None, networks=False, given=None,
            progress=None, **overrides):
        """Runs all realizations; returns an xarray.Dataset with the variables, units and meanings of result.h5.

        settings, overrides: other values for this run; the scenario is not read again unless tables depend on them.
        networks: also what single networks and cities did. given: facts in place of those of the tables, see facts.
        Arrays look into the engine's memory and are read-only. Raises ScenarioError; Ctrl-C ends it within a moment.
        """
        pairs = settings_of(settings, overrides, realizations=realizations, seed=seed)
        total = self.realizations if realizations is None else int(realizations)
        with Progress(total, self.name, progress) as shown:
            run = self._engine.run(pairs, _given(given), threads_of(threads), networks, shown.call)
        result = dataset(run.arrays())
        if given is not None:
            result.attrs["given"] = "a function" if callable(given) else " ".join(sorted(given))
        else:
            result.encoding["hansa_run"] = run
        return result

    def values(self, names, settings=None, /, *, realizations=None, seed=None, threads=1, given=None, **overrides):
        """Some variables of a run as NumPy arrays, (realization, ...) by name, without what makes a Dataset.

        For loops of thousands of short runs: calibration, optimization, sampling.
        """
        names = [names] if isinstance(names, str) else list(names)
        pairs = settings_of(settings, overrides, realizations=realizations, seed=seed)
        return self._engine.values(names, pairs, _given(given), threads_of(threads))

    @property
    def facts(self):
        """What `given` may replace: positions (0 to 1, before chance and events), saliences and power by year."""
        found = self._engine.facts()
        arrays = {name: (dims, found[name].copy()) for name, dims in GIVEN.items()}
        return xr.Dataset(arrays, coords={name: found[name] for name in ("year", "state", "issue")},
                          attrs={"scenario_name": self.name})

    @property
    def members(self):
        """The memberships of the known networks: network, city (its id), since, observed."""
        return pd.DataFrame(self._engine.facts()["members"])

    def compare(self, **options):
        """As hansa.compare() of this scenario."""
        from .studies import compare
        return compare(self, **options)

    def explain(self, conference=None, **options):
        """As hansa.explain() of this scenario."""
        from .studies import explain
        return explain(self, conference, **options)

    def __repr__(self):
        held = ", ".join(f"{name} {year}" for name, year in list(self.conferences.items())[:4])
        more = f" and {len(self.conferences) - 4} more" if len(self.conferences) > 4 else ""
        return f"<scenario {self.name}: {self.title}; {held}{more}; {self.realizations} realizations>"


def dataset(arrays):
    """An xarray.Dataset of what the engine returns."""
    return xr.Dataset(data_vars={name: tuple(one) for name, one in arrays["data_vars"].items()},
                      coords={name: tuple(one) for name, one in arrays["coords"].items()}, attrs=arrays["attrs"])


def _given(given):
    """What is given, as the engine takes it."""
    if given is None:
        return None
    if callable(given):
        return lambda realization: _arrays(given(realization))
    return _arrays(given)


def _arrays(given):
    found = {}
    for name in given:
        value = given[name]
        if name == "members":
            frame = pd.DataFrame(value)
            observed = frame["observed"] if "observed" in frame else [False] * len(frame)
            value = [(str(network), int(city), int(since), bool(seen)) for network, city, since, seen
                     in zip(frame["network"], frame["city"], frame["since"], observed)]
        elif hasattr(value, "transpose") and hasattr(value, "dims"):
            value = value.transpose(*GIVEN.get(name, value.dims)).values
        found[name] = value
    return found
