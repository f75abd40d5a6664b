#include "cli/line/verb.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "support/input/problem.hpp"
#include "support/text/numeral.hpp"
#include "support/text/utf8.hpp"

namespace hansa {
namespace {

template <class... Cases> struct Overloaded : Cases... { using Cases::operator()...; };
template <class... Cases> Overloaded(Cases...) -> Overloaded<Cases...>;

bool is_number(const Option& option) {
  return std::holds_alternative<std::size_t*>(option.target) ||
         std::holds_alternative<double*>(option.target);
}

[[noreturn]] void refuse(const Option& option, const std::string& word) {
  const char* number = std::holds_alternative<double*>(option.target) ? "number" : "whole number";
  if (!option.expects.empty())
    throw CommandLineError(option.name, fmt::format("expected {}; got {}", option.expects, in_quotes(word)));
  if (!option.choices.empty())
    throw CommandLineError(option.name, fmt::format("expected one of {}; got {}",
                                                    fmt::join(option.choices, ", "), in_quotes(word)));
  if (option.bounds)
    throw CommandLineError(option.name,
                           fmt::format("expected a {} from {} to {}; got {}{}", number, option.bounds->min,
                                       option.bounds->max, in_quotes(word), advise_on_numeral(word)));
  throw CommandLineError(option.name,
                         fmt::format("expected a whole number from 0, below 2^64; got {}", in_quotes(word)));
}

template <class Number> void assign_number(const Option& option, const std::string& word, Number& target) {
  Number number{};
  if (!read_numeral(word, number)) refuse(option, word);
  const auto value = static_cast<double>(number);
  if (option.bounds && (value < option.bounds->min || value > option.bounds->max)) refuse(option, word);
  target = number;
}

/// Whether a text acts on a terminal or is not seen on one, as a line break does.
bool has_hidden(std::string_view text) {
  for (std::size_t byte = 0; byte < text.size();) {
    const auto character = character_at(text, byte);
    if (character && is_hidden(character->code)) return true;
    byte += character ? character->length : 1;
  }
  return false;
}

void check(const Option& option, const std::string& word) {
  const bool is_path = completes(option) == Completes::Folders || completes(option) == Completes::Files;
  if (!option.is_positional() && is_path && has_hidden(word))
    throw CommandLineError(option.name, "a path must not hold hidden characters; got " + in_quotes(word));
  const auto& choices = option.choices;
  if (!choices.empty() && std::find(choices.begin(), choices.end(), word) == choices.end())
    refuse(option, word);
  if (option.accepts && !option.accepts(word)) refuse(option, word);
}

}  // namespace

std::string metavar_of(const Option& option) {
  if (option.is_flag()) return "";
  if (!option.metavar.empty()) return option.metavar;
  if (!option.choices.empty()) return "WORD";
  return is_number(option) ? "NUMBER" : "TEXT";
}

Completes completes(const Option& option) {
  constexpr std::array<std::pair<std::string_view, Completes>, 9> table = {
      {{"DIR", Completes::Folders},
       {"FILE", Completes::Files},
       {"TABLE", Completes::Files},
       {"CASES", Completes::Files},
       {"SCENARIO", Completes::Scenarios},
       {"OTHER", Completes::Scenarios},
       {"A", Completes::Scenarios},
       {"B", Completes::Scenarios},
       {"SWEEP", Completes::Sweeps}}};
  const std::string name = option.is_positional() ? option.name : metavar_of(option);
  const auto found = std::ranges::find(table, name, &std::pair<std::string_view, Completes>::first);
  return found == table.end() ? Completes::Nothing : found->second;
}

std::string default_text(const Option& option) {
  return std::visit(Overloaded{[](const bool* target) { return std::string(*target ? "true" : "false"); },
                               [](const std::string* target) { return *target; },
                               [](const std::optional<std::string>* target) { return target->value_or(""); },
                               [](const std::size_t* target) { return fmt::to_string(*target); },
                               [](const double* target) { return fmt::to_string(*target); },
                               [](const std::vector<std::string>* target) {
                                 return fmt::format("{}", fmt::join(*target, " "));
                               }},
                    option.target);
}

void assign(const Option& option, const std::vector<std::string>& words) {
  for (const std::string& word : words) check(option, word);
  std::visit(Overloaded{[](bool*) {}, [&](std::string* target) { *target = words.at(0); },
                        [&](std::optional<std::string>* target) { *target = words.at(0); },
                        [&](std::size_t* target) { assign_number(option, words.at(0), *target); },
                        [&](double* target) { assign_number(option, words.at(0), *target); },
                        [&](std::vector<std::string>* target) { *target = words; }},
             option.target);
}

}  // namespace hansa
