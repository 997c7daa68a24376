#include "feeds/read/charset_labels.h"

#include <unicode/ucnv.h>

#include <array>
#include <utility>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Families whose superset is what the bytes usually are.
constexpr std::array<Pair, 36> kWebNames{{
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso88591", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"l1", "windows-1252"},
    {"cp819", "windows-1252"},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ansi_x3.4-1968", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"x-cp1252", "windows-1252"},
    {"windows_1252", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"tis-620", "windows-874"},
    {"iso-8859-11", "windows-874"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"x-gbk", "gb18030"},
    {"euc-kr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"shift_jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"big5", "big5-hkscs"},
    {"utf8", "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"},
    {"utf-16", "utf-16le"},
    {"utf16", "utf-16le"},
    {"iso8859-2", "iso-8859-2"},
    {"iso8859-15", "iso-8859-15"},
    {"iso_8859-15", "iso-8859-15"},
    {"latin9", "iso-8859-15"},
}};

// Names of Python's and Apple's that ICU knows by another one,
// and the nearest relatives of those that it does not know.
constexpr std::array<Pair, 9> kIcuNames{{
    {"maccyrillic", "x-mac-cyrillic"},
    {"mac-cyrillic", "x-mac-cyrillic"},
    {"macgreek", "x-mac-greek"},
    {"macturkish", "x-mac-turkish"},
    {"maclatin2", "x-mac-centraleurroman"},
    {"maciceland", "macintosh"},
    {"maccroatian", "x-mac-centraleurroman"},
    {"macromanian", "x-mac-centraleurroman"},
    {"koi8-t", "koi8-r"},
}};

bool is_known_to_icu(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name.c_str(), &status);
  if (U_FAILURE(status)) return false;
  ucnv_close(converter);
  return true;
}

// Python writes "windows_1250" and "ebcdic_cp_be", ICU's aliases have hyphens.
std::string with_hyphens(std::string name) {
  for (char& c : name) {
    if (c == '_') c = '-';
  }
  return name;
}

}  // namespace

std::string web_name(std::string_view label) {
  std::string name = ascii_lower(trimmed(label));
  for (const auto& [from, to] : kWebNames) {
    if (name == from) return std::string(to);
  }
  return name;
}

std::string converter_name(std::string_view label) {
  std::string name = web_name(label);
  // ICU passes over marks that no label has: "iso8859-2\"" is a typing error, not an encoding.
  if (name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.:+()") != name.npos) return {};
  for (const auto& [from, to] : kIcuNames) {
    if (name == from) name = to;
  }
  // UTF-7 hides markup from every later check; WHATWG maps it to an error as well.
  if (name.empty() || name.find("utf-7") != std::string::npos || name == "utf7") return {};
  if (is_known_to_icu(name)) return name;
  if (std::string hyphened = with_hyphens(name); is_known_to_icu(hyphened)) return hyphened;
  if (std::string apple = "x-" + name; is_known_to_icu(apple)) return apple;
  return {};
}

}  // namespace fundwatch::feeds
