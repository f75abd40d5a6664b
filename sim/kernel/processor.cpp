#include "sim/kernel/processor.hpp"

#ifdef __x86_64__
#include <cpuid.h>
#endif

namespace hansa {

#ifdef __x86_64__

namespace {

/// AMD's processors split such registers in halves until Zen 5, which is family 26.
bool is_whole() {
  if (__builtin_cpu_is("intel")) return true;
  unsigned version = 0, b = 0, c = 0, d = 0;
  if (!__builtin_cpu_is("amd") || __get_cpuid(1, &version, &b, &c, &d) == 0) return false;
  const unsigned family = (version >> 8U & 0xFU) + (version >> 20U & 0xFFU);
  return family >= 26;
}

}  // namespace

bool has_eight_lanes() { return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq"); }

bool prefers_eight_lanes() {
  static const bool prefers =
      has_eight_lanes() && is_whole();  // asked once: a virtual machine answers slowly
  return prefers;
}

#else

bool has_eight_lanes() { return false; }
bool prefers_eight_lanes() { return false; }

#endif

}  // namespace hansa
