// Reads the arms of a sweep.
#include <algorithm>

#include <fmt/format.h>

#include "scenarios/load/arm.hpp"
#include "sweeps/design/sweep_reader.hpp"

namespace hansa {
namespace {

/// Whether a setting sets this path, a key below it or a section that contains it.
bool sets(const SweepSetting& setting, std::string_view path) {
  if (setting.path == path || setting.path.starts_with(std::string(path) + ".")) return true;
  if (!path.starts_with(setting.path + ".")) return false;
  const Node* node = &setting.value;
  for (path.remove_prefix(setting.path.size() + 1); node->kind == Node::Kind::Map;) {
    const std::size_t end = std::min(path.find('.'), path.size());
    const Entry* entry = node->find(path.substr(0, end));
    if (entry == nullptr) return false;
    if (end == path.size()) return true;
    node = &entry->value;
    path.remove_prefix(end + 1);
  }
  return true;  // the setting replaces a section with another kind of value
}

}  // namespace

void SweepReader::read_arms(const Node* arms) {
  if (arms == nullptr) {
    sweep_.arms = {{"full", "", {}}};
    return;
  }
  if (arms->kind != Node::Kind::List || arms->items.empty()) {
    if (arms->kind != Node::Kind::Refused)
      wrong(arms->place, "arms", "expected a list such as [full, {without: lobbying}]");
    return;
  }
  for (std::size_t k = 0; k < arms->items.size(); ++k) {
    const std::string key = fmt::format("arms[{}]", k + 1);
    if (auto arm = read_arm(arms->items[k], key)) add_arm(*std::move(arm), arms->items[k].place, key);
  }
}

void SweepReader::add_arm(SweepArm arm, Place place, const std::string& key) {
  constexpr std::size_t most_arms = 100;
  const bool repeated = std::any_of(sweep_.arms.begin(), sweep_.arms.end(),
                                    [&](const SweepArm& other) { return other.name == arm.name; });
  if (repeated) wrong(place, key, "a second arm called " + in_quotes(arm.name));
  if (sweep_.arms.size() == most_arms) wrong(place, key, fmt::format("more than {} arms", most_arms));
  sweep_.arms.push_back(std::move(arm));
}

std::optional<SweepArm> SweepReader::read_arm(const Node& item, const std::string& key) {
  if (item.kind == Node::Kind::Map) return read_changed_arm(item, key);
  if (item.kind == Node::Kind::Text && item.text == "full") return SweepArm{"full", "", {}};
  if (item.kind != Node::Kind::Refused)
    wrong(item.place, key,
          "expected full, {without: ...} or {with: {...}, name: ...}; got " + name_kind(item));
  return std::nullopt;
}

std::optional<SweepArm> SweepReader::read_changed_arm(const Node& map, const std::string& key) {
  std::string without, name;
  Assigner assigner(map, key, given_, problems_);
  assigner("without", without, FieldInfo{});
  assigner("name", name, FieldInfo{.unit = "name"});
  const Node* with = assigner.take_node("with");
  assigner.finish();
  if (without.empty() && with == nullptr && name.empty()) {
    wrong(map.place, key, "expected without, or with and name");
    return std::nullopt;
  }
  SweepArm arm{name.empty() ? "full" : name, "", {}};
  if (!without.empty() && !leave_out(without, given_.place(key + ".without"), key, arm)) return std::nullopt;
  if (!name.empty()) arm.name = name;
  if (with == nullptr) return arm;
  const std::vector<SweepSetting> settings = read_settings(*with, key + ".with");
  for (const SweepSetting& setting : settings) refuse_swept(setting, key + ".with." + setting.path);
  static_cast<void>(try_values(settings));
  arm.settings.insert(arm.settings.end(), settings.begin(), settings.end());
  if (!name.empty()) return arm;
  wrong(map.place, key, "an arm with values of its own needs a name");
  return std::nullopt;
}

/// Refuses to override a swept parameter: results record its design value beside each run.
void SweepReader::refuse_swept(const SweepSetting& setting, const std::string& key) {
  for (const SweepParameter& parameter : sweep_.parameters) {
    if (!sets(setting, parameter.path)) continue;
    wrong(
        setting.place, key,
        "sets " + parameter.path + ", which the sweep varies; an arm can set only what the design does not");
  }
}

/// Gives an arm the settings and name of arm_without(what). false, with a problem, for an unknown word.
bool SweepReader::leave_out(const std::string& what, Place place, const std::string& key, SweepArm& arm) {
  if (!can_leave_out(what)) {
    wrong(place, key + ".without",
          "nothing called " + in_quotes(what) + " can be left out" + suggest(what, absences()));
    return false;
  }
  const Arm left_out = arm_without(what);
  arm.name = left_out.name;
  arm.without = what;
  for (const std::string& setting : left_out.settings) {
    const std::size_t equals = setting.find('=');
    arm.settings.push_back({setting.substr(0, equals),
                            place,
                            {.kind = Node::Kind::Text, .place = place, .text = setting.substr(equals + 1)}});
  }
  return true;
}

}  // namespace hansa
