"""Facts that a caller gives take the place of those of the tables, in a run or run by run."""
import unittest

import numpy as np

import hansa

model = hansa.load("copenhagen-2009")


def same(one, two):
    return all(np.array_equal(one[name], two[name], equal_nan=one[name].dtype.kind == "f")
               for name in one.data_vars if one[name].dtype.kind in "fiu")


class Given(unittest.TestCase):
    def test_facts_given_back_change_no_bit(self):
        facts = model.facts
        plain = model.run(realizations=4)
        given = model.run(realizations=4, given={"power": facts["power"], "salience": facts["salience"],
                                                 "members": model.members})
        self.assertTrue(same(plain, given))

    def test_positions_given_back_change_next_to_nothing(self):
        plain = model.run(realizations=4)
        given = model.run(realizations=4, given={"position": model.facts["position"]})
        self.assertTrue(np.allclose(plain["position"], given["position"], atol=1e-12))

    def test_power_is_shared_out_whatever_its_unit(self):
        power = model.facts["power"] * 0
        power.loc[{"state": "CHN"}] = 7  # in any unit
        result = model.run(realizations=4, given={"power": power})
        self.assertEqual(float(result["power"].sel(state="CHN", year=2009)), 1.0)

    def test_who_cares_for_nothing_but_finance_gains_otherwise(self):
        salience = model.facts["salience"] * 0
        salience.loc[{"issue": "finance"}] = 1
        result, plain = model.run(realizations=8, given={"salience": salience}), model.run(realizations=8)
        self.assertFalse(np.array_equal(result["gain"], plain["gain"], equal_nan=True))

    def test_networks_without_members_have_none(self):
        result = model.run(realizations=2, given={"members": model.members.iloc[:0]})
        self.assertTrue((result["known_memberships"].values == 0).all())

    def test_a_function_gives_each_run_its_own(self):
        facts = model.facts
        asked = []

        def noise(realization):
            asked.append(realization)
            draws = np.random.default_rng(realization).normal(0, 0.05, facts["position"].shape)
            return {"position": np.clip(facts["position"].values + draws, 0.01, 0.99)}

        one, two = model.run(realizations=6, given=noise, threads=1), model.run(realizations=6, given=noise, threads=3)
        self.assertTrue(same(one, two))
        self.assertEqual(sorted(asked), sorted(list(range(6)) * 2))  # once a run, never inside one
        self.assertEqual(one.attrs["given"], "a function")
        gains = model.values("gain", realizations=6, given=noise)["gain"]
        alone = model.values("gain", realizations=1, given=lambda _: noise(0))["gain"]
        other = model.values("gain", realizations=1, given=lambda _: noise(1))["gain"]
        self.assertTrue(np.array_equal(alone[0], gains[0], equal_nan=True))
        self.assertFalse(np.array_equal(other[0], gains[0], equal_nan=True))

    def test_what_is_wrong_is_named(self):
        power = model.facts["power"].copy()
        power.loc[{"state": "FRA", "year": 2009}] = np.nan
        for given, told in (({"power": power}, "power[2009, FRA]: must be 0 or more, got nan"),
                            ({"power": power.values[:, 1:]}, "power: must be an array of"),
                            ({"position": model.facts["position"] * 0}, "position[2008, AFG]: must be between 0 and 1"),
                            ({"powr": power}, "powr: cannot be given; did you mean 'power'?"),
                            ({"members": model.members.assign(city=-1)}, "members: no city -1")):
            with self.assertRaises(hansa.ScenarioError) as raised:
                model.run(realizations=1, given=given)
            self.assertIn(told, str(raised.exception))

    def test_an_error_in_the_function_is_raised(self):
        with self.assertRaises(ZeroDivisionError):
            model.run(realizations=4, given=lambda realization: 1 / 0)


if __name__ == "__main__":
    unittest.main()
