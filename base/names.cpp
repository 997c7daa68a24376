#include "base/names.h"

#include <algorithm>
#include <array>

namespace fundwatch {
namespace {

constexpr std::array<std::string_view, 11> kSourceKinds{"auto",  "rss",     "atom",   "jsonfeed",
                                                        "page",  "watch",   "eforms", "ted",
                                                        "sedia", "vinnova", "mail"};
constexpr std::array<std::string_view, 6> kSourceStates{"ok",    "failing",   "silent",
                                                        "moved", "attention", "paused"};
constexpr std::array<std::string_view, 3> kLinkedTexts{"when-short", "always", "never"};
constexpr std::array<std::string_view, 4> kReserved{"none", "res-ws", "res-pub-ser", "ideburen"};
constexpr std::array<std::string_view, 4> kReaches{"municipality", "neighbours", "county",
                                                   "everywhere"};
constexpr std::array<std::string_view, 5> kAnswerKinds{"interested", "declined", "applied",
                                                       "granted", "coming"};
constexpr std::array<std::string_view, 3> kRoles{"reader", "coordinator", "sysadmin"};
constexpr std::array<std::string_view, 2> kLanguages{"sv", "en"};
constexpr std::array<std::string_view, 4> kTermRoles{"adds", "required", "veto", "context"};
constexpr std::array<std::string_view, 4> kFields{"title", "summary", "text", "facts"};
constexpr std::array<std::string_view, 7> kAnnouncementKinds{
    "unknown", "call", "procurement", "event", "decision", "report", "vacancy"};
constexpr std::array<std::string_view, 7> kCallStatuses{
    "unknown", "open", "forthcoming", "extended", "results", "cancelled", "closed"};
constexpr std::array<std::string_view, 3> kReviews{"none", "kept", "dismissed"};
constexpr std::array<std::string_view, 7> kWeekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                    "thursday", "friday", "saturday"};

// The place of a word in one of the tables above, whose order is that of the enumerations.
std::optional<std::size_t> index_in(const std::string_view* first, const std::string_view* last,
                                    std::string_view word) {
  const auto* found = std::find(first, last, word);
  if (found == last) return std::nullopt;
  return static_cast<std::size_t>(found - first);
}

}  // namespace

std::string_view name_of(SourceKind kind) { return kSourceKinds[static_cast<std::size_t>(kind)]; }

std::optional<SourceKind> parse_source_kind(std::string_view word) {
  const auto index = index_in(kSourceKinds.begin(), kSourceKinds.end(), word);
  return index ? std::optional(static_cast<SourceKind>(*index)) : std::nullopt;
}

std::vector<std::string> source_kind_names() { return {kSourceKinds.begin(), kSourceKinds.end()}; }

std::string_view name_of(SourceState state) {
  return kSourceStates[static_cast<std::size_t>(state)];
}

std::optional<SourceState> parse_source_state(std::string_view word) {
  const auto index = index_in(kSourceStates.begin(), kSourceStates.end(), word);
  return index ? std::optional(static_cast<SourceState>(*index)) : std::nullopt;
}

std::string_view name_of(LinkedText when) { return kLinkedTexts[static_cast<std::size_t>(when)]; }

std::optional<LinkedText> parse_linked_text(std::string_view word) {
  const auto index = index_in(kLinkedTexts.begin(), kLinkedTexts.end(), word);
  return index ? std::optional(static_cast<LinkedText>(*index)) : std::nullopt;
}

std::vector<std::string> linked_text_names() { return {kLinkedTexts.begin(), kLinkedTexts.end()}; }

std::string_view name_of(Reserved reserved) {
  return kReserved[static_cast<std::size_t>(reserved)];
}

std::optional<Reserved> parse_reserved(std::string_view word) {
  const auto index = index_in(kReserved.begin(), kReserved.end(), word);
  return index ? std::optional(static_cast<Reserved>(*index)) : std::nullopt;
}

std::string_view name_of(Reach reach) { return kReaches[static_cast<std::size_t>(reach)]; }

std::optional<Reach> parse_reach(std::string_view word) {
  const auto index = index_in(kReaches.begin(), kReaches.end(), word);
  return index ? std::optional(static_cast<Reach>(*index)) : std::nullopt;
}

std::vector<std::string> reach_names() { return {kReaches.begin(), kReaches.end()}; }

std::string_view name_of(AnswerKind kind) { return kAnswerKinds[static_cast<std::size_t>(kind)]; }

std::optional<AnswerKind> parse_answer_kind(std::string_view word) {
  const auto index = index_in(kAnswerKinds.begin(), kAnswerKinds.end(), word);
  return index ? std::optional(static_cast<AnswerKind>(*index)) : std::nullopt;
}

std::string_view name_of(Language language) {
  return kLanguages[static_cast<std::size_t>(language)];
}

std::optional<Language> parse_language(std::string_view word) {
  const auto index = index_in(kLanguages.begin(), kLanguages.end(), word);
  return index ? std::optional(static_cast<Language>(*index)) : std::nullopt;
}

std::string_view name_of(Role role) { return kRoles[static_cast<std::size_t>(role)]; }

std::optional<Role> parse_role(std::string_view word) {
  const auto index = index_in(kRoles.begin(), kRoles.end(), word);
  return index ? std::optional(static_cast<Role>(*index)) : std::nullopt;
}

std::vector<std::string> role_names() { return {kRoles.begin(), kRoles.end()}; }

std::string_view name_of(TermRole role) { return kTermRoles[static_cast<std::size_t>(role)]; }

std::optional<TermRole> parse_term_role(std::string_view word) {
  const auto index = index_in(kTermRoles.begin(), kTermRoles.end(), word);
  return index ? std::optional(static_cast<TermRole>(*index)) : std::nullopt;
}

std::vector<std::string> term_role_names() { return {kTermRoles.begin(), kTermRoles.end()}; }

std::string_view name_of(Field field) { return kFields[static_cast<std::size_t>(field)]; }

std::optional<Field> parse_field(std::string_view word) {
  const auto index = index_in(kFields.begin(), kFields.end(), word);
  return index ? std::optional(static_cast<Field>(*index)) : std::nullopt;
}

std::string_view name_of(Review review) { return kReviews[static_cast<std::size_t>(review)]; }

std::string_view name_of(AnnouncementKind kind) {
  return kAnnouncementKinds[static_cast<std::size_t>(kind)];
}

std::optional<AnnouncementKind> parse_announcement_kind(std::string_view word) {
  const auto index = index_in(kAnnouncementKinds.begin(), kAnnouncementKinds.end(), word);
  return index ? std::optional(static_cast<AnnouncementKind>(*index)) : std::nullopt;
}

std::string_view name_of(CallStatus status) {
  return kCallStatuses[static_cast<std::size_t>(status)];
}

std::optional<CallStatus> parse_call_status(std::string_view word) {
  const auto index = index_in(kCallStatuses.begin(), kCallStatuses.end(), word);
  return index ? std::optional(static_cast<CallStatus>(*index)) : std::nullopt;
}

std::string_view name_of(std::chrono::weekday weekday) { return kWeekdays[weekday.c_encoding()]; }

std::optional<std::chrono::weekday> parse_weekday(std::string_view word) {
  const auto index = index_in(kWeekdays.begin(), kWeekdays.end(), word);
  return index ? std::optional(std::chrono::weekday(static_cast<unsigned>(*index))) : std::nullopt;
}

std::string name_of_hour(std::chrono::minutes time_of_day) {
  const auto two_digits = [](long long number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return two_digits(time_of_day.count() / 60) + ":" + two_digits(time_of_day.count() % 60);
}

std::optional<std::chrono::minutes> parse_hour(std::string_view word) {
  const auto is_digit = [&](std::size_t i) { return word[i] >= '0' && word[i] <= '9'; };
  if (word.size() != 5 || word[2] != ':' || !is_digit(0) || !is_digit(1) || !is_digit(3) ||
      !is_digit(4)) {
    return std::nullopt;
  }
  const int hour = (word[0] - '0') * 10 + (word[1] - '0');
  const int minute = (word[3] - '0') * 10 + (word[4] - '0');
  if (hour > 23 || minute > 59) return std::nullopt;
  return std::chrono::minutes(hour * 60 + minute);
}

}  // namespace fundwatch
