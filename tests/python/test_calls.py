"""Long calls in Python stop, show progress, run side by side and fail with a place and a hint."""
import concurrent.futures
import os
import signal
import subprocess
import sys
import time
import unittest

import numpy as np

import hansa


def processor_time_of(pid):
    """Seconds of processor that all threads of a process have taken."""
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Calls(unittest.TestCase):
    def test_an_interrupt_ends_a_long_run(self):
        script = ("import hansa, time\nmodel = hansa.load('unfccc-1995-2024')\nprint('ready', flush=True)\n"
                  "try:\n    model.run(realizations=100000)\nexcept KeyboardInterrupt:\n    print('interrupted')\n"
                  "print(time.process_time())\nprint(model.run(realizations=1)['adopted'].size > 0)")
        child = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
        self.assertEqual(child.stdout.readline(), "ready\n")
        time.sleep(0.5)
        before = processor_time_of(child.pid)
        child.send_signal(signal.SIGINT)
        interrupted, after, whole = child.communicate(timeout=60)[0].split()
        self.assertEqual((interrupted, whole), ("interrupted", "True"))
        self.assertLess(float(after) - before, 5)  # [s] of processor, which other programs do not lengthen

    def test_other_threads_of_python_go_on(self):
        ticks = []
        with concurrent.futures.ThreadPoolExecutor() as pool:
            run = pool.submit(hansa.load("copenhagen-2009").run, realizations=600, threads=1)
            while not run.done():
                ticks.append(time.monotonic())
                time.sleep(0.002)
        self.assertGreater(len(ticks), 20)

    def test_models_in_several_threads_have_the_same_bits(self):
        levels = [0.0, 0.2, 0.4, 0.6] * 2
        shared = hansa.load("copenhagen-2009")
        alone = [shared.run(gridlock__level=level, realizations=4)["gain"].values for level in levels]
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            together = list(pool.map(lambda level: shared.run(gridlock__level=level, realizations=4)["gain"].values, levels))
            parts = list(pool.map(lambda level: shared.values("gain", gridlock__level=level, realizations=4)["gain"], levels))
        for one, two, three in zip(alone, together, parts):
            self.assertTrue(np.array_equal(one, two, equal_nan=True))
            self.assertTrue(np.allclose(one, three.mean(axis=0), equal_nan=True))

    def test_errors_have_the_place_and_the_hint_of_the_command_line(self):
        for words, call in ((["--set", "gridlok.level=0.3"], lambda: hansa.load("copenhagen-2009", {"gridlok.level": 0.3})),
                            (["--set", "gridlock.level=3"], lambda: hansa.load("copenhagen-2009").run(gridlock__level=3)),
                            (["--set", "gridlock.level=3"],
                             lambda: hansa.load("copenhagen-2009").values("adopted", gridlock__level=3))):
            there = subprocess.run([os.environ["HANSA_PROGRAM"], "run", "copenhagen-2009", *words], capture_output=True,
                                   text=True).stderr.strip()
            with self.assertRaises(hansa.ScenarioError) as raised:
                call()
            self.assertEqual(there.replace("--set:", "settings:"), str(raised.exception))
        self.assertEqual(raised.exception.problems[0]["key"], "gridlock.level")
        with self.assertRaises(hansa.ScenarioError) as raised:
            hansa.load("copenhgen-2009")
        self.assertIn("did you mean 'copenhagen-2009'?", str(raised.exception))
        with self.assertRaises(hansa.ScenarioError) as raised:
            hansa.load("copenhagen-2009").values("adoptd")
        self.assertIn("did you mean 'adopted'?", str(raised.exception))
        with self.assertRaises(hansa.ScenarioError) as raised:
            hansa.load("paris-2015").explain()
        self.assertIn("name one: COP1", str(raised.exception))
        self.assertIsInstance(raised.exception, ValueError)

    def test_words_and_numbers_are_read_as_on_the_command_line(self):
        model = hansa.load("one-soft-conference", {"world.with_cities": "false"})
        for value in ("null", "NULL", "nullx", "-", "--1", "-1", "1e-1", "1e999", "nan", "0x1", "1_0", "+0.3", ".3", "true"):
            there = subprocess.run([os.environ["HANSA_PROGRAM"], "run", "one-soft-conference", "--realizations", "1",
                                    "--set", "world.with_cities=false", "--set", "gridlock.level=" + value],
                                   capture_output=True, text=True)
            try:
                model.values("adopted", {"gridlock.level": value}, realizations=1)
                told = ""
            except hansa.ScenarioError as problem:
                told = str(problem)
            refused = there.stderr.strip().replace("--set:", "settings:") if there.returncode else ""
            self.assertEqual(told, refused, value)

    def test_progress_is_told(self):
        told = []
        model = hansa.load("copenhagen-2009")
        model._engine.run([("realizations", "300")], None, 1, False, told.append)
        self.assertEqual(told[-1], 300)
        self.assertEqual(told, sorted(told))

        def refuse(n_done):
            raise RuntimeError("enough")

        with self.assertRaisesRegex(RuntimeError, "enough"):
            model._engine.run([("realizations", "3000")], None, 1, False, refuse)

    def test_a_table_that_is_wrong_is_named_as_the_caller_knows_it(self):
        import pandas as pd
        table = pd.DataFrame({"actor": ["a", "b"], "power": [1, -2], "x:position": [0, 1], "x:salience": [50, 50]})
        with self.assertRaises(hansa.ScenarioError) as raised:
            hansa.bargain(table)
        self.assertEqual(str(raised.exception), "table:3:3: power: must be at least 0, got -2")

    def test_uncertain_cells_are_drawn(self):
        import pandas as pd
        table = pd.DataFrame({"actor": ["a", "b"], "power": [1, 2], "position": ["2 +- 1", "9"],
                              "salience": ["50", "80 ± 5"]})
        one, other = (hansa.bargain(table, draws=200, seed=3, threads=n) for n in (1, 2))
        self.assertEqual(one.findings, other.findings)
        self.assertEqual(one.spread.loc[("mean", "issue"), "agreed"], 1)
        self.assertEqual(set(one.shares["input"]), {"all", "position", "salience"})
        self.assertIn("draws=1000", hansa.bargain(table).assumptions[-1])
        with self.assertRaises(hansa.ScenarioError):
            hansa.bargain(table, draws=5)

    def test_what_a_solver_lacks_and_what_a_rule_is_are_remarked(self):
        import pandas as pd
        table = pd.DataFrame({"actor": ["a", "b"], "power": [1, 2], "position": [0, 1], "salience": [50, 50]})
        found = hansa.bargain(table)
        self.assertNotIn("nash", found.outcomes.index)
        self.assertEqual([one.split(":")[0] for one in found.remarks], ["nash is left out", "joint-nash is left out"])
        self.assertEqual(hansa.bargain(table, "median").remarks, [])
        cases = table.assign(issue="x", outcome=1, voting="lot")
        self.assertEqual(hansa.backtest(cases).remarks, ["unknown rule 'lot'; chair uses consensus"])


if __name__ == "__main__":
    unittest.main()
