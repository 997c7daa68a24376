// daemon/commands/selectors.h — the options that say where the list of a page stands: --select and
// one for each part of an item.
#pragma once

#include "base/model.h"
#include "daemon/commands/command.h"

namespace fundwatch::daemon {

class SelectorOptions {
 public:
  void declare(CLI::App& command);

  bool are_given() const;

  // The rule with what the options state in place of what it had. CommandError{bad_data} for a
  // selector that cannot be understood, with its position; CommandError{io} for a file that cannot
  // be read.
  PageRule changed(PageRule rule, const Context& context) const;

 private:
  std::string select_;  // the list's selector, or the name of a TOML file
  PageRule parts_;      // but for the list
};

// Which kind a source is of when selectors may be given: they make a page of `automatic`.
// CommandError{usage} for selectors beside any other kind.
SourceKind kind_with(const SelectorOptions& selectors, SourceKind kind);

// CommandError{usage} lists the kinds that there are.
SourceKind read_kind(const std::string& word);

}  // namespace fundwatch::daemon
