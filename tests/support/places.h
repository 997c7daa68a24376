// tests/support/places.h — where the sources and the built programs lie.
// Said to the compiler for one file alone, so that every other test compiles to the same bytes in
// every checkout and comes out of the compiler's cache.
#pragma once

#include <filesystem>

namespace fundwatch::tests {

std::filesystem::path source_folder();
std::filesystem::path program_file();
std::filesystem::path corpus_probe_file();

}  // namespace fundwatch::tests
