"""A year of the city layer in plain numpy, as sim/phases and sim/networks define it: devolution, formation of networks,
deliberation and voice. Draws are of numpy's Generator.

Arrays are by city (c), state (s), issue (d), network (k) and membership (m), a pair of city and network. Left out are
mergers of the tables, dials on single networks and the order of cities beyond four times a network's size.
"""
from dataclasses import dataclass

import numpy as np

N_FORUMS = 4


@dataclass
class Rules:
    """NetworkParams, DevolutionParams and VoiceParams."""
    growth: float = 0.049
    death: float = 0.002
    size: float = 13
    size_sd: float = 1.18
    founders: float = 3
    join_lag: float = 15
    attention_cost: float = 0.05
    leave: float = 0.01
    grace: int = 3
    merger: float = 0.002
    focus: float = 0.6
    message_spread: float = 0.5
    coordination: float = 0.3
    reach_of_allies: float = 1.2
    accreditation_age: int = 2
    accreditation_hazard: float = 0.01
    saturation: float = 3.0
    nearness: tuple = (0, 0.1, 0.2, 0.4, 0.55, 0.7, 1)
    invites_from: float = 0.6
    drift: float = 0.1
    recovery: float = 0.2
    hazard: float = 0.0024
    visibility: float = 0.5
    divergence: float = 7.0
    effect: float = 0.5
    funding: float = 0.25


@dataclass
class Facts:
    state: np.ndarray          # (c)
    capacity: np.ndarray       # (c) mean 1
    share: np.ndarray          # (c) of its state's people
    joining: np.ndarray        # (c) rate of joining
    odds_shift: np.ndarray     # (c, d) e^-shift of a city against its state
    pull: np.ndarray           # (base, s) of a network's base on cities of a state
    logit: np.ndarray          # (s, d) of executives
    society: np.ndarray        # (s, d)
    home_rule: np.ndarray      # (s)
    calm: np.ndarray           # (s) what else the logarithm of the hazard of preemption has
    openness: np.ndarray       # (s)
    known_founded: np.ndarray  # (k) of the known networks
    known_size: np.ndarray     # (k) members that each will have; 0: those of its roll alone
    roll: tuple                # of the known networks: cities, networks, years of joining
    entry: tuple = (0, 2, 3, 2)             # (forum) its lowest rung
    opened: tuple = (10000, 1995, 1946, 1978)  # (forum) since when it accredits


class CityLayer:
    """Cities and networks of one realization."""

    def __init__(self, facts, rules, rng, year, n_generated=0):
        self.facts, self.rules, self.rng, self.year = facts, rules, rng, year
        self.n_cities, self.n_issues = facts.odds_shift.shape
        self.autonomy, self.resources = facts.home_rule[facts.state].copy(), np.ones(self.n_cities)
        self.city = self.network = np.zeros(0, dtype=int)  # (m)
        self.listed = np.zeros(0, dtype=bool)              # (m) on the roll of a known network: it stays
        self.line, self.first, self.served = np.zeros(0, dtype=int), np.zeros(0, dtype=int), np.zeros(0, dtype=int)
        self.alive, self.known, self.coordinated = (np.zeros(0, dtype=bool) for _ in range(3))
        self.founded, self.size, self.cohesion, self.share = np.zeros(0, dtype=int), *(np.zeros(0) for _ in range(3))
        self.focus, self.message = np.zeros((0, self.n_issues + 1)), np.zeros((0, self.n_issues))
        self.soft_power, self.wait = np.zeros(0), np.zeros((0, N_FORUMS))
        self.rung = np.zeros((0, N_FORUMS), dtype=int)
        self.found(facts.known_founded, facts.known_size)
        ages = np.minimum(rng.exponential(1 / rules.growth, n_generated), 100).astype(int)
        self.found(year - 1 - ages)
        self.join_listed(facts.roll[2] < year)

    def append(self, **columns):
        for name, values in columns.items():
            setattr(self, name, np.concatenate([getattr(self, name), values]))

    def found(self, founded, known_size=None):
        """Founds networks, known or generated, with random subjects and base; a generated one also of random size."""
        rules, rng, facts, n = self.rules, self.rng, self.facts, len(founded)
        known = known_size is not None
        focus = np.full((n, self.n_issues + 1), (1 - rules.focus) / self.n_issues)
        focus[np.arange(n), rng.integers(0, self.n_issues + 1, n)] = rules.focus
        size = known_size if known else rules.size * np.exp(rules.size_sd * rng.standard_normal(n))
        lines = []
        for k, most in enumerate(size):
            pull = facts.pull[rng.integers(len(facts.pull))]
            clock = rng.exponential(size=self.n_cities) / (facts.joining * pull[facts.state])
            if known:
                clock[facts.roll[0][facts.roll[1] == k]] = np.inf  # they join by the roll
            n_first = min(self.n_cities, int(4 * most) + 8)
            first = np.argpartition(clock, n_first - 1)[:n_first]
            lines.append(first[np.argsort(clock[first])])
        lengths = np.array([len(line) for line in lines], dtype=int)
        self.append(
            alive=founded <= self.year, known=np.full(n, known), founded=founded, size=size, focus=focus,
            coordinated=rng.random(n) < rules.coordination, message=np.full((n, self.n_issues), np.nan),
            cohesion=np.ones(n), share=np.zeros(n), soft_power=np.ones(n), wait=rng.exponential(size=(n, N_FORUMS)),
            rung=np.zeros((n, N_FORUMS), dtype=int), served=np.zeros(n, dtype=int),
            first=len(self.line) + np.cumsum(lengths) - lengths, line=np.concatenate([*lines, np.zeros(0, dtype=int)]))
        self.end_of_line = np.append(self.first[1:], len(self.line))

    def join(self, cities, networks, listed=False):
        self.append(city=cities, network=networks, listed=np.full(len(cities), listed))

    def join_listed(self, now):
        self.join(self.facts.roll[0][now], self.facts.roll[1][now], listed=True)

    def keep(self, stays):
        self.city, self.network, self.listed = self.city[stays], self.network[stays], self.listed[stays]

    def sizes(self):
        return np.bincount(self.network, minlength=len(self.alive))

    def form(self):
        """Births, joining, leaving, mergers, endings, accreditation."""
        rules, rng, year = self.rules, self.rng, self.year
        n_births = rng.poisson(rules.growth * np.count_nonzero(self.alive))
        due = self.known & (self.founded == year)
        self.alive |= due
        self.found(np.full(max(0, n_births - np.count_nonzero(due)), year))
        self.join_listed(self.facts.roll[2] == year)
        self.fill_places()
        self.keep((rng.random(len(self.city)) >= rules.leave) | self.listed)
        self.merge()
        few = (self.sizes() < 2) & (year - self.founded > rules.grace)
        ends = self.alive & ~self.known & (few | (rng.random(len(self.alive)) < rules.death))
        self.alive &= ~ends
        self.keep(~ends[self.network])
        self.accredit()

    def fill_places(self):
        """The next in line join until networks have as many members as they should by now."""
        rules = self.rules
        grown = 1 - np.exp(-(self.year - self.founded + 1) / rules.join_lag)
        places = np.rint(np.minimum(self.size, np.maximum(rules.founders, self.size * grown))).astype(int)
        in_line = self.end_of_line - self.first - self.served
        n_new = np.where(self.alive, np.clip(places - self.sizes(), 0, in_line), 0)
        network = np.repeat(np.arange(len(n_new)), n_new)
        place = np.arange(len(network)) - np.repeat(np.cumsum(n_new) - n_new, n_new)
        self.join(self.line[(self.first + self.served)[network] + place], network)
        self.served = self.served + n_new

    def merge(self):
        """Generated networks take over one that they meet through a member."""
        rules, rng = self.rules, self.rng
        drawn = rng.random(len(self.alive))
        for k in np.flatnonzero(self.alive & ~self.known & (drawn < rules.merger)):
            members = self.city[self.network == k]
            if not self.alive[k] or not len(members):
                continue
            others = self.network[self.city == rng.choice(members)]
            others = others[(others != k) & ~self.known[others]]
            if not len(others):
                continue
            other = rng.choice(others)
            of_other = self.city[self.network == other]
            common = np.count_nonzero(np.isin(members, of_other))
            p, q = self.focus[k], self.focus[other]
            kinship = (p @ q)**2 / ((p @ p) * (q @ q))
            apart = np.abs(self.message[k] - self.message[other]).mean()
            overlap = common / (len(members) + len(of_other) - common)
            if not drawn[k] < rules.merger * overlap * kinship * (1 - apart):
                continue
            into, gone = (k, other) if len(members) >= len(of_other) else (other, k)
            a, b = np.count_nonzero(self.network == into), np.count_nonzero(self.network == gone)
            self.focus[into] = (a * self.focus[into] + b * self.focus[gone]) / (a + b)
            self.soft_power[into] += self.soft_power[gone]
            self.rung[into] = np.maximum(self.rung[into], self.rung[gone])
            self.keep((self.network != gone) | ~np.isin(self.city, self.city[self.network == into]))
            self.network = np.where(self.network == gone, into, self.network)
            self.alive[gone] = False

    def accredit(self):
        rules = self.rules
        since = np.maximum(self.founded[:, np.newaxis] + rules.accreditation_age, self.facts.opened)
        fits = self.alive & (self.focus[:, -1] <= 0.5)
        granted = (self.year >= since) & (rules.accreditation_hazard * (self.year - since + 1) > self.wait)
        self.rung = np.maximum(self.rung, np.where(fits[:, np.newaxis] & granted, self.facts.entry, 0))

    def devolve(self):
        """Positions of cities; home rule and preemption."""
        facts, rules, state = self.facts, self.rules, self.facts.state
        self.position = 1 / (1 + np.exp(-facts.society)[state] * facts.odds_shift)
        self.autonomy += rules.drift * (facts.home_rule[state] - self.autonomy)
        self.resources += rules.recovery * (1 - self.resources)
        executive = 1 / (1 + np.exp(-facts.logit))
        apart = np.abs(self.position - executive[state]).mean(axis=1)
        seen = rules.visibility * np.log(np.clip(facts.share, 1e-6, 1) / 0.01)
        self.hazard = rules.hazard * np.exp(facts.calm[state] + seen + rules.divergence * apart)
        preempted = self.rng.random(self.n_cities) < -np.expm1(-self.hazard)
        self.autonomy[preempted] *= 1 - rules.effect
        self.resources[preempted] *= 1 - rules.funding
        self.preemptions = np.bincount(state[preempted], minlength=len(facts.calm))

    def deliberate(self):
        """Attention of cities; messages and cohesion of networks."""
        rules, n = self.rules, len(self.alive)
        self.held = np.bincount(self.city, minlength=self.n_cities)
        office, spent = self.facts.capacity * self.resources, rules.attention_cost * self.held
        self.attention = np.divide(office, office + spent, out=np.ones(self.n_cities), where=spent > 0)
        weight = (office * np.maximum(self.attention, 1e-6))[self.city]
        total = np.bincount(self.network, weight, n)
        some = self.alive & (total > 0)
        z = self.position[self.city].T
        mean = np.array([np.bincount(self.network, weight * x, n)[some] for x in z]).T / total[some, np.newaxis]
        square = np.array([np.bincount(self.network, weight * x * x, n)[some] for x in z]).T / total[some, np.newaxis]
        focus = self.focus[some, :-1] * (self.n_issues + 1)
        self.message[some] = np.clip(mean + rules.message_spread * (focus - 1) * mean * (1 - mean), 0, 1)
        self.cohesion[some] = 1 - 4 * np.maximum(square - mean**2, 0).mean(axis=1)

    def measure_voice(self, present, agenda, status_quo, forum=None, admitted=6, coordinating=True):
        """The networks' voice at a conference; forum: whose accreditation counts, None for any."""
        facts, rules, n = self.facts, self.rules, len(self.alive)
        rung = np.minimum(self.rung.max(axis=1) if forum is None else self.rung[:, forum], admitted)
        near = np.array(rules.nearness)[rung]
        weight = 0.5 * (1 + self.soft_power / (1 + self.soft_power))
        engaged = np.where(present[facts.state], facts.capacity * self.resources / np.maximum(self.held, 1), 0.0)
        part = engaged[self.city]
        reach = np.bincount(self.network, part, n)
        self.share = reach * weight
        total = self.share.sum()
        self.share = self.share / total
        heard = np.bincount(self.city, weight[self.network] * part, self.n_cities)
        door, rung_of_member = np.zeros(self.n_cities), rung[self.network]
        for step in range(1, len(rules.nearness)):  # upwards, so that the best door stays
            door[self.city[rung_of_member == step]] = rules.nearness[step]
        invited = (self.held > 0) & (facts.openness[facts.state] >= rules.invites_from) & (admitted >= 1)
        door = np.where(invited, np.maximum(door, rules.nearness[1]), door)
        city_access = np.bincount(facts.state, heard * door, len(facts.calm)) / total

        covered = min(1.0, rules.reach_of_allies * reach.sum() / self.n_cities)
        p, focus, message = (x[self.share > 0] for x in (self.share, self.focus, self.message))
        pooling = self.coordinated[self.share > 0] & coordinating
        if pooling.any():
            pool = p[pooling] @ message[pooling] / p[pooling].sum()
            message = np.where(pooling[:, np.newaxis], pool, message)
        direction = np.sqrt(focus[:, agenda]) * (message[:, agenda] - status_quo[agenda])
        elsewhere = np.sqrt(np.maximum(0, 1 - focus[:, agenda].sum(axis=1)))
        direction = np.column_stack([direction, elsewhere])
        length = np.sqrt((direction**2).sum(axis=1, keepdims=True))
        direction = np.divide(direction, length, out=np.zeros_like(direction), where=length > 0)
        return {"coverage": -np.expm1(-rules.saturation * covered) / -np.expm1(-rules.saturation),
                "attention_left": part @ self.attention[self.city] / part.sum(),
                "coherence": np.linalg.norm(p @ direction), "concentration": p @ p, "message": p @ message,
                "drafting": self.share[rung == 6].sum(), "city_access": city_access, "access": city_access.sum()}

    def play_year(self, present, agenda, status_quo, conference=True):
        """One year, with a conference or without."""
        self.devolve()
        self.form()
        self.deliberate()
        if conference:
            self.measure_voice(present, agenda, status_quo, forum=1, admitted=3, coordinating=self.year >= 1996)
        everyone, all_issues = np.ones(len(present), dtype=bool), np.arange(self.n_issues)
        voice = self.measure_voice(everyone, all_issues, status_quo, coordinating=self.year >= 1996)
        self.year += 1
        return voice
