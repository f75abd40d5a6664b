"""How does the cost of a run grow with its world? Run by ./dev bench growth.

One size of paris-2015 is changed at a time (worlds.py), in nine steps of equal ratio. Milliseconds a realization are
the difference of two runs by processor time, one with one realization and one with several, so that the start, tables
and files drop out; these are the fixed part. Each run is made three times, the sizes in turn, and the fastest counts.
Exponents are slopes of a line through the logarithms of the upper five sizes, by least squares, with their 95 %
interval. `growing` is the same for what a world costs beyond the smallest one: 1 if each further city costs as much as
the one before, however much a world without cities costs. The exponents of the contest come from hansa bench
--every-size. Prints a table, and draws growth.svg beside this file.
"""
import json
import math
import subprocess
import sys
from pathlib import Path

import matplotlib
import numpy as np

from worlds import make_world

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402

N_SIZES, N_UPPER, N_TIMES = 9, 5, 3
SECONDS = 0.6  # of further realizations in a run
MOST_SECONDS = 300  # of a run
STUDENT = {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 6: 2.447}  # 97.5 % quantiles
CONSTANT = ["networks.births.growth=0"]  # else networks double every 14 years


def drawn(n):
    return CONSTANT + ["networks.initial=500", "networks.death=0", "networks.size_sd=0", f"networks.size={n / 500}"]


def conferences(n):
    return f"years: {{from: 1995, to: {1994 + n}}}\nconferences:\n" + "".join(
        f"  - {{name: C{year}, year: {year}, presidency: DEU, access: consultative}}\n"
        for year in range(1995, 1995 + n))


NOBODY = ("networks", "memberships", "accreditations")

# what grows, from, to, the world of a size, settings
SERIES = [
    ("cities", 1000, 50000, lambda n, at: make_world(at, cities=n), lambda n: []),
    ("networks", 50, 5000, lambda n, at: make_world(at, networks=n), lambda n: []),
    ("memberships, listed", 1000, 120000, lambda n, at: make_world(at, networks=500, memberships=n),
     lambda n: CONSTANT),
    ("memberships, drawn", 1000, 1000000, lambda n, at: make_world(at, without=NOBODY), drawn),
    ("states", 25, 800, lambda n, at: make_world(at, states=n), lambda n: []),
    ("texts", 20, 218, lambda n, at: make_world(at), lambda n: ["negotiation.max_texts=400",
                                                                 f"negotiation.large_states={n - 20}"]),
    ("years", 13, 206, lambda n, at: make_world(at, more=conferences(n)), lambda n: CONSTANT),
]


# Starts a program and says its seconds of processor time, and its KB: a process of its own, as the memory of a child
# counts from that of its parent.
WAITER = """
import os, resource, sys
child = os.fork()
if child == 0:
    resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[1]), int(sys.argv[1])))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.execv(sys.argv[2], sys.argv[2:])
_, status, used = os.wait4(child, 0)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status) != 0)
"""


def spent(command):
    """Seconds of processor time of a program, and its memory in MB."""
    words = [sys.executable, "-I", "-S", "-c", WAITER, str(MOST_SECONDS), *map(str, command)]
    seconds, kilobytes = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout.split()
    return float(seconds), int(kilobytes) / 1024


class World:
    """One world, and the fastest of its runs."""

    def __init__(self, program, scenario, settings):
        self.words = [program, "run", scenario, "--threads", "1", "--json", "--quiet", "--force",
                      "--out", scenario.parent / "out", *(word for text in settings for word in ("--set", text))]
        self.few, self.many, self.mb = math.inf, math.inf, 0.0
        first = self.run(1)
        a_realization = first if first > SECONDS else max(1e-3, self.run(2) - first)
        self.n_more = min(96, math.ceil(SECONDS / a_realization))

    def run(self, n):
        seconds, mb = spent(self.words + ["--realizations", n])
        self.mb = max(self.mb, mb)
        return seconds

    def measure(self):
        self.few = min(self.few, self.run(1))
        self.many = min(self.many, self.run(1 + self.n_more))

    def cost(self):
        """Milliseconds a realization, seconds of the fixed part, MB."""
        a_realization = (self.many - self.few) / self.n_more
        fixed = self.few - a_realization
        if fixed < 0.25 * a_realization:  # within the noise of the difference
            fixed = math.nan
        return {"ms": 1e3 * a_realization, "fixed": fixed, "mb": self.mb}


def costs_of(worlds):
    """The costs of worlds measured in turn, so that a machine that is busy for a moment slows no single one."""
    for world in worlds * N_TIMES:
        world.measure()
    return [world.cost() for world in worlds]


def slope(sizes, costs):
    """The exponent, its 95 % interval on either side, and the line's constant."""
    x, y = np.log(sizes), np.log(costs)
    design = np.stack([np.ones_like(x), x], axis=1)
    found, *_ = np.linalg.lstsq(design, y, rcond=None)
    freedom = len(x) - 2
    error = math.sqrt(((y - design @ found) ** 2).sum() / freedom / ((x - x.mean()) ** 2).sum())
    return found[1], STUDENT[freedom] * error, found[0]


def contest_of(program):
    """The contest's exponents of actors and of texts, and its cost from 400 to 800 of both relative to N P^2."""
    spoken = subprocess.run([program, "bench", "--every-size", "--json"], check=True, capture_output=True).stdout
    kinds = {}
    for row in json.loads(spoken)["kernels"]:
        kind, comma, form = row["kernel"].partition(", ")
        if kind == "contest":
            kinds.setdefault(form, {})[row["actors"], row["texts"]] = row["seconds"]["median"]
    for form, seconds in kinds.items():
        upper = {size: cost for size, cost in seconds.items() if size[0] >= 198 and size[1] >= 64}
        design = np.array([[1, math.log(actors), math.log(texts)] for actors, texts in upper])
        found, *_ = np.linalg.lstsq(design, np.log(list(upper.values())), rcond=None)
        times = seconds[800, 800] / seconds[400, 400] / 8
        yield {"form": form, "actors": found[1], "texts": found[2], "times": times, "seconds": seconds}


def in_words(value):
    if math.isnan(value):
        return "?"
    return f"{value:.2f}" if value < 10 else f"{value:,.0f}"


def in_interval(fitted):
    exponent, error, _ = fitted
    return f"{exponent:.2f} [{exponent - error:.2f}, {exponent + error:.2f}]"


def print_series(series):
    print("| what grows | from, to | ms a realization | exponent [95 %] | growing [95 %] | fixed part, s | MB |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for one in series:
        exponents = [in_interval(one[name]) if one[name] else "not seen" for name in ("whole", "growing")]
        ends = {name: " to ".join(in_words(one[name][k]) for k in (0, -1)) for name in ("ms", "fixed", "mb")}
        print(f"| {one['name']} | {one['sizes'][0]:,} to {one['sizes'][-1]:,} | {ends['ms']} | {exponents[0]} | "
              f"{exponents[1]} | {ends['fixed']} | {ends['mb']} |")


def print_contest(contest):
    print("\n| contest | exponent of actors | of texts | from 400 to 800 of both, relative to N P^2 |")
    print("| --- | --- | --- | --- |")
    for one in contest:
        print(f"| {one['form']} | {one['actors']:.2f} | {one['texts']:.2f} | {one['times']:.2f} |")


def label_sizes(ax, sizes):
    ax.minorticks_off()
    at = [sizes[0], sizes[len(sizes) // 2], sizes[-1]]
    ax.set_xticks(at, [f"{n:,}" for n in at])


def draw(series, contest, path):
    plt.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "growth", "font.family": "sans-serif", "font.size": 9,
                         "axes.spines.top": False, "axes.spines.right": False})
    ink, soft, pale = "#1f4e79", "#b0612a", "#999999"
    figure, grid = plt.subplots(2, 4, figsize=(11, 5.6), constrained_layout=True)
    axes = list(grid.flat)
    for ax, one in zip(axes, series):
        sizes = np.array(one["sizes"], float)
        upper = sizes[-N_UPPER:]
        ax.loglog(sizes, np.array(one["fixed"]) * 1e3, "o-", color=pale, markersize=3, linewidth=0.8)
        ax.loglog(upper, np.exp(one["whole"][2]) * upper ** one["whole"][0], color=ink, linewidth=1.2)
        ax.loglog(sizes, one["ms"], "o", color=ink, markersize=4)
        ax.set_title(f"{one['name']}: {one['whole'][0]:.2f}", loc="left", fontsize=10)
        ax.set_ylim(20, 1e4)
        label_sizes(ax, one["sizes"])
    one = contest[0]
    square = sorted((size[0], cost * 1e3) for size, cost in one["seconds"].items() if size[0] == size[1])
    ax = axes[-1]
    ax.loglog(*zip(*square), "o", color=soft, markersize=4)
    ax.loglog([n for n, _ in square], [square[-1][1] * (n / square[-1][0]) ** 3 for n, _ in square], color=soft,
              linewidth=1.2)
    ax.set_title("contest, actors = texts; line: N P²", loc="left", fontsize=10)
    label_sizes(ax, [n for n, _ in square])
    for ax in axes:
        ax.grid(axis="y", color="#8883", linewidth=0.5)
    for ax in grid[:, 0]:
        ax.set_ylabel("milliseconds")
    figure.suptitle("Processor time of one realization (blue; line and exponent: upper half) and of start, tables and "
                    "files (grey)", x=0.01, ha="left", fontsize=10)
    figure.savefig(path, metadata={"Date": None})
    text = path.read_text(encoding="utf-8")
    path.write_text("".join(line.rstrip() + "\n" for line in text.splitlines()), encoding="utf-8")


def main(program, folder):
    series = []
    folder.mkdir(parents=True, exist_ok=True)
    for name, low, high, world, settings in SERIES:
        sizes = [round(size) for size in np.geomspace(low, high, N_SIZES)]
        costs = costs_of([World(program, world(n, folder / f"{name}-{n}"), settings(n)) for n in sizes])
        for n, cost in zip(sizes, costs):
            print(f"{name} {n}: {cost['ms']:.1f} ms, {in_words(cost['fixed'])} s, {cost['mb']:.0f} MB", file=sys.stderr)
        one = {"name": name, "sizes": sizes, **{key: [cost[key] for cost in costs] for key in costs[0]}}
        upper = slice(-N_UPPER, None)
        added = np.array(one["ms"]) - one["ms"][0], np.array(sizes) - sizes[0]
        one["whole"] = slope(sizes[upper], one["ms"][upper])
        one["growing"] = slope(added[1][upper], added[0][upper]) if (added[0][upper] > 0).all() else None
        series.append(one)
        (folder / "growth.json").write_text(json.dumps(series, indent=1), encoding="utf-8")
    contest = list(contest_of(program))
    print_series(series)
    print_contest(contest)
    draw(series, contest, Path(__file__).resolve().parent / "growth.svg")
    cost, = costs_of([World(program, make_world(folder / "large", cities=50000, memberships=100000), [])])
    print(f"\n50,000 cities and 100,000 memberships: {cost['fixed']:.1f} s and {cost['ms']:.0f} ms a realization, "
          f"{cost['mb']:.0f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
