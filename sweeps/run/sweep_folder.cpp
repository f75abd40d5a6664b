#include "sweeps/run/sweep_folder.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "support/files/abandoned_file.hpp"
#include "support/files/file_error.hpp"
#include "support/files/presence.hpp"
#include "support/files/sha256.hpp"
#include "support/input/problem.hpp"
#include "support/input/text_file.hpp"
#include "support/text/line_diff.hpp"
#include "sweeps/design/points_file.hpp"
#include "sweeps/run/sweep_growth.hpp"

namespace hansa {
namespace {

namespace fs = std::filesystem;

/// Whether a folder holds anything but hidden files, as our temporary files are, and these points of a sweep, which are there
/// before its sweep.yaml.
bool holds_other_than(const std::string& points, const fs::path& folder) {
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    const std::string name = entry->path().filename().string();
    if (!name.starts_with('.') && name != points) return true;
  }
  if (failed) throw OutputError(folder, system_cause("the folder cannot be read", failed.value()));
  return false;
}

constexpr std::size_t largest_text = 64 << 20;  // [bytes]

fs::path digest_beside(fs::path file) {
  file += ".sha256";
  return file;
}

// names of what belongs to a sweep that has grown, or to one from before it has
std::string grown_name(const std::string& sha256) { return "shards-" + sha256.substr(0, 12); }
std::string earlier_name(const std::string& sha256) { return "earlier-" + sha256.substr(0, 12) + ".yaml"; }

std::string text_of(const fs::path& file) {
  std::string reason;
  auto text = read_bytes(file, largest_text, reason, folder_above(file));
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

fs::path shard_in(const fs::path& shards, std::size_t shard) {
  return shards / fmt::format("shard-{:04}.h5", shard);
}

bool is_done(const fs::path& shard) { return is_there(shard) && is_there(digest_beside(shard)); }

SweepFolder::SweepFolder(fs::path folder) : folder_(std::move(folder)) {
  std::string reason;
  const auto text = read_bytes(sweep_file(), largest_text, reason, folder_);
  shards_ = text ? shards_of(sha256_hex(*text)) : folder_ / "shards";
}

SweepFolder::SweepFolder(fs::path folder, const SweepPlan& plan) : folder_(std::move(folder)) {
  shards_ = !is_there(sweep_file()) || holds(plan) ? shards_of(plan.stamp.sha256)
                                                   : folder_ / grown_name(plan.stamp.sha256);
}

SweepFolder SweepFolder::open(const fs::path& folder, const SweepPlan& plan) {
  make_folder(folder);
  SweepFolder opened(folder, plan);
  const fs::path file = opened.sweep_file();
  // listed before sweep.yaml is looked for again: another process may just be making it, and all but the points comes later
  const bool is_used = !is_there(file) && holds_other_than(points_file_name(plan.sweep), folder);
  if (!is_there(file)) {
    if (is_used) throw OutputError(folder, "is not empty and has no sweep.yaml: not a folder of a sweep");
    remove_abandoned_files(folder);
    put_points(folder, plan.sweep);
    static_cast<void>(publish_new(file, bytes_of(plan.stamp.text)));
    opened = SweepFolder(folder, plan);  // another process may have been first, with fewer runs
  }
  opened.refuse_other(plan);
  const std::string line = digest_line(plan.stamp.sha256, file);
  const bool is_killed = opened.has_grown_into(plan.stamp.sha256) && is_there(opened.sweep_digest()) &&
                         text_of(opened.sweep_digest()) != line;
  if (!opened.holds(plan) || is_killed) opened.grow(plan);
  if (!is_there(opened.sweep_digest()))  // a new sweep, or one whose process was killed before
    static_cast<void>(publish_new(opened.sweep_digest(), bytes_of(line)));
  put_points(folder, plan.sweep);
  for (const OwnTable& table : plan.own_tables) {  // so that the folder can be moved and its runs repeated
    make_folder((folder / table.written).parent_path());
    static_cast<void>(publish_new(folder / table.written, bytes_of(text_of(table.file))));
  }
  make_folder(opened.shards());
  remove_abandoned_files(folder);
  remove_abandoned_files(opened.shards());
  return opened;
}

/// The new shards' folder first, whose name then belongs to sweep.yaml as soon as that is replaced.
void SweepFolder::grow(const SweepPlan& plan) const {
  const std::string before = text_of(sweep_file());
  if (before != plan.stamp.text)  // else a process was killed before it wrote the digest
    static_cast<void>(publish_new(folder_ / earlier_name(sha256_hex(before)), bytes_of(before)));
  make_folder(shards_);
  put_points(folder_, plan.sweep);
  publish(sweep_file(), bytes_of(plan.stamp.text), true);
  publish(sweep_digest(), bytes_of(digest_line(plan.stamp.sha256, sweep_file())), true);
  refuse_other(plan);  // if two processes have let it grow, and differently
}

bool SweepFolder::holds(const SweepPlan& plan) const {
  return is_there(sweep_file()) && text_of(sweep_file()) == plan.stamp.text;
}

void SweepFolder::refuse_other(const SweepPlan& plan) const {
  const fs::path file = sweep_file();
  if (!is_there(file) || holds(plan)) return;
  const Growth growth = compare_with(folder_, text_of(file), plan);
  if (growth.refusal.empty()) return;
  throw ScenarioError(
      {{.file = file.string(), .line = 1, .column = 1, .key = growth.key, .message = growth.refusal}});
}

fs::path SweepFolder::shards_of(const std::string& sha256) const {
  const fs::path grown = folder_ / grown_name(sha256);
  return is_there(grown) ? grown : folder_ / "shards";
}

bool SweepFolder::has_grown_into(const std::string& sha256) const {
  return is_there(folder_ / grown_name(sha256));
}

std::vector<std::string> SweepFolder::earlier_sweeps() const {
  std::vector<fs::path> files;
  for (const auto& entry : entries_of(folder_)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("earlier-") && name.ends_with(".yaml")) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  files.push_back(sweep_file());
  std::vector<std::string> texts;
  for (const fs::path& file : files) {
    std::string reason;
    auto text = read_bytes(file, largest_text, reason, folder_);
    const bool is_whole =
        text && (file == sweep_file() || file.filename() == earlier_name(sha256_hex(*text)));
    if (is_whole) texts.push_back(*std::move(text));
  }
  return texts;
}

void SweepFolder::remove_earlier_sweeps(const std::string& points) const {
  std::vector<fs::path> superseded;
  std::error_code ignored;
  for (const auto& entry : entries_of(folder_)) {
    const std::string name = entry.path().filename().string();
    const bool is_points =
        name.starts_with("points-") && name.size() == points.size() && name.ends_with(".csv");
    if ((is_points && name != points) || (name.starts_with("earlier-") && name.ends_with(".yaml")))
      superseded.push_back(entry.path());
  }
  for (const fs::path& file : superseded) fs::remove(file, ignored);
}

fs::path SweepFolder::sweep_digest() const { return digest_beside(sweep_file()); }

fs::path SweepFolder::shard(std::size_t shard) const { return shard_in(shards_, shard); }

fs::path SweepFolder::digest_of(std::size_t shard) const { return digest_beside(this->shard(shard)); }

bool SweepFolder::has_file(std::size_t shard) const { return is_there(this->shard(shard)); }

bool SweepFolder::has(std::size_t shard) const { return is_done(this->shard(shard)); }

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
    throw ScenarioError({{.file = shown,
                          .key = "file",
                          .message = is_folder(shown) ? "is not the folder of a sweep: it has no sweep.yaml"
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
