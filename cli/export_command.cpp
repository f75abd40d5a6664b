#include <algorithm>
#include <memory>
#include <span>

#include <fmt/format.h>

#include "analysis/export/comparison_tables.hpp"
#include "analysis/export/result_tables.hpp"
#include "analysis/results/hdf5/result_file.hpp"
#include "analysis/results/result_folder.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/terminal/streams.hpp"
#include "support/files/publish.hpp"
#include "support/input/suggest.hpp"
#include "support/input/text_file.hpp"

namespace hansa {
namespace {

struct ExportOptions {
  std::string folder;
  bool csv = false, latex = false, markdown = false, force = false, codebook = false;
  std::optional<std::string> table, out;

  [[nodiscard]] TableFormat format() const {
    return csv ? TableFormat::Csv : latex ? TableFormat::Latex : TableFormat::Markdown;
  }
};

constexpr std::size_t longest_comparison = std::size_t{1} << 30;  // [bytes]

std::vector<TidyTable> tables_of(const std::filesystem::path& folder) {
  const ResultFolder found = find_result_files(folder);
  if (found.kind == FolderKind::Comparison) {
    const std::filesystem::path file = folder / "compare.json";
    std::string reason;
    const auto text = read_bytes(file, longest_comparison, reason, folder);
    if (!text) throw FileError(file, reason);
    return comparison_tables(*text, file.string());
  }
  const std::filesystem::path& file = found.files.front();
  return found.kind == FolderKind::Run ? run_tables(read_run(file)) : sweep_tables(read_result(file));
}

/// The table that is asked for, or the first. Throws CommandLineError.
const TidyTable& choose(const std::vector<TidyTable>& tables, const std::optional<std::string>& name) {
  if (!name) return tables.front();
  std::vector<std::string_view> known;
  for (const TidyTable& table : tables) {
    if (table.name == *name) return table;
    known.push_back(table.name);
  }
  std::string hint = suggest(*name, known);
  if (hint.empty()) hint = fmt::format("; known: {}", fmt::join(known, ", "));
  throw CommandLineError("--table", fmt::format("there is no table {}{}", in_quotes(*name), hint));
}

void write(const std::filesystem::path& file, const std::string& text, bool replace) {
  if (replace) expect_replaceable(file);
  publish(file, std::as_bytes(std::span(text)), replace);
}

int export_tables(const ExportOptions& options) {
  const std::vector<TidyTable> tables = tables_of(options.folder);
  const TidyTable& table = choose(tables, options.table);
  const TidyTable codebook = codebook_of(table);
  if (!options.out) {
    print_result(table_text(options.codebook ? codebook : table, options.format()));
    return done;
  }
  const std::filesystem::path file = *options.out;
  std::filesystem::path beside = file;
  beside.replace_filename(file.stem().string() + "-codebook" + file.extension().string());
  write(file, table_text(table, options.format()), options.force);
  write(beside, table_text(codebook, options.format()), options.force);
  std::string others;
  for (const TidyTable& each : tables)
    if (each.name != table.name) others += (others.empty() ? "" : ", ") + each.name;
  print_result(fmt::format("{}: {}, {} rows; codebook in {}{}\n", file.string(), table.name,
                           table.rows.size(), beside.string(),
                           others.empty() ? "" : "; other tables: " + others));
  return done;
}

}  // namespace

Verb export_verb() {
  auto options = std::make_shared<ExportOptions>();
  return {
      .name = "export",
      .about = "Write a result as a tidy table with a codebook",
      .options = {{.name = "DIR",
                   .target = &options->folder,
                   .help = "folder of a run, a comparison or a merged sweep",
                   .required = true},
                  {.name = "--table",
                   .target = &options->table,
                   .help = "of a run summary, conferences or years; of a sweep conferences or years; of a "
                           "comparison a list of compare.json; default the first",
                   .metavar = "NAME"},
                  {.name = "--out",
                   .target = &options->out,
                   .help = "file to write, with FILE-codebook beside it; default standard output",
                   .metavar = "FILE"},
                  {.name = "--force",
                   .target = &options->force,
                   .help = "allow --out to replace files",
                   .needs = {"--out"}},
                  {.name = "--codebook",
                   .target = &options->codebook,
                   .help = "print the codebook instead of the table",
                   .excludes = {"--out"}}},
      .groups =
          {{.name = "Format",
            .options = {{.name = "--csv", .target = &options->csv, .help = "comma-separated values"},
                        {.name = "--latex",
                         .target = &options->latex,
                         .help = "a tabular with booktabs, for \\input"},
                        {.name = "--markdown", .target = &options->markdown, .help = "a Markdown table"}}}},
      .notes =
          "Rows are observations, those of a sweep means over realizations. An empty cell: does not apply.",
      .examples =
          {"hansa export results/paris-2015 --csv --table conferences --out paris.csv",
           "hansa export results/paris-2015-compare-without-lobbying --latex --table mean_conference"},
      .run = [options] { return export_tables(*options); }};
}

}  // namespace hansa
