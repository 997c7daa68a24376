// config/filled_example.h — the annotated example with some settings put into force: a
// configuration that explains itself to whoever opens it later. Pure.
#pragma once

#include <string>
#include <vector>

namespace fundwatch::config {

struct Setting {
  std::string section;  // "mail.smtp"
  std::string key;
  std::string value;  // as TOML: "\"bevakning@example.se\""
};

// Each is one of the example.
std::string filled_example(const std::vector<Setting>& settings);

}  // namespace fundwatch::config
