#pragma once

namespace hansa::test {

/// A table of two actors at the ends of one issue, whose reference is the end of the stronger.
inline constexpr const char* two =
    "actor,power,a:position 0..10,a:salience,a:reference\nA,2,0,100,\nB,1,10,100,-0\n";

}  // namespace hansa::test
