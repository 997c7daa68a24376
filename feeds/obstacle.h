// feeds/obstacle.h — what stands between us and a document: a check that the caller is no program,
// a captcha, a login. Known by the marks that the makers of such guards leave in headers and pages;
// this is the one place that knows them. Pure. What it does not know is no obstacle.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace fundwatch::feeds {

// Of a page, how much is looked through.
constexpr std::size_t kObstacleBytesMax = std::size_t{16} * 1024;

enum class ObstacleKind { challenge, captcha, login };

struct Obstacle {
  ObstacleKind kind = ObstacleKind::challenge;
  std::string guard;  // who made it: "Cloudflare"; empty where that is not known
};

// The value of a header field, empty where there is none.
using HeaderOf = std::function<std::string(const char* name)>;

// A guard that lets no program through, by what it sends instead of the document.
std::optional<Obstacle> guard_in(const HeaderOf& header_of, std::string_view page);

// What a web page is that came where a feed was asked for: also a login, or a form with a captcha.
std::optional<Obstacle> obstacle_in(std::string_view page);

// What it is and what to do: "a check by Cloudflare that keeps programs out; ask its owner …".
std::string words_for(const Obstacle& obstacle);

}  // namespace fundwatch::feeds
