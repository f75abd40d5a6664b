#include "scenarios/yaml_tree.hpp"

#include <algorithm>
#include <cstddef>
#include <ios>
#include <span>
#include <sstream>
#include <string>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "scenarios/open_marks.hpp"
#include "scenarios/place_finder.hpp"
#include "scenarios/utf8.hpp"

namespace hansa {
namespace {

constexpr std::size_t most_levels = 32;
constexpr std::size_t most_nodes = 20000;
constexpr std::size_t longest_text = 4096;  // [bytes]

/// Ends the reading; the reason is already reported.
struct Stop {};

/// yaml-cpp's words in plain ones, where they are not.
std::string explain(const std::string& message) {
  namespace Said = YAML::ErrorMsg;
  if (message == Said::END_OF_MAP || message == Said::END_OF_SEQ) return "this stands in no line with what is above it";
  if (message == Said::MAP_VALUE) return "no key belongs to this colon; a text with a colon needs quotes";
  if (message == Said::FLOW_END) return "a closing bracket that no bracket opened";
  if (message == Said::UNKNOWN_TOKEN) return "no word can begin with this character; put it in quotes";
  if (message == Said::UNKNOWN_ANCHOR) return "aliases (*) are not supported; write the value out";
  return "not YAML: " + printable(message);
}

/// Builds the tree from yaml-cpp's events and refuses what yaml-cpp is too kind about.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view text, int file, ProblemList& problems, std::string_view top)
      : text_(text), top_(top), places_(text, file), problems_(problems) {}

  Node root;

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) return;
    const bool marked = rest(mark).starts_with("---");
    stop(place(mark), top_, marked ? "a second document; a file holds one" : "no value can begin here");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Node node{.kind = Node::Kind::Nothing, .place = place_of_nothing(mark)};
    if (refuses(mark, "?", anchor)) node.kind = Node::Kind::Refused;
    put(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    problems_.add(place(mark), path(), "aliases (*) are not supported; write the value out");
    put({.kind = Node::Kind::Refused, .place = place(mark)});
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    // yaml-cpp tells quoted and block texts by the tag "!", which a real tag may be too
    const char first = rest(mark).empty() ? ' ' : rest(mark).front();
    const bool quote = tag == "!" && (first == '"' || first == '\'');
    const bool block = tag == "!" && (first == '|' || first == '>');
    Node node{.kind = Node::Kind::Text, .place = place(mark), .text = value, .quoted = quote};
    if (refuses(mark, quote || block ? "?" : tag, anchor)) {
      node.kind = Node::Kind::Refused;
    } else if (const auto wrong = what_is_wrong(value, mark, quote, block)) {
      problems_.add(node.place, path(), *wrong);
      node.kind = Node::Kind::Refused;
    }
    put(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(Node::Kind::List, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(Node::Kind::Map, mark, tag, anchor, style);
  }
  void OnMapEnd() override {
    refuse_repeated_keys();
    close();
  }

  /// What yaml-cpp could not read: a bracket left open is told at the bracket, all else where it was met.
  void report(const YAML::Exception& error) {
    const auto open = std::find_if(levels_.rbegin(), levels_.rend(), [](const Level& l) { return l.flow; });
    const bool bracket =
        error.msg == YAML::ErrorMsg::END_OF_SEQ_FLOW || error.msg == YAML::ErrorMsg::END_OF_MAP_FLOW;
    if (bracket && open != levels_.rend()) {
      const Place met = place(error.mark);
      const bool map = open->node.kind == Node::Kind::Map;
      problems_.add(open->node.place, path(static_cast<std::size_t>(levels_.rend() - open) - 1),
                    fmt::format("no closing {} for this {}; reading stopped at {}:{}", map ? '}' : ']',
                                map ? '{' : '[', met.line, met.column));
    } else {
      problems_.add(place(error.mark), path(), explain(error.msg));
    }
  }

 private:
  /// A list or map whose end has not come yet.
  struct Level {
    Node node;
    bool flow = false;      // in brackets or braces
    bool refused = false;
    bool wants_key = true;  // of a map: what comes next is a key
    bool keeps = true;      // of a map: what comes next is the value of a good key
    std::string key;
    Place key_place;
  };

  static std::size_t byte(const YAML::Mark& mark) {
    return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
  }

  std::string_view rest(const YAML::Mark& mark) const {
    return text_.substr(std::min(byte(mark), text_.size()));
  }

  /// Past the end of the text: the last character that says something.
  Place place(const YAML::Mark& mark) {
    if (byte(mark) < text_.size()) return places_.at(byte(mark));
    const std::size_t last = text_.find_last_not_of(" \t\r\n");
    return places_.at(last == npos ? 0 : last);
  }

  /// yaml-cpp places a missing value at the word after it; its key, or the dash before it, is where to look.
  Place place_of_nothing(const YAML::Mark& mark) {
    if (!levels_.empty() && levels_.back().node.kind == Node::Kind::Map && !levels_.back().wants_key) {
      return levels_.back().key_place;
    }
    const bool written = !rest(mark).empty() && std::string_view("~nN").find(rest(mark).front()) != npos;
    const std::size_t before = byte(mark) == 0 ? npos : text_.find_last_not_of(" \t\r\n", byte(mark) - 1);
    return written || before == npos ? place(mark) : places_.at(before);
  }

  /// Where in the tree the reading is, such as conferences[3].year; top_ at the top.
  std::string path() const { return path(levels_.size()); }

  /// The same of the `n` outermost levels.
  std::string path(std::size_t n) const {
    std::string result;
    for (const Level& level : std::span(levels_).first(n)) {
      if (level.node.kind == Node::Kind::List) {
        result += fmt::format("[{}]", level.node.items.size() + 1);
      } else if (!level.wants_key && !level.key.empty()) {
        result += (result.empty() ? "" : ".") + level.key;
      }
    }
    return result.empty() ? std::string(top_) : result;
  }

  [[noreturn]] void stop(Place at, std::string_view key, std::string message) {
    problems_.add(at, key, std::move(message));
    throw Stop();
  }

  /// Counts a node; reports an anchor or a tag on it.
  bool refuses(const YAML::Mark& mark, std::string_view tag, YAML::anchor_t anchor) {
    if (++nodes_ > most_nodes) stop(place(mark), top_, fmt::format("more than {} values", most_nodes));
    if (anchor != 0) problems_.add(place(mark), path(), "anchors (&) are not supported");
    if (tag != "?") problems_.add(place(mark), path(), "tags (!) are not supported");
    return anchor != 0 || tag != "?";
  }

  std::optional<std::string> what_is_wrong(const std::string& value, const YAML::Mark& mark, bool quote,
                                           bool block) const {
    if (block) return "block text (| and >) is not supported; write one line, in quotes";
    if (value.size() > longest_text) return fmt::format("a text longer than {} bytes", longest_text);
    if (!quote && !rest(mark).starts_with(value)) return "a value must stand on one line";
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
    if (levels_.size() >= most_levels) stop(place(mark), path(), fmt::format("more than {} levels", most_levels));
    levels_.push_back({.node = {.kind = kind, .place = place(mark)},
                       .flow = style == YAML::EmitterStyle::Flow,
                       .refused = refused});
  }

  void close() {
    Node node = std::move(levels_.back().node);
    if (levels_.back().refused) node.kind = Node::Kind::Refused;
    levels_.pop_back();
    put(std::move(node));
  }

  /// Gives a complete node its place: the root, an item, a key or a value.
  void put(Node node) {
    if (levels_.empty()) {
      root = std::move(node);
      return;
    }
    Level& level = levels_.back();
    if (level.node.kind == Node::Kind::List) {
      level.node.items.push_back(std::move(node));
    } else if (level.wants_key) {
      take_key(level, node);
    } else {
      level.wants_key = true;
      if (level.keeps) level.node.entries.push_back({std::move(level.key), level.key_place, std::move(node)});
    }
  }

  void take_key(Level& level, const Node& node) {
    level.keeps = false;
    if (node.kind == Node::Kind::Text && node.text == "<<" && !node.quoted) {
      problems_.add(node.place, path(), "merge keys (<<) are not supported; `extends` takes another scenario");
    } else if (node.kind == Node::Kind::Text && !node.text.empty()) {
      level.keeps = true;
    } else if (node.kind != Node::Kind::Refused) {
      problems_.add(node.place, path(), "a key must be a word");
    }
    level.key = node.kind == Node::Kind::Text ? node.text : "";
    level.key_place = node.place;
    level.wants_key = false;
  }

  void refuse_repeated_keys() {
    std::vector<Entry> unique;
    std::unordered_map<std::string, Place> first;
    for (Entry& entry : levels_.back().node.entries) {
      const auto [known, is_new] = first.emplace(entry.key, entry.place);
      if (is_new) {
        unique.push_back(std::move(entry));
      } else {
        const std::string above = path();
        problems_.add(entry.place, levels_.size() == 1 ? entry.key : above + "." + entry.key,
                      fmt::format("the key is given twice; first in line {}", known->second.line));
      }
    }
    levels_.back().node.entries = std::move(unique);
  }

  static constexpr auto npos = std::string_view::npos;
  std::string_view text_;
  std::string_view top_;  // what the root is called
  PlaceFinder places_;
  ProblemList& problems_;
  int documents_ = 0;
  std::size_t nodes_ = 0;
  std::vector<Level> levels_;
};

/// The byte of a line that begins with what yaml-cpp would accept or explain badly, and what is wrong with it.
std::optional<std::pair<std::size_t, std::string>> find_wrong_line(std::string_view text) {
  for (std::size_t line = 0; line < text.size(); line = std::min(text.find('\n', line), text.size() - 1) + 1) {
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
  const auto found = std::find_if(entries.begin(), entries.end(), [key](const Entry& e) { return e.key == key; });
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
  // with an end mark, whatever is left open is an error to yaml-cpp
  std::istringstream stream(std::string(text) + "\n...\n");
  TreeBuilder builder(text, file, problems, top);
  try {
    YAML::Parser parser(stream);
    if (parser.HandleNextDocument(builder)) parser.HandleNextDocument(builder);
    return std::move(builder.root);
  } catch (const Stop&) {
  } catch (const YAML::Exception& error) {
    builder.report(error);
  } catch (const std::ios_base::failure& error) {
    problems.add({file, 1, 1}, top, "cannot be read: " + printable(error.what()));
  }
  return std::nullopt;
}

}  // namespace hansa
