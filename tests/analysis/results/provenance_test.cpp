#include <ctime>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/results/provenance.hpp"
#include "analysis/results/result_format.hpp"
#include "support/files/abandoned_file.hpp"

namespace hansa {
namespace {

TEST_CASE("run.json records how a result was made", "[record]") {
  Provenance provenance = begin_provenance();
  provenance.command = {"hansa", "run", "a \"quoted\" \\ name", "bad \xff byte"};
  provenance.n_threads = 2;
  provenance.wall_seconds = 1.5;
  provenance.sha256 = {{"result.h5", "ab"}, {"scenario.yaml", "cd"}};
  const std::string text = run_json(provenance);
  CHECK(text.back() == '\n');

  const auto run = nlohmann::ordered_json::parse(text);
  std::vector<std::string> keys;
  for (const auto& [key, value] : run.items()) keys.push_back(key);
  CHECK(keys == std::vector<std::string>{"format_version", "program", "version", "commit", "compiler",
                                         "command", "date", "host", "threads", "wall_seconds", "sha256"});
  CHECK(run["format_version"] == result_format_version);
  CHECK(run["command"] ==
        nlohmann::ordered_json({"hansa", "run", "a \"quoted\" \\ name", "bad \uFFFD byte"}));
  CHECK(run["threads"] == 2);
  CHECK(run["wall_seconds"] == 1.5);
  CHECK(run["sha256"].dump() == R"({"result.h5":"ab","scenario.yaml":"cd"})");
  CHECK(run["host"] == host_name());
  CHECK_FALSE(run["compiler"].get<std::string>().empty());
  CHECK_FALSE(run["version"].get<std::string>().empty());
}

TEST_CASE("a date is in Greenwich's time, whatever the clock on the wall says", "[record]") {
  const std::string zone = GENERATE("Asia/Tokyo", "America/New_York", "UTC");
  ::setenv("TZ", zone.c_str(), 1);
  ::tzset();
  const std::time_t before = std::time(nullptr);
  const std::string date = utc_now();
  REQUIRE(date.size() == std::string_view("2026-11-22T18:29:00Z").size());
  std::tm parts{};
  REQUIRE(::strptime(date.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts) != nullptr);
  CHECK(std::abs(std::difftime(::timegm(&parts), before)) <= 1.0);
  ::unsetenv("TZ");
  ::tzset();
}

}  // namespace
}  // namespace hansa
