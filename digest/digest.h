// digest/digest.h — what one mail says, before it is words: the values that compose makes and
// render reads. Pure data; every text in it comes from outside and is not escaped.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/model.h"

namespace fundwatch::digest {

// What is wrong with a source, the worst first.
enum class OutageKind {
  dead,        // it cannot be read, and does not get well by itself
  unread,      // it cannot be read
  never_read,  // it has not been read yet
  astray,      // it leads to other announcements than its own
  at_times,    // it could not be read, several times, and is read again
  read_again,  // the same, once
  silent       // it is read, and nothing new has come for too long
};

// Why readers may have missed something of a source in the time of the digest.
struct Outage {
  std::string source_name;
  std::optional<Instant> since{};
  OutageKind kind = OutageKind::unread;
  std::optional<Instant> until{};  // of what is over
};

// Whether the source could not be read at the time of the digest.
constexpr bool is_unread(OutageKind kind) { return kind <= OutageKind::never_read; }

struct Coverage {
  int sources = 0;  // that should have been read
  std::vector<Outage> outages;
};

// A coming event is in events, also when one must register within days: a meeting is no call. Else
// a deadline of the next seven days is closing_soon; else a case that was announced before is
// changed; all others are fresh, what is over (base/call_status.h) too. closing_later holds
// reminders of what the subscriber answered to.
inline constexpr int kClosingSoonDays = 7;

// Why an entry is in the mail: it was found, the subscriber said to be interested in it, or it is a
// meeting of the network's own. Only what was found is for the ledger; the others come again.
enum class Origin { hit, interest, meeting };

enum class SectionKind { closing_soon, fresh, changed, closing_later, events };

// The order of the mail.
inline constexpr std::array<SectionKind, 5> kSectionOrder = {
    SectionKind::closing_soon, SectionKind::fresh, SectionKind::changed, SectionKind::closing_later,
    SectionKind::events};

struct Entry {
  CaseId case_id{};
  int version = 1;
  Item item;
  std::string source_name;
  std::vector<std::string> profiles;  // titles in the subscriber's language
  std::vector<std::string> terms;     // the words as they stood in the item, without repetition
  std::string excerpt;                // plain text around the strongest reason
  // Midnights to the deadline, or to the event where one need not register any more; nothing when
  // there is none or it is over.
  std::optional<int> days_left;
  std::string answer_url;      // of our page for answers to it; empty where there are no pages
  bool is_ranked_low = false;  // listed last in its section, never dropped
  Origin origin = Origin::hit;
  bool is_of_interest = false;      // the subscriber answered so
  std::optional<Instant> event_at;  // of a meeting
};

struct Section {
  SectionKind kind = SectionKind::fresh;
  std::vector<Entry> entries;
};

struct Digest {
  Subscriber subscriber;
  Instant composed_at{};
  std::vector<Section> sections;  // none empty
  int waiting = 0;                // entries that did not fit and stay queued
  int outside = 0;                // left out because they concern other places
  Coverage coverage;
  std::string settings_url;  // of our pages; empty where there are none
  std::string unsubscribe_url;
  std::string calendar_url;
  std::string note;                   // the coordinator's own lines, plain text
  std::optional<Instant> preview_of;  // a last look for the coordinator: when it goes to others
  bool has_new_meeting = false;       // or one that changed
};

// Whether it tells anything but what comes again every week.
bool has_news(const Digest& digest);

}  // namespace fundwatch::digest
