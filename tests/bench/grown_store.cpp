#include "tests/bench/grown_store.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/check.h"

namespace fundwatch::bench {
namespace {

constexpr int kSources = 200;
constexpr int kSubscribers = 300;
constexpr int kItemsOfAReading = 20;
constexpr std::size_t kTextBytes = 1000;
constexpr std::int64_t kPerTransaction = 1000;
// What is older is not kept (config/housekeeping.h).
constexpr std::chrono::days kYears{700};
constexpr int kWeeks = 90;
constexpr int kCasesOfADigest = 20;
constexpr int kWeeksWithMails = 13;
constexpr std::size_t kMailBytes = 20'000;
constexpr std::size_t kAnswersOfEach = 10;
constexpr int kMeetings = 40;
constexpr int kGoals = 30;
constexpr std::size_t kCasesOfAnAct = 20;  // as many as stand on one page

// Of the newest, one in eight waits; of those before, one in ten was a hit.
constexpr std::int64_t kWaitingEvery = 8;
constexpr std::int64_t kHitEvery = 10;
constexpr std::int64_t kFirstWaiting = kGrownItems - kGrownWaiting * kWaitingEvery;

constexpr std::array<const char*, 10> kMunicipalities{
    "Bollnäs", "Gävle",    "Hofors",    "Hudiksvall", "Ljusdal",
    "Ockelbo", "Ovanåker", "Sandviken", "Söderhamn",  "Nordanstig"};

std::int64_t number_of(const Item& item) { return static_cast<std::int64_t>(item.id); }

bool waits(std::int64_t number) { return number >= kFirstWaiting && number % kWaitingEvery == 0; }

bool was_hit(std::int64_t number) { return number < kFirstWaiting && number % kHitEvery == 0; }

Source source_of(int number) {
  Source source;
  source.name = "Källa " + std::to_string(number);
  source.url = "https://kommun" + std::to_string(number) + ".example/rss";
  source.language = "sv";
  return source;
}

Health health_of(int number, Instant now) {
  Health health;
  health.last_attempt = health.last_success = health.newest_item = now - std::chrono::minutes(30);
  health.next_check = now + std::chrono::minutes(30);
  health.since = now - kYears;
  health.usual_gap = std::chrono::hours(24);
  if (number % 20 == 0) {
    health.state = SourceState::failing;
    health.failures = 3;
    health.error = "the server answered 503";
    health.failing_since = health.since = now - std::chrono::hours(3);
  }
  return health;
}

}  // namespace

GrownStore::GrownStore(store::Store& store, const Announcements& announcements, Instant now)
    : store_(store), announcements_(announcements), now_(now), profiles_(store.profiles.all()) {
  CHECK(!profiles_.empty());
}

void GrownStore::grow() {
  add_sources();
  add_subscribers();
  for (std::int64_t first = 1; first <= kGrownItems; first += kPerTransaction) {
    store::Transaction transaction = store_.begin();
    add_thousand_items(first);
    transaction.commit();
  }
  add_weeks();
  add_answers();
  add_plans();
}

void GrownStore::add_sources() {
  store::Transaction transaction = store_.begin();
  for (int number = 0; number < kSources; ++number) {
    const SourceId id = store_.sources.save(source_of(number));
    const Health health = health_of(number, now_);
    store_.sources.record(id, health, {});
    for (int month = 0; month < 20; ++month) {
      const Instant at = health.since + std::chrono::days(month);
      store_.source_history.add(id, {at, SourceState::failing, "the server answered 503"});
      store_.source_history.add(id, {at + std::chrono::hours(2), SourceState::ok, ""});
    }
    sources_.push_back(id);
  }
  transaction.commit();
}

void GrownStore::add_subscribers() {
  store::Transaction transaction = store_.begin();
  for (int number = 0; number < kSubscribers; ++number) {
    Subscriber subscriber;
    subscriber.email = "reader" + std::to_string(number) + "@asf.example";
    subscriber.name = "Anna";
    subscriber.organisation = "Kooperativet " + std::to_string(number);
    for (const Profile& profile : profiles_) subscriber.profiles.push_back(profile.name);
    // What was found before was mailed or is theirs no longer: a mail chooses among what waits.
    subscriber.since = seen(kFirstWaiting);
    subscriber.consented_at = now_ - kYears;
    const SubscriberId id = store_.subscribers.save(subscriber).value();
    store_.subscribers.set_next_digest(id, now_ + std::chrono::days(3));
    subscribers_.push_back(id);
  }
  transaction.commit();
}

Instant GrownStore::seen(std::int64_t number) const {
  const double age = static_cast<double>(kGrownItems - number) / static_cast<double>(kGrownItems);
  const double seconds = age * static_cast<double>(std::chrono::seconds(kYears).count());
  return now_ - std::chrono::seconds(static_cast<std::int64_t>(seconds));
}

// The readings take turns among the sources, so that those of one lie all over the file.
Item GrownStore::item(std::int64_t number) const {
  Item item = announcements_.item(number);
  const auto reading = static_cast<std::size_t>(number / kItemsOfAReading);
  item.source = sources_[reading % sources_.size()];
  item.text.resize(std::min(item.text.size(), item.text.find(' ', kTextBytes)));
  item.url = "https://kommun.example/annonser/" + item.key;
  item.address = item.url;
  item.summary = item.text.substr(0, item.text.find('.') + 1);
  item.published = seen(number) - std::chrono::hours(2);
  const auto day = std::chrono::floor<std::chrono::days>(seen(number));
  item.deadline.reset();
  if (number / kWaitingEvery % 3 != 0) {
    item.deadline = DueDate{day + std::chrono::days(number * 7 % 90)};
  }
  item.place = {kMunicipalities.at(reading % kMunicipalities.size()), {"SE313"}};
  return item;
}

void GrownStore::add_thousand_items(std::int64_t first) {
  std::vector<Item> all;
  for (std::int64_t number = first; number < first + kPerTransaction; number += kItemsOfAReading) {
    std::vector<Item> reading;
    for (int i = 0; i < kItemsOfAReading; ++i) reading.push_back(item(number + i));
    const auto stored = store_.items.put(reading, seen(number));
    for (std::size_t i = 0; i < reading.size(); ++i) {
      CHECK(stored[i].id == reading[i].id);  // numbered in the order in which they come
      reading[i].case_id = stored[i].case_id;
      all.push_back(std::move(reading[i]));
    }
  }
  add_hits(all);
}

Hit GrownStore::hit(const Item& item, std::size_t profile) const {
  const Profile& chosen = profiles_[profile % profiles_.size()];
  const std::string word = item.title.substr(0, item.title.find(' '));
  Hit hit;
  hit.profile = chosen.id;
  hit.profile_version = chosen.version;
  hit.score = 2;
  hit.reasons = {{chosen.terms.front().text, 1, Field::title, 0, word.size()},
                 {chosen.terms.back().text, 1, Field::text, 0, item.text.find(' ')}};
  return hit;
}

void GrownStore::add_hits(const std::vector<Item>& items) {
  std::vector<CaseId> old;
  for (const Item& item : items) {
    const std::int64_t number = number_of(item);
    if (!waits(number) && !was_hit(number)) continue;
    const auto first = static_cast<std::size_t>(number / kHitEvery);
    std::vector<Hit> hits{hit(item, first)};
    if (number % (kHitEvery * 20) == 0 && !waits(number)) hits.push_back(hit(item, first + 1));
    std::vector<ProfileId> profiles;
    for (const Hit& each : hits) profiles.push_back(each.profile);
    store_.hits.replace(item.id, profiles, hits, seen(number));
    if (was_hit(number)) old.push_back(item.case_id);
  }
  if (!old.empty()) review(old, seen(number_of(items.back())));
}

// One in four is kept.
void GrownStore::review(const std::vector<CaseId>& cases, Instant at) {
  for (std::size_t begin = 0; begin < cases.size(); begin += kCasesOfAnAct) {
    std::vector<CaseId> kept;
    std::vector<CaseId> dismissed;
    for (std::size_t i = begin; i < std::min(begin + kCasesOfAnAct, cases.size()); ++i) {
      (i % 4 == 0 ? kept : dismissed).push_back(cases[i]);
    }
    store_.reviews.mark(kept, {.at = at, .author = "Kim", .review = Review::kept});
    store_.reviews.mark(dismissed, {.at = at, .author = "Kim", .review = Review::dismissed});
    kept_.insert(kept_.end(), kept.begin(), kept.end());
  }
}

void GrownStore::add_weeks() {
  const std::size_t of_week = kept_.size() / kWeeks;
  for (int week = 0; week < kWeeks; ++week) {
    const auto begin = kept_.begin() + static_cast<std::ptrdiff_t>(of_week) * week;
    add_week(kWeeks - week, std::vector<CaseId>(begin, begin + kCasesOfADigest));
  }
}

void GrownStore::add_week(int weeks_ago, const std::vector<CaseId>& told) {
  const Instant moment = now_ - std::chrono::days(7 * weeks_ago);
  std::vector<store::LedgerEntry> entries;
  for (const CaseId id : told) entries.push_back({id, 1});
  store::Transaction transaction = store_.begin();
  for (const SubscriberId id : subscribers_) {
    const std::string number = std::to_string(static_cast<std::int64_t>(id));
    Mail mail;
    mail.message_id = number + "." + std::to_string(weeks_ago) + "@asf.example";
    store_.digests.record(id, moment, mail.message_id, entries, moment);
    if (weeks_ago > kWeeksWithMails) continue;
    mail.subscriber = id;
    mail.sender = "bevakning@asf.example";
    mail.recipient = "reader" + number + "@asf.example";
    mail.subject = "Veckans nyheter";
    mail.bytes = std::string(kMailBytes, 'x');
    store_.outbox.mark_sent(store_.outbox.add(mail, moment), "250 2.0.0 Ok", moment);
  }
  transaction.commit();
}

void GrownStore::add_answers() {
  constexpr std::array kKinds{AnswerKind::interested, AnswerKind::applied, AnswerKind::declined,
                              AnswerKind::granted};
  store::Transaction transaction = store_.begin();
  for (std::size_t reader = 0; reader < subscribers_.size(); ++reader) {
    for (std::size_t i = 0; i < kAnswersOfEach; ++i) {
      const std::size_t number = reader * kAnswersOfEach + i;
      Answer answer;
      answer.subscriber = subscribers_[reader];
      answer.case_id = kept_[number * 7919 % kept_.size()];
      answer.kind = kKinds.at(number % kKinds.size());
      if (answer.kind == AnswerKind::applied) answer.amount = 100'000;
      answer.at = now_ - std::chrono::hours(number);
      store_.answers.save(answer);
    }
  }
  transaction.commit();
}

void GrownStore::add_plans() {
  store::Transaction transaction = store_.begin();
  for (int i = 0; i < kMeetings; ++i) {
    Meeting meeting;
    meeting.title = "Nätverksträff " + std::to_string(i);
    meeting.starts = now_ + std::chrono::days(7 * (i - kMeetings / 2));
    meeting.place = "Folkets hus, Bollnäs";
    store_.meetings.add(meeting, now_);
  }
  for (int i = 0; i < kGoals; ++i) {
    store::GoalNote note;
    note.day = std::chrono::floor<std::chrono::days>(now_ - std::chrono::days(10 * i));
    note.municipality = kMunicipalities.at(static_cast<std::size_t>(i) % kMunicipalities.size());
    note.text = "Avtal om idéburet offentligt partnerskap";
    store_.follow_up.add(note);
  }
  transaction.commit();
}

}  // namespace fundwatch::bench
