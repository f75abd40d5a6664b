#include "analysis/report/run_page.hpp"

#include <nlohmann/json.hpp>

#include "analysis/report/headline.hpp"
#include "analysis/report/page_parts.hpp"
#include "analysis/report/page_template.hpp"
#include "analysis/report/page_text.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {

bool can_make_pages() { return !page_template.empty(); }

std::string run_page(const ResultSet& result, const PreparedScenario& prepared, const Past& past,
                     const DataFolders& folders, std::size_t n_threads) {
  HANSA_EXPECT(can_make_pages());
  const Scenario& scenario = prepared.scenario();
  const Summary summary = summarise(result, past);
  const Tables tables = read_tables(prepared.loaded->files);
  const nlohmann::ordered_json data = {{"run", identity_part(result, prepared)},
                                       {"conferences", conference_part(result, summary)},
                                       {"outcomes", outcome_part(result)},
                                       {"issues", issue_part(result)},
                                       {"states", state_part(result, tables)},
                                       {"why", why_part(result, prepared, n_threads)},
                                       {"cities", city_part(prepared, tables)},
                                       {"access", access_part(result, prepared)},
                                       {"years", year_part(result, prepared)},
                                       {"pressure", pressure_part(result)},
                                       {"treaties", treaty_part(result, summary, past)},
                                       {"parameters", parameter_part(*prepared.loaded)},
                                       {"sources", source_part(folders)}};
  return fill_page(page_template,
                   {.title = scenario.title.empty() ? scenario.name : scenario.title,
                    .question = question_of(scenario, result, summary),
                    .headline = headline_of(result, summary)},
                   data);
}

}  // namespace hansa
