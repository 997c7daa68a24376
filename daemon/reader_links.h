// daemon/reader_links.h — the addresses of our pages for one reader; empty where there are none.
#pragma once

#include <string>

#include "config/config.h"
#include "digest/signed_link.h"

namespace fundwatch::daemon {

class ReaderLinks {
 public:
  // `config` and `keys` outlive it. Who does not subscribe has none.
  ReaderLinks(const config::Config& config, const SigningKeys& keys, SubscriberId reader,
              Instant now)
      : config_(config), keys_(keys), reader_(reader), now_(now) {}

  std::string settings() const { return of(digest::LinkPurpose::settings, {}); }
  std::string unsubscribe() const { return of(digest::LinkPurpose::unsubscribe, {}); }
  std::string answer(CaseId case_id) const { return of(digest::LinkPurpose::answer, case_id); }
  // A feed that calendars subscribe to: they want its name to end so.
  std::string calendar() const;

 private:
  std::string of(digest::LinkPurpose purpose, CaseId case_id) const;

  const config::Config& config_;
  const SigningKeys& keys_;
  SubscriberId reader_;
  Instant now_;
};

}  // namespace fundwatch::daemon
