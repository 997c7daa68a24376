#include "feeds/ask/inquiry.h"

#include "feeds/ask/sedia_asking.h"
#include "feeds/ask/ted_asking.h"
#include "feeds/ask/vinnova_asking.h"

namespace fundwatch::feeds {
namespace {

constexpr int kNotModified = 304;

bool is_crawled(SourceKind kind) { return kind == SourceKind::page || kind == SourceKind::watch; }

// Which of several requests failed, where it was not the first.
Error on_page(const Pages& pages, Error error) {
  if (pages.count > 0)
    error.message = "after " + std::to_string(pages.count) + " of its pages: " + error.message;
  return error;
}

}  // namespace

bool tells_only_news(SourceKind kind) {
  return kind == SourceKind::watch || kind == SourceKind::ted || kind == SourceKind::mail;
}

Request Inquiry::first() const {
  const Source& source = asked_.source;
  switch (source.kind) {
    case SourceKind::ted: return ted_request(asked_, {});
    case SourceKind::sedia: return sedia_request(asked_, 1);
    case SourceKind::vinnova: return vinnova_request(asked_);
    case SourceKind::automatic:
    case SourceKind::rss:
    case SourceKind::atom:
    case SourceKind::json_feed:
    case SourceKind::page:
    case SourceKind::watch:
    case SourceKind::eforms:
    case SourceKind::mail: break;
  }
  return {.source = source.id,
          .url = source.url,
          .validators = source.validators,
          .obeys_robots = is_crawled(source.kind),
          .ca_file = source.ca_file};
}

std::optional<Request> Inquiry::take(Answer answer) {
  answer_ = std::move(answer);
  auto next = step();
  if (!next) {
    reading_ = on_page(pages_, next.error());
    return std::nullopt;
  }
  if (*next) return *std::move(next);
  reading_ = std::move(pages_.reading);
  return std::nullopt;
}

Step Inquiry::step() {
  if (!answer_.was_asked) return answer_.response.error();
  switch (asked_.source.kind) {
    case SourceKind::ted: return after_ted_answer(asked_, answer_, pages_);
    case SourceKind::sedia: return after_sedia_answer(asked_, answer_, pages_);
    case SourceKind::vinnova: return after_vinnova_answer(asked_, answer_, pages_);
    case SourceKind::automatic:
    case SourceKind::rss:
    case SourceKind::atom:
    case SourceKind::json_feed:
    case SourceKind::page:
    case SourceKind::watch:
    case SourceKind::eforms:
    case SourceKind::mail: break;
  }
  return after_document();
}

Step Inquiry::after_document() {
  if (!answer_.response) return answer_.response.error();
  if (answer_.response->status == kNotModified) return std::optional<Request>();
  auto reading = read(document_of(asked_, *answer_.response), asked_.limits);
  if (!reading) return reading.error();
  pages_.reading = std::move(*reading);
  return std::optional<Request>();
}

}  // namespace fundwatch::feeds
