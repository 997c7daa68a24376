// feeds/ask/inquiry.h — one source being asked, request after request, until all is here that it
// has to say now. What services are asked stands in ted_asking.h, sedia_asking.h and
// vinnova_asking.h; every other source is one document. Without network, clock and storage: who
// holds it carries the requests out, and stores nothing before it is over.
#pragma once

#include <optional>

#include "feeds/ask/asked.h"

namespace fundwatch::feeds {

// Whether a source of this kind tells only what is new, so that it is well if it says nothing.
bool tells_only_news(SourceKind kind);

// Before any answer.
inline const Error kUnanswered{Stage::fetch, "its server did not answer in time; try again"};

class Inquiry {
 public:
  explicit Inquiry(Asked asked) : asked_(std::move(asked)) {}

  const Source& source() const { return asked_.source; }

  // Single documents are asked for conditionally, by the source's validators. Pages ask robots.txt
  // first: feeds are published for programs to fetch, pages are not.
  Request first() const;

  // The answer to the last request; gives the next one, or nothing: then the inquiry is over.
  std::optional<Request> take(Answer answer);

  // Then: the last answer, and what was read of all of them; of a 304, nothing.
  const Answer& answer() const { return answer_; }
  const Result<Reading>& reading() const { return reading_; }
  // The same to be kept; leaves nothing here.
  Result<Reading> take_reading() { return std::move(reading_); }

 private:
  Step step();
  Step after_document();

  Asked asked_;
  Pages pages_;
  Answer answer_{kUnanswered};
  Result<Reading> reading_ = kUnanswered;
};

}  // namespace fundwatch::feeds
