#include "daemon/case_finder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

class CaseFinderTest : public StoreTest {
 protected:
  // What every source says in the same words.
  CaseId place(const std::string& source) {
    Item item = sample_item(store.sources.save(sample_source(source)), "k");
    item.notice.reset();
    item.id = store.items.put(item, hour(0)).id;
    cases.place(store.items.find(item.id).value());
    return store.items.find(item.id)->case_id;
  }

  daemon::CaseFinder cases{store};
};

TEST_F(CaseFinderTest, WhatSourcesSayAlikeIsOneCaseUntilItIsFull) {
  std::set<CaseId> of_first;
  for (int i = 0; i < store::kCaseItemsMax; ++i) of_first.insert(place(std::to_string(i)));
  EXPECT_EQ(of_first.size(), 1U);
  const CaseId next = place("next");
  EXPECT_FALSE(of_first.contains(next));
  EXPECT_EQ(place("one more"), next);
}

}  // namespace
}  // namespace fundwatch::tests
