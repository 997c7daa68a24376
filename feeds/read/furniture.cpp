#include "feeds/read/furniture.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

constexpr std::array<std::string_view, 13> kElements{
    "nav", "footer", "aside",  "form", "button",   "noscript", "iframe",
    "svg", "select", "dialog", "menu", "template", "textarea"};
constexpr std::array<std::string_view, 6> kRoles{"navigation", "banner",        "contentinfo",
                                                 "search",     "complementary", "dialog"};

// A class or id that is one of these words, or has it before a "-" or "_" ("share-buttons"). Whole
// words only: "category-socialt-foretagande" and "sprint" are no furniture.
constexpr std::array<std::string_view, 44> kNames{
    "ad",          "ads",          "annons",      "back-to-top", "banner",       "breadcrumb",
    "breadcrumbs", "brodsmulor",   "comment",     "comments",    "consent",      "cookie",
    "cookies",     "cookiebanner", "dela",        "dela-sidan",  "feedback",     "footer",
    "gdpr",        "lyssna",       "menu",        "meny",        "nav",          "navbar",
    "navigation",  "newsletter",   "pager",       "pagination",  "print",        "rek-ai",
    "related",     "relaterat",    "share",       "sharing",     "sidebar",      "sidfot",
    "sidhuvud",    "site-footer",  "site-header", "skip-link",   "social-share", "social-media",
    "to-top",      "toolbar"};

// Parts that no other word has: "env-cookie-consent", "CookieBanner", "mainnavigation".
constexpr std::array<std::string_view, 8> kParts{"cookie",  "breadcrumb", "brodsmul", "navigation",
                                                 "sidebar", "sidfot",     "rek-ai",   "skip-link"};

// Lower case, but for the letters beyond ASCII.
constexpr std::array<std::string_view, 24> kLines{"dela",
                                                  "dela sidan",
                                                  "dela på facebook",
                                                  "dela på linkedin",
                                                  "skriv ut",
                                                  "skriv ut sidan",
                                                  "lyssna",
                                                  "dela · skriv ut",
                                                  "kopiera länk",
                                                  "facebook",
                                                  "twitter",
                                                  "linkedin",
                                                  "e-post",
                                                  "tipsa",
                                                  "tipsa en vän",
                                                  "till innehåll",
                                                  "hoppa till innehåll",
                                                  "läs mer",
                                                  "till toppen",
                                                  "till sidans topp",
                                                  "share",
                                                  "print",
                                                  "tweet",
                                                  "back to top"};

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Of a class attribute, what is looked at; more is no page's.
constexpr std::size_t kNamesBytesMax = 2000;

bool is_page_frame(std::string_view name) {
  return name == "html" || name == "body" || name == "main" || name == "article";
}

bool is_furniture_name(std::string_view name) {
  const auto begins = [name](std::string_view word) {
    return name.starts_with(word) &&
           (name.size() == word.size() || name[word.size()] == '-' || name[word.size()] == '_');
  };
  const auto holds = [name](std::string_view part) { return name.find(part) != name.npos; };
  // What a page is filed under is not what it is: WordPress writes its subjects as classes.
  if (name.starts_with("category-") || name.starts_with("tag-")) return false;
  return std::any_of(kNames.begin(), kNames.end(), begins) ||
         std::any_of(kParts.begin(), kParts.end(), holds);
}

bool has_furniture_name(const pugi::xml_node& element) {
  for (const char* attribute : {"class", "id"}) {
    const std::string_view value = element.attribute(attribute).value();
    const std::string names = ascii_lower(value.substr(0, kNamesBytesMax));
    for (const std::string_view name : split(names, ' ')) {
      if (is_furniture_name(name)) return true;
    }
  }
  return false;
}

// The head of an item or an article belongs to it.
bool is_within_matter(const pugi::xml_node& element) {
  for (pugi::xml_node outer = element.parent(); outer; outer = outer.parent()) {
    const std::string_view name = outer.name();
    if (name == "article" || name == "main" || name == "li") return true;
  }
  return false;
}

}  // namespace

bool is_furniture(const pugi::xml_node& element) {
  const std::string_view name = element.name();
  if (is_page_frame(name)) return false;
  if (name == "header") return !is_within_matter(element);
  return is_one_of(kElements, name) || element.attribute("hidden") ||
         is_one_of(kRoles, element.attribute("role").value()) ||
         std::string_view(element.attribute("aria-hidden").value()) == "true" ||
         has_furniture_name(element);
}

bool is_furniture_line(std::string_view line) {
  line = trimmed(line);
  if (line.starts_with("- ")) line = trimmed(line.substr(2));
  return is_one_of(kLines, ascii_lower(line));
}

}  // namespace fundwatch::feeds
