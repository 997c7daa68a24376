// tests/bench/help_texts.h — real Swedish: LibreOffice's help as Debian packages it, as documents
// of about the size of an announcement.
#pragma once

#include <cstddef>
#include <vector>

#include "base/model.h"

namespace fundwatch::bench {

inline constexpr std::size_t kHelpTextBytes = 1500;

// At most `count` documents, always the same ones; fewer or none where the package is not there.
std::vector<Item> help_texts(std::size_t count);

}  // namespace fundwatch::bench
