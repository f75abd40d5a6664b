#include <catch2/catch.hpp>

#include "analysis/results/hdf5/hdf5_handle.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;

TEST_CASE("a failure of HDF5 is told with what was attempted and HDF5's first reason", "[record]") {
  const Hdf5Quiet quiet;
  CHECK_THROWS_WITH(must(H5Fopen("/nowhere/x.h5", H5F_ACC_RDONLY, H5P_DEFAULT), "open x"),
                    Contains("cannot open x: ") && Contains("No such file"));
}

TEST_CASE("a failure of which HDF5 keeps no reason is told as one", "[record]") {
  const Hdf5Quiet quiet;
  must(H5Eclear2(H5E_DEFAULT), "forget earlier failures");
  CHECK_THROWS_WITH(must(-1, "count"), "cannot count: HDF5 gives no reason");
}

}  // namespace
}  // namespace hansa
