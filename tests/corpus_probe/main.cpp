// corpus_probe PART — answers one JSON line for each JSON line on standard input, at once.
#include <functional>
#include <iostream>
#include <memory>
#include <string>

#include "tests/corpus_probe/probe.h"
#include "tests/corpus_probe/word_probe.h"

namespace {

using Answer = std::function<boost::json::object(const boost::json::object&)>;

// Nothing if there is no such part.
Answer answer_of(const std::string& part) {
  using namespace fundwatch::tests;
  if (part == "words") {
    return
        [probe = std::make_shared<WordProbe>()](const auto& asked) { return probe->answer(asked); };
  }
  if (!is_probe_part(part)) return nullptr;
  return [part](const auto& asked) { return answer(part, asked); };
}

}  // namespace

int main(int argc, char** argv) {
  const Answer answer = argc == 2 ? answer_of(argv[1]) : nullptr;
  if (!answer) {
    std::cerr << "usage: corpus_probe feeds|dates|sanitize|relurl|charset|words\n";
    return 64;
  }
  for (std::string line; std::getline(std::cin, line);) {
    const auto asked = boost::json::parse(line).as_object();
    std::cout << boost::json::serialize(answer(asked)) << std::endl;
  }
}
