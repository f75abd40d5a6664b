#include "sweeps/run/sweep_folder.hpp"

#include <system_error>

#include <fmt/format.h>

#include "support/files/abandoned_file.hpp"
#include "support/files/file_error.hpp"
#include "support/files/sha256.hpp"
#include "support/input/problem.hpp"
#include "support/input/text_file.hpp"
#include "support/text/line_diff.hpp"
#include "sweeps/design/points_file.hpp"

namespace hansa {
namespace {

namespace fs = std::filesystem;

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

/// Whether a folder holds anything but our temporary files.
bool holds_something(const fs::path& folder) {
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(folder, failed)) {
    if (!entry.path().filename().string().starts_with('.')) return true;
  }
  if (failed) throw OutputError(folder, system_cause("the folder cannot be read", failed.value()));
  return false;
}

std::string text_of(const fs::path& file) {
  constexpr std::size_t largest = 64 << 20;  // [bytes]
  std::string reason;
  auto text = read_bytes(file, largest, reason);
  if (!text) throw OutputError(file, reason);
  return *std::move(text);
}

std::span<const std::byte> bytes_of(const std::string& text) { return std::as_bytes(std::span(text)); }

/// Puts the points of a points file where sweep.yaml names them.
void put_points(const fs::path& folder, const Sweep& sweep) {
  if (!sweep.points_sha256.empty())
    static_cast<void>(publish_new(folder / points_file_name(sweep), bytes_of(print_points(sweep))));
}

}  // namespace

SweepFolder SweepFolder::open(const fs::path& folder, const SweepPlan& plan) {
  SweepFolder opened(folder);
  make_folder(folder);
  const fs::path file = opened.sweep_file();
  if (!is_there(file)) {
    if (holds_something(folder) && !is_there(file))  // unless another process has just made it
      throw OutputError(folder, "is not empty and has no sweep.yaml: not a folder of a sweep");
    remove_abandoned_files(folder);
    put_points(folder, plan.sweep);
    static_cast<void>(publish_new(file, bytes_of(plan.stamp.text)));
    static_cast<void>(publish_new(opened.sweep_digest(), bytes_of(digest_line(plan.stamp.sha256, file))));
  }
  opened.refuse_other(plan);
  for (const OwnTable& table : plan.own_tables) {  // so that the folder can be moved and its runs repeated
    make_folder((folder / table.written).parent_path());
    static_cast<void>(publish_new(folder / table.written, bytes_of(text_of(table.file))));
  }
  make_folder(folder / "shards");
  remove_abandoned_files(folder);
  remove_abandoned_files(folder / "shards");
  return opened;
}

bool SweepFolder::holds(const SweepPlan& plan) const {
  return is_there(sweep_file()) && text_of(sweep_file()) == plan.stamp.text;
}

void SweepFolder::refuse_other(const SweepPlan& plan) const {
  const fs::path file = sweep_file();
  if (!is_there(file) || holds(plan)) return;
  throw ScenarioError({{.file = file.string(),
                        .line = 1,
                        .column = 1,
                        .key = "file",
                        .message = "is a different sweep; use another folder. Changed lines:\n" +
                                   diff_lines(text_of(file), plan.stamp.text)}});
}

fs::path SweepFolder::sweep_digest() const {
  fs::path file = sweep_file();
  file += ".sha256";
  return file;
}

fs::path SweepFolder::shard(std::size_t shard) const {
  return folder_ / "shards" / fmt::format("shard-{:04}.h5", shard);
}

fs::path SweepFolder::digest_of(std::size_t shard) const {
  fs::path file = this->shard(shard);
  file += ".sha256";
  return file;
}

bool SweepFolder::has_file(std::size_t shard) const { return is_there(this->shard(shard)); }

bool SweepFolder::has(std::size_t shard) const { return has_file(shard) && is_there(digest_of(shard)); }

std::vector<std::size_t> SweepFolder::missing(std::size_t n_shards) const {
  std::vector<std::size_t> missing;
  for (std::size_t shard = 0; shard < n_shards; ++shard) {
    if (!has(shard)) missing.push_back(shard);
  }
  return missing;
}

void SweepFolder::publish_shard(std::size_t shard, TemporaryFile& begun,
                                std::span<const std::byte> image) const {
  const fs::path file = this->shard(shard), digest = digest_of(shard);
  const std::string line = digest_line(sha256_hex(image), file);
  if (has_file(shard) && !is_there(digest)) {
    static_cast<void>(begun.publish(image, true));
    publish(digest, bytes_of(line), true);
    return;
  }
  // a digest of a killed process may be that of another program
  if (!publish_new(digest, bytes_of(line)) && !has(shard) && text_of(digest) != line)
    publish(digest, bytes_of(line), true);
  static_cast<void>(begun.publish(image, false));
}

FoundSweep find_sweep(const SweepFolder& folder, const DataFolders& data) {
  if (const fs::path place = folder.sweep_file().parent_path(); !is_there(folder.sweep_file())) {
    const std::string shown = place.empty() ? "." : place.string();
    throw ScenarioError(
        {{.file = shown,
          .key = "file",
          .message = fs::is_directory(shown) ? "is not the folder of a sweep: it has no sweep.yaml"
                                             : "there is no such folder"}});
  }
  FoundSweep found{plan_sweep(folder.sweep_file(), data), ""};
  const std::string text = text_of(folder.sweep_file());
  found.difference = diff_lines(text, found.plan.stamp.text);
  found.plan.stamp = {text, sha256_hex(text)};
  return found;
}

void make_folder(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) throw OutputError(folder, system_cause("the folder cannot be made", failed.value()));
}

std::string digest_line(const std::string& sha256, const fs::path& file) {
  return fmt::format("{}  {}\n", sha256, file.filename().string());
}

}  // namespace hansa
