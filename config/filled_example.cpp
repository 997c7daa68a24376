#include "config/filled_example.h"

#include <algorithm>

#include "base/check.h"
#include "config/config.h"

namespace fundwatch::config {
namespace {

// Takes the place of "# key = default" within its section.
void fill(std::string& toml, const Setting& setting) {
  const std::size_t section = toml.find("\n[" + setting.section + "]\n");
  CHECK(section != std::string::npos);
  const std::string commented = "\n# " + setting.key + " = ";
  const std::size_t line = toml.find(commented, section + 1);
  CHECK(line != std::string::npos && line < std::min(toml.find("\n[", section + 1), toml.size()));
  const std::size_t end = toml.find('\n', line + 1);
  toml.replace(line + 1, end - line - 1, setting.key + " = " + setting.value);
}

}  // namespace

std::string filled_example(const std::vector<Setting>& settings) {
  std::string toml(example());
  for (const Setting& setting : settings) fill(toml, setting);
  return toml;
}

}  // namespace fundwatch::config
