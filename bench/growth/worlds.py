"""Worlds of any size, made of the shipped tables: a smaller one has some of their rows, a larger one repeats them under
new names. A world of paris-2015's sizes has the shipped rows, in another order. The same sizes give the same bytes.
"""
import csv
import itertools
import random
from pathlib import Path

SHIPPED = Path(__file__).resolve().parents[2] / "scenarios" / "data"
PARIS = {"states": 201, "cities": 4551, "networks": 111, "memberships": 3699}
PRESIDENCIES = "DEU CHE JPN ARG NLD MAR IND ITA CAN KEN IDN POL DNK MEX ZAF QAT PER FRA".split()  # of paris-2015
SCENARIO = """schema_version: 1
extends: paris-2015
name: growth
world:
"""


def read(name):
    with open(SHIPPED / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, rows, columns):
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, columns, lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


class Dice:
    """Draws that do not change with the version of Python."""

    def __init__(self, seed):
        self.uniform = random.Random(seed).random

    def pick(self, values):
        return values[int(self.uniform() * len(values))]

    def shuffled(self, values):
        return [value for _, _, value in sorted((self.uniform(), place, value) for place, value in enumerate(values))]


def repeated(rows, n, key, name_of):
    """The first n of the rows, then their copies; and the new names of each old one."""
    made, names = [], {}
    for place in range(n):
        row = dict(rows[place % len(rows)])
        old = row[key]
        row[key] = old if place < len(rows) else name_of(place)
        names.setdefault(old, []).append(row[key])
        made.append(row)
    return made, names


def renamed(rows, key, names):
    """The rows of those that the world has, once for each copy."""
    return [{**row, key: new} for row in rows for new in names.get(row[key], [])]


def make_states(n, dice):
    rows = {row["iso3"]: row for row in read("states.csv")}
    union = rows.pop("EUU")  # once at most: the EU
    order = PRESIDENCIES + dice.shuffled(sorted(set(rows) - set(PRESIDENCIES)))
    codes = ("".join(letters) for letters in itertools.product("ABCDEFGHIJKLMNOPQRSTUVWXYZ", repeat=3))
    fresh = (code for code in codes if code not in rows and code != "EUU")
    states, names = repeated([rows[iso3] for iso3 in order], n - 1, "iso3", lambda _: next(fresh))
    return states + [union], names


def make_cities(n, states, dice):
    rows = read("cities.csv")
    first_free = 1 + max(int(row["id"]) for row in rows)
    cities, names = repeated(dice.shuffled(rows), n, "id", lambda place: str(first_free + place))
    everywhere = sorted(code for codes in states.values() for code in codes)
    for city in cities:
        city["iso3"] = dice.pick(states.get(city["iso3"], everywhere))
    return cities, names


def make_networks(n, states, dice):
    networks, names = repeated(dice.shuffled(read("networks.csv")), n, "id", lambda place: f"network-{place}")
    everywhere = sorted(code for codes in states.values() for code in codes)
    for network in networks:
        if network["home"] and network["home"] != "EUU":
            network["home"] = dice.pick(states.get(network["home"], everywhere))
        if network["id"] not in names or network["merged_into"] not in names:  # a copy is taken over by none
            network["merged_into"] = network["merged_year"] = ""
    return networks, names


def make_memberships(n, cities, networks, dice):
    """The shipped ones, moved to cities and networks that exist; another number is spread evenly over all networks."""
    city_ids = [city["id"] for city in cities[0]]
    founded = {network["id"]: int(network["founded"]) for network in networks[0]}
    shipped = read("memberships.csv")
    known = [network["id"] for network in networks[0] if network["roll"] != "none"]
    taken, memberships = set(), []
    for place in range(n):
        row = dict(shipped[place % len(shipped)])
        if n == len(shipped):
            row["network"] = dice.pick(networks[1].get(row["network"], known))
            row["city_id"] = dice.pick(cities[1].get(row["city_id"], city_ids))
        else:
            row["network"] = networks[0][place % len(networks[0])]["id"]
            row["city_id"] = dice.pick(city_ids)
        while (row["city_id"], row["network"]) in taken:
            row["city_id"] = dice.pick(city_ids)
        taken.add((row["city_id"], row["network"]))
        row["year"] = max(int(row["year"]), founded[row["network"]])
        memberships.append(row)
    listed = {row["network"] for row in memberships}
    for network in networks[0]:
        if network["id"] not in listed:
            network["roll"] = "none"
        elif network["roll"] == "none":
            network["roll"] = "all"
    return memberships


def make_world(folder, more="", without=(), **sizes):
    """Writes tables of these sizes, of paris-2015's where none is given, and growth.yaml: a scenario of them, without
    the named tables, and with more keys."""
    sizes = {**PARIS, **sizes}
    dice = Dice(18)
    states, codes = make_states(sizes["states"], dice)
    cities = make_cities(sizes["cities"], codes, dice)
    networks = make_networks(sizes["networks"], codes, dice)
    memberships = make_memberships(sizes["memberships"], cities, networks, dice)
    tables = {"states": states, "cities": cities[0], "networks": networks[0], "memberships": memberships,
              "accreditations": renamed(read("accreditations.csv"), "network", networks[1]),
              "ratifications": renamed(read("history/ratifications.csv"), "iso3", codes),
              "un_votes": renamed(read("un_votes.csv"), "iso3", codes),
              "veto_players": renamed(read("veto_players.csv"), "iso3", codes),
              "counts": [{"year": 1995, "count": round(106 * sizes["networks"] / PARIS["networks"]), "source": ""}]}
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        write(folder / f"{name}.csv", rows, list(rows[0]))
    world = "".join(f"  {name}: {'none' if name in without else name + '.csv'}\n" for name in tables)
    (folder / "growth.yaml").write_text(SCENARIO + world + more, encoding="utf-8")
    return folder / "growth.yaml"
