#include "scenarios/print/print.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

#include "scenarios/parameters/scenario_fields.hpp"
#include "scenarios/print/write_value.hpp"

namespace hansa {
namespace {

/// A visitor for fields(): writes one line per parameter.
class Printer {
 public:
  explicit Printer(std::size_t levels) : levels_(levels) {}

  std::string text;

  template <class T> void operator()(std::string_view name, T& value, const FieldInfo&) {
    begin(name);
    text += " " + write_value(value) + "\n";
  }

  void path(std::string_view name, std::string& file, const FieldInfo& info) { (*this)(name, file, info); }

  template <class T> void group(std::string_view name, T& part, std::string_view) {
    begin(name);
    text += "\n";
    levels_ += 1;
    part.fields(*this);
    levels_ -= 1;
  }

  void keyed(std::string_view name, std::vector<IssueParams>& parts, const std::vector<std::string>& names,
             std::string_view) {
    begin(name);
    text += "\n";
    levels_ += 1;
    for (std::size_t k = 0; k < parts.size(); ++k) group(write_value(names[k]), parts[k], "");
    levels_ -= 1;
  }

  template <class Part> void named(std::vector<Part>& parts, std::string_view) {
    for (Part& part : parts) group(write_value(part.name), part, "");
  }

  template <class Row> void rows(std::string_view name, std::vector<Row>& rows, std::string_view) {
    begin(name);
    text += rows.empty() ? " []\n" : "\n";
    levels_ += 2;
    for (Row& row : rows) {
      dash_ = true;
      row.fields(*this);
    }
    levels_ -= 2;
  }

 private:
  void begin(std::string_view name) {
    std::string indent(2 * levels_, ' ');
    if (dash_) indent[indent.size() - 2] = '-';
    dash_ = false;
    text += indent + std::string(name) + ":";
  }

  std::size_t levels_;
  bool dash_ = false;  // the next parameter is the first of a row
};

std::string print(Scenario scenario, std::size_t levels) {
  Printer printer(levels);
  scenario.fields(printer);
  if (!scenario.start.scenario) return printer.text;
  printer.group("start_from", scenario.start, "");
  return printer.text + std::string(2 * (levels + 1), ' ') + "scenario:\n" +
         print(*scenario.start.scenario, levels + 2);
}

}  // namespace

std::string print_scenario(Scenario scenario) { return print(std::move(scenario), 0); }

}  // namespace hansa
