// Result files in the programs that their readers use: xarray with each of its engines, and ncdump.
#include <catch2/catch.hpp>

#include "analysis/results/hdf5/result_writer.hpp"
#include "analysis/results/result_format.hpp"
#include "support/files/publish.hpp"
#include "tests/analysis/results/sample_result.hpp"
#include "tests/support/files/outside_program.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

using test::Answer;
using test::ask;
using test::has;
using test::python;

constexpr std::string_view look = R"(
import sys
import numpy as np
import xarray as xr

file, engine = sys.argv[1], sys.argv[2]
result = xr.open_dataset(file) if engine == "any" else xr.open_dataset(file, engine=engine)
result.load()

assert dict(result.sizes) == {"realization": 3, "year": 4, "level": 2, "state": 3, "city": 0}, result.sizes
assert list(result.coords) == ["realization", "year", "level", "state", "city"], list(result.coords)
assert list(result.data_vars) == ["depth", "adopted", "objectors", "form", "name", "tension", "total", "motto", "reach", "kind"]
for name, variable in result.variables.items():
    for attribute in ("units", "long_name"):
        text = variable.attrs.get(attribute)
        assert isinstance(text, str) and text, (name, attribute, text)

assert result.depth.dims == ("realization", "year") and result.depth.dtype == np.float64
assert result.depth.sel(realization=0, year=1996) == 2.0
assert np.isnan(result.depth.sel(realization=1, year=[1996, 1997])).all() and result.depth.isnull().sum() == 2
assert np.isnan(result.depth.encoding["_FillValue"])
assert result.year.dtype == np.int64 and list(result.year.values) == [1995, 1996, 1997, 1998]
assert list(result.level.values) == [0.0, 0.5]
assert list(result.state.values) == ["DEU", "FRA", "ALA"]
assert result.objectors.dtype == np.int32 and result.objectors.sel(year=1998, state="ALA") == -12
assert list(result.name.values) == ["Germany", "", "\u00c5land"]
assert result.tension.sel(level=0.5, state="FRA") == 2.0
assert result.adopted.dtype == np.uint8 and list(result.adopted.values) == [0, 1, 1]
for name, meanings in (("adopted", ["no", "yes"]), ("form", ["none", "soft", "hard"]), ("kind", ["port", "inland"])):
    flags = result[name].attrs
    assert flags["flag_meanings"].split() == meanings, flags
    assert list(flags["flag_values"]) == list(range(len(meanings))), flags
    assert flags["flag_values"].dtype == result[name].dtype, flags
assert result.total.shape == () and float(result.total) == 0.1
assert result.motto.item() == "one text alone"
assert result.reach.shape == (3, 0) and result.kind.shape == (0,)

assert result.attrs["Conventions"] == "CF-1.11 Hansa-2" and result.attrs["format_version"] == sys.argv[3]
assert result.attrs["missing_values"] == "NaN: not applicable"
assert result.attrs["title"] == "\u00dcbung" and result.attrs["note"] == ""
assert result.attrs["seed"] == 42 and result.attrs["share"] == 0.1
assert result.attrs["scenario"] == "y" * 100000
print("all found")
)";

void check_in_xarray(const std::string& engine, const std::string& modules) {
  if (!test::has_python_with(modules)) return;
  const test::ScratchFolder scratch;
  publish(scratch / "result.h5", hdf5_image(test::sample_result()), false);
  test::put(scratch / "look.py", look);
  const Answer answer =
      ask("PYTHONUTF8=1 " + python + " " + (scratch / "look.py").string() + " " +
          (scratch / "result.h5").string() + " " + engine + " " + std::string(result_format_version));
  CHECK(answer.text == "all found\n");
  CHECK(answer.status == 0);
}

TEST_CASE("xarray opens a result without naming an engine", "[record]") {
  check_in_xarray("any", "xarray, netCDF4");
}
TEST_CASE("xarray opens a result by netCDF4", "[record]") { check_in_xarray("netcdf4", "xarray, netCDF4"); }
TEST_CASE("xarray opens a result by h5netcdf", "[record]") {
  check_in_xarray("h5netcdf", "xarray, h5netcdf");
}

TEST_CASE("ncdump shows the dimensions and variables of a result", "[record]") {
  if (!has("ncdump", "command -v ncdump")) return;
  const test::ScratchFolder scratch;
  publish(scratch / "result.h5", hdf5_image(test::sample_result()), false);
  const Answer answer = ask("ncdump -h " + (scratch / "result.h5").string());
  CHECK(answer.status == 0);
  const std::string line =
      GENERATE("\trealization = 3 ;\n", "\tint64 year(year) ;\n", "\tstring state(state) ;\n",
               "\tdouble depth(realization, year) ;\n", "\t\tdepth:units = \"1\" ;\n",
               "\t\tdepth:_FillValue = NaN ;\n", "\tubyte adopted(realization) ;\n",
               "\t\tadopted:flag_values = 0UB, 1UB ;\n", "\t\tform:flag_meanings = \"none soft hard\" ;\n",
               "\t\t:Conventions = \"CF-1.11 Hansa-2\" ;\n", "\t\t:seed = 42LL ;\n");
  CHECK_THAT(answer.text, Catch::Matchers::Contains(line));
}

}  // namespace
}  // namespace hansa
