#include "web/profile_trial.h"

#include <algorithm>

#include "base/text.h"

namespace fundwatch::web {

std::optional<matchers::Matcher> matcher_of(const Desk& desk, const Profile& profile) {
  auto compiled = matchers::Matcher::compile({profile}, desk.site.services.lexicon,
                                             desk.site.config.place.county);
  if (!compiled) return std::nullopt;
  return std::move(*compiled);
}

Item item_tried(const std::string& text) {
  Item item;
  const std::size_t end = std::min(text.find('\n'), text.size());
  item.title = collapsed(std::string_view(text).substr(0, end));
  item.text = std::string(trimmed(std::string_view(text).substr(end)));
  item.language = "sv";
  return item;
}

std::optional<Hit> hit_tried(const matchers::Matcher& matcher, const Item& item) {
  std::vector<Hit> hits = matcher.match({item, ""});
  return hits.empty() ? std::nullopt : std::optional(std::move(hits.front()));
}

}  // namespace fundwatch::web
