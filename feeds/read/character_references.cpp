#include "feeds/read/character_references.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

namespace fundwatch::feeds {
namespace {

constexpr std::size_t kNameBytesMax = 32;
constexpr std::size_t kDigitsMax = 10;

// What windows-1252 has at 0x80-0x9F; pages write "&#150;" and mean its dash.
constexpr std::array<char16_t, 32> kWindows1252{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

constexpr char32_t kReplacement = 0xFFFD;

char32_t meant(std::uint64_t number) {
  if (number >= 0x80 && number <= 0x9F)
    return kWindows1252.at(static_cast<std::size_t>(number) - 0x80);
  if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF)) {
    return kReplacement;
  }
  return static_cast<char32_t>(number);
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

CharacterReference read_number(std::string_view text) {
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const std::size_t begin = hexadecimal ? 3 : 2;
  if (text.size() <= begin) return {};
  std::uint64_t number = 0;
  const char* last = text.data() + std::min(text.size(), begin + kDigitsMax);
  const auto [end, fault] =
      std::from_chars(text.data() + begin, last, number, hexadecimal ? 16 : 10);
  if (fault != std::errc{}) return {};
  CharacterReference reference;
  append_utf8(reference.character, meant(number));
  reference.number = static_cast<unsigned>(std::min<std::uint64_t>(number, 0x10FFFF));
  reference.is_windows_1252 = number >= 0x80 && number <= 0x9F;
  reference.length = static_cast<std::size_t>(end - text.data());
  if (reference.length < text.size() && text[reference.length] == ';') ++reference.length;
  return reference;
}

std::optional<char32_t> named(const std::string& name) {
  if (name == "apos") return U'\'';
  const auto* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
  if (entity == nullptr) return std::nullopt;
  return static_cast<char32_t>(entity->value);
}

CharacterReference read_name(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && end <= kNameBytesMax && is_name_character(text[end])) ++end;
  const std::string name(text.substr(1, end - 1));
  const bool closed = end < text.size() && text[end] == ';';
  // Without its semicolon "&copy=1" in an address would change; only Latin 1 names may go without
  // in HTML, and those only where no letter follows. Publishers mean text by it as often: we need
  // it.
  if (!closed) return {};
  const auto character = named(name);
  if (!character) return {};
  CharacterReference reference;
  append_utf8(reference.character, *character);
  reference.length = end + 1;
  return reference;
}

bool is_xml_name(std::string_view text) {
  for (const std::string_view name : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"}) {
    if (text.starts_with(name)) return true;
  }
  return false;
}

std::string replaced(std::string_view text, bool (*applies)(std::string_view)) {
  std::string out;
  out.reserve(text.size());
  while (true) {
    const auto ampersand = std::min(text.find('&'), text.size());
    out += text.substr(0, ampersand);
    text.remove_prefix(ampersand);
    if (text.empty()) return out;
    const CharacterReference reference =
        applies(text) ? read_reference(text) : CharacterReference{};
    if (reference.length == 0) {
      out += '&';
      text.remove_prefix(1);
    } else {
      out += reference.character;
      text.remove_prefix(reference.length);
    }
  }
}

}  // namespace

char32_t windows_1252_character(unsigned byte) { return kWindows1252.at(byte - 0x80); }

void append_utf8(std::string& out, char32_t character) {
  const auto byte = [&out](char32_t value) { out += static_cast<char>(value); };
  if (character < 0x80) {
    byte(character);
  } else if (character < 0x800) {
    byte(0xC0 | (character >> 6));
    byte(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    byte(0xE0 | (character >> 12));
    byte(0x80 | ((character >> 6) & 0x3F));
    byte(0x80 | (character & 0x3F));
  } else {
    byte(0xF0 | (character >> 18));
    byte(0x80 | ((character >> 12) & 0x3F));
    byte(0x80 | ((character >> 6) & 0x3F));
    byte(0x80 | (character & 0x3F));
  }
}

CharacterReference read_reference(std::string_view text) {
  if (text.size() < 3) return {};
  return text[1] == '#' ? read_number(text) : read_name(text);
}

std::string without_references(std::string_view text) {
  return replaced(text, [](std::string_view) { return true; });
}

std::string without_xml_references(std::string_view text) {
  return replaced(text,
                  [](std::string_view at) { return at.starts_with("&#") || is_xml_name(at); });
}

}  // namespace fundwatch::feeds
