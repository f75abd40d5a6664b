"""What every call needs: values for parameters, threads, the shipped tables."""
import json
import re
from pathlib import Path

from . import _engine

#: Tables, scenarios and borders that ship with this package.
share = Path(__file__).parent / "share"
folders = _engine.DataFolders([share])

_plain = re.compile(r"[A-Za-z0-9_@.:+-]+")


def yaml_of(value):
    """A value as in a scenario file: True -> true, [1, "a b"] -> [1, "a b"], 0.3 -> 0.3."""
    if hasattr(value, "tolist"):  # of NumPy
        value = value.tolist()
    if isinstance(value, str):
        return value if _plain.fullmatch(value) else json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {yaml_of(one)}" for key, one in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(yaml_of(one) for one in value) + "]"
    return json.dumps(value)


def settings_of(settings=None, overrides=None, **named):
    """Pairs (path, value as text). Settings are a dict; in overrides two underscores stand for a dot."""
    values = dict(settings or {})
    values.update({key.replace("__", "."): value for key, value in (overrides or {}).items()})
    values.update({key: value for key, value in named.items() if value is not None})
    return [(str(path), yaml_of(value)) for path, value in values.items()]


def words_of(pairs):
    """The same as the command line's --set takes them."""
    return [f"{path}={value}" for path, value in pairs]


def threads_of(threads):
    return _engine.machine_threads if threads is None else int(threads)
