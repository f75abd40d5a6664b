#include <chrono>
#include <cmath>
#include <fstream>
#include <future>
#include <latch>
#include <limits>
#include <string>
#include <thread>

#include <catch2/catch.hpp>
#include <malloc.h>
#include <sys/resource.h>

#include "analysis/results/hdf5/result_writer.hpp"
#include "support/files/file_error.hpp"
#include "support/files/sha256.hpp"
#include "support/numbers/expect.hpp"
#include "tests/analysis/results/sample_result.hpp"
#include "tests/support/files/child.hpp"

namespace hansa {
namespace {

TEST_CASE("equal results give equal bytes, a second later too", "[record]") {
  const auto image = hdf5_image(test::sample_result());
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));  // HDF5's dates count seconds
  CHECK((hdf5_image(test::sample_result()) == image));
}

TEST_CASE("equal results give equal bytes in threads that write at the same time", "[record]") {
  const ResultSet result = test::small_result(std::vector<double>(500'000, 0.5));  // long enough to meet
  const auto image = hdf5_image(result);
  std::latch ready(4);
  const auto differing = [&] {
    ready.arrive_and_wait();
    int n_differing = 0;
    for (int i = 0; i < 10; ++i) n_differing += hdf5_image(result) == image ? 0 : 1;
    return n_differing;
  };
  std::vector<std::future<int>> threads;
  for (int i = 0; i < 4; ++i) threads.push_back(std::async(std::launch::async, differing));
  for (auto& thread : threads) CHECK(thread.get() == 0);
}

TEST_CASE("what lay in memory before does not show in the file", "[record]") {
  const std::string digest = sha256_hex(hdf5_image(test::sample_result()));
  const int filler = GENERATE(1, 0x5a, 0xff);
  const int end = test::in_child([&] {
    ::mallopt(M_PERTURB, filler);  // fresh and freed memory is filled with this
    return sha256_hex(hdf5_image(test::sample_result())) == digest ? 0 : 1;
  });
  CHECK(end == 0);
}

TEST_CASE("every NaN is the same NaN in the file", "[record]") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto image = hdf5_image(test::small_result({1.0, nan}));
  CHECK((hdf5_image(test::small_result({1.0, -nan})) == image));
  CHECK((hdf5_image(test::small_result({1.0, std::nan("7")})) == image));
  CHECK((hdf5_image(test::small_result({-1.0, nan})) != image));
  CHECK((hdf5_image(test::small_result({1.0, 0.0})) != hdf5_image(test::small_result({1.0, -0.0}))));
}

TEST_CASE("a file is no longer than what is in it", "[record]") {
  CHECK(hdf5_image(test::small_result({1.0})).size() < 8'000);
  CHECK(hdf5_image(test::small_result(std::vector<double>(100'000))).size() <
        1'610'000);  // and as many labels
}

TEST_CASE("a result with a hole in it is not written", "[record]") {
  ResultSet result = test::small_result({1.0, 2.0});
  result.variables[0].values = std::vector<double>{1.0};
  CHECK_THROWS_AS(hdf5_image(result), ExpectationFailure);
}

/// What RLIMIT_DATA counts.                                                                   [byte]
rlim_t data_of_this_process() {
  std::ifstream file("/proc/self/status");
  std::string word;
  rlim_t kilobytes = 0;
  while (file >> word && word != "VmData:") continue;
  file >> kilobytes;
  return kilobytes * 1024;
}

#ifndef __SANITIZE_ADDRESS__  // which takes more memory than the test leaves
TEST_CASE("when memory runs out the error names the file", "[record]") {
  const ResultSet result = test::small_result(std::vector<double>(4'000'000, 1.0));
  const int end = test::in_child([&] {
    constexpr rlim_t left = 16 << 20;  // enough for an error, not for the image
    const rlim_t limit = data_of_this_process() + left;
    const rlimit little{.rlim_cur = limit, .rlim_max = limit};
    ::setrlimit(RLIMIT_DATA, &little);
    try {
      return hdf5_image(result, "paris/result.h5").empty() ? 1 : 2;
    } catch (const OutputError& error) {
      return std::string(error.what()).starts_with("paris/result.h5: cannot ") ? 0 : 3;
    }
  });
  CHECK(end == 0);
}
#endif

}  // namespace
}  // namespace hansa
