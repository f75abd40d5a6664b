"""What mkdocs.yml cannot say. Pages link to files of the project as they lie in the repository; what lies outside
docs/ (README.md, sources, tables) becomes part of the site below project/, so that the same links work in both."""
import os
import re
from pathlib import Path

from mkdocs.structure.files import File

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
LINK = re.compile(r"(\]\()([^)#:\s]+)(#[^)\s]*)?\)")
NOT_PAGES = ("site/mkdocs.yml", "site/hooks.py", "example/")


def place(path):
    """Where a file of the project is in the site."""
    return path.relative_to(DOCS).as_posix() if DOCS in path.parents else f"project/{path.relative_to(ROOT).as_posix()}"


def outside_code(markdown):
    """The lines of a document, each with whether it is text: neither in a fenced block nor indented as one."""
    fenced = False
    for line in markdown.split("\n"):
        fence = line.lstrip().startswith("```")
        fenced ^= fence
        yield line, not fenced and not fence


def linked_files(source):
    text = "\n".join(line for line, is_text in outside_code(source.read_text(encoding="utf-8")) if is_text)
    for link in LINK.finditer(text):
        target = (source.parent / link[2]).resolve()
        if target.is_file() and ROOT in target.parents:
            yield target


def on_files(files, config):
    for file in list(files):
        if file.src_uri.startswith(NOT_PAGES):
            files.remove(file)
    waiting = [Path(file.abs_src_path) for file in files.documentation_pages()]
    while waiting:
        for target in linked_files(waiting.pop()):
            name = place(target)
            if files.get_file_from_path(name) is None:
                file = File(name, str(ROOT), config.site_dir, config.use_directory_urls)
                file.abs_src_path = str(target)
                files.append(file)
                if target.suffix == ".md":
                    waiting.append(target)
    return files


def on_page_markdown(markdown, page, config, files):
    source = Path(page.file.abs_src_path)

    def relink(link):
        target = (source.parent / link[2]).resolve()
        if not target.is_file() or ROOT not in target.parents:
            return link[0]
        path = os.path.relpath(place(target), os.path.dirname(page.file.src_uri) or ".")
        return f"{link[1]}{path}{link[3] or ''})"

    return "\n".join(
        LINK.sub(relink, line) if is_text else line for line, is_text in outside_code(markdown)
    )
