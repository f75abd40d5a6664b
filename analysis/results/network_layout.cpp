#include "analysis/results/network_layout.hpp"

#include "analysis/results/run_variables.hpp"

namespace hansa {
namespace {

std::vector<std::string> texts_of(const std::vector<KnownNetwork>& networks,
                                  std::string KnownNetwork::*member) {
  std::vector<std::string> texts;
  for (const KnownNetwork& network : networks) texts.push_back(network.*member);
  return texts;
}

std::vector<Dimension> dimensions_of_networks(const Facts& facts) {
  std::vector<std::int64_t> sizes, degrees;
  for (std::size_t k = 0; k < n_sizes; ++k) sizes.push_back(std::int64_t{1} << k);
  for (std::size_t k = 0; k < n_degrees; ++k) degrees.push_back(static_cast<std::int64_t>(k));
  const auto name = [](Axis axis) { return std::string(name_of(axis)); };
  std::vector<Dimension> dims = {
      {name(Axis::Network), texts_of(facts.networks, &KnownNetwork::id), "1", "network of the tables"},
      {name(Axis::City), facts.city_id, "1", "city, by its id in the tables"},
      {name(Axis::Size), sizes, "1",
       "number of members, from this one to below the next, which is twice as many"},
      {name(Axis::Degree), degrees, "1", "number of networks; the last: or more"}};
  std::erase_if(dims, [](const Dimension& dim) { return dim.size() == 0; });
  return dims;
}

/// A column of every realization, one after the other.
template <class T>
std::vector<T> gather(const std::vector<NetworkRecord>& runs, std::vector<T> NetworkRecord::*column) {
  std::vector<T> values;
  if (!runs.empty()) values.reserve(runs.size() * (runs.front().*column).size());
  for (const NetworkRecord& run : runs)
    values.insert(values.end(), (run.*column).begin(), (run.*column).end());
  return values;
}

void lay_out_columns(const NetworkTally& tally, ResultSet& result) {
  std::size_t at = 0;
  NetworkRecord::columns([&](auto column, const ColumnInfo& info) {
    const Moments moments = tally.moments.empty() ? Moments{} : tally.moments[at];
    ++at;
    if (!has_axes(result, info)) return;
    Variable variable = make_variable(info, "realization");
    if (info.traits.keep == Keep::Each)
      variable.values = gather(tally.runs, column);
    else
      variable.values = moments.mean;
    result.variables.push_back(variable);
    if (info.traits.keep != Keep::MeanAndSd) return;
    variable.name += "_sd";
    variable.long_name = std::string(info.meaning) + ", standard deviation over realizations";
    variable.values = moments.sd();
    result.variables.push_back(std::move(variable));
  });
}

void lay_out_facts(const Facts& facts, std::vector<Variable>& out) {
  if (!facts.networks.empty()) {
    std::vector<std::int32_t> founded;
    for (const KnownNetwork& network : facts.networks) founded.push_back(network.founded);
    out.push_back({"network_name",
                   {"network"},
                   texts_of(facts.networks, &KnownNetwork::name),
                   "1",
                   "name of the network",
                   {}});
    out.push_back({"network_founded", {"network"}, founded, "year", "year of its founding", {}});
  }
  if (facts.n_cities == 0) return;
  std::vector<std::string> states;
  for (const StateId state : facts.city_state) states.push_back(facts.iso3[index(state)]);
  out.push_back({"city_name", {"city"}, facts.city_name, "1", "name of the city", {}});
  out.push_back({"city_state", {"city"}, states, "1", "ISO 3166 code of its state", {}});
}

}  // namespace

void lay_out_networks(const Facts& facts, const NetworkTally& tally, ResultSet& result) {
  for (Dimension& dimension : dimensions_of_networks(facts)) result.dims.push_back(std::move(dimension));
  lay_out_columns(tally, result);
  lay_out_facts(facts, result.variables);
}

}  // namespace hansa
