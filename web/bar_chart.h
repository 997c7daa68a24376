// web/bar_chart.h — horizontal bars as SVG: groups of bars with a number on each, a title and a
// description for who does not see them. Sized by attributes and coloured by classes, as the policy
// of our pages wants. The same numbers stand in a table beside.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "digest/markup.h"

namespace fundwatch::web {

struct Bar {
  std::int64_t value = 0;
  std::string words;  // beside it: "9 sökta"
};

struct BarGroup {
  std::string name;
  std::vector<Bar> bars;  // each in the colour of its place: at most three
};

struct BarChart {
  digest::Literal id;  // of its title and description; one a page
  std::string title;
  std::string description;
  std::vector<BarGroup> groups;
};

void put_bars(digest::Markup& html, const BarChart& chart);

}  // namespace fundwatch::web
