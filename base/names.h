// base/names.h — the one word for each value that is written down: in TOML, JSON and the database.
// parse_… gives nothing for any other word.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/model.h"

namespace fundwatch {

std::string_view name_of(SourceKind kind);
std::optional<SourceKind> parse_source_kind(std::string_view word);
std::vector<std::string> source_kind_names();  // for messages: expected one of …

std::string_view name_of(SourceState state);
std::optional<SourceState> parse_source_state(std::string_view word);

std::string_view name_of(LinkedText when);  // "when-short", "always", "never"
std::optional<LinkedText> parse_linked_text(std::string_view word);
std::vector<std::string> linked_text_names();

std::string_view name_of(Reserved reserved);  // "none", "res-ws", "res-pub-ser", "ideburen"
std::optional<Reserved> parse_reserved(std::string_view word);

std::string_view name_of(Reach reach);  // "municipality", "neighbours", "county", "everywhere"
std::optional<Reach> parse_reach(std::string_view word);
std::vector<std::string> reach_names();

std::string_view name_of(AnswerKind kind);  // "interested", …
std::optional<AnswerKind> parse_answer_kind(std::string_view word);

std::string_view name_of(Language language);  // "sv", "en"
std::optional<Language> parse_language(std::string_view word);

std::string_view name_of(Role role);  // "reader", "coordinator", "sysadmin"
std::optional<Role> parse_role(std::string_view word);
std::vector<std::string> role_names();

std::string_view name_of(TermRole role);
std::optional<TermRole> parse_term_role(std::string_view word);
std::vector<std::string> term_role_names();

std::string_view name_of(Field field);
std::optional<Field> parse_field(std::string_view word);

std::string_view name_of(Review review);

std::string_view name_of(AnnouncementKind kind);  // "call", "vacancy", …
std::optional<AnnouncementKind> parse_announcement_kind(std::string_view word);

std::string_view name_of(CallStatus status);  // "open", "results", …
std::optional<CallStatus> parse_call_status(std::string_view word);

std::string_view name_of(std::chrono::weekday weekday);  // "monday"
std::optional<std::chrono::weekday> parse_weekday(std::string_view word);

std::string name_of_hour(std::chrono::minutes time_of_day);  // "07:00"
std::optional<std::chrono::minutes> parse_hour(std::string_view word);

}  // namespace fundwatch
