// corpus_probe PART — answers one JSON line for each JSON line on standard input, at once.
#include <iostream>
#include <string>

#include "tests/corpus_probe/probe.h"

int main(int argc, char** argv) {
  if (argc != 2 || !fundwatch::tests::is_probe_part(argv[1])) {
    std::cerr << "usage: corpus_probe feeds|dates|sanitize|relurl|charset\n";
    return 64;
  }
  for (std::string line; std::getline(std::cin, line);) {
    const auto request = boost::json::parse(line).as_object();
    std::cout << boost::json::serialize(fundwatch::tests::answer(argv[1], request)) << std::endl;
  }
}
