#include "store/words.h"

#include "base/names.h"
#include "store/error.h"

namespace fundwatch::store {
namespace {

StoreError unknown(const std::string& text, const std::string& meaning, const std::string& file) {
  return damaged(file, "\"" + text + "\" for " + meaning);
}

}  // namespace

std::string word(SourceKind kind) {
  switch (kind) {
    case SourceKind::automatic: return "automatic";
    case SourceKind::rss: return "rss";
    case SourceKind::atom: return "atom";
    case SourceKind::json_feed: return "jsonfeed";
    case SourceKind::page: return "page";
    case SourceKind::watch: return "watch";
    case SourceKind::eforms: return "eforms";
    case SourceKind::ted: return "ted";
    case SourceKind::sedia: return "sedia";
    case SourceKind::vinnova: return "vinnova";
    case SourceKind::mail: return "mail";
  }
  return "";
}

std::string word(LinkedText when) { return std::string(name_of(when)); }

std::string word(Reserved reserved) { return std::string(name_of(reserved)); }
std::string word(SourceState state) { return std::string(name_of(state)); }

std::string word(TermRole role) {
  switch (role) {
    case TermRole::adds: return "adds";
    case TermRole::required: return "required";
    case TermRole::veto: return "veto";
    case TermRole::context: return "context";
  }
  return "";
}

std::string word(Field field) {
  switch (field) {
    case Field::title: return "title";
    case Field::summary: return "summary";
    case Field::text: return "text";
    case Field::facts: return "facts";
  }
  return "";
}

std::string word(Review review) {
  switch (review) {
    case Review::none: return "none";
    case Review::kept: return "kept";
    case Review::dismissed: return "dismissed";
  }
  return "";
}

std::string word(AnnouncementKind kind) { return std::string(name_of(kind)); }
std::string word(CallStatus status) { return std::string(name_of(status)); }

std::string word(Language language) {
  switch (language) {
    case Language::swedish: return "sv";
    case Language::english: return "en";
  }
  return "";
}

std::string word(Reach reach) { return std::string(name_of(reach)); }

std::string word(AnswerKind kind) { return std::string(name_of(kind)); }

std::string word(Role role) { return std::string(name_of(role)); }

SourceKind source_kind(const std::string& text, const std::string& file) {
  for (const std::string& name : source_kind_names()) {
    const SourceKind kind = *parse_source_kind(name);
    if (text == word(kind)) return kind;
  }
  throw unknown(text, "a kind of source", file);
}

SourceState source_state(const std::string& text, const std::string& file) {
  if (const auto state = parse_source_state(text)) return *state;
  throw unknown(text, "a state of a source", file);
}

LinkedText linked_text(const std::string& text, const std::string& file) {
  if (const auto when = parse_linked_text(text)) return *when;
  throw unknown(text, "when linked texts are read", file);
}

Reserved reserved(const std::string& text, const std::string& file) {
  const auto found = parse_reserved(text);
  if (!found) throw unknown(text, "whom a contract is reserved for", file);
  return *found;
}

TermRole term_role(const std::string& text, const std::string& file) {
  for (const auto role : {TermRole::adds, TermRole::required, TermRole::veto, TermRole::context}) {
    if (text == word(role)) return role;
  }
  throw unknown(text, "a term's role", file);
}

Field field(const std::string& text, const std::string& file) {
  for (const auto each : {Field::title, Field::summary, Field::text, Field::facts}) {
    if (text == word(each)) return each;
  }
  throw unknown(text, "a field", file);
}

Review review(const std::string& text, const std::string& file) {
  for (const auto each : {Review::none, Review::kept, Review::dismissed}) {
    if (text == word(each)) return each;
  }
  throw unknown(text, "a review", file);
}

AnnouncementKind announcement_kind(const std::string& text, const std::string& file) {
  if (const auto kind = parse_announcement_kind(text)) return *kind;
  throw unknown(text, "a kind of announcement", file);
}

CallStatus call_status(const std::string& text, const std::string& file) {
  if (const auto status = parse_call_status(text)) return *status;
  throw unknown(text, "how it stands with a call", file);
}

Language language(const std::string& text, const std::string& file) {
  for (const auto each : {Language::swedish, Language::english}) {
    if (text == word(each)) return each;
  }
  throw unknown(text, "a language", file);
}

Reach reach(const std::string& text, const std::string& file) {
  if (const auto found = parse_reach(text)) return *found;
  throw unknown(text, "how far a subscriber's reach is", file);
}

AnswerKind answer_kind(const std::string& text, const std::string& file) {
  if (const auto kind = parse_answer_kind(text)) return *kind;
  throw unknown(text, "an answer", file);
}

Role role(const std::string& text, const std::string& file) {
  if (const auto found = parse_role(text)) return *found;
  throw unknown(text, "an account's role", file);
}

}  // namespace fundwatch::store
