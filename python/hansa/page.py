"""The page of a report in a notebook."""
import html
from pathlib import Path


class Page:
    """One HTML page that loads nothing else. Notebooks show it; save() writes it."""

    def __init__(self, text, height=900):
        self.text = text
        self.height = height

    def save(self, path):
        """Writes the page, which any browser opens."""
        Path(path).write_text(self.text, encoding="utf-8")

    def _repr_html_(self):
        return (f'<iframe srcdoc="{html.escape(self.text, quote=True)}" sandbox="allow-scripts allow-downloads" '
                f'style="width: 100%; height: {self.height}px; border: 1px solid #8888"></iframe>')

    def __repr__(self):
        return f"<page of {len(self.text) / 1e6:.2f} MB; save(PATH) writes it>"
