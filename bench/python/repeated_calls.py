"""What do many short calls from Python cost beside the bare engine? Run by ./dev bench python.

Each batch has 128 calls of Model.values() of one realization, each with another level of gridlock and another seed,
and beside each a call of the same with two: the one that it has more is the bare engine's. (With many more, the
allocator returns their memory in between, and the shorter call pays for its pages.) `over_bare` is the time of the
calls of one realization relative to the bare engine's, by the thread's own processor time; the median of the batches,
with their quartiles.
"""
import time

import numpy as np

import hansa

N_CALLS, N_BATCHES = 128, 15


def spent(call):
    begun = time.thread_time()
    call()
    return time.thread_time() - begun


def measure(model):
    """Milliseconds of a run on the bare engine, and over_bare, by batch."""
    bare, over = [], []
    for batch in range(N_BATCHES):
        one = two = 0.0
        for k in range(N_CALLS):
            values = {"gridlock.level": k / N_CALLS, "seed": 1 + batch * N_CALLS + k}
            one += spent(lambda: model.values("adopted", values, realizations=1))
            two += spent(lambda: model.values("adopted", values, realizations=2))
        bare.append((two - one) / N_CALLS * 1e3)
        over.append(one / N_CALLS * 1e3 / bare[-1])
    return bare, over


if __name__ == "__main__":
    shapes = {"copenhagen-2009": {"world.with_cities": "false", "years.from": 2006}, "one-soft-conference": {}}
    for name, settings in shapes.items():
        bare, over = measure(hansa.load(name, settings))
        low, middle, high = np.quantile(over, [0.25, 0.5, 0.75])
        words = "".join(f" {key}={value}" for key, value in settings.items())
        print(f"{name}{words}: {np.median(bare):.2f} ms a run, over_bare {middle:.3f} [{low:.3f}, {high:.3f}]")
