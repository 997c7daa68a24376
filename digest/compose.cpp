#include "digest/compose.h"

#include <algorithm>
#include <tuple>

#include "base/call_status.h"
#include "base/check.h"
#include "digest/days.h"
#include "digest/reasons.h"

namespace fundwatch::digest {
namespace {

constexpr int kUrgentDays = 2 * kClosingSoonDays;  // next week's mail would find them closing soon
constexpr int kNoDaysLeft = kUrgentDays + 1;

const std::string& in_language(const Bilingual& text, Language language) {
  const bool is_swedish = language == Language::swedish;
  const std::string& wanted = is_swedish ? text.swedish : text.english;
  const std::string& other = is_swedish ? text.english : text.swedish;
  return wanted.empty() ? other : wanted;
}

std::vector<std::string> profile_titles(const std::vector<Hit>& hits, Language language,
                                        const std::vector<Profile>& profiles) {
  std::vector<std::string> titles;
  for (const Hit& hit : hits) {
    const auto profile =
        std::find_if(profiles.begin(), profiles.end(),
                     [&hit](const Profile& each) { return each.id == hit.profile; });
    if (profile == profiles.end()) continue;
    const std::string& title = in_language(profile->title, language);
    const std::string& shown = title.empty() ? profile->name : title;
    if (std::find(titles.begin(), titles.end(), shown) == titles.end()) titles.push_back(shown);
  }
  return titles;
}

struct Placed {
  SectionKind section = SectionKind::fresh;
  Entry entry;
};

Placed placed(Candidate candidate, Language language, const Occasion& occasion) {
  const Item& item = candidate.item;
  const auto days_to = [&occasion](const auto& day) -> std::optional<int> {
    return day ? days_left(*day, *occasion.calendar, occasion.now) : std::nullopt;
  };
  // A doubtful day is shown, and orders nothing; nor do those of what was called off.
  const bool is_ahead = !is_over(item.status);
  const bool is_sure = is_ahead && item.deadline && !item.deadline->is_doubtful;
  const std::optional<int> to_deadline = is_sure ? days_to(item.deadline) : std::nullopt;
  const std::optional<int> to_event = is_ahead ? days_to(item.event_date) : std::nullopt;
  Placed result;
  Entry& entry = result.entry;
  entry.case_id = candidate.case_id;
  entry.version = candidate.version;
  entry.is_ranked_low = occasion.ranked_low.contains(candidate.case_id);
  entry.source_name = candidate.source_name;
  entry.profiles = profile_titles(candidate.hits, language, *occasion.profiles);
  entry.terms = words_that_stood(candidate);
  entry.excerpt = excerpt(candidate);
  entry.days_left = to_deadline;
  entry.item = std::move(candidate.item);
  if (to_event) {
    result.section = SectionKind::events;
    if (!to_deadline) entry.days_left = to_event;
  } else if (to_deadline && *to_deadline <= kClosingSoonDays) {
    result.section = SectionKind::closing_soon;
  } else if (entry.version > 1) {
    result.section = SectionKind::changed;
  }
  return result;
}

// The order within a section: what has its day ahead by that day, then by publication, newest
// first; then what is ranked low, last what is over.
bool is_read_before(const Entry& a, const Entry& b) {
  const auto rank = [](const Entry& entry) {
    const auto& deadline = entry.item.deadline;
    const bool is_past = !entry.days_left && deadline && !deadline->is_doubtful;
    const bool is_last = is_past || is_over(entry.item.status);
    const Instant published = entry.item.published.value_or(entry.item.first_seen);
    return std::tuple(is_last, entry.is_ranked_low, !entry.days_left, entry.days_left.value_or(0),
                      -published.time_since_epoch().count(), entry.case_id);
  };
  return rank(a) < rank(b);
}

}  // namespace

bool is_taken_before(const Entry& a, const Entry& b) {
  const auto rank = [](const Entry& entry) {
    const bool is_urgent = entry.days_left && *entry.days_left <= kUrgentDays;
    return std::tuple(is_urgent ? *entry.days_left : kNoDaysLeft, entry.item.first_seen,
                      entry.case_id);
  };
  return rank(a) < rank(b);
}

Digest compose(const Subscriber& subscriber, std::vector<Candidate> candidates, Coverage coverage,
               const Occasion& occasion, const config::Digest& limits) {
  CHECK(occasion.calendar != nullptr && occasion.profiles != nullptr);
  std::vector<Placed> all;
  all.reserve(candidates.size());
  for (Candidate& candidate : candidates) {
    all.push_back(placed(std::move(candidate), subscriber.language, occasion));
  }
  std::sort(all.begin(), all.end(),
            [](const Placed& a, const Placed& b) { return is_taken_before(a.entry, b.entry); });
  const auto kept = std::min(all.size(), static_cast<std::size_t>(std::max(0, limits.items_max)));

  Digest digest;
  digest.subscriber = subscriber;
  digest.composed_at = occasion.now;
  digest.coverage = std::move(coverage);
  digest.waiting = static_cast<int>(all.size() - kept);
  all.resize(kept);
  for (const SectionKind kind : kSectionOrder) {
    Section section{kind, {}};
    for (Placed& each : all) {
      if (each.section == kind) section.entries.push_back(std::move(each.entry));
    }
    std::sort(section.entries.begin(), section.entries.end(), is_read_before);
    if (!section.entries.empty()) digest.sections.push_back(std::move(section));
  }
  return digest;
}

}  // namespace fundwatch::digest
