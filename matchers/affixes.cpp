#include "matchers/affixes.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "base/text.h"

namespace fundwatch::matchers {
namespace {

using Condition = Affix::Condition;

// The character that begins at `position`, which moves behind it. Valid UTF-8 only.
char32_t next_character(std::string_view text, std::size_t& position) {
  const auto first = static_cast<unsigned char>(text[position++]);
  if (first < 0x80) return first;
  const unsigned more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  char32_t code = first & (0x3FU >> more);
  for (unsigned i = 0; i < more && position < text.size(); ++i) {
    code = (code << 6U) | (static_cast<unsigned char>(text[position++]) & 0x3FU);
  }
  return code;
}

std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  for (std::size_t i = 0; i < text.size();) characters.push_back(next_character(text, i));
  return characters;
}

// "[^aeiou]d" and "." as conditions; nothing if a bracket stays open.
std::optional<std::vector<Condition>> conditions_of(std::string_view written) {
  std::vector<Condition> conditions;
  if (written == ".") return conditions;
  for (std::size_t i = 0; i < written.size();) {
    if (written[i] != '[') {
      const char32_t character = next_character(written, i);
      conditions.push_back(character == U'.' ? Condition{true, {}} : Condition{false, {character}});
      continue;
    }
    const auto close = written.find(']', i);
    if (close == std::string_view::npos) return std::nullopt;
    std::string_view inside = written.substr(i + 1, close - i - 1);
    const bool negated = inside.starts_with('^');
    if (negated) inside.remove_prefix(1);
    conditions.push_back({negated, characters_of(inside)});
    i = close + 1;
  }
  return conditions;
}

bool holds(const Condition& condition, char32_t character) {
  return (condition.characters.find(character) != std::u32string::npos) != condition.negated;
}

std::size_t character_begin(std::string_view word, std::size_t end) {
  std::size_t begin = end - 1;
  while (begin > 0 && (word[begin] & 0xC0) == 0x80) --begin;
  return begin;
}

bool hold_at_end(const std::vector<Condition>& conditions, std::string_view word) {
  std::size_t end = word.size();
  for (auto condition = conditions.rbegin(); condition != conditions.rend(); ++condition) {
    if (end == 0) return false;
    std::size_t begin = character_begin(word, end);
    end = begin;
    if (!holds(*condition, next_character(word, begin))) return false;
  }
  return true;
}

bool hold_at_begin(const std::vector<Condition>& conditions, std::string_view word) {
  std::size_t position = 0;
  return std::ranges::all_of(conditions, [&](const Condition& condition) {
    return position < word.size() && holds(condition, next_character(word, position));
  });
}

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t i = 0; i < line.size();) {
    const auto begin = line.find_first_not_of(" \t\r", i);
    if (begin == std::string_view::npos) break;
    const auto end = std::min(line.find_first_of(" \t\r", begin), line.size());
    fields.push_back(line.substr(begin, end - begin));
    i = end;
  }
  return fields;
}

std::string_view without_zero(std::string_view field) { return field == "0" ? "" : field; }

}  // namespace

// Reads a file line by line into an Affixes.
class AffixReader {
 public:
  Result<Affixes> read(std::string_view bytes) {
    for (const std::string_view line : split(bytes, '\n')) {
      ++line_;
      read_line(fields_of(line));
      if (!fault_.empty()) return error();
    }
    return std::move(affixes_);
  }

 private:
  void read_line(const std::vector<std::string_view>& fields) {
    if (fields.empty() || fields[0].starts_with('#')) return;
    if (fields[0] == "FULLSTRIP") affixes_.may_strip_all_ = true;
    if (fields.size() < 2) return;
    if (fields[0] == "SFX" || fields[0] == "PFX") {
      read_affix(fields);
    } else if (fields[0] == "SET" && fields[1] != "UTF-8") {
      fault_ = "it is written in " + std::string(fields[1]) + ", and only UTF-8 is read";
    } else if (fields[0] == "AF") {
      fault_ = "it numbers its flags (AF), which is not read";
    } else if (fields[0] == "FLAG") {
      read_flag_kind(fields[1]);
    } else if (Flag* special = special_flag(fields[0])) {
      const Flags flags = affixes_.flags(fields[1]);
      if (!flags.empty()) *special = flags.front();
    }
  }

  void read_flag_kind(std::string_view kind) {
    if (kind == "long") {
      affixes_.flag_kind_ = FlagKind::two_bytes;
    } else if (kind == "num") {
      affixes_.flag_kind_ = FlagKind::number;
    } else if (kind == "UTF-8") {
      affixes_.flag_kind_ = FlagKind::character;
    } else {
      fault_ = "FLAG " + std::string(kind) + " is not known";
    }
  }

  Flag* special_flag(std::string_view name) {
    SpecialFlags& special = affixes_.special_;
    const std::pair<std::string_view, Flag*> names[] = {
        {"NEEDAFFIX", &special.need_affix},           {"PSEUDOROOT", &special.need_affix},
        {"FORBIDDENWORD", &special.forbidden},        {"ONLYINCOMPOUND", &special.only_in_compound},
        {"COMPOUNDFLAG", &special.compound},          {"COMPOUNDBEGIN", &special.compound_begin},
        {"COMPOUNDMIDDLE", &special.compound_middle}, {"COMPOUNDEND", &special.compound_end},
        {"COMPOUNDLAST", &special.compound_end},
    };
    for (const auto& [known, flag] : names) {
      if (known == name) return flag;
    }
    return nullptr;
  }

  // A class begins with "SFX flag Y|N count"; its rules are "SFX flag strip add[/flags] condition".
  void read_affix(const std::vector<std::string_view>& fields) {
    const Flags flags = affixes_.flags(fields[1]);
    if (fields.size() < 4 || flags.empty()) {
      fault_ = "a rule needs a flag and at least two more parts";
      return;
    }
    auto& classes = fields[0] == "SFX" ? affixes_.suffixes_ : affixes_.prefixes_;
    const auto known = classes.find(flags.front());
    if (known == classes.end()) {
      classes[flags.front()].crosses = fields[2] == "Y";
    } else {
      read_rule(fields, known->second);
    }
  }

  void read_rule(const std::vector<std::string_view>& fields, AffixClass& to) {
    if (++rules_ > kAffixRulesMax) {
      fault_ = "there are more than " + std::to_string(kAffixRulesMax) + " rules";
      return;
    }
    auto conditions = conditions_of(fields.size() > 4 ? fields[4] : ".");
    if (!conditions) {
      fault_ = "the condition " + std::string(fields[4]) + " has no closing bracket";
      return;
    }
    const auto slash = fields[3].find('/');
    Affix rule;
    rule.strip = without_zero(fields[2]);
    rule.add = without_zero(fields[3].substr(0, slash));
    rule.conditions = std::move(*conditions);
    if (slash != std::string_view::npos) {
      rule.continuation = affixes_.flags(fields[3].substr(slash + 1));
    }
    to.rules.push_back(std::move(rule));
  }

  Error error() const { return {Stage::config, "line " + std::to_string(line_) + ": " + fault_}; }

  Affixes affixes_;
  std::size_t line_ = 0;
  std::size_t rules_ = 0;
  std::string fault_;
};

Result<Affixes> Affixes::parse(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (!is_valid_utf8(bytes)) return Error{Stage::config, "it is not UTF-8"};
  return AffixReader().read(bytes);
}

Flags Affixes::flags(std::string_view written) const {
  Flags flags;
  switch (flag_kind_) {
    case FlagKind::byte:
      for (const char c : written) flags.push_back(static_cast<unsigned char>(c));
      break;
    case FlagKind::two_bytes:
      for (std::size_t i = 0; i + 1 < written.size(); i += 2) {
        const auto high = static_cast<unsigned char>(written[i]);
        flags.push_back((Flag{high} << 8U) | static_cast<unsigned char>(written[i + 1]));
      }
      break;
    case FlagKind::number:
      for (const std::string_view number : split(written, ',')) {
        Flag flag = 0;
        std::from_chars(number.data(), number.data() + number.size(), flag);
        if (flag != 0) flags.push_back(flag);
      }
      break;
    case FlagKind::character:
      for (const char32_t character : characters_of(written)) flags.push_back(character);
      break;
  }
  return flags;
}

void Affixes::append_suffixed(std::string_view word, Flag flag, std::vector<Affixed>& to) const {
  const auto found = suffixes_.find(flag);
  if (found == suffixes_.end()) return;
  for (const Affix& rule : found->second.rules) {
    if (!word.ends_with(rule.strip) || !hold_at_end(rule.conditions, word)) continue;
    const std::string_view stem = word.substr(0, word.size() - rule.strip.size());
    if (stem.empty() && !may_strip_all_) continue;
    to.push_back({std::string(stem) + rule.add, &rule, found->second.crosses});
  }
}

void Affixes::append_prefixed(std::string_view word, Flag flag, std::vector<Affixed>& to) const {
  const auto found = prefixes_.find(flag);
  if (found == prefixes_.end()) return;
  for (const Affix& rule : found->second.rules) {
    if (!word.starts_with(rule.strip) || !hold_at_begin(rule.conditions, word)) continue;
    const std::string_view stem = word.substr(rule.strip.size());
    if (stem.empty() && !may_strip_all_) continue;
    to.push_back({rule.add + std::string(stem), &rule, found->second.crosses});
  }
}

}  // namespace fundwatch::matchers
