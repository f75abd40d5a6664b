#include "scenarios/write_node.hpp"

#include "scenarios/numeral.hpp"
#include "scenarios/write_value.hpp"

namespace hansa {

std::string write_node(const Node& node) {
  std::string list;
  const auto append = [&](const std::string& item) { list += (list.empty() ? "" : ", ") + item; };
  switch (node.kind) {
    case Node::Kind::Text:
      // a bare word such as true or 0.3 may be no text; in quotes it would be nothing else
      if (!node.quoted && (is_numeral(node.text) || node.text == "true" || node.text == "false"))
        return node.text;
      return write_value(node.text);
    case Node::Kind::List:
      for (const Node& item : node.items) append(write_node(item));
      return "[" + list + "]";
    case Node::Kind::Map:
      for (const Entry& entry : node.entries) append(write_value(entry.key) + ": " + write_node(entry.value));
      return "{" + list + "}";
    case Node::Kind::Nothing:
    case Node::Kind::Refused:
      break;
  }
  return "null";
}

}  // namespace hansa
