#include "web/bar_chart.h"

#include <algorithm>
#include <array>

namespace fundwatch::web {
namespace {

using digest::Literal;
using digest::Markup;

constexpr int kWidth = 340;        // text keeps its size on a phone
constexpr int kBarWidthMax = 165;  // beside it stands its number
constexpr int kBarHeight = 16;
constexpr int kBarStep = 22;
constexpr int kNameHeight = 22;
constexpr int kGroupGap = 14;
constexpr std::array<Literal, 3> kColours{Literal("f1"), Literal("f2"), Literal("f3")};

std::int64_t highest(const BarChart& chart) {
  std::int64_t most = 1;
  for (const BarGroup& group : chart.groups) {
    for (const Bar& bar : group.bars) most = std::max(most, bar.value);
  }
  return most;
}

int height_of(const BarGroup& group) {
  return kNameHeight + static_cast<int>(group.bars.size()) * kBarStep + kGroupGap;
}

void put_bar(Markup& html, const Bar& bar, int y, std::int64_t most) {
  const auto width = static_cast<int>(bar.value * kBarWidthMax / most);
  html.tag("x=\"0\" y=\"").text(std::to_string(y)).tag("\" width=\"").text(std::to_string(width));
  html.tag("\" height=\"").text(std::to_string(kBarHeight)).tag("\" rx=\"2\"/><text x=\"");
  html.text(std::to_string(width + 6)).tag("\" y=\"").text(std::to_string(y + 13)).tag("\">");
  html.text(bar.words).tag("</text>\n");
}

void put_group(Markup& html, const BarGroup& group, int y, std::int64_t most) {
  html.tag("<text x=\"0\" y=\"").text(std::to_string(y + 14)).tag("\" font-weight=\"700\">");
  html.text(group.name).tag("</text>\n");
  for (std::size_t i = 0; i < std::min(group.bars.size(), kColours.size()); ++i) {
    html.tag("<rect class=\"").tag(kColours.at(i)).tag("\" ");
    put_bar(html, group.bars[i], y + kNameHeight + static_cast<int>(i) * kBarStep, most);
  }
}

}  // namespace

void put_bars(Markup& html, const BarChart& chart) {
  int height = 0;
  for (const BarGroup& group : chart.groups) height += height_of(group);
  const std::string size = std::to_string(height);
  html.tag("<svg viewBox=\"0 0 ").text(std::to_string(kWidth)).tag(" ").text(size);
  html.tag("\" width=\"").text(std::to_string(kWidth)).tag("\" height=\"").text(size);
  html.tag("\" role=\"img\" aria-labelledby=\"").tag(chart.id).tag("t ").tag(chart.id);
  html.tag("d\"><title id=\"")
      .tag(chart.id)
      .tag("t\">")
      .text(chart.title)
      .tag("</title><desc id=\"");
  html.tag(chart.id).tag("d\">").text(chart.description).tag("</desc>\n");
  const std::int64_t most = highest(chart);
  int y = 0;
  for (const BarGroup& group : chart.groups) {
    put_group(html, group, y, most);
    y += height_of(group);
  }
  html.tag("</svg>\n");
}

}  // namespace fundwatch::web
