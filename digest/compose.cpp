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

// What a mail may say of an item's days: those ahead that are neither doubtful nor called off.
struct DaysAhead {
  std::optional<int> to_deadline;
  std::optional<int> to_event;
};

DaysAhead days_ahead(const Item& item, const Occasion& occasion) {
  const auto days_to = [&occasion](const auto& day) -> std::optional<int> {
    return day ? days_left(*day, *occasion.calendar, occasion.now) : std::nullopt;
  };
  const bool is_ahead = !is_over(item.status);
  const bool is_sure = is_ahead && item.deadline && !item.deadline->is_doubtful;
  return {is_sure ? days_to(item.deadline) : std::nullopt,
          is_ahead ? days_to(item.event_date) : std::nullopt};
}

SectionKind section_of(const Entry& entry, const DaysAhead& days) {
  if (days.to_event) return SectionKind::events;
  if (days.to_deadline && *days.to_deadline <= kClosingSoonDays) return SectionKind::closing_soon;
  if (entry.origin == Origin::interest) return SectionKind::closing_later;
  return entry.version > 1 ? SectionKind::changed : SectionKind::fresh;
}

Placed placed(Candidate candidate, Language language, const Occasion& occasion) {
  Placed result;
  const DaysAhead days = days_ahead(candidate.item, occasion);
  result.entry = entry_of(std::move(candidate), language, occasion);
  result.section = section_of(result.entry, days);
  return result;
}

// Those of the interests that have a last day ahead, and that the mail does not tell anyway.
std::vector<Placed> placed_interests(const std::set<CaseId>& told, Language language,
                                     const Occasion& occasion) {
  std::vector<Placed> all;
  for (const Candidate& candidate : occasion.interests) {
    if (told.contains(candidate.case_id)) continue;
    const DaysAhead days = days_ahead(candidate.item, occasion);
    if (!days.to_deadline) continue;
    Placed each;
    each.entry = entry_of(candidate, language, occasion);
    each.entry.origin = Origin::interest;
    each.section = section_of(each.entry, days);
    all.push_back(std::move(each));
  }
  std::stable_sort(all.begin(), all.end(), [](const Placed& a, const Placed& b) {
    return *a.entry.days_left < *b.entry.days_left;
  });
  if (all.size() > kInterestsShownMax) all.resize(kInterestsShownMax);
  return all;
}

Placed placed_meeting(const Meeting& meeting, const Occasion& occasion) {
  Placed result{SectionKind::events, {}};
  Entry& entry = result.entry;
  entry.origin = Origin::meeting;
  entry.source_name = occasion.network;
  entry.excerpt = meeting.place;
  entry.event_at = meeting.starts;
  entry.item.title = meeting.title;
  entry.item.url = meeting.link;
  entry.item.event_date = occasion.calendar->day(meeting.starts);
  entry.item.status = meeting.is_cancelled ? CallStatus::cancelled : CallStatus::unknown;
  entry.days_left = days_left(*entry.item.event_date, *occasion.calendar, occasion.now);
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

bool has_news(const Digest& digest) {
  const auto is_news = [&digest](const Section& section, const Entry& entry) {
    if (entry.origin == Origin::meeting) return digest.has_new_meeting;
    return entry.origin == Origin::hit || section.kind == SectionKind::closing_soon;
  };
  return std::ranges::any_of(digest.sections, [&](const Section& section) {
    return std::ranges::any_of(section.entries,
                               [&](const Entry& entry) { return is_news(section, entry); });
  });
}

// A doubtful day is shown, and orders nothing; nor do those of what was called off.
Entry entry_of(Candidate candidate, Language language, const Occasion& occasion) {
  const DaysAhead days = days_ahead(candidate.item, occasion);
  Entry entry;
  entry.case_id = candidate.case_id;
  entry.version = candidate.version;
  entry.is_ranked_low = occasion.ranked_low.contains(candidate.case_id);
  entry.source_name = candidate.source_name;
  entry.profiles = profile_titles(candidate.hits, language, *occasion.profiles);
  entry.terms = words_that_stood(candidate);
  entry.excerpt = excerpt(candidate);
  entry.days_left = days.to_deadline ? days.to_deadline : days.to_event;
  entry.is_of_interest = std::ranges::any_of(occasion.interests, [&](const Candidate& interest) {
    return interest.case_id == candidate.case_id;
  });
  entry.item = std::move(candidate.item);
  return entry;
}

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
  std::set<CaseId> told;
  for (const Placed& each : all) told.insert(each.entry.case_id);
  for (Placed& each : placed_interests(told, subscriber.language, occasion)) {
    all.push_back(std::move(each));
  }
  const std::size_t meetings = std::min(occasion.meetings.size(), kMeetingsShownMax);
  for (std::size_t i = 0; i < meetings; ++i) {
    all.push_back(placed_meeting(occasion.meetings[i], occasion));
  }
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
