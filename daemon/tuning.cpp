#include "daemon/tuning.h"

#include <algorithm>
#include <future>

#include "daemon/profiles_in_force.h"

namespace fundwatch::daemon {
namespace {

constexpr std::size_t kMarkedAtOnce = 1000;

std::optional<Profile> in_force(const store::Store& store, const std::string& name) {
  for (ProfileInForce& each : profiles_in_force(store)) {
    if (each.name == name) return std::move(each.profile);
  }
  return std::nullopt;
}

matchers::SourceNames names_of_sources(const store::Store& store) {
  matchers::SourceNames names;
  for (const Source& source : store.sources.all()) names.emplace(source.id, source.name);
  return names;
}

double weeks_between(Instant begin, Instant end) {
  using Weeks = std::chrono::duration<double, std::chrono::weeks::period>;
  return std::max(1.0, Weeks(end - begin).count());
}

void read_items(const store::Store& store, store::MarksRead& read, matchers::Index& index) {
  std::vector<matchers::MarkId> marks;
  store.marks.each_item(read, [&](const store::MarkedItem& item) {
    marks.clear();
    for (const std::uint32_t mark : item.marks) marks.push_back(matchers::MarkId{mark});
    index.put(item.item, item.first_seen, marks);
  });
}

void read_texts(const store::Store& store, store::MarksRead& read, matchers::MarkTable& marks) {
  store.marks.each_text(read, [&](std::uint32_t id, std::string_view text) {
    marks.add(matchers::MarkId{id}, text);
  });
}

}  // namespace

Result<TuneAnswer> Tuning::answer(const Profile& changed, std::optional<Instant> since,
                                  Instant now) {
  refresh();
  const store::Snapshot snapshot = store_.snapshot();
  TuneAnswer answer{.before = in_force(store_, changed.name)};
  const matchers::SourceNames names = names_of_sources(store_);
  std::unordered_map<ItemId, Review> reviews;
  if (answer.before) reviews = store_.hits.reviews(answer.before->id);
  auto effect = tuner_->effect_of({.before = answer.before ? &*answer.before : nullptr,
                                   .after = changed,
                                   .since = since,
                                   .sources = names,
                                   .reviews = reviews,
                                   .county = setting_.county});
  if (!effect) return effect.error();
  answer.effect = std::move(*effect);
  if (answer.effect.oldest) answer.weeks = weeks_between(*answer.effect.oldest, now);
  return answer;
}

void Tuning::refresh() {
  while (marking_.catch_up(kMarkedAtOnce) == kMarkedAtOnce) {
  }
  const store::Snapshot snapshot = store_.snapshot();
  // What is removed is not told one by one: it happens in bulk, once a day at most.
  const std::int64_t removals = store_.marks.removals();
  if (!tuner_ || removals != read_.removals) return read_all(removals);
  read_items(store_, read_, tuner_->index());
  read_texts(store_, read_, tuner_->marks());
}

// Either takes seconds, so that both are read at a time. The snapshot is older than what the other
// thread sees: no text is missing of the marks that items have, unless it was just forgotten with
// the last of them, and then removals() says so the next time.
void Tuning::read_all(std::int64_t removals) {
  tuner_.reset();
  read_ = {.removals = removals};
  struct Texts {
    matchers::MarkTable marks;
    store::MarksRead read;
  };
  auto texts = std::async(std::launch::async, [this] {
    Texts read{matchers::MarkTable(setting_.lexicon()), {}};
    read_texts(store::Store(setting_.database), read.read, read.marks);
    return read;
  });
  matchers::Index index;
  read_items(store_, read_, index);
  Texts found = texts.get();
  read_.text = found.read.text;
  tuner_.emplace(std::move(found.marks), std::move(index),
                 [this](ItemId id) { return store_.items.find_texts(id); });
}

}  // namespace fundwatch::daemon
