// Catch2's own main, alone: it is slow to compile.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
