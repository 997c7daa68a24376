// daemon/linked_texts.h — follows the links of items whose feed says little: the page's or PDF's
// text becomes the item's, and the item is matched again. Each link is followed once, politely, and
// within limits, so that digests never wait long; what is waited for stands in the store
// (store/linked_texts.h), so that nothing is lost or fetched twice by a restart.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "config/config.h"
#include "daemon/parts.h"
#include "daemon/pipeline.h"
#include "feeds/fetch/fetcher.h"
#include "feeds/pdf_text.h"
#include "matchers/matcher.h"
#include "store/store.h"

namespace fundwatch::daemon {

// Of one tick: no more pages, and no new round of pages after so long.
constexpr std::size_t kLinkedTextsPerTickMax = 200;
constexpr std::chrono::seconds kLinkedTextsTimeMax{60};
// Of one round: so many are held in memory at once, and a host that does not answer takes so much
// of our time.
constexpr std::size_t kLinkedTextsPerRoundMax = 10;
constexpr std::size_t kLinkedTextsPerHostMax = 2;

class LinkedTexts {
 public:
  LinkedTexts(const config::Config& config, store::Store& store, const Parts& parts,
              Pipeline& pipeline, feeds::PdfReader pdf_reader = {})
      : config_(config),
        store_(store),
        parts_(parts),
        pipeline_(pipeline),
        pdf_reader_(std::move(pdf_reader)) {}

  // What a call of read_due did.
  struct Read {
    int texts = 0;
    int hits = 0;  // new ones
  };

  // Follows the links that are due.
  Read read_due(const matchers::Matcher& matcher);

 private:
  // The pages of a host, in turn.
  using ByHost = std::map<std::string, std::vector<store::LinkedPage>>;
  struct Fetched {
    store::LinkedPage page;
    feeds::Answer answer;
  };

  // What came of one page.
  struct Attempt {
    Result<std::string> text;
    std::optional<std::chrono::seconds> retry_after;  // without a text; nothing when it is left
  };

  std::vector<Fetched> fetch(const std::vector<store::LinkedPage>& pages);
  void ingest(const Fetched& fetched, const matchers::Matcher& matcher, Read& read);
  Attempt attempt(const Fetched& fetched);
  Result<std::string> text_of_pdf(const std::string& pdf);
  void record_failure(const store::LinkedPage& page, const Attempt& attempt);
  void put_off_hosts_that_fail(const std::vector<Fetched>& fetched, ByHost& waiting);

  const config::Config& config_;
  store::Store& store_;
  const Parts& parts_;
  Pipeline& pipeline_;
  const feeds::PdfReader pdf_reader_;
  bool is_missing_reader_told_ = false;
};

}  // namespace fundwatch::daemon
