#include "cli/line/manual.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "cli/line/help.hpp"

namespace hansa {
namespace {

/// A text as roff prints it: nothing in it is a request or an escape.
std::string plain(std::string_view text) {
  std::string escaped;
  for (std::size_t k = 0; k < text.size(); ++k) {
    const char c = text[k];
    const bool starts_line = k == 0 || text[k - 1] == '\n';
    if (starts_line && (c == '.' || c == '\'')) escaped += "\\&";
    if (c == '\\')
      escaped += "\\e";
    else if (c == '-')
      escaped += "\\-";
    else if (c == '\'')
      escaped += "\\(aq";
    else if (c == '^')
      escaped += "\\(ha";
    else if (c == '~')
      escaped += "\\(ti";
    else if (c == '`')
      escaped += "\\(ga";
    else
      escaped += c;
  }
  return escaped;
}

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::toupper(c); });
  return text;
}

/// The start of a page: its name, its title and how it is called. `version` begins with the program's name.
std::string opening(const CommandLine& line, const std::string& page, const std::string& about,
                    const std::string& usage) {
  const std::string number = line.version.substr(0, line.version.find(" ("));
  return fmt::format(
      ".TH \"{}\" 1 \"\" \"{}\" \"User Commands\"\n.SH NAME\n{} \\- {}\n.SH SYNOPSIS\n.B {}\n{}\n",
      plain(upper(page)), plain(number), plain(page), plain(about), plain(line.name), plain(usage));
}

/// A tagged paragraph.
std::string item(const std::string& word, const std::string& meaning) {
  return fmt::format(".TP\n.B {}\n{}\n", plain(word), plain(meaning));
}

std::string options_section(const std::string& title, const std::vector<Option>& options, bool positional) {
  std::string text;
  for (const Option& option : options)
    if (option.is_positional() == positional) text += item(spelling_of(option), meaning_of(option));
  return text.empty() ? "" : ".SH " + title + "\n" + text;
}

/// Notes: lines `  word  meaning` as tagged paragraphs, others as they are.
std::string notes_section(const std::string& notes) {
  if (notes.empty()) return "";
  std::string text = ".SH NOTES\n";
  bool was_item = false;
  for (std::size_t begin = 0; begin < notes.size();) {
    const std::size_t end = std::min(notes.find('\n', begin), notes.size());
    const std::string line = notes.substr(begin, end - begin);
    begin = end + 1;
    const std::size_t gap = line.starts_with("  ") ? line.find("  ", 2) : std::string::npos;
    if (gap != std::string::npos) {
      text += item(line.substr(2, gap - 2), line.substr(line.find_first_not_of(' ', gap)));
      was_item = true;
    } else if (line.empty()) {
      was_item = true;  // a new paragraph
    } else {
      if (was_item) text += ".PP\n";
      was_item = false;
      text += plain(line) + "\n";
      if (end < notes.size() && notes[begin] != '\n') text += ".br\n";
    }
  }
  if (text.ends_with(".br\n")) text.erase(text.size() - 4);
  return text;
}

std::string examples_section(const std::vector<std::string>& examples) {
  std::string text = ".SH EXAMPLES\n.EX\n";
  for (const std::string& example : examples) text += plain(example) + "\n";
  return text + ".EE\n";
}

std::string verb_page(const CommandLine& line, const Verb& verb) {
  const std::string name = line.name + "-" + verb.name;
  std::string text = opening(line, name, verb.about, usage_of(verb));
  text += options_section("ARGUMENTS", all_options(verb), true);
  for (const OneOf& group : verb.groups)
    text += options_section(fmt::format("\"{}, EXACTLY ONE OF\"", upper(group.name)), group.options, false);
  text += options_section("OPTIONS", verb.options, false);
  return text + notes_section(verb.notes) + examples_section(verb.examples) +
         fmt::format(".SH \"SEE ALSO\"\n.BR {} (1)\n", plain(line.name));
}

std::string program_page(const CommandLine& line) {
  std::string text = opening(line, line.name, line.about, "VERB [OPTION...]");
  std::string group;
  for (const Verb& verb : line.verbs) {
    if (verb.group != group) text += fmt::format(".SH \"{}\"\n", plain(upper(verb.group)));
    group = verb.group;
    text += fmt::format(".TP\n.BR {} (1)\n{}\n", plain(line.name + "-" + verb.name), plain(verb.about));
  }
  for (const auto& [word, meaning] : words_beside_verbs)
    text += item(line.name + " " + std::string(word), std::string(meaning));
  text += ".SH \"EXIT STATUS\"\n";
  for (std::size_t k = 0; k < line.exit_meanings.size(); ++k)
    text += item(fmt::to_string(k), line.exit_meanings[k]);
  text += ".SH ENVIRONMENT\n" + item("HANSA_DATA_DIR", "folder with data/ and library/, looked into first") +
          item("COLUMNS", "width of the terminal, if it is not what the terminal says") +
          item("NO_COLOR", "if set, nothing is coloured; neither is anything but a terminal");
  return text + notes_section(line.notes) + examples_section(line.examples);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> manual_pages(const CommandLine& command_line) {
  std::vector<std::pair<std::string, std::string>> pages = {
      {command_line.name + ".1", program_page(command_line)}};
  for (const Verb& verb : command_line.verbs)
    pages.emplace_back(fmt::format("{}-{}.1", command_line.name, verb.name), verb_page(command_line, verb));
  return pages;
}

}  // namespace hansa
