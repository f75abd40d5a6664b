"""A round of a conference in plain numpy, as sim/kernel and sim/negotiation define it.

Arrays are by seat (i), issue (d), text (t), bloc (g) and player (v), a veto player within a seat. Texts and demands are
lifts over no agreement. The players of a seat are contiguous, and every seat has one. Left out are the draft of the
networks and the hurdle of the urban role.
"""
from dataclasses import dataclass

import numpy as np


@dataclass
class Quadratics:
    """Gains over no agreement: constant (actor), linear and square (actor, issue)."""
    constant: np.ndarray
    linear: np.ndarray
    square: np.ndarray

    def of(self, texts):
        """(text, actor) from texts (text, issue), or (actor) from one text."""
        return self.constant + texts @ self.linear.T + texts**2 @ self.square.T

    def at(self, own):
        """(actor) from a text of its own for each actor."""
        return self.constant + (own * (self.linear + self.square * own)).sum(axis=1)

    def along(self, start, end):
        """Start, slope and bend of the gain on the way from one text to another, (actor) each."""
        way = end - start
        slope = (way * (self.linear + 2 * self.square * start)).sum(axis=1)
        return self.at(start), slope, (self.square * way**2).sum(axis=1)

    def take(self, actors):
        return Quadratics(self.constant[actors], self.linear[actors], self.square[actors])


@dataclass
class Rules:
    """NegotiationParams."""
    rounds: int = 12
    shelter: float = 0.1
    chair_step: float = 0.5
    chair_fade: float = 0.75
    pull: float = 0.5
    concession: float = 0.4
    influence: float = 0.1
    chair_weight: float = 0.15
    status_quo_weight: float = 0.1
    max_texts: int = 64
    contest: str = "proportional"


@dataclass
class Seats:
    power: np.ndarray        # (i)
    may_object: np.ndarray   # (i) yes or no
    frozen: np.ndarray       # (i) yes or no
    blocs: np.ndarray        # (i, g) 1 or 0
    misjudged: np.ndarray    # (i)
    price: np.ndarray        # (i)
    gains: Quadratics        # of delegations
    seat: np.ndarray         # (v) the seat of a player, ascending
    players: Quadratics
    demand: np.ndarray       # (i, d)
    opening: np.ndarray      # (d)
    lowest: np.ndarray       # (d)
    highest: np.ndarray      # (d)
    proposing: np.ndarray    # seats with a text of their own
    sponsorship: np.ndarray  # (i)
    falls_back: np.ndarray   # (d) yes or no
    depth_slope: np.ndarray  # (d)
    floor: float = 0.0
    tolerance: float = 0.0
    like_demands_once: bool = False
    no_agreement_gains_zero: bool = False


def contest(gain, weight, rule="proportional"):
    """(text, text) the probability that one wins a vote against the other, from gains (text, actor)."""
    win = np.full((len(gain), len(gain)), 0.5)
    one, other = np.triu_indices(len(gain), 1)  # every pair once
    if rule == "proportional":  # the sum of |d| is that of 2 max - sum, in fewer passes
        support = gain @ weight
        signed, both = support[one] - support[other], support[one] + support[other]
        absolute = 2 * (np.maximum(gain[one], gain[other]) @ weight) - both
    else:
        d = gain[one] - gain[other]
        vote = np.sign(d) if rule == "binary" else d * d * d if rule == "cubic" else 0.5 * (d + d * d * d)
        signed, absolute = vote @ weight, np.abs(vote) @ weight
    lead = signed / (2 * (absolute + 1e-12))
    win[one, other] += lead
    win[other, one] -= lead
    return win


def standing_of(win, sponsor):
    """(text) the share of time for which each is the one to beat: the balance as a linear system, which NumPy solves
    in less time than the steps of an iteration take."""
    balance = sponsor[:, np.newaxis] * (1 - win).T
    balance[np.diag_indices(len(sponsor))] -= sponsor @ win
    balance[-1] = 1  # in place of one of the equations, which depend on each other
    return np.linalg.solve(balance, np.append(np.zeros(len(sponsor) - 1), 1.0))


def objectors(loss, power, price, blocs, shelter, greatest=False):
    """(seat) the least or the greatest set of objectors."""
    objects = (loss > 0) & greatest
    while True:
        behind = np.where(objects, power, 0.0)
        fellows = (blocs * (behind @ blocs - behind[:, np.newaxis])).max(axis=1, initial=0.0)
        stands = (loss > 0) & (loss * (1 + fellows / shelter) > price)
        after = objects & stands if greatest else objects | stands
        if np.array_equal(after, objects):
            return objects
        objects = after


def last_acceptable(start, slope, bend):
    """The largest share of the way at which an actor is no worse off than without agreement."""
    with np.errstate(divide="ignore", invalid="ignore"):
        root = np.sqrt(np.maximum(0.0, slope**2 - 4 * bend * start))
        falling = np.where(root == slope, 0.0, 2 * start / (root - slope))
        share = np.where(slope > 0, -(slope + root) / (2 * bend), falling)
        share = np.where(bend == 0, -start / slope, share)
    share = np.where(start + slope + bend >= 0, 1.0, share)
    return np.where(start < 0, 0.0, np.clip(share, 0.0, 1.0))


def first_acceptable(start, slope, bend):
    """The smallest share of the way at which an actor is no worse off; 1 if there is none before the end."""
    with np.errstate(divide="ignore", invalid="ignore"):
        inner = slope**2 - 4 * bend * start
        share = np.where(bend == 0, -start / slope, -2 * start / (slope + np.sqrt(inner)))
    share = np.where((slope <= 0) | (inner < 0), 1.0, np.minimum(1.0, share))
    return np.where(start >= 0, 0.0, share)


class Negotiation:
    """One in progress."""

    def __init__(self, rules, seats):
        self.rules, self.seats = rules, seats
        self.own, self.demand, self.draft = seats.demand.copy(), seats.demand.copy(), seats.opening.copy()
        self.first = np.flatnonzero(np.diff(seats.seat, prepend=-1))  # (i) row of the first player
        self.n_heard = seats.blocs.sum(axis=1)                        # (i) its number of blocs
        self.members = seats.blocs.T * seats.power                    # (g, i)
        self.behind = seats.blocs.T @ np.where(seats.power > 0, seats.sponsorship, 0.0)

    def put_texts(self):
        seats, rules = self.seats, self.rules
        weight = self.members.sum(axis=1)
        self.bloc_text = self.members @ self.demand / np.where(weight > 0, weight, 1.0)[:, np.newaxis]
        asked, backing = self.demand[seats.proposing], seats.sponsorship[seats.proposing]
        if seats.like_demands_once and len(asked):
            _, row, same = np.unique(asked, axis=0, return_index=True, return_inverse=True)
            merged = np.zeros(len(asked))
            merged[row] = np.bincount(same, backing)
            order = np.argsort(-merged, kind="stable")
            asked, backing = asked[order], merged[order]
        some = int(seats.falls_back.any())
        no_agreement = np.where(seats.falls_back, 0.0, self.draft)[np.newaxis][:some]
        lift = np.concatenate([self.draft[np.newaxis], no_agreement, self.bloc_text, asked])
        sponsor = np.concatenate([[rules.chair_weight], [rules.status_quo_weight][:some], self.behind, backing])
        kept = np.flatnonzero(sponsor > 0)[:rules.max_texts]
        self.no_agreement = 1 if some else None
        self.lift, self.sponsor = lift[kept], sponsor[kept]

    def redraft(self, number):
        seats, rules = self.seats, self.rules
        gain = seats.gains.of(self.lift)
        if seats.no_agreement_gains_zero and self.no_agreement:
            gain[self.no_agreement] = 0.0
        standing = standing_of(contest(gain, seats.power, rules.contest), self.sponsor)
        step = rules.chair_step * (1 - rules.chair_fade * number / rules.rounds)
        self.draft = np.clip(self.draft + step * (standing @ self.lift - self.draft), seats.lowest, seats.highest)
        self.raise_to_floor()

    def raise_to_floor(self):
        seats = self.seats
        for _ in range(len(self.draft)):
            missing = seats.floor - seats.depth_slope @ self.draft
            gradient = (seats.depth_slope**2)[self.draft < seats.highest].sum()
            if missing <= 0 or gradient <= 0:
                return
            self.draft = np.clip(self.draft + missing / gradient * seats.depth_slope, seats.lowest, seats.highest)

    def review(self, number):
        """The number of objectors."""
        seats, rules = self.seats, self.rules
        self.player_gain = seats.players.of(self.draft)
        loss = -np.minimum.reduceat(self.player_gain, self.first)
        self.loss = np.where(seats.may_object & (loss > seats.tolerance), loss, 0.0)
        price = seats.price * number / rules.rounds
        judged = (self.loss, seats.power, price, seats.blocs, rules.shelter)
        self.could_object = objectors(*judged, greatest=True)
        self.objects = objectors(*judged)
        return np.count_nonzero(self.objects)

    def pull_to_objectors(self):
        """Towards texts that the objectors could accept."""
        seats = self.seats
        if not self.objects.any():
            return
        rows = np.flatnonzero(self.objects[seats.seat])  # players of objectors
        players, owner = seats.players.take(rows), seats.seat[rows]
        begin = np.flatnonzero(np.diff(owner, prepend=-1))
        objector = np.cumsum(np.diff(owner, prepend=-1) > 0) - 1  # (player) its row among the objectors
        # the worst player of each: the first of the lowest gain
        worst = begin + [gain.argmin() for gain in np.split(self.player_gain[rows], begin[1:])]
        linear, square = players.linear[worst], players.square[worst]
        with np.errstate(divide="ignore", invalid="ignore"):
            ideal = np.clip(-linear / (2 * square), seats.lowest, seats.highest)
        target = np.where(square < 0, ideal, np.where(linear > 0, seats.highest, seats.lowest))
        stays = (linear == 0) & (square == 0) if seats.like_demands_once else np.zeros_like(linear, dtype=bool)
        target = np.where(stays, self.draft, target)
        on_way = players.along(self.draft, target[objector])
        refused = np.minimum.reduceat(sum(on_way), begin) < 0
        share = np.maximum.reduceat(first_acceptable(*on_way), begin)
        if refused.any():
            target = np.where(refused[:, np.newaxis] & seats.falls_back & ~stays, 0.0, target)
            again = np.maximum.reduceat(first_acceptable(*players.along(self.draft, target[objector])), begin)
            share = np.where(refused, again, share)
        share = share * (1 - seats.misjudged[self.objects])
        weight = (seats.power * self.loss)[self.objects]
        if weight.sum() <= 0:
            return
        move = (weight * share) @ (target - self.draft) / weight.sum()
        self.draft = np.clip(self.draft + self.rules.pull * move, seats.lowest, seats.highest)

    def concede(self):
        seats, rules = self.seats, self.rules
        moves = seats.may_object & ~seats.frozen
        at_stake, offered = seats.gains.at(self.own), seats.gains.of(self.draft)
        with np.errstate(divide="ignore", invalid="ignore"):
            risk = np.where(at_stake > 0, np.clip((at_stake - offered) / at_stake, 0.0, 1.0), 1.0)
        start, slope, bend = seats.players.along(self.own[seats.seat], self.draft)
        start = np.where((start < 0) & (start > -1e-12), 0.0, start)
        limit = np.minimum.reduceat(last_acceptable(start, slope, bend), self.first)
        share = np.where(moves, np.minimum(rules.concession * (1 - risk), limit), 0.0)
        self.own = self.own + share[:, np.newaxis] * (self.draft - self.own)
        heard = seats.blocs @ self.bloc_text / np.maximum(self.n_heard, 1)[:, np.newaxis]
        listens = (self.n_heard > 0)[:, np.newaxis]
        after = self.own + np.where(listens, rules.influence * (heard - self.own), 0.0)
        self.demand = np.where(moves[:, np.newaxis], after, self.demand)

    def play(self, number):
        """One round that adopts nothing."""
        self.put_texts()
        self.redraft(number)
        self.review(number)
        self.pull_to_objectors()
        self.concede()
