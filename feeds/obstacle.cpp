#include "feeds/obstacle.h"

#include <array>
#include <span>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

constexpr ObstacleKind kChallenge = ObstacleKind::challenge;
constexpr ObstacleKind kCaptcha = ObstacleKind::captcha;

struct HeaderMark {
  const char* header;
  std::string_view value;  // what stands in it, in lower case
  ObstacleKind kind;
  std::string_view guard;
};

constexpr auto kHeaderMarks = std::to_array<HeaderMark>({
    {"cf-mitigated", "challenge", kChallenge, "Cloudflare"},
    {"x-amzn-waf-action", "captcha", kCaptcha, "AWS WAF"},
    {"x-amzn-waf-action", "challenge", kChallenge, "AWS WAF"},
    {"x-vercel-mitigated", "challenge", kChallenge, "Vercel"},
    {"x-datadome", "protected", kCaptcha, "DataDome"},
    {"x-sucuri-block", "", kChallenge, "Sucuri"},
    {"sg-captcha", "challenge", kCaptcha, "SiteGround"},
});

struct PageMark {
  std::string_view text;  // in lower case
  ObstacleKind kind;
  std::string_view guard;
};

// No document that people read has these: they are the guards' own scripts and addresses.
constexpr auto kGuardMarks = std::to_array<PageMark>({
    {"<title>just a moment...</title>", kChallenge, "Cloudflare"},
    {"cf-chl-", kChallenge, "Cloudflare"},
    {"_cf_chl_opt", kChallenge, "Cloudflare"},
    {"<title>attention required! | cloudflare</title>", kChallenge, "Cloudflare"},
    {"cf-error-details", kChallenge, "Cloudflare"},
    {"window.awswafcookiedomainlist", kChallenge, "AWS WAF"},
    {"awswafintegration", kChallenge, "AWS WAF"},
    {"_incapsula_resource", kChallenge, "Imperva Incapsula"},
    {"incapsula incident id", kChallenge, "Imperva Incapsula"},
    {"captcha-delivery.com", kCaptcha, "DataDome"},
    {"errors.edgesuite.net", kChallenge, "Akamai"},
    {"sec-if-cpt-container", kChallenge, "Akamai"},
    {"/.well-known/sgcaptcha/", kCaptcha, "SiteGround"},
    {"px-captcha", kCaptcha, "PerimeterX"},
    {"sucuri website firewall", kChallenge, "Sucuri"},
    {"ddos-guard.net", kChallenge, "DDoS-Guard"},
    {"anubis_challenge", kChallenge, "Anubis"},
    {"please consult with your administrator", kChallenge, "F5"},
    {"radware bot manager", kCaptcha, "Radware"},
    {"fortiguard intrusion prevention", kChallenge, "Fortinet"},
});

// Also parts of pages that are no obstacle, such as a form for comments.
constexpr auto kCaptchaMarks = std::to_array<PageMark>({
    {"g-recaptcha", kCaptcha, "Google reCAPTCHA"},
    {"h-captcha", kCaptcha, "hCaptcha"},
    {"cf-turnstile", kCaptcha, "Cloudflare Turnstile"},
    {"frc-captcha", kCaptcha, "Friendly Captcha"},
    {"captcha", kCaptcha, ""},
});

constexpr auto kLoginMarks = std::to_array<PageMark>({
    {"<title>logga in", ObstacleKind::login, ""},
    {"<title>inloggning", ObstacleKind::login, ""},
    {"<title>log in", ObstacleKind::login, ""},
    {"<title>login", ObstacleKind::login, ""},
    {"<title>sign in", ObstacleKind::login, ""},
    {"type=\"password\"", ObstacleKind::login, ""},
    {"type='password'", ObstacleKind::login, ""},
    {"type=password", ObstacleKind::login, ""},
    {"name=\"samlrequest\"", ObstacleKind::login, ""},
    {"login.microsoftonline.com", ObstacleKind::login, "Microsoft"},
});

std::string beginning_of(std::string_view page) {
  return ascii_lower(page.substr(0, kObstacleBytesMax));
}

std::optional<Obstacle> first_of(std::span<const PageMark> marks, const std::string& page) {
  for (const PageMark& mark : marks) {
    if (page.find(mark.text) != std::string::npos)
      return Obstacle{mark.kind, std::string(mark.guard)};
  }
  return std::nullopt;
}

std::optional<Obstacle> guard_in_headers(const HeaderOf& header_of) {
  for (const HeaderMark& mark : kHeaderMarks) {
    const std::string value = ascii_lower(header_of(mark.header));
    if (!value.empty() && value.find(mark.value) != std::string::npos) {
      return Obstacle{mark.kind, std::string(mark.guard)};
    }
  }
  return std::nullopt;
}

std::string by(const Obstacle& obstacle) {
  return obstacle.guard.empty() ? "" : " by " + obstacle.guard;
}

}  // namespace

std::optional<Obstacle> guard_in(const HeaderOf& header_of, std::string_view page) {
  const auto guard = guard_in_headers(header_of);
  return guard ? guard : first_of(kGuardMarks, beginning_of(page));
}

std::optional<Obstacle> obstacle_in(std::string_view page) {
  const std::string beginning = beginning_of(page);
  for (const std::span<const PageMark> marks :
       {std::span<const PageMark>(kGuardMarks), std::span<const PageMark>(kLoginMarks),
        std::span<const PageMark>(kCaptchaMarks)}) {
    if (const auto found = first_of(marks, beginning)) return found;
  }
  return std::nullopt;
}

std::string words_for(const Obstacle& obstacle) {
  switch (obstacle.kind) {
    case ObstacleKind::challenge:
      return "a check" + by(obstacle) +
             " that keeps programs out; ask its owner to let fundwatch through, or for a feed";
    case ObstacleKind::captcha:
      return "a captcha" + by(obstacle) +
             ", which only people solve; ask its owner to let fundwatch through, or for a feed";
    case ObstacleKind::login:
      return "a login page" + by(obstacle) +
             "; fundwatch does not log in, so look for an address that is open to all";
  }
  return "";
}

}  // namespace fundwatch::feeds
