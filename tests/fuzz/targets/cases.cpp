#include <cstddef>
#include <cstdint>

#include "tests/fuzz/tries.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t n) {
  static_cast<void>(hansa::test::try_cases({reinterpret_cast<const char*>(bytes), n}));
  return 0;
}
