// The examples of fundwatch-rules(7) are rules that the program takes.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <variant>
#include <vector>

#include "matchers/query.h"
#include "tests/support/places.h"

namespace fundwatch::tests {
namespace {

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

std::vector<std::string> examples() {
  std::ifstream page(source_folder() / "docs" / "fundwatch-rules.7");
  std::vector<std::string> found;
  bool is_example = false;
  for (std::string line; std::getline(page, line);) {
    if (line == ".EX" || line == ".EE") {
      is_example = line == ".EX";
    } else if (is_example) {
      found.push_back(replaced(replaced(line, "\\(dq", "\""), "\\-", "-"));
    }
  }
  return found;
}

TEST(Manual, EveryExampleIsARuleThatIsTaken) {
  EXPECT_GE(examples().size(), 20U);
  for (const std::string& example : examples()) {
    const auto parsed = matchers::parse_query(example);
    EXPECT_TRUE(std::holds_alternative<matchers::Query>(parsed)) << example;
  }
}

}  // namespace
}  // namespace fundwatch::tests
