"""Figures for the questions that people ask. Each draws on `ax`, or on new axes, and returns them."""
import json

import numpy as np
import pandas as pd

from .settings import share

_ink, _soft = "#1f4e79", "#9db4c8"  # blue alone, so that nothing is told by hue


def _axes(ax, size=(6.4, 4)):
    if ax is not None:
        return ax
    import matplotlib.pyplot as plt
    return plt.subplots(figsize=size, constrained_layout=True)[1]


def _plain(ax):
    ax.spines[["top", "right"]].set_visible(False)
    ax.grid(axis="y", color="#8884", linewidth=0.6)
    ax.set_axisbelow(True)


def _conference(data, name):
    """The row of a conference: by name, or the last one."""
    held = [str(one) for one in data["conference"].values]
    if name is None:
        return held[-1]
    if name not in held:
        raise ValueError(f"no conference {name!r}; there are {', '.join(held)}")
    return name


def _by_point(sweep, variable, conference, parameter):
    """(parameter value, mean, half width of the 95 % interval over realizations) by value of the parameter."""
    data = sweep.data if "arm" not in sweep.data.dims else sweep.data.isel(arm=0)
    values = data[variable].sel(conference=conference).transpose("realization", "point").values.astype(float)
    rows = []
    for value, points in sweep.points.groupby(parameter).groups.items():
        sample = values[:, list(points)].ravel()
        sample = sample[~np.isnan(sample)]
        if len(sample) == 0:
            continue
        error = 1.96 * sample.std(ddof=1) / np.sqrt(len(sample)) if len(sample) > 1 else np.nan
        rows.append((value, sample.mean(), error, sample.sum(), len(sample)))
    return pd.DataFrame(rows, columns=["value", "mean", "error", "sum", "n"])


def _wilson(k, n, z=1.959964):
    middle, half = (k + z * z / 2) / (n + z * z), z / (n + z * z) * np.sqrt(k * (n - k) / n + z * z / 4)
    return middle - half, middle + half


def _parameter(sweep, parameter):
    if parameter is None:
        return sweep.points.columns[0]
    if parameter not in sweep.points:
        raise ValueError(f"the sweep does not vary {parameter!r}; it varies {', '.join(sweep.points.columns)}")
    return parameter


def adoption(sweep, parameter=None, conference=None, ax=None):
    """How often a text is adopted over a parameter of a sweep, with Wilson 95 % intervals."""
    ax, parameter = _axes(ax), _parameter(sweep, parameter)
    conference = _conference(sweep.data, conference)
    found = _by_point(sweep, "adopted", conference, parameter)
    low, high = _wilson(found["sum"], found["n"])
    ax.fill_between(found["value"], low, high, color=_soft, alpha=0.5, linewidth=0)
    ax.plot(found["value"], found["mean"], color=_ink, marker="o", markersize=4)
    ax.set(xlabel=parameter, ylabel="share of realizations that adopt", ylim=(-0.03, 1.03), title=conference)
    _plain(ax)
    return ax


def fragmentation(sweep, parameter=None, outcome="depth", conference=None, ax=None):
    """An outcome over how many networks there are, with 95 % intervals and the peak marked; if the sweep has two arms,
    what the first has more than the second on the same random numbers."""
    ax, parameter = _axes(ax), _parameter(sweep, parameter)
    conference = _conference(sweep.data, conference)
    data = sweep.data
    about = outcome
    if "arm" in data.dims:
        first, second = [str(one) for one in data["arm"].values[:2]]
        about = f"{outcome}: {first} less {second}"
        difference = data[outcome].isel(arm=0).astype(float) - data[outcome].isel(arm=1).astype(float)
        data = data.isel(arm=0).assign({outcome: difference})
    number = data["networks"].sel(year=data["year"].values[-1]).transpose("realization", "point").values
    values = data[outcome].sel(conference=conference).transpose("realization", "point").values.astype(float)
    rows = []
    for _, points in sweep.points.groupby(parameter).groups.items():
        sample = values[:, list(points)].ravel()
        sample = sample[~np.isnan(sample)]
        if len(sample) > 1:
            rows.append((number[:, list(points)].mean(), sample.mean(), 1.96 * sample.std(ddof=1) / np.sqrt(len(sample))))
    found = pd.DataFrame(sorted(rows), columns=["networks", "mean", "error"])
    ax.fill_between(found["networks"], found["mean"] - found["error"], found["mean"] + found["error"], color=_soft,
                    alpha=0.5, linewidth=0)
    ax.plot(found["networks"], found["mean"], color=_ink, marker="o", markersize=4)
    peak = found.loc[found["mean"].idxmax()]
    right = peak["networks"] > found["networks"].mean()
    ax.annotate(f"{peak['networks']:.0f} networks", (peak["networks"], peak["mean"]), xytext=(-6 if right else 6, 8),
                textcoords="offset points", ha="right" if right else "left", color=_ink)
    ax.margins(y=0.15)
    ax.set(xlabel=f"networks in {int(data['year'].values[-1])}, by {parameter}", ylabel=about, title=conference)
    _plain(ax)
    return ax


def comparison_forest(comparison, metric="depth", ax=None):
    """Paired differences of a metric at each conference, with 95 % intervals; filled: named by the comparison."""
    found = comparison.differences
    found = found[(found["metric"] == metric) & found["mean"].notna()].reset_index(drop=True)
    if found.empty:
        raise ValueError(f"the comparison has no difference of {metric!r}; "
                         f"there are {', '.join(comparison.differences['metric'].unique())}")
    ax = _axes(ax, (6.4, 1.2 + 0.28 * len(found)))
    for k, row in found.iterrows():
        ax.plot([row["low"], row["high"]], [k, k], color=_ink, linewidth=1.5)
        ax.plot(row["mean"], k, "o", color=_ink, markersize=5, markerfacecolor=_ink if row["named"] else "white")
    ax.axvline(0, color="#888", linewidth=0.8)
    ax.set_yticks(range(len(found)), [f"{row['conference']} {row['year']}" for _, row in found.iterrows()])
    ax.invert_yaxis()
    names = list(comparison.arms)
    ax.set(xlabel=f"{metric}: {names[1]} less {names[0]}")
    ax.spines[["top", "right", "left"]].set_visible(False)
    ax.tick_params(axis="y", length=0)
    return ax


def sensitivity_bars(sweep, outcome="depth", conference=None, most=12, ax=None, **options):
    """The parameters of a sweep by how much they matter for an outcome, with 95 % intervals; options: of
    Sweep.effects()."""
    found = sweep.effects(conference=conference, **options)
    if found.empty:
        raise ValueError("the sweep has no effects to show")
    found = found[(found["outcome"] == outcome) & (found["contrast"] == found["contrast"].iloc[0])]
    found = found[found["method"] == found["method"].iloc[0]] if len(found) else found
    if found.empty:
        raise ValueError(f"no effects on {outcome!r}")
    measures = list(dict.fromkeys(found["measure"]))
    measure = measures[0] if found["method"].iloc[0] == "morris" else measures[-1]
    found = found[found["measure"] == measure].sort_values("value", ascending=False).head(most).reset_index(drop=True)
    ax = _axes(ax, (6.4, 1.2 + 0.3 * len(found)))
    ax.barh(found.index, found["value"].fillna(0), color=_soft)
    for k, row in found.iterrows():
        ax.plot([row["low"], row["high"]], [k, k], color=_ink, linewidth=1.5)
    ax.set_yticks(found.index, found["parameter"])
    ax.invert_yaxis()
    held = found["conference"].iloc[0]
    ax.set(xlabel=f"{measure} on {outcome}" + (f", {held}" if held else ""))
    ax.spines[["top", "right", "left"]].set_visible(False)
    ax.axvline(0, color="#888", linewidth=0.8)
    return ax


def world_map(result, variable="objects", conference=None, year=None, ax=None):
    """States by the mean of a variable over realizations; grey: no value. Small states are points at their capital.

    Borders: Natural Earth 1:110 million, public domain."""
    file = share / "borders.json"
    if not file.exists():
        raise ValueError("this build has no borders, since Node was missing when it was built")
    from matplotlib.collections import PolyCollection
    from matplotlib.colors import Normalize
    ax = _axes(ax, (8, 4.2))
    values = result[variable]
    where = ""
    if "conference" in values.dims:
        where = _conference(result, conference)
        values = values.sel(conference=where)
    if "year" in values.dims:
        where = int(result["year"].values[-1] if year is None else year)
        values = values.sel(year=where)
    values = values.mean([dim for dim in values.dims if dim != "state"]).to_series()
    borders = json.loads(file.read_text())
    norm = Normalize(np.nanmin(values), np.nanmax(values))
    rings = [(code, ring) for code, all_rings in borders.items() for ring in all_rings]
    missing = [ring for code, ring in rings if not np.isfinite(values.get(code, np.nan))]
    known = [(values[code], ring) for code, ring in rings if np.isfinite(values.get(code, np.nan))]
    ax.add_collection(PolyCollection(missing, facecolor="#ddd", edgecolor="white", linewidth=0.3))
    shown = PolyCollection([ring for _, ring in known], array=np.array([value for value, _ in known]), cmap="viridis",
                           norm=norm, edgecolor="white", linewidth=0.3)
    ax.add_collection(shown)
    cities = pd.read_csv(share / "data" / "cities.csv")
    capitals = cities[cities["capital"] == 1].drop_duplicates("iso3").set_index("iso3")
    small = [code for code in values.index if code not in borders and code in capitals.index and np.isfinite(values[code])]
    ax.scatter(capitals.loc[small, "lon"], capitals.loc[small, "lat"], c=values[small], cmap="viridis", norm=norm, s=14,
               edgecolor="white", linewidth=0.4, zorder=3)
    about = result[variable].attrs.get("long_name", variable)
    ax.figure.colorbar(shown, ax=ax, shrink=0.6, label=variable)
    ax.set(xlim=(-180, 180), ylim=(-58, 84), aspect=1.2, xticks=[], yticks=[])
    ax.set_title(f"{where}: {about}" if where else about, fontsize="medium", wrap=True)
    ax.spines[:].set_visible(False)
    return ax
