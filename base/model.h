// base/model.h — the nouns of fundwatch, in the order in which data walks:
// Source -> Response -> Item -> Hit -> Digest -> Message. Read this file first.
// Plain values without behaviour. Ids are distinct types, so that they cannot be mixed up; the
// value 0 means "not stored yet". The same words stand in code, tables, logs, commands and pages.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"

namespace fundwatch {

enum class SourceId : std::int64_t {};
enum class ItemId : std::int64_t {};
enum class CaseId : std::int64_t {};
enum class ProfileId : std::int64_t {};
enum class HitId : std::int64_t {};
enum class SubscriberId : std::int64_t {};
enum class DigestId : std::int64_t {};
enum class MailId : std::int64_t {};
enum class AccountId : std::int64_t {};

using Day = std::chrono::year_month_day;

// The languages that people read here. What items are written in is a BCP 47 tag instead.
enum class Language { swedish, english };

// A text in both languages; an empty one falls back to the other.
struct Bilingual {
  std::string swedish;
  std::string english;
  bool operator==(const Bilingual&) const = default;
};

// --------------- source: what to ask, how, how often

// page: a web page with a list, whose blocks are its items. watch: a web page without one, where
// each change of its main text is an item. eforms, ted, sedia, vinnova: official notices and calls
// in the shapes of their services. mail: alert mails in a mailbox.
enum class SourceKind {
  automatic,
  rss,
  atom,
  json_feed,
  page,
  watch,
  eforms,
  ted,
  sedia,
  vinnova,
  mail
};

// Where the list of a page is, and the parts of each of its blocks: selectors in CSS or XPath
// (feeds/read/selector.h). What is empty is guessed.
struct PageRule {
  std::string list;
  std::string title;
  std::string link;
  std::string date;
  std::string summary;
  bool operator==(const PageRule&) const = default;
};

// When the page or PDF that an item links to is fetched for its text.
enum class LinkedText { when_short, always, never };

// What a server gave to make the next request conditional (RFC 9110 § 8.8), to the letter.
struct Validators {
  std::string etag;
  std::string last_modified;
  bool operator==(const Validators&) const = default;
};

// How a source is, in one word (daemon/health.h). silent: it can be read, but nothing new has come
// for too long. moved: its address was changed lately, by its server's wish. attention: it does not
// get well by itself.
enum class SourceState { ok, failing, silent, moved, attention, paused };

// Where a source's permanent redirects lead, as seen several times in a row.
struct Move {
  std::string url;
  int sightings = 0;
  Instant since{};        // the first of them
  bool is_known = false;  // what was read there then was known from here
  bool operator==(const Move&) const = default;
};

// How it goes with a source. `failures` counts since the last success.
struct Health {
  int failures = 0;
  std::string error;  // what is wrong, in words; empty when nothing is
  std::optional<Instant> failing_since;
  std::optional<Instant> last_attempt;
  std::optional<Instant> last_success;
  Instant next_check{};
  SourceState state = SourceState::ok;  // never paused: that is Source::paused
  Instant since{};                      // when the state began
  std::optional<Move> move;
  std::optional<Instant> newest_item;  // when something new came last
  std::chrono::minutes usual_gap{0};   // between days with something new; 0: not known yet
  bool is_empty = false;               // the last document held no item at all
};

struct Source {
  SourceId id{};
  std::string name;  // unique, shown to readers
  std::string url;
  SourceKind kind = SourceKind::automatic;
  PageRule page_rule;  // of kind page
  LinkedText linked_text = LinkedText::when_short;
  std::string language;  // assumed when the source does not say: "sv", "en" or ""
  std::string query;     // of ted and sedia: what is asked for, in the service's own language
  std::vector<std::string> senders;  // of mail: the addresses or domains whose mails are read
  std::string ca_file;               // PEM file of authorities to trust beside the system's
  std::chrono::minutes interval{60};
  std::chrono::minutes expected_every{0};  // something new; 0: learned from what came
  bool paused = false;
  Validators validators;
  Health health;
};

// ---------------------------------------------------------------- response: what came back

struct Response {
  std::string final_url;  // after redirects
  int status = 0;         // 200 or 304; everything else is an Error{fetch}
  std::string content_type;
  Validators validators;
  std::string body;  // decompressed bytes
};

// ---------------------------------------------------------------- item: one announcement

// A day, and the instant as well where a time of day was stated. A doubtful one is so absurd that
// it is shown and never used for ordering.
struct DueDate {
  Day day{};
  std::optional<Instant> at;
  bool is_doubtful = false;
  bool operator==(const DueDate&) const = default;
};

// Whole units of an ISO 4217 currency. Doubtful as a DueDate is.
struct Amount {
  std::int64_t value = 0;
  std::string currency;
  bool is_doubtful = false;
  bool operator==(const Amount&) const = default;
};

// Among what an item is limited to: a region that it does not name ("endast för länet").
inline constexpr const char* kUnnamedRegion = "?";

struct Place {
  std::string municipality;       // "Gävle"; empty when unknown
  std::vector<std::string> nuts;  // "SE313"
  bool operator==(const Place&) const = default;
};

struct Enclosure {
  std::string url;
  std::string type;
  std::optional<std::int64_t> bytes;
  bool operator==(const Enclosure&) const = default;
};

// What an item announces. call: money, or a loan, to apply for. event: a meeting or training to
// come to. decision: a policy, law or agreement, decided or proposed. report: reading matter,
// opinions too.
enum class AnnouncementKind { unknown, call, procurement, event, decision, report, vacancy };

// How it stands with the call or procurement that an item announces.
enum class CallStatus { unknown, open, forthcoming, extended, results, cancelled, closed };

// Whom a contract is reserved for. sheltered: whose main aim is the integration of people far from
// the labour market (BT-71 res-ws, LOU 4 kap. 18 §). public_service: Directive 2014/24 art. 77
// (res-pub-ser, LOU 19 kap. 25 §). idea_based: Sweden's idéburna (LOU 19 kap. 25 a §).
enum class Reserved { none, sheltered, public_service, idea_based };

// What can be tendered for on its own. Codes are those of eForms and CPV.
struct Lot {
  std::string id;  // "LOT-0001"
  std::string title;
  Reserved reserved = Reserved::none;
  std::optional<bool> reserved_execution;  // by sheltered employment; absent: not said
  std::optional<DueDate> deadline;
  std::optional<Amount> value;
  std::vector<std::string> cpv;
  bool operator==(const Lot&) const = default;
};

// What a procurement notice says in fields of its own; empty is what it does not say.
struct Notice {
  std::string id;
  std::string procedure_id;
  std::string type;     // "cn-standard"
  std::string changes;  // the id of the notice that this one changes
  std::string buyer;
  std::vector<std::string> cpv;  // of all lots
  Reserved reserved = Reserved::none;
  std::string reserved_ground;                 // the notice's words
  std::optional<bool> reserved_execution;      // of any lot
  std::vector<std::string> social_objectives;  // "opp"
  std::optional<Amount> value;
  std::string documents;  // where they are
  std::vector<Lot> lots;
  bool operator==(const Notice&) const = default;
};

struct Item {
  ItemId id{};
  SourceId source{};
  CaseId case_id{};
  std::string key;      // names the item within its source; one line, never empty
  std::string address;  // the page it alone links to (feeds/read/address.h), else empty
  std::string url;      // absolute http(s), or empty
  std::string title;    // plain text, one line
  std::string summary;  // plain text
  std::string text;     // plain text; empty when the source gives none beyond the summary
  std::string author;
  std::string language;  // BCP 47; empty when unknown
  std::vector<std::string> categories;
  std::vector<Enclosure> enclosures;
  std::optional<Instant> published;
  std::optional<Instant> updated;
  std::optional<DueDate> deadline;  // last day to apply, tender, register or answer
  std::string deadline_text;        // the words that state it
  std::optional<Day> event_date;
  std::optional<Amount> amount;
  Place place;
  AnnouncementKind kind = AnnouncementKind::unknown;
  CallStatus status = CallStatus::unknown;
  std::vector<std::string>
      limited_to;  // where those must be who may apply: NUTS, or kUnnamedRegion
  std::optional<Notice> notice;
  Instant first_seen{};  // set by store
};

// ---------------------------------------------------------------- profile: what somebody looks for

// adds: weighs towards the threshold. required: weighs too, and no hit without it. veto: no hit
// with it. context: weighs only beside a strong term, that is one that adds or is required, has a
// weight above 0 and holds of the same item: "utlysning" means something beside "socialt företag",
// and nothing alone or beside other context terms.
enum class TermRole { adds, required, veto, context };

struct Term {
  std::string text;  // a rule as written by a person, see matchers/query.h
  double weight = 1.0;
  TermRole role = TermRole::adds;
  bool operator==(const Term&) const = default;
};

// Versioned: every saved change is a new version, and a hit names the version that made it.
struct Profile {
  ProfileId id{};
  std::string name;  // unique slug: "finansiering"
  Bilingual title;   // shown to readers: "Bidrag att söka"
  int version = 0;
  double threshold = 1.0;
  std::vector<Term> terms;
};

// --------------- hit: why an item concerns a profile

// facts: what the item is rather than what it says (its language, its CPV code), or lacks.
enum class Field { title, summary, text, facts };

// One place where a term stood. Bytes [begin, end) of that field's plain text; none of facts. The
// score is the sum of the weights of the distinct terms, which count as their roles say.
struct Reason {
  std::string term;
  double weight = 0;
  Field field = Field::title;
  std::size_t begin = 0;
  std::size_t end = 0;
  TermRole role = TermRole::adds;
  bool operator==(const Reason&) const = default;
};

// What the coordinator said of a hit.
enum class Review { none, kept, dismissed };

struct Hit {
  HitId id{};
  ItemId item{};
  ProfileId profile{};
  int profile_version = 0;
  double score = 0;  // sum of the weights of the distinct terms in `reasons`
  std::vector<Reason> reasons;
  Review review = Review::none;
  std::string note;  // the coordinator's, with the review
  Instant found_at{};
};

// --------------- subscriber: who gets the weekly mail

// A moment that comes back every week, in the installation's time zone.
struct WeeklyMoment {
  std::chrono::weekday weekday = std::chrono::Monday;
  std::chrono::minutes time_of_day{7 * 60};
  bool operator==(const WeeklyMoment&) const = default;
};

// How far away what they want may be, if its place is known; what has none, and what is for all of
// Sweden or the EU, always reaches them. neighbours: municipalities that border on theirs.
enum class Reach { municipality, neighbours, county, everywhere };

struct Subscriber {
  SubscriberId id{};
  std::string email;  // unique
  std::string name;   // how the mail greets: "Anna"
  std::string organisation;
  std::string municipality;  // "Gävle"; empty: not said
  Reach reach = Reach::everywhere;
  Language language = Language::swedish;
  std::vector<std::string> profiles;  // names
  WeeklyMoment moment;
  bool paused = false;
  bool wants_empty_weeks = true;        // a short mail also when nothing is new
  std::optional<Instant> consented_at;  // absent: no mail but the question whether they want any
  std::optional<Instant> asked_at;      // when that went out; set by the daemon
  Instant since{};                      // hits found from here on are theirs
  std::optional<Instant> next_digest;   // set by the daemon
  int refusals = 0;                     // mails refused in a row because of this address
};

// --------------- digest: what waits for a subscriber

// A case that a subscriber is entitled to and has not had in this version: the item that speaks for
// it, and the hits that entitle, strongest first. What the mail makes of it is digest/digest.h.
struct Candidate {
  CaseId case_id{};
  int version = 1;  // of the case; above 1 it has changed since it was first announced
  Item item;
  std::string source_name;
  std::vector<Hit> hits;
};

// What a subscriber has made of a case; they come to meetings and get money.
enum class AnswerKind { interested, declined, applied, granted, coming };

// The latest one counts.
struct Answer {
  SubscriberId subscriber{};
  CaseId case_id{};
  AnswerKind kind = AnswerKind::interested;
  std::optional<std::int64_t> amount;  // in SEK, of what was applied for or granted
  Instant at{};
  bool operator==(const Answer&) const = default;
};

// ---------------------------------------------------------------- message: bytes on their way

// A mail as it will be sent, retried and previewed: made once, never changed.
struct Mail {
  MailId id{};
  SubscriberId subscriber{};
  std::string message_id;  // without angle brackets
  std::string sender;      // envelope address
  std::string recipient;   // envelope address
  std::string subject;     // for lists and logs
  std::string bytes;       // RFC 5322, CRLF line ends
  int attempts = 0;
  Instant next_attempt{};
};

// ---------------------------------------------------------------- account: who works at the desk

// Each may what the one before may. reader: look. coordinator: change what is watched, and who gets
// what. sysadmin: what concerns the service itself.
enum class Role { reader, coordinator, sysadmin };

// Of somebody who logs in. Subscribers have none.
struct Account {
  AccountId id{};
  std::string email;  // unique whatever its case
  std::string name;
  Role role = Role::reader;
  Language language = Language::swedish;
  bool disabled = false;  // may not log in
  bool operator==(const Account&) const = default;
};

}  // namespace fundwatch
