"""Builds the wheel of the package hansa for pip and `./dev python` (PEP 517), from Debian's packages alone.

CMake builds the module. The libraries that it is linked with are copied into the wheel, where patchelf is installed, so
that the wheel needs none of them where it is installed. HANSA_BUILD names a folder in which hansa_package is built.
"""
import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from pathlib import Path

root = Path(__file__).resolve().parent.parent
# what every Linux has in a version no older than the one that this was linked with
of_system = re.compile(r"(linux-vdso|ld-linux|libc|libm|libdl|libpthread|librt|libstdc\+\+|libgcc_s)[.-]")


def version():
    return re.search(r"project\(hansa VERSION ([0-9.]+)", (root / "CMakeLists.txt").read_text())[1]


def metadata():
    return "\n".join([
        "Metadata-Version: 2.1", "Name: hansa", f"Version: {version()}",
        "Summary: A simulation of states, cities and city networks in negotiation rounds",
        "License: MIT", f"Requires-Python: =={sys.version_info.major}.{sys.version_info.minor}.*",
        "Requires-Dist: numpy", "Requires-Dist: pandas", "Requires-Dist: xarray",
        "Provides-Extra: figures", 'Requires-Dist: matplotlib; extra == "figures"',
        "Provides-Extra: progress", 'Requires-Dist: tqdm; extra == "progress"',
        "Description-Content-Type: text/markdown", "", (root / "README.md").read_text(encoding="utf-8")])


def call(*words):
    try:
        done = subprocess.run([str(word) for word in words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    except FileNotFoundError:
        sys.exit(f"hansa: {words[0]} is missing; ./dev python installs what a wheel needs")
    if done.returncode != 0:
        sys.exit(f"{done.stdout[-4000:]}\nhansa: {words[0]} failed")


def stage(folder):
    """Builds the module and puts the package into a folder."""
    build = os.environ.get("HANSA_BUILD")
    if not build:
        build = root / "build" / "wheel"
        ninja = ["-G", "Ninja"] if shutil.which("ninja") and not (build / "CMakeCache.txt").exists() else []
        call("cmake", "-S", root, "-B", build, *ninja, f"-DPython_EXECUTABLE={sys.executable}",
             "-DHANSA_BUILD_TESTS=OFF", "-DHANSA_BUILD_BENCH=OFF")
        call("cmake", "--build", build, "--target", "hansa_package", "-j", os.cpu_count() or 1)
    call("cmake", "--install", build, "--component", "python", "--prefix", folder)


def copy_licence(library, to):
    """What Debian says of the rights in a library."""
    owner = subprocess.run(["dpkg", "-S", os.path.realpath(library)], capture_output=True, text=True) \
        if shutil.which("dpkg") else None
    if owner and owner.returncode == 0:
        shutil.copy(Path("/usr/share/doc") / owner.stdout.split(":")[0] / "copyright", to)


def bundle(package):
    """Copies the libraries of the module beside it."""
    module = next(package.glob("_engine*.so"))
    if not shutil.which("patchelf"):
        print("hansa: without patchelf the wheel has no libraries in it and is for this machine alone", file=sys.stderr)
        return
    listed = subprocess.run(["ldd", module], check=True, capture_output=True, text=True).stdout
    libraries = package / "libraries"
    libraries.mkdir()
    for name, path in re.findall(r"(\S+) => (/\S+)", listed):
        if not of_system.match(name):
            shutil.copy(path, libraries / name)
            call("patchelf", "--set-rpath", "$ORIGIN", libraries / name)
            copy_licence(path, libraries / f"{name}.LICENSE")
    call("patchelf", "--set-rpath", "$ORIGIN/libraries", module)
    call("strip", "--strip-unneeded", module)


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    info = f"hansa-{version()}.dist-info"
    (Path(metadata_directory) / info).mkdir()
    (Path(metadata_directory) / info / "METADATA").write_text(metadata(), encoding="utf-8")
    return info


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    python = f"cp{sys.version_info.major}{sys.version_info.minor}"
    tag = f"{python}-{python}-{sysconfig.get_platform().replace('-', '_').replace('.', '_')}"
    info = f"hansa-{version()}.dist-info"
    name = f"hansa-{version()}-{tag}.whl"
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        stage(folder)
        bundle(folder / "hansa")
        (folder / info).mkdir()
        (folder / info / "METADATA").write_text(metadata(), encoding="utf-8")
        (folder / info / "WHEEL").write_text(
            f"Wheel-Version: 1.0\nGenerator: hansa\nRoot-Is-Purelib: false\nTag: {tag}\n")
        shutil.copy(root / "LICENSE", folder / info)
        record = []
        with zipfile.ZipFile(Path(wheel_directory) / name, "w", zipfile.ZIP_DEFLATED) as wheel:
            def add(file, data, mode):
                entry = zipfile.ZipInfo(file, (2020, 1, 1, 0, 0, 0))  # equal builds give equal wheels
                entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, (0o100000 | mode) << 16
                wheel.writestr(entry, data)
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                data, file = path.read_bytes(), path.relative_to(folder).as_posix()
                digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
                record.append(f"{file},sha256={digest},{len(data)}")
                add(file, data, path.stat().st_mode & 0o777)
            record.append(f"{info}/RECORD,,")
            add(f"{info}/RECORD", "\n".join(record) + "\n", 0o644)
    return name


def build_sdist(sdist_directory, config_settings=None):
    sys.exit("hansa: there is no source distribution; pip install a checkout, or the wheel that ./dev python makes")


if __name__ == "__main__":
    print(build_wheel(sys.argv[1]))
