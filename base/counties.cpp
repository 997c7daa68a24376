#include "base/counties.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/model.h"
#include "base/text.h"

namespace fundwatch {
namespace {

constexpr std::array<County, 21> kCounties{{
    {"01", "Stockholm", "SE110"},    {"03", "Uppsala", "SE121"},
    {"04", "Södermanland", "SE122"}, {"05", "Östergötland", "SE123"},
    {"06", "Jönköping", "SE211"},    {"07", "Kronoberg", "SE212"},
    {"08", "Kalmar", "SE213"},       {"09", "Gotland", "SE214"},
    {"10", "Blekinge", "SE221"},     {"12", "Skåne", "SE224"},
    {"13", "Halland", "SE231"},      {"14", "Västra Götaland", "SE232"},
    {"17", "Värmland", "SE311"},     {"18", "Örebro", "SE124"},
    {"19", "Västmanland", "SE125"},  {"20", "Dalarna", "SE312"},
    {"21", "Gävleborg", "SE313"},    {"22", "Västernorrland", "SE321"},
    {"23", "Jämtland", "SE322"},     {"24", "Västerbotten", "SE331"},
    {"25", "Norrbotten", "SE332"},
}};

}  // namespace

std::span<const County> counties() { return kCounties; }

bool may_meet(std::string_view region, std::string_view county) {
  return region == kUnnamedRegion || region.starts_with(county) || county.starts_with(region);
}

const County* find_county(std::string_view name_or_code) {
  const std::string words = collapsed(name_or_code);
  const auto is_meant = [&words](const County& county) {
    const std::string name(county.name);
    return words == county.code || equals_ignoring_ascii_case(words, county.nuts) ||
           equals_ignoring_ascii_case(words, name) ||
           equals_ignoring_ascii_case(words, name + " län") ||
           equals_ignoring_ascii_case(words, name + "s län");
  };
  const auto found = std::ranges::find_if(kCounties, is_meant);
  return found == kCounties.end() ? nullptr : &*found;
}

}  // namespace fundwatch
