"""A bar for long calls."""
import sys


class Progress:
    """Shows how many of `total` runs are done: by tqdm if that is installed, in notebooks and terminals alone.

    shown: True, False, or None for "where somebody looks on". As a function, it takes the number done.
    """

    def __init__(self, total, what, shown=None):
        self.bar = None
        if shown is None:
            shown = sys.stderr.isatty() or "ipykernel" in sys.modules
        if not shown:
            return
        try:
            from tqdm.auto import tqdm
        except ImportError:
            return
        self.bar = tqdm(total=total, desc=what, unit="run", delay=0.5, leave=False)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.bar is not None:
            self.bar.close()

    @property
    def call(self):
        """What the engine calls; None if nothing is shown."""
        return None if self.bar is None else self

    def __call__(self, n_done):
        self.bar.update(n_done - self.bar.n)
