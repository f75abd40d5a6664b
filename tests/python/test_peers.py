"""The plain NumPy versions that the engine is timed beside have its values."""
import csv
import json
import os
import subprocess
import sys
import unittest
from functools import partial
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench" / "peers"))
import numpy_cities
import numpy_round

program = os.environ["HANSA_PROGRAM"]
objection_cost = 0.001
near = partial(np.testing.assert_allclose, rtol=0, atol=1e-12)


def seat_table(power, position, salience, reference):
    """A table of actors as bargaining/solvers/chair.hpp seats it: one player each, no blocs, no floor."""
    n, n_issues = position.shape
    power, salience = power / power.sum(), salience / salience.sum(axis=1).max()
    q, with_reference = np.nan_to_num(reference), ~np.isnan(reference)
    missing = np.where(with_reference, 0.0, 1 - position**2)  # reservation 1 where there is no reference
    gains = numpy_round.Quadratics((salience * missing).sum(axis=1), 2 * salience * (position - q), -salience)
    demand, nobody = position - q, np.zeros(n, dtype=bool)
    return numpy_round.Seats(
        power=power, may_object=~nobody, frozen=nobody, blocs=np.zeros((n, 0)), misjudged=np.zeros(n),
        price=np.full(n, objection_cost), gains=gains, seat=np.arange(n), players=gains, demand=demand,
        opening=power @ demand, lowest=-q, highest=1 - q, proposing=np.arange(n), sponsorship=power,
        falls_back=with_reference, depth_slope=np.zeros(n_issues), tolerance=1e-6, like_demands_once=True,
        no_agreement_gains_zero=True)


class Rounds(unittest.TestCase):
    def follow(self, n, n_issues, contest="proportional", max_texts=64, seed=1):
        """Plays a random table here and by `hansa bargain`; every text and demand is the same."""
        rng = np.random.default_rng(seed)
        power, position = rng.uniform(0.1, 1, n), rng.uniform(0, 1, (n, n_issues))
        salience, reference = rng.uniform(0.1, 1, (n, n_issues)), rng.uniform(0.2, 0.8, n_issues)
        if seed % 2 == 0:
            reference[-1], salience[:, -1] = np.nan, 0.01 * salience[:, -1]  # an issue without one, of little weight
        position[1] = position[0]  # asked for twice, tabled once
        with open("table.csv", "w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["actor", "power"] + [head for d in range(n_issues) for head in (
                f"d{d}:position 0..1", f"d{d}:salience 0..1", f"d{d}:reference")])
            for i in range(n):
                rows.writerow([f"a{i}", repr(power[i])] + [cell for d in range(n_issues) for cell in (
                    repr(position[i, d]), repr(salience[i, d]), "" if np.isnan(reference[d]) else repr(reference[d]))])
        told = subprocess.run(
            [program, "bargain", "table.csv", "--solver", "chair", "--json", "--chair", f"contest={contest}",
             "--chair", f"max_texts={max_texts}", "--chair", f"objection_cost={objection_cost}"],
            check=True, capture_output=True, text=True)
        engine = json.loads(told.stdout)["solvers"]["chair"]

        seats = seat_table(power, position, salience, reference)
        talks = numpy_round.Negotiation(numpy_round.Rules(contest=contest, max_texts=max_texts), seats)
        q = np.nan_to_num(reference)
        self.assertGreater(engine["turns"], 2)
        for number in range(1, engine["turns"] + 1):
            talks.put_texts()
            talks.redraft(number)
            np.testing.assert_allclose(talks.draft + q, engine["texts"][number], rtol=0, atol=1e-9)
            adopted = talks.review(number) == 0 and number >= 3
            if not adopted:
                talks.pull_to_objectors()
                talks.concede()
            np.testing.assert_allclose(talks.demand + q, engine["positions"][number], rtol=0, atol=1e-9)
            self.assertEqual(adopted, engine["agreed"] and number == engine["turns"])
        return talks

    def test_every_contest(self):
        for contest in ("proportional", "cubic", "mixed", "binary"):
            for seed in range(4):
                with self.subTest(contest=contest, seed=seed):
                    self.follow(7, 3, contest, seed=seed)

    def test_a_round_of_the_size_that_is_timed(self):
        talks = self.follow(201, 5, max_texts=28)
        self.assertEqual(len(talks.lift), 28)

    def test_a_contest_worked_out_by_hand(self):
        # of three actors the first prefers the first text by .4, the second the other by .2, the third neither
        gain, weight = np.array([[0.5, 0.1, 0.3], [0.1, 0.3, 0.3]]), np.array([0.5, 0.2, 0.3])
        expected = {"proportional": 0.2 / 0.24, "cubic": 0.032 / 0.0336, "mixed": (0.2 + 0.032) / (0.24 + 0.0336),
                    "binary": 0.5 / 0.7}
        for rule, share in expected.items():
            near(numpy_round.contest(gain, weight, rule), [[0.5, share], [1 - share, 0.5]], atol=1e-10)
        near(numpy_round.contest(gain[[0, 0]], weight), np.full((2, 2), 0.5))

    def test_the_standing_of_two_texts(self):
        # pi_0 v_1 P(1, 0) = v_0 P(0, 1) pi_1: 3 times as likely to win and half as often proposed
        near(numpy_round.standing_of(np.array([[0.5, 0.75], [0.25, 0.5]]), np.array([1.0, 2.0])), [0.6, 0.4])

    def test_a_bloc_objects_member_after_member(self):
        # as in tests/sim/kernel/objections_test.cpp: .04 / (1 + .2 n)
        loss, bloc = np.array([0.041, 0.034, 0.029, 0.026, 0.02]), np.ones((5, 1))
        found = numpy_round.objectors(loss, np.full(5, 0.02), np.full(5, 0.04), bloc, 0.1)
        self.assertEqual(found.tolist(), [True, True, True, True, False])
        pair = (np.full(2, 0.015), np.full(2, 0.1), np.full(2, 0.02), np.ones((2, 1)), 0.1)
        self.assertFalse(numpy_round.objectors(*pair).any())
        self.assertTrue(numpy_round.objectors(*pair, greatest=True).all())

    def two_players(self, players, draft, **changed):
        """A state with two veto players, each a row of constant, linear and square by issue."""
        constant, linear, square = (np.array(part, dtype=float) for part in zip(*players))
        n_issues, no = len(draft), np.zeros(1, dtype=bool)
        own = numpy_round.Quadratics(np.zeros(1), np.ones((1, n_issues)), np.full((1, n_issues), -0.5))
        seats = numpy_round.Seats(**{**dict(
            power=np.ones(1), may_object=~no, frozen=no, blocs=np.ones((1, 1)), misjudged=np.zeros(1),
            price=np.zeros(1), gains=own, seat=np.zeros(2, dtype=int),
            players=numpy_round.Quadratics(constant, linear, square),
            demand=np.full((1, n_issues), 0.2), opening=np.array(draft), lowest=np.zeros(n_issues),
            highest=np.ones(n_issues), proposing=np.zeros(0, dtype=int), sponsorship=np.ones(1),
            falls_back=np.ones(n_issues, dtype=bool), depth_slope=np.ones(n_issues)), **changed})
        return numpy_round.Negotiation(numpy_round.Rules(), seats)

    def test_a_text_is_pulled_to_what_both_players_of_an_objector_accept(self):
        # the first accepts up to .4 and wants .2, two thirds of the way; the second accepts all
        talks = self.two_players([(0, [0.4], [-1]), (0, [1], [-1])], [0.8])
        self.assertEqual(talks.review(12), 1)
        talks.pull_to_objectors()
        near(talks.draft, [0.8 + 0.5 * (2 / 3) * (0.2 - 0.8)])
        # no agreement is the target if the ideal of the first, (.2, 0), is nothing for the second: .4 at half way
        talks = self.two_players([(0, [0.4, 0], [-1, 0]), (-0.3, [0, 0.5], [0, 0])], [0.8, 0.8])
        talks.review(12)
        talks.pull_to_objectors()
        near(talks.draft, [0.6, 0.6])

    def test_a_delegation_stops_at_the_first_limit_and_hears_its_bloc(self):
        # from .2 to .6 the limits are .5 and .3, a quarter of the way; then a tenth of the way to the bloc's .8
        talks = self.two_players([(0, [0.5], [-1]), (0, [0.3], [-1])], [0.6])
        talks.bloc_text = np.array([[0.8]])
        talks.concede()
        near(talks.own, [[0.3]])
        near(talks.demand, [[0.35]])

    def test_a_text_is_raised_to_the_floor_within_its_bounds(self):
        talks = self.two_players([(0, [1, 1], [0, 0])] * 2, [0.2, 0.9], floor=1.5)
        talks.raise_to_floor()
        near(talks.draft, [0.5, 1.0])


def cities_of(memberships, capacity, status_quo=None, **rules):
    """Cities in one state on two issues, with these members (by network)."""
    n, n_networks = len(capacity), len(memberships)
    facts = numpy_cities.Facts(
        state=np.zeros(n, dtype=int), capacity=np.array(capacity), share=np.full(n, 0.04), joining=np.ones(n),
        odds_shift=np.full((n, 2), 1 / 3), pull=np.ones((1, 1)), logit=np.zeros((1, 2)), society=np.zeros((1, 2)),
        home_rule=np.array([0.9]), calm=np.array([0.3]), openness=np.zeros(1),
        known_founded=np.zeros(n_networks, dtype=int), known_size=np.zeros(n_networks),
        roll=tuple(np.array([(c, k, 0) for k, members in enumerate(memberships) for c in members], dtype=int).T))
    layer = numpy_cities.CityLayer(facts, numpy_cities.Rules(**rules), np.random.default_rng(1), 2000)
    layer.coordinated[:] = False
    layer.position = np.full((n, 2), 0.5)
    return layer


class Cities(unittest.TestCase):
    def test_members_agree_by_capacity_and_attention(self):
        # as in tests/sim/phases/deliberation_test.cpp
        layer = cities_of([[0, 1], [1]], [1.0, 3.0], attention_cost=0, message_spread=0)
        layer.position = np.array([[0.2, 0.5], [0.6, 0.5]])
        layer.deliberate()
        near(layer.message[0], [0.25 * 0.2 + 0.75 * 0.6, 0.5])
        near(layer.cohesion, [1 - 4 * (0.25 * 0.09 + 0.75 * 0.01) / 2, 1])
        layer = cities_of([[0, 1], [1]], [1.0, 3.0], attention_cost=0.25, message_spread=0.5)
        layer.position, layer.focus[0] = np.array([[0.2, 0.5], [0.6, 0.5]]), [0.6, 0.2, 0.2]
        layer.deliberate()
        near(layer.attention, [1 / 1.25, 3 / 3.5])
        weight = np.array([1 / 1.25, 9 / 3.5])
        mean = weight @ [0.2, 0.6] / weight.sum()
        near(layer.message[0], [mean + 0.5 * 0.8 * mean * (1 - mean), 0.5 + 0.5 * (0.6 - 1) * 0.25])

    def test_a_voice_is_large_and_united(self):
        # as in tests/sim/phases/voice_test.cpp
        layer = cities_of([[0, 1], [2, 3]], np.ones(6), attention_cost=0, reach_of_allies=1)
        layer.focus[:] = [[1, 0, 0], [0, 1, 0]]
        layer.deliberate()
        heard = (np.ones(1, dtype=bool), np.arange(2), np.zeros(2))
        voice = layer.measure_voice(*heard)
        near(voice["coherence"], np.sqrt(0.5))
        near(voice["concentration"], 0.5)
        near(voice["coverage"], (1 - np.exp(-2)) / (1 - np.exp(-3)))
        self.assertEqual((voice["attention_left"], voice["access"]), (1, 0))
        layer.rung[:, 1] = [2, 6]  # nearness .2 and 1, of half of the reach each
        near(layer.measure_voice(*heard)["access"], 0.6)
        near(layer.measure_voice(*heard, forum=1, admitted=3)["access"], 0.3)
        near(layer.measure_voice(*heard, forum=2)["access"], 0)

    def test_a_city_splits_its_voice_and_coordination_unites_messages(self):
        layer = cities_of([[0, 1], [1]], np.ones(4), attention_cost=0, message_spread=0, reach_of_allies=1)
        layer.focus[:] = [1, 0, 0]
        layer.position[:2, 0] = [0.4, 0.8]
        layer.deliberate()  # messages .6 and .8, three quarters and one quarter of the reach
        heard = (np.ones(1, dtype=bool), np.arange(2), np.array([0.7, 0.5]))
        voice = layer.measure_voice(*heard)
        near(voice["concentration"], 0.75**2 + 0.25**2)
        near(voice["coverage"], (1 - np.exp(-1.5)) / (1 - np.exp(-3)))
        near(voice["message"], [0.65, 0.5])
        near(voice["coherence"], 0.5)  # on both sides of the status quo
        layer.coordinated[:] = True
        near(layer.measure_voice(*heard)["coherence"], 1)
        near(layer.measure_voice(*heard, coordinating=False)["coherence"], 0.5)
        layer.facts.openness[:] = 0.7  # an open state brings its cities along
        near(layer.measure_voice(*heard)["access"], 0.1)
        near(layer.measure_voice(*heard, admitted=0)["access"], 0)

    def test_preemption_is_a_proportional_hazard(self):
        # as in tests/sim/phases/devolution_test.cpp: the state is at .5, the city at .75, four hundredths of its people
        layer = cities_of([[0]], np.ones(1), hazard=0.02, divergence=6.0)
        layer.autonomy[:], layer.resources[:] = 0.5, 0.75
        layer.devolve()
        near(layer.position, [[0.75, 0.75]])
        near(layer.hazard, [0.02 * 2 * np.exp(6.0 * 0.25 + 0.3)])
        taken = layer.preemptions[0]
        near(layer.autonomy, [0.54 * (0.5 if taken else 1)])
        near(layer.resources, [0.8 * (0.75 if taken else 1)])

    def test_places_are_filled_in_the_order_of_the_line(self):
        layer = cities_of([[0]], np.ones(400), size=20, size_sd=0, growth=1e-9, death=0, leave=0, merger=0)
        layer.found(np.full(2, 2000))
        for year, grown in (2000, 1), (2004, 5):
            layer.year = year
            layer.form()
            expected = max(3, round(20 * (1 - np.exp(-grown / 15))))
            for k in 1, 2:
                line = layer.line[layer.first[k]:layer.first[k] + expected]
                self.assertEqual(layer.city[layer.network == k].tolist(), line.tolist())


if __name__ == "__main__":
    unittest.main()
