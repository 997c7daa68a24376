// feeds/read/identity.h — what the items of one document are recognised by when they come again:
// each gets its key and its address (base/model.h). Which stored item that is, store/ decides.
// Pure, and independent of the order in which the items stand.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/model.h"

namespace fundwatch::feeds {

inline constexpr std::size_t kKeyBytesMax = 500;

// Sixteen hexadecimal digits. Names things, protects nothing.
std::string fingerprint(std::string_view text);

// On entry `key` holds the guid as found, which may be empty or stand at several items.
// The key becomes the guid, else the link, else a fingerprint of the words; a guid that stands at
// several items is told apart by their addresses or titles, so that none swallows the others. The
// address stays empty where several items lead to one page: then it names none of them.
void identify(std::vector<Item>& items);

}  // namespace fundwatch::feeds
