#include "daemon/linked_texts.h"

#include <spdlog/logger.h>

#include <algorithm>

#include "base/url.h"
#include "daemon/schedule.h"
#include "feeds/read/linked_page.h"

namespace fundwatch::daemon {
namespace {

using store::LinkedPage;

std::string host_of(const std::string& url) {
  const auto parsed = parse_url(url);
  return parsed ? parsed->host : "";
}

// A client error says that asking again is of no use, but for those that ask for patience
// (RFC 9110 § 15.5, RFC 6585 § 4, RFC 8470 § 5.2); so does a redirect that could not be followed.
// And so does a robots.txt.
bool is_final(const feeds::Answer& answer) {
  const int status = answer.status;
  const bool is_patience_asked = status == 408 || status == 425 || status == 429;
  return answer.fault == feeds::Fault::robots ||
         (status >= 300 && status < 500 && !is_patience_asked);
}

bool is_host_failing(const feeds::Answer& answer) { return !answer.response && !is_final(answer); }

// The next round: a few of each host. Empties what it takes from.
std::vector<LinkedPage> take_round(std::map<std::string, std::vector<LinkedPage>>& waiting) {
  std::vector<LinkedPage> round;
  for (auto host = waiting.begin(); host != waiting.end();) {
    std::vector<LinkedPage>& pages = host->second;
    const std::size_t count =
        std::min({pages.size(), kLinkedTextsPerHostMax, kLinkedTextsPerRoundMax - round.size()});
    const auto end = pages.begin() + static_cast<std::ptrdiff_t>(count);
    round.insert(round.end(), pages.begin(), end);
    pages.erase(pages.begin(), end);
    host = pages.empty() ? waiting.erase(host) : std::next(host);
  }
  return round;
}

}  // namespace

LinkedTexts::Read LinkedTexts::read_due(const matchers::Matcher& matcher) {
  const Instant begin = parts_.clock.now();
  ByHost waiting;
  for (LinkedPage& page : store_.linked_texts.due(begin, kLinkedTextsPerTickMax)) {
    waiting[host_of(page.url)].push_back(std::move(page));
  }
  Read read;
  while (!waiting.empty() && parts_.clock.now() - begin < kLinkedTextsTimeMax) {
    const std::vector<Fetched> fetched = fetch(take_round(waiting));
    for (const Fetched& one : fetched) {
      if (parts_.stopping()) return read;
      ingest(one, matcher, read);
      parts_.on_progress();
    }
    if (parts_.stopping()) return read;
    put_off_hosts_that_fail(fetched, waiting);
  }
  return read;
}

std::vector<LinkedTexts::Fetched> LinkedTexts::fetch(const std::vector<LinkedPage>& pages) {
  std::map<ItemId, const LinkedPage*> by_item;
  std::vector<feeds::Request> requests;
  for (const LinkedPage& page : pages) {
    by_item.emplace(page.item, &page);
    requests.push_back({.source = page.source,
                        .url = page.url,
                        .item = page.item,
                        .obeys_robots = true,
                        .ca_file = page.ca_file});
  }
  std::vector<Fetched> fetched;
  parts_.fetcher.fetch(std::move(requests),
                       [&](const feeds::Request& request, feeds::Answer answer) {
                         fetched.push_back({*by_item.at(request.item), std::move(answer)});
                         return std::optional<feeds::Request>();
                       });
  return fetched;
}

void LinkedTexts::ingest(const Fetched& fetched, const matchers::Matcher& matcher, Read& read) {
  parts_.at(Point::fetched);
  if (!fetched.answer.was_asked) {
    const auto pause = fetched.answer.retry_after.value_or(std::chrono::seconds{0});
    return store_.linked_texts.put_off(fetched.page.item, parts_.clock.now() + pause);
  }
  const Attempt attempt = this->attempt(fetched);
  if (attempt.text) {
    ++read.texts;
    read.hits += pipeline_.ingest_linked_text(fetched.page.item, *attempt.text, matcher);
  } else if (!parts_.stopping()) {  // else it may be the stop that has failed it
    record_failure(fetched.page, attempt);
  }
}

LinkedTexts::Attempt LinkedTexts::attempt(const Fetched& fetched) {
  const auto& [page, answer] = fetched;
  const auto retry_after = linked_text_retry_after(page.attempts + 1);
  if (!answer.response) {
    if (!retry_after || is_final(answer)) return {answer.response.error(), {}};
    const auto asked = answer.retry_after.value_or(std::chrono::seconds{0});
    return {answer.response.error(), std::max<std::chrono::seconds>(*retry_after, asked)};
  }
  if (!feeds::is_pdf(answer.response->body)) {
    return {feeds::linked_page_text(*answer.response, config_.read), {}};
  }
  const bool may_be_mended = !feeds::is_installed(pdf_reader_);
  return {text_of_pdf(answer.response->body), may_be_mended ? retry_after : std::nullopt};
}

Result<std::string> LinkedTexts::text_of_pdf(const std::string& pdf) {
  auto text = feeds::pdf_text(pdf, pdf_reader_, [this] {
    parts_.on_progress();
    return parts_.stopping();
  });
  if (!feeds::is_installed(pdf_reader_) && !is_missing_reader_told_) {
    parts_.log.error("{}", text.error().message);
    is_missing_reader_told_ = true;
  }
  return text;
}

void LinkedTexts::record_failure(const LinkedPage& page, const Attempt& attempt) {
  const std::string& words = attempt.text.error().message;
  parts_.log.info("the page {} that an item links to gives no text: {}{}", page.url, words,
                  attempt.retry_after ? "; tried again later" : "");
  const Instant now = parts_.clock.now();
  const auto next = attempt.retry_after ? std::optional(now + *attempt.retry_after) : std::nullopt;
  store_.linked_texts.record_failure(page.item, words, next);
}

// A host that does not answer is not asked for its other pages at once.
void LinkedTexts::put_off_hosts_that_fail(const std::vector<Fetched>& fetched, ByHost& waiting) {
  for (const auto& [page, answer] : fetched) {
    const auto host = waiting.find(host_of(page.url));
    if (host == waiting.end() || !is_host_failing(answer)) continue;
    const Instant later = parts_.clock.now() + *linked_text_retry_after(1);
    for (const LinkedPage& other : host->second) store_.linked_texts.put_off(other.item, later);
    waiting.erase(host);
  }
}

}  // namespace fundwatch::daemon
