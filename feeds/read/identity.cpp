#include "feeds/read/identity.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/text.h"
#include "feeds/read/address.h"

namespace fundwatch::feeds {
namespace {

// One announcement that stands twice in a document shares its link with nobody.
bool is_repetition(const Item& a, const Item& b) { return a.key == b.key && a.title == b.title; }

void find_addresses(std::vector<Item>& items) {
  std::map<std::string, const Item*, std::less<>> first_with;
  std::map<std::string, bool, std::less<>> is_shared;
  for (Item& item : items) {
    item.address = page_address(item.url);
    const auto [first, is_new] = first_with.emplace(item.address, &item);
    if (!is_new && !is_repetition(*first->second, item)) is_shared[item.address] = true;
  }
  for (Item& item : items) {
    if (is_shared.contains(item.address)) item.address.clear();
  }
}

std::string key_of(const Item& item, bool is_guid_shared) {
  std::string key = collapsed(item.key);
  if (!key.empty() && is_guid_shared) {
    key += " " + fingerprint(item.address.empty() ? item.title : item.address);
  }
  if (key.empty()) key = item.url;
  if (key.empty()) {
    const std::string published =
        item.published ? std::to_string(item.published->time_since_epoch().count()) : "";
    key = "hash:" + fingerprint(item.title + "\n" + item.summary + published);
  }
  if (key.size() > kKeyBytesMax) key = "hash:" + fingerprint(key);
  return key;
}

}  // namespace

// FNV-1a.
std::string fingerprint(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  }
  std::array<char, 17> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), hash, 16).ptr;
  return {digits.data(), end};
}

void identify(std::vector<Item>& items) {
  find_addresses(items);
  std::map<std::string, int, std::less<>> guids;  // how often each stands in the document
  for (const Item& item : items) ++guids[item.key];
  for (Item& item : items) {
    const bool is_guid_shared = guids.at(item.key) > 1;
    item.key = key_of(item, is_guid_shared);
  }
}

}  // namespace fundwatch::feeds
