#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "agents/terms.hpp"
#include "agents/world_column.hpp"
#include "scenarios/parameters/vocabulary.hpp"

namespace hansa {

/// An adopted text and what became of it.
struct Agreement {
  static constexpr int never = std::numeric_limits<int>::max();

  std::size_t conference = 0;
  int year = 0;
  Form form = Form::Soft;
  Terms terms;
  std::vector<double> lift;
  std::vector<double> effective;
  double depth = 0;
  std::vector<int> joined;
  std::vector<char> barred;
  double in_force = std::numeric_limits<double>::infinity();

  template <class Visitor> static void columns(Visitor& visit) {
    using A = Agreement;
    visit("conference", &A::conference, {"agreement", "row", "conference that adopted it", {"settle"}});
    visit("year", &A::year, {"agreement", "year", "year of adoption", {"settle"}});
    visit("form", &A::form, {"agreement", "form", "soft, shell or hard", {"settle"}});
    visit("terms", &A::terms, {"agreement", "terms", "terms under which it was adopted (7.8)", {"settle"}});
    visit("lift", &A::lift, {"agreement x agenda", "0..1", "words over the status quo", {"settle"}});
    visit("effective", &A::effective,
          {"agreement x agenda", "0..1", "what it amounts to, over the status quo", {"settle"}});
    visit("depth", &A::depth, {"agreement", "depth", "sum of depth weight times effective", {"settle"}});
    visit("joined", &A::joined,
          {"agreement x state",
           "month",
           "month since year 0 in which it joined, or never",
           {"settle", "ratify"}});
    visit("barred", &A::barred,
          {"agreement x state", "yes or no", "whether it has withdrawn", {"settle", "ratify"}});
    visit("in_force", &A::in_force,
          {"agreement", "year", "date of entry into force, or never", {"settle", "ratify"}});
  }
};

}  // namespace hansa
