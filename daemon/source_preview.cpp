#include "daemon/source_preview.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "base/text.h"
#include "base/url.h"
#include "feeds/ask/inquiry.h"
#include "feeds/read/language_guess.h"
#include "feeds/read/page_reading.h"

namespace fundwatch::daemon {
namespace {

constexpr std::size_t kNameCharactersMax = 80;

// What a page can be read as, the best first.
constexpr std::array kListedOrWatched{SourceKind::page, SourceKind::watch};
constexpr std::array kWatched{SourceKind::watch};

std::string host_of(const std::string& url) {
  const auto parsed = parse_url(url);
  return parsed ? parsed->host : url;
}

std::string proposed_name(const feeds::Reading& reading, const std::string& url) {
  std::string name = shortened(collapsed(reading.feed.title), kNameCharactersMax);
  return name.empty() ? host_of(url) : name;
}

// What the document says, else what its items read like; "sv", "en" or "".
std::string proposed_language(const feeds::Reading& reading) {
  const std::string stated = reading.feed.language.substr(0, reading.feed.language.find('-'));
  if (stated == "sv" || stated == "en") return stated;
  std::string words;
  for (const Item& item : reading.items) words += item.title + " " + item.summary + " ";
  return feeds::guess_language(words);
}

std::chrono::minutes proposed_interval(SourceKind kind) {
  switch (kind) {
    case SourceKind::page: return kPageInterval;
    case SourceKind::watch: return kWatchInterval;
    case SourceKind::ted:
    case SourceKind::sedia:
    case SourceKind::vinnova: return kServiceInterval;
    case SourceKind::automatic:
    case SourceKind::rss:
    case SourceKind::atom:
    case SourceKind::json_feed:
    case SourceKind::eforms:
    case SourceKind::mail: break;
  }
  return kFeedInterval;
}

Preview proposal(Source source, feeds::Reading reading) {
  if (source.name.empty()) source.name = proposed_name(reading, source.url);
  if (source.language.empty()) source.language = proposed_language(reading);
  source.interval = proposed_interval(source.kind);
  source.page_rule = reading.page_rule;
  return {std::move(source), std::move(reading), {}};
}

// One look at an address, and at what it leads to.
class Look {
 public:
  Look(feeds::Fetcher& fetcher, const config::Config& config, Instant now)
      : fetcher_(fetcher), config_(config), now_(now) {}

  Result<Preview> at(const Source& wanted);
  Result<Choices> all_at(const Source& wanted);
  Result<feeds::Reading> read_now(Source source);

 private:
  feeds::Answer ask(const feeds::Request& request);
  feeds::Answer ask_for_page_or_feed(const Source& wanted);
  Result<Preview> read(const Source& source, const Response& response) const;
  Result<Preview> read_as(const Source& source);
  Result<Preview> discover(const Source& wanted);
  std::optional<Preview> try_feeds(const Source& wanted,
                                   const std::vector<feeds::FoundFeed>& found);
  std::optional<Preview> try_feed(const Source& wanted, const feeds::FoundFeed& found);
  void add_lists(const Source& wanted, const Response& response, Choices& choices) const;
  Result<Preview> try_page(const Source& wanted, const Response& response,
                           std::span<const SourceKind> kinds);
  void note(std::string words) { notes_.push_back(std::move(words)); }
  Error all_noted() const;

  feeds::Fetcher& fetcher_;
  const config::Config& config_;
  const Instant now_;
  std::optional<Error> forbidden_;  // by robots.txt
  std::vector<std::string> notes_;
};

Result<Preview> Look::at(const Source& wanted) {
  auto preview = wanted.kind == SourceKind::automatic ? discover(wanted) : read_as(wanted);
  if (preview) preview->notes = std::move(notes_);
  return preview;
}

Result<Choices> Look::all_at(const Source& wanted) {
  const feeds::Answer answer = ask_for_page_or_feed(wanted);
  if (!answer.response) return answer.response.error();
  Choices choices;
  auto feed = read(wanted, *answer.response);
  if (feed) {
    choices.all.push_back(std::move(*feed));
    return choices;
  }
  const auto found =
      feeds::feeds_announced(feeds::document_of(wanted, *answer.response), config_.read);
  if (!found) return feed.error();
  note(feed.error().message);
  const std::size_t count = std::min(found->size(), kAnnouncedFeedsTriedMax);
  for (std::size_t i = 0; i < count; ++i) {
    if (auto announced = try_feed(wanted, (*found)[i]))
      choices.all.push_back(std::move(*announced));
  }
  add_lists(wanted, *answer.response, choices);
  const std::span<const SourceKind> kinds =
      choices.page.empty() ? std::span<const SourceKind>(kListedOrWatched) : kWatched;
  auto page = try_page(wanted, *answer.response, kinds);
  if (page) choices.all.push_back(std::move(*page));
  if (choices.all.empty()) return page.error();
  return choices;
}

void Look::add_lists(const Source& wanted, const Response& response, Choices& choices) const {
  if (forbidden_) return;
  const auto outline = feeds::outline_of_page(feeds::document_of(wanted, response), config_.read);
  if (!outline) return;
  std::vector<std::optional<std::size_t>> choice_of_list;
  for (const std::string& list : outline->lists) {
    Source source = wanted;
    source.kind = SourceKind::page;
    source.page_rule.list = list;
    auto page = read(source, response);
    choice_of_list.push_back(page ? std::optional(choices.all.size()) : std::nullopt);
    if (page) choices.all.push_back(std::move(*page));
  }
  if (outline->lists.empty()) return;
  for (const feeds::OutlineLine& line : outline->lines) {
    choices.page.push_back({line, line.list ? choice_of_list[*line.list] : std::nullopt});
  }
}

feeds::Answer Look::ask(const feeds::Request& request) {
  feeds::Answer answer{
      .response = Error{Stage::fetch, host_of(request.url) + " did not answer in time; try again"}};
  fetcher_.fetch({request}, [&](const feeds::Request&, feeds::Answer given) {
    answer = std::move(given);
    return std::optional<feeds::Request>();
  });
  return answer;
}

Result<Preview> Look::read(const Source& source, const Response& response) const {
  auto reading = feeds::read(feeds::document_of(source, response), config_.read);
  if (!reading) return reading.error();
  return proposal(source, std::move(*reading));
}

Result<feeds::Reading> Look::read_now(Source source) {
  source.validators = {};
  feeds::Inquiry inquiry({.source = std::move(source),
                          .now = now_,
                          .limits = config_.read,
                          .pages_max = config_.fetch.pages_max});
  fetcher_.fetch({inquiry.first()}, [&](const feeds::Request&, feeds::Answer answer) {
    return inquiry.take(std::move(answer));
  });
  return inquiry.take_reading();
}

Result<Preview> Look::read_as(const Source& source) {
  auto reading = read_now(source);
  if (!reading) return reading.error();
  return proposal(source, std::move(*reading));
}

// As a page, which robots.txt may forbid; a feed, or one that the page announces, may still be
// read.
feeds::Answer Look::ask_for_page_or_feed(const Source& wanted) {
  feeds::Answer answer = ask({.url = wanted.url, .obeys_robots = true, .ca_file = wanted.ca_file});
  if (answer.fault != feeds::Fault::robots) return answer;
  forbidden_ = answer.response.error();
  return ask({.url = wanted.url, .ca_file = wanted.ca_file});
}

Result<Preview> Look::discover(const Source& wanted) {
  const feeds::Answer answer = ask_for_page_or_feed(wanted);
  if (!answer.response) return answer.response.error();
  auto feed = read(wanted, *answer.response);
  if (feed) return feed;
  const auto found =
      feeds::feeds_announced(feeds::document_of(wanted, *answer.response), config_.read);
  if (!found) return feed.error();
  note(feed.error().message);
  if (auto announced = try_feeds(wanted, *found)) return std::move(*announced);
  return try_page(wanted, *answer.response, kListedOrWatched);
}

std::optional<Preview> Look::try_feeds(const Source& wanted,
                                       const std::vector<feeds::FoundFeed>& found) {
  const std::size_t count = std::min(found.size(), kAnnouncedFeedsTriedMax);
  for (std::size_t i = 0; i < count; ++i) {
    auto feed = try_feed(wanted, found[i]);
    if (!feed) continue;
    for (std::size_t other = i + 1; other < count; ++other) {
      note("it also announces " + found[other].url + " «" + found[other].title + "»");
    }
    return feed;
  }
  return std::nullopt;
}

std::optional<Preview> Look::try_feed(const Source& wanted, const feeds::FoundFeed& found) {
  if (found.url == wanted.url) return std::nullopt;
  Source source = wanted;
  source.url = found.url;
  auto feed = read_as(source);
  if (!feed) {
    note("it announces " + found.url + ", but: " + feed.error().message);
    return std::nullopt;
  }
  if (feed->reading.items.empty()) {
    note("it announces the feed " + found.url + ", which has no items now");
    return std::nullopt;
  }
  note("it announces the feed " + found.url);
  return std::move(*feed);
}

Result<Preview> Look::try_page(const Source& wanted, const Response& response,
                               std::span<const SourceKind> kinds) {
  if (forbidden_) {
    note(forbidden_->message);
    return all_noted();
  }
  for (const SourceKind kind : kinds) {
    Source source = wanted;
    source.kind = kind;
    auto page = read(source, response);
    if (page) return page;
    note(page.error().message);
  }
  return all_noted();
}

Error Look::all_noted() const {
  std::string words;
  for (const std::string& seen : notes_) words += (words.empty() ? "" : "; ") + seen;
  return {Stage::read, words};
}

}  // namespace

Result<Preview> preview(const Source& wanted, feeds::Fetcher& fetcher, const config::Config& config,
                        Instant now) {
  return Look(fetcher, config, now).at(wanted);
}

Result<Choices> choices(const Source& wanted, feeds::Fetcher& fetcher, const config::Config& config,
                        Instant now) {
  return Look(fetcher, config, now).all_at(wanted);
}

Result<Preview> read_now(const Source& source, feeds::Fetcher& fetcher,
                         const config::Config& config, Instant now) {
  auto reading = Look(fetcher, config, now).read_now(source);
  if (!reading) return reading.error();
  return Preview{source, std::move(*reading), {}};
}

}  // namespace fundwatch::daemon
