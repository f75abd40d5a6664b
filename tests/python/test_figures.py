"""Five questions have a figure of one line in Python, and a notebook shows the page of a result."""
import unittest

import matplotlib
import numpy as np
import xarray

import hansa

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

dial = hansa.sweep("copenhagen-2009", parameters={"gridlock.level": [0, 0.2, 0.6]}, realizations=6,
                   arms=["full", {"without": "lobbying"}])


class Figures(unittest.TestCase):
    def tearDown(self):
        plt.close("all")

    def test_adoption_over_the_dial(self):
        ax = hansa.adoption(dial)
        line = ax.lines[0]
        shares = dial.data["adopted"].isel(arm=0).mean(["realization", "conference"])
        self.assertTrue(np.allclose(line.get_ydata(), shares))
        self.assertEqual(ax.get_xlabel(), "gridlock.level")
        self.assertEqual(ax.get_title(), "COP15")

    def test_fragmentation(self):
        ax = hansa.fragmentation(dial, outcome="n_objectors")
        difference = dial.data["n_objectors"].astype(float)
        mean = (difference.isel(arm=0) - difference.isel(arm=1)).mean(["realization", "conference"])
        self.assertTrue(np.allclose(np.sort(ax.lines[0].get_ydata()), np.sort(mean)))

    def test_a_comparison(self):
        found = hansa.compare("one-soft-conference", without="lobbying", realizations=8)
        ax = hansa.comparison_forest(found, "depth")
        row = found.differences[found.differences["metric"] == "depth"].iloc[0]
        self.assertEqual(list(ax.lines[0].get_xdata()), [row["low"], row["high"]])
        self.assertEqual(ax.get_yticklabels()[0].get_text(), "TALKS 2010")

    def test_sensitivity(self):
        swept = hansa.sweep("copenhagen-2009", design="sobol", samples=16, realizations=2, seed=4, parameters={
            "gridlock.level": (0, 0.4), "negotiation.objection_cost": (0.005, 0.02)})
        ax = hansa.sensitivity_bars(swept, "adopted")
        self.assertEqual({label.get_text() for label in ax.get_yticklabels()},
                         {"gridlock.level", "negotiation.objection_cost"})
        self.assertEqual(ax.get_xlabel(), "ST on adopted, COP15")

    def test_a_map(self):
        result = hansa.load("copenhagen-2009").run(realizations=2)
        from hansa.settings import share
        if not (share / "borders.json").exists():
            with self.assertRaisesRegex(ValueError, "no borders"):
                hansa.world_map(result)
            return
        ax = hansa.world_map(result, "objects")
        self.assertGreater(len(ax.collections[1].get_paths()), 170)

    def test_they_draw_where_they_are_told(self):
        own = plt.subplots()[1]
        self.assertIs(hansa.adoption(dial, ax=own), own)

    def test_what_is_not_there_is_named(self):
        with self.assertRaisesRegex(ValueError, "it varies gridlock.level"):
            hansa.adoption(dial, "lobbying.strength")
        with self.assertRaisesRegex(ValueError, "there are COP15"):
            hansa.adoption(dial, conference="COP16")

    def test_a_notebook_shows_the_page(self):
        result = hansa.load("one-soft-conference").run(realizations=2)
        try:
            page = hansa.page(result)
        except hansa.ScenarioError as error:
            self.assertIn("Node was missing", str(error))
            return
        shown = page._repr_html_()
        self.assertTrue(shown.startswith("<iframe srcdoc=") and "sandbox" in shown)
        self.assertIn("&lt;title&gt;", shown)
        page.save("page.html")
        self.assertGreater(len(open("page.html", encoding="utf-8").read()), 100000)
        self.assertIn("iframe", hansa.compare("one-soft-conference", without="lobbying", realizations=2)._repr_html_())
        with self.assertRaisesRegex(ValueError, "not returned by Model.run"):
            hansa.page(xarray.Dataset())


if __name__ == "__main__":
    unittest.main()
