// store/words.h — the enumerations of model.h as the words that stand in tables.
// Words once written are never renamed: stored rows hold them.
#pragma once

#include <string>

#include "base/model.h"

namespace fundwatch::store {

std::string word(SourceKind kind);
std::string word(LinkedText when);
std::string word(Reserved reserved);
std::string word(SourceState state);
std::string word(TermRole role);
std::string word(Field field);
std::string word(Review review);
std::string word(AnnouncementKind kind);
std::string word(CallStatus status);
std::string word(Language language);
std::string word(Reach reach);
std::string word(AnswerKind kind);
std::string word(Role role);

// Throw StoreError about `file`, from which the word was read, if it is none of them.
SourceKind source_kind(const std::string& text, const std::string& file);
SourceState source_state(const std::string& text, const std::string& file);
LinkedText linked_text(const std::string& text, const std::string& file);
Reserved reserved(const std::string& text, const std::string& file);
TermRole term_role(const std::string& text, const std::string& file);
Field field(const std::string& text, const std::string& file);
Review review(const std::string& text, const std::string& file);
AnnouncementKind announcement_kind(const std::string& text, const std::string& file);
CallStatus call_status(const std::string& text, const std::string& file);
Language language(const std::string& text, const std::string& file);
Reach reach(const std::string& text, const std::string& file);
AnswerKind answer_kind(const std::string& text, const std::string& file);
Role role(const std::string& text, const std::string& file);

}  // namespace fundwatch::store
