"""How many times faster is the engine than plain numpy, and smp than KTAB? Run by ./dev bench peers.

    beside_the_engine.py HANSA_BENCH

A round: that of one_round (bench/sim/paris.cpp), and of numpy_round.py with seats of the same number, made of the
positions, saliences and power of paris-2015 in its first year. A year of the city layer: what a realization of
paris-2015 takes more than one without cities, so that the engine's share also holds what cities do at home and for
their states, and numpy_cities.py with as many cities, networks and memberships. Both sides run in turn and are timed by
processor time; a ratio is the median of the turns, with their quartiles. KTAB's time is that of
bench/bargaining/solvers/smp/smp_bench.cpp, of another machine.
"""
import json
import re
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

import hansa
from numpy_cities import CityLayer, Facts
from numpy_cities import Rules as CityRules
from numpy_round import Negotiation, Quadratics, Rules, Seats

N_TURNS = 15
SMP_BENCH = Path(__file__).parents[1] / "bargaining" / "solvers" / "smp" / "smp_bench.cpp"
SCENARIO, FIRST, LAST, LAST_HELD = "paris-2015", 1995, 2020, 2015


def spent(call):
    begun = time.thread_time()
    call()
    return time.thread_time() - begun


def paris_seats(model, rng):
    """The states of a scenario at a soft text on targets, with drawn blocs and players beside the executives."""
    facts = model.facts.sel(year=FIRST)
    position, salience, power = (facts[name].values for name in ("position", "salience", "power"))
    n, n_issues = position.shape
    n_blocs, n_large, force = 18, 8, 0.1
    q = 0.7 * power @ position
    seat = np.repeat(np.arange(n), 1 + rng.binomial(4, 0.46, n))  # 2.8 players a state, as in the table
    executive = np.diff(seat, prepend=-1) > 0
    other = position[seat] + rng.normal(0, 0.1, (len(seat), n_issues))
    player = np.where(executive[:, np.newaxis], position[seat], np.clip(other, 0, 1))

    def gains(y, s):
        return Quadratics(np.zeros(len(y)), 2 * s * force * (y - q), -s * force**2)

    blocs = (rng.random((n, n_blocs)) < 2 / n_blocs).astype(float)
    large, demand = np.argsort(-power)[:n_large], np.maximum(0, position - q)
    n_sponsored = blocs.sum(axis=1)
    n_sponsored[large] += 1
    return Seats(
        power=power, may_object=power > 0, frozen=rng.random(n) < 0.1, blocs=blocs, misjudged=0.3 * rng.random(n),
        price=0.02 * np.exp(rng.normal(0, 0.5, n)), gains=gains(position, salience), seat=seat,
        players=gains(player, salience[seat]), demand=demand, opening=power @ demand, lowest=np.zeros(n_issues),
        highest=1 - q, proposing=large, sponsorship=power / np.maximum(n_sponsored, 1),
        falls_back=np.ones(n_issues, dtype=bool), depth_slope=np.full(n_issues, force / n_issues))


def paris_cities(rng):
    """Cities and known networks in the numbers of paris-2015, else drawn."""
    n_cities, n_states, n_issues, n_known, n_listed, n_bases = 4551, 201, 5, 111, 7600, 30
    state = np.sort(rng.integers(0, n_states, n_cities))
    people = rng.pareto(1.1, n_cities) + 1
    known_founded = np.where(np.arange(n_known) < 49, rng.integers(1985, FIRST, n_known),
                             rng.integers(FIRST, LAST + 2, n_known))
    listed = rng.choice(n_known, n_listed, p=rng.dirichlet(np.full(n_known, 0.7)))
    member = rng.choice(n_cities, n_listed, p=people / people.sum())
    pairs = np.unique(np.column_stack([member, listed]), axis=0)
    joined = known_founded[pairs[:, 1]] + rng.exponential(15, len(pairs)).astype(int)
    return Facts(
        state=state, capacity=people**0.7 / np.mean(people**0.7),
        share=people / np.bincount(state, people, n_states)[state],
        joining=people**0.6 * rng.gamma(1.6, 1 / 1.6, n_cities),
        odds_shift=np.exp(rng.normal(-0.6, 0.5, (n_cities, n_issues))),
        pull=np.exp(rng.normal(0, 1, (n_bases, n_states))), logit=rng.normal(0, 1, (n_states, n_issues)),
        society=rng.normal(0, 1, (n_states, n_issues)), home_rule=rng.uniform(0.3, 0.8, n_states),
        calm=rng.normal(-2, 0.5, n_states), openness=rng.random(n_states), known_founded=known_founded,
        known_size=np.where(rng.random(n_known) < 0.5, 0, rng.lognormal(4.1, 1, n_known)),
        roll=(pairs[:, 0], pairs[:, 1], joined))


def play_cities(facts, rng):
    """The city layer from the first year to the last; a voice for each year with a conference, and one for the year."""
    layer = CityLayer(facts, CityRules(), rng, FIRST, n_generated=60)
    present, issues, status_quo = np.ones(len(facts.calm), dtype=bool), np.arange(5), np.full(5, 0.3)
    begun = time.thread_time()
    while layer.year <= LAST:
        layer.play_year(present, issues, status_quo, conference=layer.year <= LAST_HELD)
    return time.thread_time() - begun, layer


def google(program, name, seconds):
    """A row of Google Benchmark's."""
    told = subprocess.run([program, f"--benchmark_filter={name}", f"--benchmark_min_time={seconds}",
                           "--benchmark_format=json"], check=True, capture_output=True, text=True)
    return json.loads(told.stdout)["benchmarks"][0]


def rounds(program, model, rng):
    """Milliseconds of a round, numpy's and the engine's, by turn."""
    talks = Negotiation(Rules(), paris_seats(model, rng))
    for _ in range(20):
        talks.play(1)
    pairs = []
    for _ in range(N_TURNS):
        ours = [spent(lambda: talks.play(1)) for _ in range(40)]
        row = google(program, "^one_round$", 0.1)
        if row["texts"] != len(talks.lift):
            raise SystemExit(f"a round of {row['texts']:.0f} texts beside one of {len(talks.lift)}")
        pairs.append((np.median(ours) * 1e3, row["cpu_time"] / 1e3))
    return np.array(pairs)


def years(model, rng):
    """Milliseconds of a year, numpy's and the engine's, by turn; and the networks and memberships at the end."""
    bare = hansa.load(SCENARIO, {"world.with_cities": "false"})
    facts, n_years, pairs, layers = paris_cities(rng), LAST - FIRST + 1, [], []
    for turn in range(N_TURNS + 1):
        ours, layer = play_cities(facts, rng)
        layers.append((np.count_nonzero(layer.alive), len(layer.city)))
        with_cities, without = (
            spent(lambda: one.values("adopted", realizations=4, seed=turn)) / 4 for one in (model, bare))
        pairs.append((ours / n_years * 1e3, (with_cities - without) / n_years * 1e3))
    return np.array(pairs[1:]), np.mean(layers, axis=0)  # the first call of each makes what later ones use


def row(what, pairs, target):
    ours, engine = np.median(pairs, axis=0)
    low, middle, high = np.quantile(pairs[:, 0] / pairs[:, 1], [0.25, 0.5, 0.75])
    return [what, f"{ours:.2f}", f"{engine:.3f}", f"{middle:.1f} [{low:.1f}, {high:.1f}]", target]


def main(program):
    model = hansa.load(SCENARIO)
    table = [["", "peer, ms", "engine, ms", "times [quartiles]", "target"]]
    table.append(row("a round of paris-2015, numpy", rounds(program, model, np.random.default_rng(1)), "30"))
    pairs, ends = years(model, np.random.default_rng(3))
    table.append(row("a year of its city layer, numpy", pairs, ""))
    smp = google(program, "^smp_turn/80", 0.5)
    ktab = 1e3 * float(re.search(r"ktab_seconds = ([0-9.]+)", SMP_BENCH.read_text())[1])
    low, middle, high = (smp["times_ktab" + part] for part in ("_25", "", "_75"))
    table.append(["a turn of smp at 80 actors, KTAB", f"{ktab:.0f}", f"{ktab / middle:.1f}",
                  f"{middle:.0f} [{low:.0f}, {high:.0f}]", "500"])
    widths = [max(map(len, column)) for column in zip(*table)]
    for line in table:
        cells = [cell.rjust(width) for cell, width in zip(line, widths)]
        print("  ".join([line[0].ljust(widths[0]), *cells[1:]]).rstrip())
    run = model.run(realizations=8)
    theirs = [run[name].values[:, -1].mean() for name in ("networks", "memberships")]
    print(f"\nin {LAST}: {ends[0]:.0f} networks and {ends[1]:.0f} memberships in numpy, "
          f"{theirs[0]:.0f} and {theirs[1]:.0f} in the engine")


if __name__ == "__main__":
    main(sys.argv[1])
