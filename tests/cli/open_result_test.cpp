// The result of a real run in the programs that its readers use.
#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"
#include "tests/support/files/outside_program.hpp"

namespace hansa {
namespace {

using test::Answer;
using test::ask;
using test::ScratchFolder;

constexpr std::string_view look = R"(
import sys
import xarray as xr

result = xr.open_dataset(sys.argv[1])
result.load()
assert result.sizes["realization"] == 2 and result.sizes["year"] == 26, result.sizes
assert len(result.data_vars) > 20, list(result.data_vars)
for name, variable in result.variables.items():
    for attribute in ("units", "long_name"):
        text = variable.attrs.get(attribute)
        assert isinstance(text, str) and text, (name, attribute, text)
adopted = result.adopted.sel(conference="COP21").mean("realization")
assert 0 <= adopted <= 1, adopted
assert result.attrs["seed"] == 42 and result.attrs["scenario_name"] == "paris-2015"
print("all found")
)";

void run_paris(const ScratchFolder& scratch) {
  CHECK(test::hansa_in(scratch, {"run", "paris-2015", "--realizations", "2", "--quiet", "--out", "run"})
            .status == 0);
}

TEST_CASE("xarray opens the result of a run, and every variable says what it is", "[cli]") {
  if (!test::has_python_with("xarray, netCDF4")) return;
  const ScratchFolder scratch;
  run_paris(scratch);
  test::put(scratch / "look.py", look);
  const Answer answer = ask("PYTHONUTF8=1 " + test::python + " " + (scratch / "look.py").string() + " " +
                            (scratch / "run/result.h5").string());
  CHECK(answer.text == "all found\n");
  CHECK(answer.status == 0);
}

TEST_CASE("ncdump shows the result of a run, and every variable says what it is", "[cli]") {
  if (!test::has("ncdump", "command -v ncdump")) return;
  const ScratchFolder scratch;
  run_paris(scratch);
  const Answer answer = ask("ncdump -h " + (scratch / "run/result.h5").string());
  CHECK(answer.status == 0);
  std::size_t n_variables = 0, n_units = 0, n_names = 0;
  for (const std::string& line : test::lines_of(answer.text)) {
    if (line.starts_with("\t") && line[1] != '\t' && line.find(" = ") == std::string::npos) ++n_variables;
    if (line.find(":units = \"") != std::string::npos) ++n_units;
    if (line.find(":long_name = \"") != std::string::npos) ++n_names;
  }
  CHECK(n_variables > 20);
  CHECK(n_units == n_variables);
  CHECK(n_names == n_variables);
}

}  // namespace
}  // namespace hansa
