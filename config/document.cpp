#include "config/document.h"

// toml++ is compiled into this file rather than taken from its shared library: only so can it
// answer without exceptions, and only so are its preconditions, which some broken files break
// ("[[[a]]]"), neither an abort nor a promise to the optimiser.
#undef NDEBUG
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_MAX_NESTED_VALUES 16
#define TOML_ASSERT(condition) static_cast<void>(0)
#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "config/notation.h"

namespace fundwatch::config {
namespace {

static_assert(TOML_MAX_NESTED_VALUES == kNestingMax);

constexpr std::size_t kShownCharactersMax = 60;

struct Place {
  int line = 1;
  int column = 1;
};

Error error_at(const std::string& name, Place place, const std::string& fault) {
  return {Stage::config, name + ":" + std::to_string(place.line) + ":" +
                             std::to_string(place.column) + ": " + fault};
}

// ---------------------------------------------------------------- before the library sees it

// Walks over a text as TOML sees it from afar: comments, strings and what stands outside them.
// Finds what the library must not be given (it recurses as deep as a dotted key is long), and what
// it would explain badly.
class Outline {
 public:
  explicit Outline(std::string_view text) : text_(text) {}

  // The first fault, and where; nothing when the library may have it.
  std::optional<std::string> fault() {
    while (at_ < text_.size()) {
      if (auto found = step()) return found;
    }
    return std::nullopt;
  }

  Place place() const {
    const std::string_view before = text_.substr(0, at_);
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    return {1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
            1 + static_cast<int>(utf8_length(before.substr(line_start)))};
  }

 private:
  std::optional<std::string> step() {
    const char character = text_[at_];
    if (character == '"' || character == '\'') return skip_string(character);
    if (character == '#') {
      at_ = std::min(text_.find('\n', at_), text_.size());
      return std::nullopt;
    }
    if (static_cast<unsigned char>(character) >= 0x80) {
      return "a letter beyond a-z stands outside quotes; put the text into \"quotes\"";
    }
    if (std::string_view("\n=,[{").find(character) != std::string_view::npos) key_parts_ = 1;
    if (character == '.' && ++key_parts_ > kKeyPartsMax) {
      return "a key has more than " + std::to_string(kKeyPartsMax) + " parts";
    }
    ++at_;
    return std::nullopt;
  }

  std::optional<std::string> skip_string(char quote) {
    if (text_.substr(at_, 3) == std::string(3, quote)) {
      return "texts over several lines are not taken; write it on one line, with \\n for a new "
             "line";
    }
    for (++at_; at_ < text_.size() && text_[at_] != quote; ++at_) {
      if (text_[at_] == '\n') {  // never closed: the library says so at this very place
        at_ = text_.size();
        return std::nullopt;
      }
      if (text_[at_] == '\\' && quote == '"') ++at_;
    }
    ++at_;
    return std::nullopt;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int key_parts_ = 1;
};

// The library runs into undefined behaviour on some characters of U+0080-U+FFFF where it expects
// none (marzer/tomlplusplus#295, and looks ahead into strings as well), but on none above. So it is
// given each of them moved up by 0x100000, out of every range that it knows anything about, and
// what it gives back is moved down. Characters stay one each, so its columns are right.
constexpr char kMovedLead = '\xF4';  // of U+100000 and above, in UTF-8

char continuation(unsigned bits) { return static_cast<char>(0x80U | (bits & 0x3FU)); }

std::string moved_up(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 2 || length == 3) {
      unsigned code = lead & (length == 2 ? 0x1FU : 0x0FU);
      for (std::size_t i = 1; i < length; ++i) {
        code = code << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
      }
      result +=
          {kMovedLead, continuation(code >> 12U), continuation(code >> 6U), continuation(code)};
    } else {
      result += text.substr(at, length);
    }
    at += length;
  }
  return result;
}

std::string moved_down(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != kMovedLead) {
      result += text[at];
      continue;
    }
    const unsigned high = static_cast<unsigned char>(text[at + 1]) & 0x3FU;
    const unsigned middle = static_cast<unsigned char>(text[at + 2]) & 0x3FU;
    if (high == 0 && middle < 0x20) {
      result += {static_cast<char>(0xC0U | middle), text[at + 3]};
    } else {
      result += {static_cast<char>(0xE0U | high), text[at + 2], text[at + 3]};
    }
    at += 3;
  }
  return result;
}

std::optional<std::string> fault_of_characters(std::string_view line) {
  if (!is_valid_utf8(line)) return "a character is not UTF-8; save the file in that encoding";
  if (line.find(kMovedLead) == std::string_view::npos) return std::nullopt;
  return "a character for private use stands here (U+100000 or above); take it away";
}

std::optional<Error> fault_of_encoding(std::string_view text, const std::string& name) {
  int line = 0;
  for (const std::string_view one : split(text, '\n')) {
    ++line;
    const auto fault = fault_of_characters(one);
    if (fault) return Error{Stage::config, name + ":" + std::to_string(line) + ": " + *fault};
  }
  return std::nullopt;
}

// ---------------------------------------------------------------- the library's words in ours

struct Wording {
  std::string_view theirs;
  std::string_view ours;
};

constexpr std::string_view kQuote = "a text, duration or size stands in quotes: \"10s\"";
constexpr Wording kWordings[] = {
    {"could not determine value type", kQuote},
    {"expected digit", kQuote},
    {"expected exactly", kQuote},
    {"expected 'true'", "expected true, false or a text in quotes"},
    {"expected 'false'", "expected true, false or a text in quotes"},
    {"expected value", "a value is missing after the ="},
    {"cannot redefine", "this name stands twice in its table; keep one of them"},
    {"unknown escape", "in \"…\" a backslash is written \\\\; or put the text into '…'"},
    {"control characters", "a closing quote is missing on this line"},
    {"time", "an hour stands in quotes: \"07:00\""},
    {"end-of-file", "the file ends in the middle of a setting"},
    {"expected '='", "a setting is written key = value"},
    {"expected keys", "a line is a [table], a key = value or a # comment"},
    {"expected a comment or whitespace",
     "more follows after the value; a setting has a line of its own"},
    {"nested", "brackets stand too deep within each other"},
};

std::string in_our_words(std::string_view description) {
  for (const Wording& wording : kWordings) {
    if (description.find(wording.theirs) != std::string_view::npos)
      return std::string(wording.ours);
  }
  return "not TOML: " + moved_down(description);
}

// ---------------------------------------------------------------- the library's tree in ours

Value value_of(const toml::node& node);

Table table_of(const toml::table& table) {
  Table result;
  result.entries.reserve(table.size());
  for (const auto& [key, node] : table) {
    Value value = value_of(node);
    // A table that a dotted key implies has no place of its own.
    value.line = static_cast<int>(key.source().begin.line);
    result.entries.push_back({moved_down(key.str()), std::move(value)});
  }
  return result;
}

Array array_of(const toml::array& array) {
  Array result;
  result.reserve(array.size());
  for (const toml::node& node : array) result.push_back(value_of(node));
  return result;
}

Value value_of(const toml::node& node) {
  Value value;
  value.line = static_cast<int>(node.source().begin.line);
  if (const auto* table = node.as_table()) value.content = table_of(*table);
  if (const auto* array = node.as_array()) value.content = array_of(*array);
  if (const auto* text = node.as_string()) value.content = moved_down(text->get());
  if (const auto* whole = node.as_integer()) value.content = whole->get();
  if (const auto* number = node.as_floating_point()) value.content = number->get();
  if (const auto* flag = node.as_boolean()) value.content = flag->get();
  return value;
}

}  // namespace

const Value* Table::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const Entry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &found->value;
}

Result<Table> parse_document(std::string_view toml, const std::string& name) {
  if (toml.starts_with("\xEF\xBB\xBF")) toml.remove_prefix(3);
  if (const auto error = fault_of_encoding(toml, name)) return *error;
  Outline outline(toml);
  if (const auto fault = outline.fault()) return error_at(name, outline.place(), *fault);
  const toml::parse_result parsed = toml::parse(moved_up(toml), std::string_view(name));
  if (!parsed) {
    const auto begin = parsed.error().source().begin;
    const Place place{static_cast<int>(begin.line), static_cast<int>(begin.column)};
    return error_at(name, place, in_our_words(parsed.error().description()));
  }
  return table_of(parsed.table());
}

std::string shown(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value.content)) {
    return toml_string(shortened(*text, kShownCharactersMax));
  }
  if (const auto* whole = std::get_if<std::int64_t>(&value.content)) return std::to_string(*whole);
  if (const auto* number = std::get_if<double>(&value.content)) return number_text(*number);
  if (const auto* flag = std::get_if<bool>(&value.content)) return *flag ? "true" : "false";
  if (std::holds_alternative<Array>(value.content)) return "[…]";
  if (std::holds_alternative<Table>(value.content)) return "{…}";
  return "a date or time";
}

}  // namespace fundwatch::config
