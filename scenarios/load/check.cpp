#include "scenarios/load/check.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "support/input/suggest.hpp"

namespace hansa {
namespace {

using Words = std::vector<std::string_view>;

/// The checks of one scenario, in the order of its keys.
class Checker {
 public:
  Checker(const Scenario& scenario, std::span<const IssueParams> known_issues, const Given& given,
          ProblemList& problems)
      : scenario_(scenario), known_issues_(known_issues), given_(given), problems_(problems) {}

  void check() {
    require("name", scenario_.name);
    check_issues();
    if (fine("years.from") && fine("years.to") && scenario_.years.from > scenario_.years.to) {
      wrong("years", fmt::format("from {} to {} runs backwards", scenario_.years.from, scenario_.years.to));
    }
    for (std::size_t k = 0; k < scenario_.conferences.size(); ++k) check_conference(k);
    for (std::size_t k = 0; k < scenario_.shocks.size(); ++k) check_shock(k);
    for (std::size_t k = 0; k < scenario_.overrides.size(); ++k) check_override(k);
    for (std::size_t k = 0; k < scenario_.withdrawals.size(); ++k) check_withdrawal(k);
  }

 private:
  void check_issues() {
    if (scenario_.issues.empty()) wrong("issues", "at least one issue is needed");
    if (scenario_.issues.size() > 32) {
      wrong("issues", "at most 32 issues are possible");
      return;
    }
    for (std::size_t k = 0; k < scenario_.issues.size(); ++k) {
      const std::string& issue = scenario_.issues[k];
      const std::string path = fmt::format("issues[{}]", k + 1);
      require(path, issue);
      const std::string reason = why_no_issue_name(issue);
      if (!reason.empty()) wrong(path, reason);
      if (!issue.empty() && reason.empty()) check_coefficients(path, issue);
    }
    for (const IssueParams& issue : scenario_.preferences) {
      const double q = issue.status_quo;
      if (q < 0 && q != IssueParams::from_positions)
        wrong(fmt::format("preferences.{}.status_quo", issue.name),
              fmt::format("must be within 0..1, or -1 to follow from positions, got {}", q));
    }
    double weight = 0.0;
    for (const IssueParams& issue : scenario_.preferences) weight += issue.depth_weight;
    if (!scenario_.preferences.empty() && weight == 0.0) {
      wrong("preferences", "depth_weight is 0 for every issue; at least one must count");
    }
  }

  void check_coefficients(const std::string& path, const std::string& issue) {
    Words names;
    for (const IssueParams& known_issue : known_issues_) names.push_back(known_issue.name);
    if (names.empty() || std::find(names.begin(), names.end(), issue) != names.end()) return;
    const auto is_given = [&](std::string_view name) {
      return given_.places.contains(fmt::format("preferences.{}.{}", issue, name));
    };
    if (std::any_of(covariate_names.begin(), covariate_names.end(), is_given) ||
        std::any_of(bloc_names.begin(), bloc_names.end(), is_given))
      return;
    wrong(path, fmt::format("no coefficients for issue {}{}", in_quotes(issue), suggest(issue, names)));
    issues_fine_ = false;
  }

  void check_conference(std::size_t k) {
    const ConferenceParams& conference = scenario_.conferences[k];
    const std::string path = row("conferences", k);
    require(path + ".name", conference.name);
    refuse_dot(path + ".name", conference.name);
    for (std::size_t other = 0; other < k && !conference.name.empty(); ++other) {
      if (scenario_.conferences[other].name != conference.name) continue;
      wrong(path + ".name",
            fmt::format("a second conference called {}; the first is in line {}", in_quotes(conference.name),
                        line(row("conferences", other) + ".name")));
      break;
    }
    check_year(path, conference.year);
    for (std::size_t i = 0; i < conference.agenda.size(); ++i) {
      check_issue(fmt::format("{}.agenda[{}]", path, i + 1), conference.agenda[i], issue_words());
    }
    if (conference.forms.empty()) wrong(path + ".forms", "at least one form must be on offer");
    known(path + ".bound", conference.bound, bloc_words({"all"}), "bloc");
    known(path + ".participants", conference.participants, bloc_words({"all"}), "bloc");
    for (std::size_t i = 0; i < conference.side_agreement.size(); ++i)
      check_iso(fmt::format("{}.side_agreement[{}]", path, i + 1), conference.side_agreement[i]);
    if (conference.side_agreement.size() == 1)
      wrong(path + ".side_agreement", "a side agreement needs at least two states");
    if (conference.cut > 0 && conference.base_year == 0)
      wrong(path + ".cut", "has no effect without base_year, from which the cut counts");
    if (!conference.presidency.empty()) check_iso(path + ".presidency", conference.presidency);
    for (std::size_t i = 0; i < conference.absent.size(); ++i) {
      const std::string absent_path = fmt::format("{}.absent[{}]", path, i + 1);
      check_iso(absent_path, conference.absent[i]);
      if (conference.absent[i] == conference.presidency)
        wrong(absent_path, "the presiding state cannot be absent");
    }
    check_treaty(k, path + ".treaty");
  }

  /// The year of a conference must be simulated.
  void check_year(const std::string& path, int year) {
    const std::string year_path = path + ".year";
    const YearsParams& years = scenario_.years;
    const bool known_years = fine("years.from") && fine("years.to") && years.from <= years.to;
    if (fine(year_path) && known_years && (year < years.from || year > years.to)) {
      wrong(year_path, fmt::format("{} is not among the simulated years {}..{}", year, years.from, years.to));
    }
  }

  void check_treaty(std::size_t k, const std::string& path) {
    const TreatyParams& treaty = scenario_.conferences[k].treaty;
    if (treaty.name.empty()) {
      if (treaty != TreatyParams{} && fine(path + ".name")) wrong(path, "a treaty needs a name");
      return;
    }
    known(path + ".emissions_base", treaty.emissions_base, bloc_words({"all"}), "bloc");
    for (std::size_t other = 0; other < k; ++other) {
      if (scenario_.conferences[other].treaty.name != treaty.name) continue;
      wrong(path + ".name",
            fmt::format("a second treaty called {}; the first is in line {}", in_quotes(treaty.name),
                        line(row("conferences", other) + ".treaty.name")));
      break;
    }
  }

  void check_shock(std::size_t k) {
    const ShockParams& shock = scenario_.shocks[k];
    const std::string path = row("shocks", k);
    Words issues = issue_words();
    issues.push_back("all");
    check_issue(path + ".issue", shock.issue, issues);
    const Words groups = bloc_words({"all"});
    if (std::find(groups.begin(), groups.end(), shock.state) == groups.end() && !is_iso(shock.state)) {
      known(path + ".state", shock.state, groups, "bloc or state, such as DEU,");
    }
  }

  void check_override(std::size_t k) {
    const OverrideParams& override = scenario_.overrides[k];
    const std::string path = row("overrides", k);
    check_iso(path + ".state", override.state);
    std::vector<std::string> columns;
    for (const std::string_view kind : {"position", "salience"}) {
      for (const std::string& issue : scenario_.issues) columns.push_back(fmt::format("{}.{}", kind, issue));
    }
    for (const OverrideColumn& column : override_columns) columns.emplace_back(column.name);
    known(path + ".column", override.column, Words(columns.begin(), columns.end()), "column");

    OverrideColumn bounds{.name = override.column};
    if (override.column.starts_with("position.")) bounds = {override.column, 0.0, 1.0};
    for (const OverrideColumn& column : override_columns)
      if (column.name == override.column) bounds = column;
    if (fine(path + ".value") && (override.value < bounds.least || override.value > bounds.most)) {
      wrong(path + ".value", fmt::format("{} must be within {}..{}, got {}", override.column, bounds.least,
                                         bounds.most, override.value));
    }
    for (std::size_t other = 0; other < k; ++other) {
      const OverrideParams& before = scenario_.overrides[other];
      if (std::tie(before.state, before.column) != std::tie(override.state, override.column)) continue;
      wrong(path, fmt::format("{} of {} is overridden twice; first in line {}", in_quotes(override.column),
                              in_quotes(override.state), line(row("overrides", other))));
      break;
    }
  }

  void check_withdrawal(std::size_t k) {
    const WithdrawalParams& withdrawal = scenario_.withdrawals[k];
    const std::string path = row("withdrawals", k);
    check_iso(path + ".state", withdrawal.state);
    Words treaties;
    int adopted = 0;
    for (const ConferenceParams& conference : scenario_.conferences) {
      if (!conference.treaty.name.empty()) treaties.push_back(conference.treaty.name);
      if (conference.treaty.name == withdrawal.treaty) adopted = conference.year;
    }
    known(path + ".treaty", withdrawal.treaty, treaties, "treaty");
    if (fine(path + ".year") && withdrawal.year < adopted) {
      wrong(path + ".year",
            fmt::format("{} is before the conference of this treaty in {}", withdrawal.year, adopted));
    }
    for (std::size_t other = 0; other < k; ++other) {
      const WithdrawalParams& before = scenario_.withdrawals[other];
      if (std::tie(before.state, before.treaty) != std::tie(withdrawal.state, withdrawal.treaty)) continue;
      if (before.returns > 0 && before.returns <= withdrawal.year) continue;
      wrong(path, fmt::format("{} leaves {} twice; first in line {}, from which it does not return before",
                              in_quotes(withdrawal.state), in_quotes(withdrawal.treaty),
                              line(row("withdrawals", other))));
      break;
    }
    if (fine(path + ".returns") && withdrawal.returns != 0 && withdrawal.returns <= withdrawal.year)
      wrong(path + ".returns", fmt::format("{} is not after {}, the year in which it leaves",
                                           withdrawal.returns, withdrawal.year));
  }

  // --- words -------------------------------------------------------------------------------------

  Words issue_words() const { return Words(scenario_.issues.begin(), scenario_.issues.end()); }

  /// Not reported: a word that may be right once a misspelt entry of `issues` is corrected.
  void check_issue(const std::string& path, const std::string& word, const Words& words) {
    const bool shipped = std::any_of(known_issues_.begin(), known_issues_.end(),
                                     [&](const IssueParams& issue) { return issue.name == word; });
    if (issues_fine_ || !shipped) known(path, word, words, "issue");
  }

  static Words bloc_words(Words words) {
    words.insert(words.end(), bloc_names.begin(), bloc_names.end());
    return words;
  }

  static bool is_iso(std::string_view code) {
    return code.size() == 3 &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  /// A longer word may be the name of a state, for which check_names suggests the code.
  void check_iso(const std::string& path, const std::string& code) {
    if (!fine(path) || is_iso(code) || code.size() > 3) return;
    std::string capitals = code;
    std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    wrong(path,
          fmt::format("expected a state as three capitals, such as DEU [ISO 3166], got {}{}", in_quotes(code),
                      is_iso(capitals)   ? "; did you mean '" + capitals + "'?"
                      : code.size() == 2 ? "; codes have three letters, such as USA for US"
                                         : "; the column iso3 of states.csv has them"));
  }

  void known(const std::string& path, const std::string& word, const Words& words, std::string_view what) {
    if (!fine(path) || std::find(words.begin(), words.end(), word) != words.end()) return;
    wrong(path, fmt::format("no {} is called {}{}", what, in_quotes(word), suggest(word, words)));
  }

  void require(const std::string& path, const std::string& word) {
    if (fine(path) && word.empty()) wrong(path, "must not be empty");
  }

  void refuse_dot(const std::string& path, const std::string& name) {
    if (name.find('.') != std::string::npos)
      wrong(path, "a dot separates the words of a path; this name must not contain one");
  }

  // --- places ------------------------------------------------------------------------------------

  bool fine(std::string_view path) const { return !given_.refused.contains(path); }
  int line(std::string_view path) const { return given_.place(path).line; }
  const std::string& row(std::string_view list, std::size_t k) const {
    return given_.rows.find(list)->second[k];
  }
  void wrong(const std::string& path, std::string_view message) {
    problems_.add(given_.place(path), path, std::string(message));
  }

  const Scenario& scenario_;
  std::span<const IssueParams> known_issues_;
  const Given& given_;
  ProblemList& problems_;
  bool issues_fine_ = true;  // every issue has coefficients
};

}  // namespace

void check_scenario(const Scenario& scenario, std::span<const IssueParams> known_issues, const Given& given,
                    ProblemList& problems) {
  Checker(scenario, known_issues, given, problems).check();
}

}  // namespace hansa
