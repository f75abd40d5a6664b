"""In Python every variable has the bits, the units and the words of the command line."""
import json
import os
import subprocess
import unittest

import numpy as np
import pandas as pd
import xarray as xr

import hansa

program = os.environ["HANSA_PROGRAM"]


def call(*words):
    """What a verb prints."""
    return subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout


def same(one, two):
    """Whether two arrays are equal bit by bit; NaN is NaN."""
    one, two = np.asarray(one), np.asarray(two)
    if one.dtype.kind in "OU" or two.dtype.kind in "OU":
        return [str(x) for x in one.ravel()] == [str(x) for x in two.ravel()]
    return one.shape == two.shape and one.dtype == two.dtype and np.array_equal(one, two, equal_nan=one.dtype.kind == "f")


class Runs(unittest.TestCase):
    def check(self, scenario, settings, networks=False):
        """A result of the command line and the Dataset of the same run."""
        words = [f"{path}={value}" for path, value in settings.items()]
        call("run", scenario, "--quiet", "--force", "--out", "r", "--realizations", "6", "--seed", "5",
             *(["--networks"] if networks else []), *[word for pair in words for word in ("--set", pair)])
        here = hansa.load(scenario).run(settings, realizations=6, seed=5, networks=networks)
        with xr.open_dataset("r/result.h5", engine="h5netcdf", mask_and_scale=False) as there:
            self.assertEqual(list(here.data_vars), list(there.data_vars))
            for name in [*there.data_vars, *there.coords]:
                self.assertEqual(here[name].dims, there[name].dims, name)
                self.assertTrue(same(here[name], there[name]), name)
                for key in ("units", "long_name", "flag_meanings", "flag_values"):
                    self.assertTrue(np.array_equal(here[name].attrs.get(key), there[name].attrs.get(key)), (name, key))
            self.assertEqual({key: str(value) for key, value in here.attrs.items()},
                             {key: str(value) for key, value in there.attrs.items()})
        return here

    def test_a_run(self):
        result = self.check("copenhagen-2009", {})
        self.assertFalse(result["depth"].values.flags.owndata)  # it looks into the engine's memory
        with self.assertRaises(ValueError):
            result["depth"].values[0, 0] = 1

    def test_a_run_with_other_values(self):
        self.check("copenhagen-2009", {"gridlock.level": 0.1, "negotiation.objection_cost": 0.02})

    def test_a_run_with_other_facts(self):
        self.check("one-soft-conference", {"years.to": 2011, "power.gdp": 0.9})

    def test_a_run_with_single_networks(self):
        self.check("one-soft-conference", {}, networks=True)

    def test_some_variables_alone(self):
        model = hansa.load("copenhagen-2009")
        names = ["adopted", "depth", "gain", "networks", "form"]
        for _ in range(2):  # the second time in the memory of the first
            for level in (0.0, 0.6):
                whole = model.run(gridlock__level=level, realizations=5, seed=2)
                parts = model.values(names, gridlock__level=level, realizations=5, seed=2)
                self.assertEqual(set(parts), set(names))
                for name in names:
                    if name != "gain":  # of which a result has the mean
                        self.assertTrue(same(whole[name], parts[name]), name)
                self.assertTrue(np.allclose(whole["gain"], parts["gain"].mean(axis=0), equal_nan=True))

    def test_any_number_of_threads(self):
        model = hansa.load("copenhagen-2009")
        self.assertTrue(same(model.run(realizations=8, threads=1)["gain"], model.run(realizations=8, threads=3)["gain"]))


class Studies(unittest.TestCase):
    def test_a_comparison(self):
        there = json.loads(call("compare", "one-soft-conference", "--without", "lobbying", "--realizations", "8",
                                "--seed", "2", "--json", "--quiet", "--force", "--out", "c"))
        here = hansa.compare("one-soft-conference", without="lobbying", realizations=8, seed=2)
        self.assertEqual(here.findings, {key: one for key, one in json.load(open("c/compare.json")).items()})
        self.assertEqual(here.findings["differences"], there["differences"])
        with xr.open_dataset("c/without-lobbying/result.h5", engine="h5netcdf") as arm:
            self.assertTrue(same(arm["depth"], here.arms["without-lobbying"]["depth"]))
        depth = here.differences[here.differences["metric"] == "depth"].iloc[0]
        self.assertEqual([depth["low"], depth["high"]], there["differences"][3]["ci95"])

    def test_an_explanation(self):
        there = call("explain", "copenhagen-2009", "--realizations", "6", "--json", "--quiet", "--force", "--out", "e")
        here = hansa.load("copenhagen-2009").explain(realizations=6)
        self.assertEqual(here.findings, json.loads(there))
        for name in ("texts", "states", "gains", "changes"):
            pd.testing.assert_frame_equal(getattr(here, name), pd.read_csv(f"e/{name}.csv"))

    def test_a_sweep_of_points(self):
        points = pd.DataFrame({"gridlock.level": [0.05, 0.4, 0.9], "conferences.COP15.rule": ["consensus", "consensus-minus:5", "consensus"]})
        points.to_csv("points.csv", index=False)
        with open("s.yaml", "w") as file:
            file.write("schema_version: 1\nname: sweep\nscenario: copenhagen-2009\ndesign: list\npoints: points.csv\n"
                       "realizations: 3\nseed: 4\narms: [full, {without: lobbying}]\n")
        call("sweep", "s.yaml", "--out", "s", "--quiet")
        call("merge", "s")
        here = hansa.sweep("copenhagen-2009", points, realizations=3, seed=4, arms=["full", {"without": "lobbying"}])
        pd.testing.assert_frame_equal(here.points, points)
        with xr.open_dataset("s/merged.h5", engine="h5netcdf", mask_and_scale=False) as there:
            for name in ("adopted", "depth", "networks", "pressure"):
                found = here.data[name].transpose("point", "realization", "arm", ...).values
                self.assertTrue(same(found.ravel(), there[name].values.ravel()), name)

    def test_the_indices_of_a_sweep(self):
        with open("i.yaml", "w") as file:
            file.write("schema_version: 1\nname: sweep\nscenario: copenhagen-2009\ndesign: sobol\nsamples: 16\n"
                       "realizations: 2\nseed: 4\nparameters:\n  gridlock.level: {min: 0, max: 0.4}\n"
                       "  negotiation.objection_cost: {min: 0.005, max: 0.02}\n")
        call("sweep", "i.yaml", "--out", "i", "--quiet")
        there = json.loads(call("analyze", "i", "--json"))["sensitivity"]
        here = hansa.sweep("copenhagen-2009", design="sobol", samples=16, realizations=2, seed=4, parameters={
            "gridlock.level": (0, 0.4), "negotiation.objection_cost": (0.005, 0.02)}).effects()
        for one in there:
            for parameter in one["parameters"]:
                row = here[(here["outcome"] == one["outcome"]) & (here["parameter"] == parameter["parameter"])
                           & (here["measure"] == "ST")].iloc[0]
                expected = parameter["ST"]["value"]
                self.assertTrue(row["value"] == expected or (expected is None and np.isnan(row["value"])), one["outcome"])

    def test_a_bargain(self):
        there = json.loads(call("bargain", "ec-car-emission", "--rule", "quota-power:0.72", "--json"))
        here = hansa.bargain("ec-car-emission", rule="quota-power:0.72")
        self.assertEqual(here.findings, there)
        self.assertEqual(list(here.power["shapley"]), there["power"]["shapley"])

    def test_a_table_of_cases(self):
        cases = pd.DataFrame({"issue": ["a"] * 3 + ["b"] * 3, "actor": ["x", "y", "z"] * 2, "power": [1, 2, 3] * 2,
                              "position": [0, 40, 100, 10, 20, 90], "salience": [50, 90, 20] * 2,
                              "outcome": [40] * 3 + [20] * 3})
        cases.to_csv("cases.csv", index=False)
        self.assertEqual(hansa.backtest(cases).findings, json.loads(call("backtest", "cases.csv", "--json")))
        together = cases.assign(proposal="p")
        together.to_csv("cases.csv", index=False)
        for verb, solve in ("backtest", hansa.backtest), ("bargain", hansa.bargain):
            there = json.loads(call(verb, "cases.csv", "--packages", "--json"))
            self.assertEqual(solve(together, packages=True).findings, there)
            self.assertNotEqual(solve(cases).findings, there)

    def test_every_parameter_is_listed(self):
        found = hansa.parameters()
        level = found.loc["gridlock.level"]
        self.assertEqual((level["minimum"], level["maximum"]), (0, 1))
        self.assertTrue((found["meaning"].str.len() > 0).all() and (found["source"].str.len() > 0).all())
        schema = json.loads(call("schema"))
        keys = {path.partition(".")[0].partition("[")[0] for path in found.index}
        self.assertEqual(keys - {"start_from"}, set(schema["properties"]) - {"extends", "start_from"})


if __name__ == "__main__":
    unittest.main()
