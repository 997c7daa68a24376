// feeds/fetch/robots.h — what a site asks of crawlers: robots.txt (RFC 9309).
// Pure. Asked for pages and what they link to; feeds and APIs are published to be fetched by
// programs. How a missing or unreadable robots.txt is taken stands in RFC 9309 § 2.3.1.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fundwatch::feeds {

inline constexpr std::string_view kProductToken = "fundwatch";
inline constexpr std::size_t kRobotsBytesMax = std::size_t{500} * 1024;  // RFC 9309 § 2.5
inline constexpr std::size_t kRobotsRulesMax = 1000;
inline constexpr std::size_t kRobotsPatternBytesMax = 500;

class Robots {
 public:
  // The rules of the groups for our product token, or else of those for everybody ("*"). What is no
  // rule, or lies beyond the limits, is passed over.
  static Robots parse(std::string_view text);

  static Robots allowing_all() { return {}; }
  static Robots allowing_nothing();

  // `target` is path and query. The longest pattern that matches decides; of two, the one that
  // allows.
  bool allows(std::string_view target) const;

 private:
  struct Rule {
    std::string pattern;  // normalised; "*" is any text, a "$" at the end is the end
    bool allows = false;
  };
  std::vector<Rule> rules_;
};

}  // namespace fundwatch::feeds
