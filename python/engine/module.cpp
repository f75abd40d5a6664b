// The Python module hansa._engine. What users call is in python/hansa.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include "analysis/report/run_page.hpp"
#include "hansa_version.hpp"
#include "python/engine/arrays.hpp"
#include "python/engine/model.hpp"
#include "python/engine/studies.hpp"
#include "scenarios/load/data_folders.hpp"
#include "support/files/file_error.hpp"
#include "support/input/problem.hpp"
#include "support/numbers/parallel.hpp"
#include "sweeps/run/play_shard.hpp"

namespace hansa::python {
namespace {

/// An exception in Python that has the place of each problem.
void raise(const ScenarioError& error, const py::handle& type) {
  std::vector<Problem> problems = error.problems();
  py::list rows;
  for (Problem& one : problems) {
    if (one.file == "--set") one.file = "settings";
    rows.append(py::dict(py::arg("file") = one.file, py::arg("line") = one.line,
                         py::arg("column") = one.column, py::arg("key") = one.key,
                         py::arg("message") = one.message));
  }
  const py::object raised = type(to_text(by_cause(problems)));
  raised.attr("problems") = rows;
  PyErr_SetObject(type.ptr(), raised.ptr());
}

std::string page_of(const Run& run, const DataFolders& folders, std::size_t n_threads) {
  return interruptible({}, [&](const Watch&) {
    if (!can_make_pages())
      throw ScenarioError({{.file = "hansa", .key = "page", .message = std::string(without_pages)}});
    return run_page(*run.result, *run.prepared, read_past(folders), folders, n_threads);
  });
}

}  // namespace
}  // namespace hansa::python

PYBIND11_MODULE(_engine, m) {
  using namespace hansa;
  using namespace hansa::python;
  m.doc() = "The engine of Hansa; use the package hansa.";
  m.attr("version") = std::string(version);
  m.attr("commit") = std::string(commit);
  m.attr("machine_threads") = machine_threads();

  static py::exception<ScenarioError> scenario_error(m, "ScenarioError", PyExc_ValueError);
  py::register_exception_translator([](std::exception_ptr thrown) {
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const ScenarioError& error) {
      raise(error, scenario_error);
    } catch (const FileError& error) {
      PyErr_SetString(PyExc_OSError, error.what());
    } catch (const RunFailure& error) {
      PyErr_SetString(PyExc_RuntimeError, error.what());
    }
  });

  py::class_<DataFolders>(m, "DataFolders")
      .def(py::init([](const std::vector<std::filesystem::path>& candidates) {
        return find_data_folders(candidates);
      }));

  py::class_<Run>(m, "Run")
      .def("arrays", [](const Run& run) { return arrays_of(run.result); })
      .def("page", page_of, py::arg("folders"), py::arg("threads"))
      .def_property_readonly("yaml", [](const Run& run) { return run.prepared->text; });

  py::class_<Model>(m, "Model")
      .def(py::init<std::string, const Settings&, DataFolders>(), py::arg("scenario"), py::arg("settings"),
           py::arg("folders"))
      .def("run", &Model::run, py::arg("settings"), py::arg("given"), py::arg("threads"), py::arg("networks"),
           py::arg("progress"))
      .def("values", &Model::values, py::arg("names"), py::arg("settings"), py::arg("given"),
           py::arg("threads"))
      .def("facts", &Model::facts)
      .def_property_readonly("name", [](const Model& model) { return model.prepared().scenario().name; })
      .def_property_readonly("title", [](const Model& model) { return model.prepared().scenario().title; })
      .def_property_readonly("realizations",
                             [](const Model& model) { return model.prepared().scenario().realizations; })
      .def_property_readonly("seed", [](const Model& model) { return model.prepared().scenario().seed; })
      .def_property_readonly("yaml", [](const Model& model) { return model.prepared().text; })
      .def_property_readonly("sha256", [](const Model& model) { return model.prepared().sha256; })
      .def_property_readonly("notes", [](const Model& model) { return model.prepared().notes; })
      .def_property_readonly("conferences", [](const Model& model) {
        std::vector<std::pair<std::string, int>> held;
        for (const ConferenceFacts& one : model.prepared().facts.conferences)
          held.emplace_back(one.params->name, one.params->year);
        return held;
      });

  m.def(
      "compare",
      [](const std::string& scenario, const std::vector<std::string>& settings,
         std::optional<std::string> other, std::optional<std::string> without,
         std::optional<std::string> merge, const std::vector<std::string>& with,
         std::optional<std::string> attribute, bool split, double smallest, std::size_t threads,
         const Progress& progress, const DataFolders& folders) {
        return compare({.scenario = scenario,
                        .settings = settings,
                        .other = std::move(other),
                        .without = std::move(without),
                        .merge = std::move(merge),
                        .with = with,
                        .attribute = std::move(attribute),
                        .split = split},
                       smallest, threads, progress, folders);
      },
      py::arg("scenario"), py::arg("settings"), py::arg("other"), py::arg("without"), py::arg("merge"),
      py::arg("with_"), py::arg("attribute"), py::arg("split"), py::arg("smallest"), py::arg("threads"),
      py::arg("progress"), py::arg("folders"));
  m.def("explain", explain, py::arg("scenario"), py::arg("settings"), py::arg("conference"),
        py::arg("threads"), py::arg("progress"), py::arg("folders"));
  py::class_<SweptRuns>(m, "SweptRuns")
      .def(py::init<const std::string&, const std::string&, const std::string&, std::size_t, const Progress&,
                    const DataFolders&>(),
           py::arg("text"), py::arg("shown_as"), py::arg("points_folder"), py::arg("threads"),
           py::arg("progress"), py::arg("folders"))
      .def("arrays", &SweptRuns::arrays)
      .def("effects", &SweptRuns::effects, py::arg("method"), py::arg("missing"), py::arg("conference"));
  m.def("bargain", bargain, py::arg("file"), py::arg("solver"), py::arg("rules"), py::arg("rule"),
        py::arg("setter"), py::arg("patience"), py::arg("columns"), py::arg("strict"), py::arg("packages"),
        py::arg("draws"), py::arg("seed"), py::arg("threads"), py::arg("folders"));
  m.def("backtest", backtest, py::arg("file"), py::arg("rules"), py::arg("rule"), py::arg("setter"),
        py::arg("folds"), py::arg("seed"), py::arg("columns"), py::arg("strict"), py::arg("packages"));
  m.def("parameters", parameters);
}
