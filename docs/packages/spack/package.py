# A recipe for Spack: copy it to packages/hansa/package.py of a repository of yours. UNTESTED: neither Spack nor a build by
# it was at hand. Versions are the least that CMakeLists.txt asks for.
from spack.package import *


class Hansa(CMakePackage):
    """A simulation of states, cities and city networks in negotiation rounds."""

    git = "file:///path/to/hansa"  # where you have the sources

    version("main", branch="main")
    variant("python", default=False, description="Build the package for Python")

    depends_on("cmake@3.25:", type="build")
    depends_on("boost@1.74:", type="build")
    depends_on("cli11", type="build")
    depends_on("eigen@3.4:", type="build")
    depends_on("random123", type="build")
    depends_on("nlohmann-json")
    depends_on("fmt@9:")
    depends_on("hdf5@1.10: +hl ~mpi")
    depends_on("intel-oneapi-tbb")
    depends_on("openssl@3:")
    depends_on("sleef")
    depends_on("yaml-cpp@0.7:")
    depends_on("py-pybind11@2.10:", when="+python", type="build")
    extends("python@3.9:", when="+python")
    conflicts("%gcc@:11", msg="C++20 as of g++ 12")

    def cmake_args(self):
        return [self.define("HANSA_BUILD_TESTS", False), self.define("HANSA_BUILD_BENCH", False),
                self.define_from_variant("HANSA_BUILD_PYTHON", "python")]
