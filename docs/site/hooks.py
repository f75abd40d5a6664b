"""What mkdocs.yml cannot say. Pages link to files of the project as they lie in the repository; what lies outside
docs/ (README.md, sources, tables) becomes part of the site below project/, so that the same links work in both. A
notebook becomes a page beside itself."""
import base64
import os
import re
from pathlib import Path

from mkdocs.structure.files import File

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
LINK = re.compile(r"(\]\()([^)#:\s]+)(#[^)\s]*)?\)")
NOT_PAGES = ("site/mkdocs.yml", "site/hooks.py", "example/", "packages/")


def place(path):
    """Where a file of the project is in the site."""
    return path.relative_to(DOCS).as_posix() if DOCS in path.parents else f"project/{path.relative_to(ROOT).as_posix()}"


def page_of(notebook):
    """Where the page of a notebook is in the site."""
    return place(notebook.with_suffix(".md"))


def markdown_of(notebook):
    """A notebook as it was run, with its figures in the text."""
    from nbconvert import MarkdownExporter
    text, found = MarkdownExporter().from_filename(str(notebook))
    for name, figure in (found["outputs"] or {}).items():
        picture = f"data:image/png;base64,{base64.b64encode(figure).decode()}"
        text = text.replace(f"![png]({name})", f"![figure]({picture})")
    text = re.sub(r"<style scoped>.*?</style>\n", "", text, flags=re.DOTALL)
    text = text.replace('<table border="1" class="dataframe">', "<table>")
    return f"{text}\n\nThis page is a notebook as it was run: [{notebook.name}]({notebook.name}).\n"


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
    for notebook in DOCS.glob("notebooks/*.ipynb"):
        file = File(page_of(notebook), str(DOCS), config.site_dir, config.use_directory_urls)
        file.abs_src_path = str(notebook)
        files.append(file)
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


def on_page_read_source(page, config):
    source = Path(page.file.abs_src_path)
    return markdown_of(source) if source.suffix == ".ipynb" else None


def on_page_markdown(markdown, page, config, files):
    source = Path(page.file.abs_src_path)

    def relink(link):
        target = (source.parent / link[2]).resolve()
        if not target.is_file() or ROOT not in target.parents:
            return link[0]
        is_page = target.suffix == ".ipynb" and target != source
        path = os.path.relpath(page_of(target) if is_page else place(target), os.path.dirname(page.file.src_uri) or ".")
        return f"{link[1]}{path}{link[3] or ''})"

    return "\n".join(
        LINK.sub(relink, line) if is_text else line for line, is_text in outside_code(markdown)
    )


def on_post_page(output, page, config):
    to_root = os.path.relpath(".", os.path.dirname(page.file.url) or ".")
    script = f'<script src="{to_root}/site/search_from_file.js" data-base="{to_root}/"></script>'
    return output.replace("</head>", f"{script}</head>", 1)


def on_post_build(config):
    search = Path(config.site_dir) / "search"
    index = (search / "search_index.json").read_text(encoding="utf-8")
    (search / "search_index.js").write_text(f"var __search = {{index: Promise.resolve({index})}};\n", encoding="utf-8")
