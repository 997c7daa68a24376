#include "tests/support/places.h"

namespace fundwatch::tests {

std::filesystem::path source_folder() { return FUNDWATCH_SOURCE_DIR; }
std::filesystem::path program_file() { return FUNDWATCH_PROGRAM; }
std::filesystem::path corpus_probe_file() { return FUNDWATCH_CORPUS_PROBE; }

}  // namespace fundwatch::tests
