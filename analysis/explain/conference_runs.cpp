#include "analysis/explain/conference_runs.hpp"

#include <algorithm>
#include <optional>

#include "agents/build.hpp"
#include "sim/replay.hpp"
#include "support/numbers/expect.hpp"
#include "support/numbers/parallel.hpp"

namespace hansa {

ConferenceRuns::ConferenceRuns(const Facts& facts, std::size_t conference, std::size_t n_threads,
                               const Watch& watch)
    : facts_(facts), conference_(conference), n_threads_(n_threads), stop_(watch.stop) {
  const auto n = static_cast<std::size_t>(facts.scenario->realizations);
  std::vector<std::optional<World>> worlds(n);
  std::atomic<std::size_t> n_done{0};
  for_each_index(n, n_threads, [&](std::size_t r) {
    if (stopped()) return;
    worlds[r] = before_conference(facts, facts.scenario->seed, static_cast<std::uint32_t>(r), conference);
    const std::size_t so_far = ++n_done;
    if (watch.progress) watch.progress(so_far);
  });
  for (std::optional<World>& world : worlds)
    if (world) worlds_.push_back(*std::move(world));
}

std::unique_ptr<ChangedScenario> ConferenceRuns::changed(
    const std::function<void(Scenario&, ConferenceParams&)>& change,
    std::span<const std::size_t> absent) const {
  auto changed = std::make_unique<ChangedScenario>(ChangedScenario{*facts_.scenario, {}});
  std::vector<ConferenceParams>& all = changed->scenario.conferences;
  const std::string& name = facts_.conferences[conference_].params->name;
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const ConferenceParams& params) { return params.name == name; });
  HANSA_EXPECT(found != all.end());
  change(changed->scenario, *found);
  changed->facts = with_scenario(facts_, changed->scenario);
  for (const std::size_t i : absent) changed->facts.conferences[conference_].present[i] = 0;
  return changed;
}

std::vector<std::vector<TextVerdict>> ConferenceRuns::verdicts() const {
  std::vector<std::vector<TextVerdict>> all(worlds_.size());
  for_each_index(worlds_.size(), n_threads_, [&](std::size_t r) {
    World world = worlds_[r];
    for (const OfferedText& offered : play_conference(facts_, conference_, world))
      all[r].push_back(verdict_on(facts_.scenario->negotiation, offered, world));
  });
  return all;
}

std::vector<Fate> ConferenceRuns::fates(const Facts& facts, Form form,
                                        std::span<const std::size_t> realizations) const {
  std::vector<Fate> fates(realizations.size());
  for_each_index(realizations.size(), n_threads_, [&](std::size_t k) {
    if (stopped()) return;
    World world = worlds_[realizations[k]];
    const std::vector<OfferedText> offered = play_conference(facts, conference_, world);
    for (const OfferedText& text : offered) {
      const Negotiation& end = text.negotiation;
      fates[k] = {end.adopted, {}};
      for (std::size_t i = 0; i < end.objects.size(); ++i)
        if (end.objects[i]) fates[k].objectors.push_back(i);
      if (end.adopted || text.terms.form == form) break;
    }
  });
  return fates;
}

}  // namespace hansa
