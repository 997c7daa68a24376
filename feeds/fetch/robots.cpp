#include "feeds/fetch/robots.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

// "Disallow: /x  # why" as a key in lower case and its value.
struct Line {
  std::string key;
  std::string_view value;
};

Line parse_line(std::string_view text) {
  text = text.substr(0, text.find('#'));
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return {};
  return {ascii_lower(trimmed(text.substr(0, colon))), trimmed(text.substr(colon + 1))};
}

std::string_view take_line(std::string_view& text) {
  const auto end = text.find_first_of("\r\n");
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

// "Fundwatch/1.0" names the product "fundwatch" (RFC 9309 § 2.2.1).
std::string product_of(std::string_view agent) {
  const auto end = std::find_if_not(agent.begin(), agent.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '*';
  });
  return ascii_lower(agent.substr(0, static_cast<std::size_t>(end - agent.begin())));
}

bool is_unreserved(unsigned char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
         (byte >= 'A' && byte <= 'Z') || byte == '-' || byte == '.' || byte == '_' || byte == '~';
}

int hex_value(char digit) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto at =
      digits.find(digit >= 'A' && digit <= 'F' ? static_cast<char>(digit | 0x20) : digit);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

void append_encoded(std::string& out, unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  out += '%';
  out += digits[byte >> 4];
  out += digits[byte & 15];
}

// Equal addresses get equal text: what need not be encoded is not, and what must be is
// (RFC 9309 § 2.2.2).
std::string normalised(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool is_escape = byte == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                           hex_value(text[i + 2]) >= 0;
    if (is_escape) {
      const auto value =
          static_cast<unsigned char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      if (is_unreserved(value)) {
        out += static_cast<char>(value);
      } else {
        append_encoded(out, value);
      }
      i += 2;
    } else if (byte <= ' ' || byte >= 0x7F) {
      append_encoded(out, byte);
    } else {
      out += text[i];
    }
  }
  return out;
}

// Each part between two "*" is looked for behind the one before; the first stands at the
// beginning, and before a final "$" the last one at the end.
bool matches(std::string_view pattern, std::string_view target) {
  const bool is_anchored = pattern.ends_with('$');
  if (is_anchored) pattern.remove_suffix(1);
  auto star = pattern.find('*');
  if (!target.starts_with(pattern.substr(0, star))) return false;
  if (star == std::string_view::npos) return !is_anchored || target.size() == pattern.size();
  target.remove_prefix(star);
  while (true) {
    pattern.remove_prefix(star + 1);
    star = pattern.find('*');
    const std::string_view part = pattern.substr(0, star);
    if (star == std::string_view::npos && is_anchored) return target.ends_with(part);
    const auto at = target.find(part);
    if (at == std::string_view::npos) return false;
    if (star == std::string_view::npos) return true;
    target.remove_prefix(at + part.size());
  }
}

}  // namespace

Robots Robots::parse(std::string_view text) {
  text = text.substr(0, kRobotsBytesMax);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Robots ours;
  Robots everybodys;
  bool names_us = false;
  bool is_ours = false;
  bool is_everybodys = false;
  bool is_head = false;  // among the user-agent lines that begin a group
  while (!text.empty()) {
    const Line line = parse_line(take_line(text));
    if (line.key == "user-agent") {
      if (!is_head) is_ours = is_everybodys = false;
      is_head = true;
      const std::string product = product_of(line.value);
      if (product == kProductToken) is_ours = names_us = true;
      if (product == "*") is_everybodys = true;
      continue;
    }
    if (line.key != "allow" && line.key != "disallow") continue;
    is_head = false;
    if (line.value.empty() || line.value.size() > kRobotsPatternBytesMax) continue;
    const Rule rule{normalised(line.value), line.key == "allow"};
    if (is_ours && ours.rules_.size() < kRobotsRulesMax) ours.rules_.push_back(rule);
    if (is_everybodys && everybodys.rules_.size() < kRobotsRulesMax) {
      everybodys.rules_.push_back(rule);
    }
  }
  return names_us ? ours : everybodys;
}

Robots Robots::allowing_nothing() {
  Robots robots;
  robots.rules_.push_back({"/", false});
  return robots;
}

bool Robots::allows(std::string_view target) const {
  const std::string text = normalised(target);
  const Rule* longest = nullptr;
  for (const Rule& rule : rules_) {
    if (!matches(rule.pattern, text)) continue;
    const bool is_longer = longest == nullptr || rule.pattern.size() > longest->pattern.size() ||
                           (rule.pattern.size() == longest->pattern.size() && rule.allows);
    if (is_longer) longest = &rule;
  }
  return longest == nullptr || longest->allows;
}

}  // namespace fundwatch::feeds
