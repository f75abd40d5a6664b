#include "bargaining/solvers/chair_rules.hpp"

#include <algorithm>
#include <array>
#include <type_traits>
#include <vector>

#include <fmt/format.h>

#include "scenarios/parameters/negotiation_fields.hpp"
#include "support/input/problem.hpp"
#include "support/input/suggest.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

/// Parameters of a conference that do not apply to a table of actors: it has no forms, blocs, networks or veto players
/// at home, the chair knows all limits, and objecting costs all the same.
constexpr auto unused = std::to_array<std::string_view>(
    {"soft_force", "ratchet", "stake", "shelter", "price_noise", "price_noise_state", "equilibrium",
     "influence", "uncertainty", "draft_weight", "urban_hurdle", "large_states"});

template <class T> std::string set_number(T& place, std::string_view text, const FieldInfo& info) {
  T value{};
  if (!read_numeral(text, value) || static_cast<double>(value) < info.min ||
      static_cast<double>(value) > info.max)
    return fmt::format("a number from {:g} to {:g}, not {}", info.min, info.max, in_quotes(text));
  place = value;
  return "";
}

std::string set_value(double& place, std::string_view text, const FieldInfo& info) {
  return set_number(place, text, info);
}
std::string set_value(int& place, std::string_view text, const FieldInfo& info) {
  return set_number(place, text, info);
}
template <class E>
requires std::is_enum_v<E> std::string set_value(E& place, std::string_view text, const FieldInfo& /*info*/) {
  constexpr auto words = choices(E{});
  const auto word = std::find(words.begin(), words.end(), text);
  if (word == words.end()) return fmt::format("{}, not {}", fmt::join(words, ", "), in_quotes(text));
  place = static_cast<E>(word - words.begin());
  return "";
}

/// A visitor that passes on every parameter of a table; groups belong to a conference's forms.
template <class Callback> struct Each {
  Callback callback;
  template <class T> void operator()(std::string_view name, T& value, const FieldInfo& info) {
    if (std::find(unused.begin(), unused.end(), name) == unused.end()) callback(name, value, info);
  }
  template <class Group> void group(std::string_view /*name*/, Group& /*of*/, std::string_view /*about*/) {}
};

template <class Callback> void for_each_rule(ChairRules& rules, Callback callback) {
  Each<Callback> each{callback};
  rules.fields(each);
}

std::string word_of(double value) { return fmt::format("{}", value); }
std::string word_of(int value) { return fmt::format("{}", value); }
template <class E>
requires std::is_enum_v<E> std::string word_of(E value) { return std::string(name_of(value)); }

}  // namespace

ChairRules council_chair_rules() {
  ChairRules rules;
  rules.disagreement = 1.0;
  rules.negotiation.contest = ContestRule::Cubic;
  return rules;
}

std::string set_chair_rule(ChairRules& rules, std::string_view key, std::string_view value) {
  if (key == "preset") {
    if (value != "model" && value != "council")
      return fmt::format("preset is model, council, not {}", in_quotes(value));
    rules = value == "model" ? ChairRules{} : council_chair_rules();
    return "";
  }
  std::vector<std::string_view> keys = {"preset"};
  std::string wrong;
  bool known = false;
  for_each_rule(rules, [&](std::string_view name, auto& place, const FieldInfo& info) {
    keys.push_back(name);
    if (name != key) return;
    known = true;
    wrong = set_value(place, value, info);
    if (!wrong.empty()) wrong = fmt::format("{} is {}", key, wrong);
  });
  return known ? wrong : fmt::format("there is no parameter {}{}", in_quotes(key), suggest(key, keys));
}

std::vector<std::pair<std::string, std::string>> words_of(const ChairRules& rules) {
  std::vector<std::pair<std::string, std::string>> words;
  ChairRules copy = rules;
  for_each_rule(copy, [&](std::string_view name, const auto& value, const FieldInfo& /*info*/) {
    words.emplace_back(name, word_of(value));
  });
  return words;
}

std::string list_chair_rules() {
  std::string text = fmt::format("  {:<17}  {}\n", "preset",
                                 "all at once: model (those below), council (disagreement=1 contest=cubic)");
  ChairRules rules;
  for_each_rule(rules, [&](std::string_view name, const auto& value, const FieldInfo& info) {
    text += fmt::format("  {:<17}  {} (default: {})\n", name, info.about, word_of(value));
  });
  return text;
}

}  // namespace hansa
