#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/export/tidy_table.hpp"
#include "analysis/results/result_set.hpp"

namespace hansa {

/// How the words of a coded variable, such as the form of a text, appear in a table.
enum class Codes {
  Words,   // as they are
  Shares,  // a column for each word, 1 where it applies, of which a mean is a share
};

/// One column that a variable fills, with a number or word for each point of its leading dimensions.
struct Outcome {
  TidyColumn column;
  const Variable* variable = nullptr;  // of the result, which must outlive this
  std::size_t inner = 0, n_inner = 1;  // place along its last dimension, if that is spread over columns
  std::optional<std::size_t> code;     // of the word that counts as 1
};

/// The outcomes of all variables with exactly these dimensions, or with these and then channel or issue, which become
/// columns of their own (`pressure_home`).
[[nodiscard]] std::vector<Outcome> outcomes_along(const ResultSet& result, std::span<const std::string> dims,
                                                  Codes codes);

/// The value at a point of the leading dimensions, counted with the last one fastest.
[[nodiscard]] double number_at(const Outcome& outcome, std::size_t point);
[[nodiscard]] Cell cell_at(const Outcome& outcome, std::size_t point);

/// The label of a row of a dimension.
[[nodiscard]] Cell label_at(const Dimension& dimension, std::size_t row);

/// The column of a dimension's labels.
[[nodiscard]] TidyColumn label_column(const Dimension& dimension);

/// The dimension of this name. Throws ResultFileError if there is none: a file may be anyone's.
[[nodiscard]] const Dimension& dimension_called(const ResultSet& result, const std::string& name);

/// Throws ResultFileError if a variable of the result, which may lack it, is not along these dimensions.
void expect_dims(const ResultSet& result, const std::string& variable, const std::vector<std::string>& dims);

}  // namespace hansa
