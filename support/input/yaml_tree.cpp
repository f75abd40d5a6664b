#include "support/input/yaml_tree.hpp"

#include <algorithm>
#include <ios>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "support/input/open_marks.hpp"
#include "support/input/problem.hpp"
#include "support/input/tree_builder.hpp"
#include "support/text/utf8.hpp"

namespace hansa {
namespace {

constexpr auto npos = std::string_view::npos;

/// yaml-cpp's messages in plain words.
std::string explain(const std::string& message) {
  namespace Said = YAML::ErrorMsg;
  if (message == Said::END_OF_MAP || message == Said::END_OF_SEQ)
    return "this indentation matches no line above it";
  if (message == Said::MAP_VALUE) return "a colon without a key; a text with a colon needs quotes";
  if (message == Said::FLOW_END) return "a closing bracket without an opening one";
  if (message == Said::UNKNOWN_TOKEN) return "no word can begin with this character; put it in quotes";
  if (message == Said::UNKNOWN_ANCHOR) return "aliases (*) are not supported; write the value out";
  return "not YAML: " + printable(message);
}

/// Passes yaml-cpp's events to a tree builder; refuses YAML that yaml-cpp accepts and we do not support.
class EventReader : public YAML::EventHandler {
 public:
  EventReader(std::string_view text, int file, ProblemList& problems, std::string_view top)
      : text_(text), top_(top), places_(text, file), problems_(problems), tree_(top, problems) {}

  const Node& root() const { return tree_.root(); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++n_documents_ == 1) return;
    const bool marked = rest(mark).starts_with("---");
    tree_.stop(place(mark), top_, marked ? "a second document; a file holds one" : "no value can begin here");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const Place here = place_of_nothing(mark);
    const bool refused = refuses(mark, "?", anchor);
    tree_.put({.kind = refused ? Node::Kind::Refused : Node::Kind::Nothing, .place = here});
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    problems_.add(place(mark), tree_.path(), "aliases (*) are not supported; write the value out");
    tree_.put({.kind = Node::Kind::Refused, .place = place(mark)});
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    // yaml-cpp marks quoted and block texts by the tag "!", which may also be a real tag
    const char first = rest(mark).empty() ? ' ' : rest(mark).front();
    const bool quote = tag == "!" && (first == '"' || first == '\'');
    const bool block = tag == "!" && (first == '|' || first == '>');
    Node node{.kind = Node::Kind::Text, .place = place(mark), .text = value, .quoted = quote};
    if (refuses(mark, quote || block ? "?" : tag, anchor)) {
      node.kind = Node::Kind::Refused;
    } else if (const auto wrong = what_is_wrong(value, mark, quote, block)) {
      problems_.add(node.place, tree_.path(), *wrong);
      node.kind = Node::Kind::Refused;
    }
    tree_.put(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(Node::Kind::List, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { tree_.close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(Node::Kind::Map, mark, tag, anchor, style);
  }
  void OnMapEnd() override { tree_.close(); }

  /// Reports what yaml-cpp could not read: an unclosed bracket at the bracket, anything else where it was
  /// found.
  void report(const YAML::Exception& error) {
    const bool unclosed =
        error.msg == YAML::ErrorMsg::END_OF_SEQ_FLOW || error.msg == YAML::ErrorMsg::END_OF_MAP_FLOW;
    const auto bracket = tree_.innermost_bracket();
    if (unclosed && bracket) {
      const Place met = place(error.mark);
      problems_.add(
          bracket->place, bracket->path,
          fmt::format("no closing {} for this {}; reading stopped at {}:{}", bracket->of_map ? '}' : ']',
                      bracket->of_map ? '{' : '[', met.line, met.column));
    } else {
      problems_.add(place(error.mark), tree_.path(), explain(error.msg));
    }
  }

 private:
  static std::size_t byte(const YAML::Mark& mark) {
    return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
  }

  std::string_view rest(const YAML::Mark& mark) const {
    return text_.substr(std::min(byte(mark), text_.size()));
  }

  /// Past the end of the text: the last character that is not blank.
  Place place(const YAML::Mark& mark) {
    if (byte(mark) < text_.size()) return places_.at(byte(mark));
    const std::size_t last = text_.find_last_not_of(" \t\r\n");
    return places_.at(last == npos ? 0 : last);
  }

  /// yaml-cpp places a missing value at the next word; the user looks at its key or at the dash before it.
  Place place_of_nothing(const YAML::Mark& mark) {
    if (const auto key = tree_.awaiting()) return *key;
    const bool written = !rest(mark).empty() && std::string_view("~nN").find(rest(mark).front()) != npos;
    const std::size_t before = byte(mark) == 0 ? npos : text_.find_last_not_of(" \t\r\n", byte(mark) - 1);
    return written || before == npos ? place(mark) : places_.at(before);
  }

  /// Reports an anchor or a tag.
  bool refuses(const YAML::Mark& mark, std::string_view tag, YAML::anchor_t anchor) {
    if (anchor != 0) problems_.add(place(mark), tree_.path(), "anchors (&) are not supported");
    if (tag != "?") problems_.add(place(mark), tree_.path(), "tags (!) are not supported");
    return anchor != 0 || tag != "?";
  }

  std::optional<std::string> what_is_wrong(const std::string& value, const YAML::Mark& mark, bool quote,
                                           bool block) const {
    if (block) return "block text (| and >) is not supported; write one line, in quotes";
    if (value.size() > longest_text) return fmt::format("a text longer than {} bytes", longest_text);
    if (!quote && !rest(mark).starts_with(value)) return "a value must be on one line";
    for (std::size_t k = 0; k < value.size();) {
      const auto character = character_at(value, k);
      if (!character) return "not UTF-8";
      if (is_hidden(character->code)) {
        return fmt::format("hidden character U+{:04X}", static_cast<unsigned>(character->code));
      }
      k += character->length;
    }
    return std::nullopt;
  }

  void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            YAML::EmitterStyle::value style) {
    const bool refused = refuses(mark, tag, anchor);
    tree_.open(kind, place(mark), style == YAML::EmitterStyle::Flow, refused);
  }

  std::string_view text_;
  std::string_view top_;  // the key of the root in problems
  PlaceFinder places_;
  ProblemList& problems_;
  TreeBuilder tree_;
  int n_documents_ = 0;
};

/// The byte and the error of the first line whose beginning yaml-cpp would accept or explain badly.
std::optional<std::pair<std::size_t, std::string>> find_wrong_line(std::string_view text) {
  for (std::size_t line = 0; line < text.size();
       line = std::min(text.find('\n', line), text.size() - 1) + 1) {
    if (text[line] == '%') return std::pair(line, "directives (%) are not supported");
    const std::string_view rest = text.substr(line, text.find('\n', line) - line);
    const std::size_t word = rest.find_first_not_of(" \t\r");
    const std::size_t tab = rest.find('\t');
    if (word != std::string_view::npos && tab < word && rest[word] != '#') {
      return std::pair(line + tab, "a tab cannot indent; use spaces");
    }
  }
  return std::nullopt;
}

}  // namespace

const Entry* Node::find(std::string_view key) const {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [key](const Entry& e) { return e.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

Entry* Node::find(std::string_view key) { return const_cast<Entry*>(std::as_const(*this).find(key)); }

std::optional<Node> read_yaml(std::string_view text, int file, ProblemList& problems, std::string_view top) {
  if (const auto wrong = find_wrong_line(text)) {
    problems.add(PlaceFinder(text, file).at(wrong->first), top, wrong->second);
    return std::nullopt;
  }
  if (const auto mark = find_open_mark(text, static_cast<int>(most_levels))) {
    problems.add(PlaceFinder(text, file).at(mark->byte), top, std::string(mark->wrong));
    return std::nullopt;
  }
  // with an end mark, yaml-cpp reports anything left open as an error
  std::istringstream stream(std::string(text) + "\n...\n");
  EventReader reader(text, file, problems, top);
  try {
    YAML::Parser parser(stream);
    if (parser.HandleNextDocument(reader)) parser.HandleNextDocument(reader);
    return reader.root();
  } catch (const TreeBuilder::Stop&) {
  } catch (const YAML::Exception& error) {
    reader.report(error);
  } catch (const std::ios_base::failure& error) {
    problems.add({file, 1, 1}, top, "cannot be read: " + printable(error.what()));
  }
  return std::nullopt;
}

}  // namespace hansa
