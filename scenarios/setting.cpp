#include "scenarios/setting.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "scenarios/text_file.hpp"
#include "scenarios/utf8.hpp"

namespace hansa {

std::optional<Node> under_path(std::string_view path, Place start, Node value, ProblemList& problems) {
  std::vector<Entry> keys;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    const Place place{start.file, start.line,
                      start.column + static_cast<int>(count_characters(path.substr(0, begin)))};
    keys.push_back({std::string(path.substr(begin, end - begin)), place, {}});
    if (keys.back().key.empty() || keys.size() > 16) {
      problems.add(place, path, "expected a path such as lobbying.channels.home");
      return std::nullopt;
    }
    begin = end + 1;
  }
  if (value.kind == Node::Kind::Nothing) value.place = keys.back().place;

  Node tree = std::move(value);
  for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
    key->value = std::move(tree);
    tree = {.kind = Node::Kind::Map, .place = key->place};
    tree.entries.push_back(std::move(*key));
  }
  return tree;
}

std::optional<Node> read_setting(const std::string& argument, int file, ProblemList& problems) {
  const Place start{file, 1, 1};
  if (!check_text(argument, file, problems)) return std::nullopt;
  const std::size_t equals = argument.find('=');
  if (equals == 0 || equals == std::string::npos || argument.size() > 4096 ||
      argument.find_first_of("\r\n\t") != std::string::npos) {
    problems.add(start, "setting", "expected key.path=value on one line, got " + in_quotes(argument));
    return std::nullopt;
  }
  const std::string path = argument.substr(0, equals);

  // blanks in place of the key: columns are those of the argument, and no `---` can stand at the start of a
  // line
  const std::size_t key_width = count_characters(argument.substr(0, equals + 1));
  auto value = read_yaml(std::string(key_width, ' ') + argument.substr(equals + 1), file, problems, path);
  if (!value) {
    static_cast<void>(under_path(path, start, {}, problems));
    return std::nullopt;
  }
  return under_path(path, start, std::move(*value), problems);
}

}  // namespace hansa
