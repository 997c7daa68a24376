// daemon/commands/source_additions.h — `fundwatch source add|test|edit`: what a source is, and what
// it would bring, seen before it is stored.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "daemon/commands/command.h"
#include "daemon/commands/selectors.h"
#include "daemon/source_preview.h"

namespace fundwatch::daemon {

class SourceAdditions {
 public:
  SourceAdditions(CLI::App& source, const Context& context);

 private:
  void add() const;
  void test() const;
  void edit() const;

  Source as_stated() const;
  Source as_found(const Installation& installation) const;
  // preview or read_now.
  using Looking = std::function<Result<Preview>(const Source&, feeds::Fetcher&,
                                                const config::Config&, Instant)>;
  Preview look(const Installation& installation, const Source& source,
               const Looking& looking) const;
  Preview look_into_mailbox(const Installation& installation, const Source& source) const;
  Source wanted(const std::string& url) const;
  Source changed(Source source) const;
  std::string ca_file(const Source& source) const;
  std::chrono::minutes expected_every(const Source& source) const;
  bool is_agreed() const;

  const Context& context_;
  std::string which_;  // a number, a name or an address
  std::string url_;
  std::string name_;
  std::string kind_;
  std::string language_;
  std::string ca_file_;
  std::string query_;
  std::vector<std::string> senders_;
  int interval_minutes_ = 0;
  std::string expected_every_;
  SelectorOptions selectors_;
  bool yes_ = false;
  bool unread_ = false;
  bool json_ = false;
  bool pause_ = false;
  bool resume_ = false;
};

// By its number or name; CommandError{bad_data} with the nearest name.
Source find_source(const store::Store& store, const std::string& which);

}  // namespace fundwatch::daemon
