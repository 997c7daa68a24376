// daemon/commands/sources.h — `fundwatch source list|show|add|edit|remove|import|export`.
#pragma once

#include "daemon/commands/command.h"

namespace fundwatch::daemon {

class SourceCommands {
 public:
  SourceCommands(CLI::App& app, const Context& context);

 private:
  void list() const;
  void show() const;
  void add() const;
  void edit() const;
  void remove() const;
  void import() const;
  void write() const;

  Source changed(Source source) const;

  const Context& context_;
  bool json_ = false;
  std::string which_;  // a number or a name
  std::string file_ = "-";
  std::string name_;
  std::string url_;
  std::string kind_;
  std::string language_;
  int interval_minutes_ = 0;
  bool pause_ = false;
  bool resume_ = false;
};

}  // namespace fundwatch::daemon
