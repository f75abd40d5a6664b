#include "scenarios/look_up.hpp"

#include <type_traits>

#include "scenarios/write_value.hpp"

namespace hansa {
namespace {

/// Goes through what fields() visits until it meets the path.
class Seeker {
 public:
  explicit Seeker(std::string_view path) : wanted_(path) {}
  std::optional<LookedUp> found;

  template <class T> void operator()(std::string_view name, T& value, const FieldInfo&) {
    if (path_of(name) != wanted_) return;
    constexpr bool whole = std::is_same_v<T, int> || std::is_same_v<T, std::uint64_t>;
    found = {std::is_same_v<T, double> ? LookedUp::Kind::Number
             : whole                   ? LookedUp::Kind::Whole
                                       : LookedUp::Kind::Other,
             write_value(value)};
  }

  void path(std::string_view name, std::string& file, const FieldInfo& info) { (*this)(name, file, info); }

  template <class T> void group(std::string_view name, T& part, std::string_view) {
    const std::string before = prefix_;
    prefix_ = path_of(name);
    part.fields(*this);
    prefix_ = before;
  }

  void keyed(std::string_view name, std::vector<IssueParams>& parts, const std::vector<std::string>& names,
             std::string_view) {
    for (std::size_t k = 0; k < parts.size(); ++k) group(path_of(name) + "." + names[k], parts[k], "");
  }

  template <class Row> void rows(std::string_view name, std::vector<Row>& rows, std::string_view) {
    if constexpr (requires(Row row) { row.name; }) {
      for (Row& row : rows) group(path_of(name) + "." + row.name, row, "");
    }
  }

 private:
  std::string path_of(std::string_view name) const {
    return prefix_.empty() ? std::string(name) : prefix_ + "." + std::string(name);
  }

  std::string_view wanted_;
  std::string prefix_;
};

}  // namespace

std::optional<LookedUp> look_up(Scenario scenario, std::string_view path) {
  Seeker seeker(path);
  scenario.fields(seeker);
  return seeker.found;
}

}  // namespace hansa
