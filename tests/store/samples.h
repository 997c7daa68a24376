// tests/store/samples.h — a store of the test's own, and one of each noun to put into it.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "store/store.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {

// So many hours after a Monday morning.
Instant hour(int hours);

Source sample_source(const std::string& name);

// Every member filled.
Item sample_item(SourceId source, const std::string& key);

// Every member filled but `changes`.
Notice sample_notice(const std::string& id);

Profile sample_profile(const std::string& name);

// Strong enough, with two reasons.
Hit sample_hit(ProfileId profile);

// Subscribes from hour(0) on.
Subscriber sample_subscriber(const std::string& email, const std::vector<std::string>& profiles);

Mail sample_mail(const std::string& message_id);

class StoreTest : public testing::Test {
 protected:
  // A stored item with a hit for the profile, both of this instant.
  ItemId add_item_with_hit(SourceId source, const std::string& key, ProfileId profile, Instant now);

  // Makes the first item's case the second's as well: two sources announce one thing.
  void share_case(ItemId first, ItemId second);

  std::vector<Item> all_items() const;
  std::vector<Hit> all_hits() const;

  TemporaryFolder folder;
  const std::filesystem::path file = folder / "fundwatch.db";
  store::Store store{file};
};

}  // namespace fundwatch::tests
