#include "bargaining/tables/bargain_table.hpp"

#include <algorithm>
#include <system_error>

#include "bargaining/tables/ktab_table.hpp"
#include "bargaining/tables/own_table.hpp"
#include "scenarios/load/paths.hpp"
#include "support/files/presence.hpp"

namespace hansa {
namespace {

std::vector<double> BargainTable::*numbers_of(const UncertainInput& input) {
  return input.kind == InputKind::Power      ? &BargainTable::power
         : input.kind == InputKind::Position ? &BargainTable::position
                                             : &BargainTable::salience;
}

std::size_t place_of(const UncertainInput& input, std::size_t n_issues) {
  return input.kind == InputKind::Power ? input.actor : input.actor * n_issues + input.issue;
}

}  // namespace

std::string proposal_of(const std::string& issue) {
  const auto end = issue.find_last_not_of("0123456789");
  const bool is_numbered = end != std::string::npos && end > 0 && end + 1 < issue.size() && issue[end] == 'i';
  return is_numbered ? issue.substr(0, end) : issue;
}

std::size_t BargainTable::n_seats() const {
  std::size_t n = 0;
  for (std::size_t k = 0; k < n_actors(); ++k) n += power[k] > 0 || veto[k] != 0 ? 1U : 0U;
  return n;
}

double BargainTable::to_unit(std::size_t issue, double value) const {
  const double least = issues[issue].least, width = issues[issue].most - least;
  return width > 0 ? (value - least) / width : 0.0;
}

double BargainTable::from_unit(std::size_t issue, double share) const {
  const double least = issues[issue].least;
  return least + share * (issues[issue].most - least);
}

void BargainTable::set(const UncertainInput& input, double value) {
  (this->*numbers_of(input))[place_of(input, n_issues())] = value;
}

double BargainTable::value_of(const UncertainInput& input) const {
  return (this->*numbers_of(input))[place_of(input, n_issues())];
}

void BargainTable::fit_scales() {
  for (std::size_t d = 0; d < n_issues(); ++d) {
    BargainIssue& issue = issues[d];
    if (!issue.ends_at_extremes) continue;
    double least = position[d], most = least;
    for (std::size_t k = d; k < position.size(); k += n_issues()) {
      least = std::min(least, position[k]);
      most = std::max(most, position[k]);
    }
    issue.least = std::min(least, issue.reference.value_or(least));
    issue.most = std::max(most, issue.reference.value_or(most));
  }
}

std::vector<double> column(const std::vector<double>& rows, std::size_t issue, std::size_t n_issues) {
  std::vector<double> values;
  for (std::size_t k = issue; k < rows.size(); k += n_issues) values.push_back(rows[k]);
  return values;
}

std::vector<double> weights_on(const BargainTable& table, std::size_t issue) {
  std::vector<double> weights = column(table.salience, issue, table.n_issues());
  for (std::size_t k = 0; k < weights.size(); ++k) weights[k] *= table.power[k];
  return weights;
}

std::vector<double> on_unit_scale(const BargainTable& table) {
  std::vector<double> positions;
  for (std::size_t k = 0; k < table.position.size(); ++k)
    positions.push_back(table.to_unit(k % table.n_issues(), table.position[k]));
  return positions;
}

std::vector<double> on_own_scale(const BargainTable& table, const std::vector<double>& positions) {
  std::vector<double> values;
  for (std::size_t k = 0; k < positions.size(); ++k)
    values.push_back(table.from_unit(k % table.n_issues(), positions[k]));
  return values;
}

std::string find_bargain_table(const std::string& written, const DataFolders& folders) {
  const bool bare = written != "-" && written.find_first_of("/.") == std::string::npos;
  if (!bare || is_there(written)) return written;
  const Found found = find_example(written, folders);
  if (found.reason.empty()) return found.path.string();
  throw ScenarioError({{.file = written,
                        .key = "file",
                        .message = found.reason + (found.reason.ends_with('?') ? " A" : "; a") +
                                   " file is given as ./NAME or NAME.csv"}});
}

BargainTable read_bargain_table(const TableSource& source, const TableOptions& options) {
  ProblemList problems;
  ActorTable actors(source, options, problems);
  BargainTable table;
  if (actors.is_read()) table = actors.is_ktab() ? read_ktab_table(actors) : read_own_table(actors);
  table.assumptions = actors.assumptions();
  problems.throw_if_any();
  return table;
}

BargainTable read_bargain_table(const std::filesystem::path& path) {
  return read_bargain_table(read_table_source(path));
}

}  // namespace hansa
