#include "daemon/commands/selectors.h"

#include <array>
#include <utility>

#include "base/names.h"
#include "config/catalogue.h"
#include "feeds/read/page_list.h"

namespace fundwatch::daemon {
namespace {

bool is_file(const std::string& select) {
  std::error_code error;
  return select.ends_with(".toml") || std::filesystem::is_regular_file(select, error);
}

PageRule read_file(const Context& context, const std::string& file) {
  auto rule = config::read_page_rule(read_input(context, file), file);
  if (!rule) throw CommandError(Exit::bad_data, rule.error().message);
  return std::move(*rule);
}

void replace(std::string& selector, const std::string& stated) {
  if (!stated.empty()) selector = stated;
}

}  // namespace

void SelectorOptions::declare(CLI::App& command) {
  command.add_option("--select", select_,
                     "of a page, its list's items: a CSS selector, an XPath, or a TOML file with "
                     "the keys list, title, link, date and summary");
  const std::array<std::pair<const char*, std::string*>, 4> parts{{{"title", &parts_.title},
                                                                   {"link", &parts_.link},
                                                                   {"date", &parts_.date},
                                                                   {"summary", &parts_.summary}}};
  for (const auto& [name, selector] : parts) {
    command.add_option(std::string("--select-") + name, *selector,
                       std::string("within an item, its ") + name + "; default: guessed");
  }
}

bool SelectorOptions::are_given() const { return !select_.empty() || parts_ != PageRule{}; }

PageRule SelectorOptions::changed(PageRule rule, const Context& context) const {
  if (is_file(select_)) {
    rule = read_file(context, select_);
  } else {
    replace(rule.list, select_);
  }
  replace(rule.title, parts_.title);
  replace(rule.link, parts_.link);
  replace(rule.date, parts_.date);
  replace(rule.summary, parts_.summary);
  const auto checked = feeds::check(rule);
  if (!checked) throw CommandError(Exit::bad_data, checked.error().message);
  return rule;
}

SourceKind kind_with(const SelectorOptions& selectors, SourceKind kind) {
  if (!selectors.are_given() || kind == SourceKind::page) return kind;
  if (kind == SourceKind::automatic) return SourceKind::page;
  throw CommandError(Exit::usage, "--select says where a list is on a page, but the kind is " +
                                      std::string(name_of(kind)) + "; expected --kind page");
}

SourceKind read_kind(const std::string& word) {
  const auto kind = parse_source_kind(word);
  if (kind) return *kind;
  std::string names;
  for (const std::string& name : source_kind_names()) names += (names.empty() ? "" : ", ") + name;
  throw CommandError(Exit::usage, "--kind " + word + ": expected one of " + names);
}

}  // namespace fundwatch::daemon
