// daemon/commands/documents.h — `fundwatch read` and `fundwatch match`: the reader and the matcher
// on files, without an installation. Their JSON is a contract (daemon/item_json.h).
#pragma once

#include "daemon/commands/command.h"
#include "daemon/commands/selectors.h"

namespace fundwatch::daemon {

class DocumentCommands {
 public:
  DocumentCommands(CLI::App& app, const Context& context);

 private:
  void read() const;
  void match() const;

  const Context& context_;
  std::string file_;
  std::string kind_ = "auto";
  std::string content_type_;
  std::string url_;
  SelectorOptions selectors_;
  std::string profiles_;
  std::string county_ = "all";
};

}  // namespace fundwatch::daemon
