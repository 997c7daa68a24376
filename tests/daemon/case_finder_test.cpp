#include "daemon/case_finder.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/support/temporary_folder.h"

namespace fundwatch::daemon {
namespace {

using std::chrono::year;

const Instant kNow = std::chrono::sys_days{year{2027} / 2 / 15} + std::chrono::hours(8);

class CaseFinderTest : public testing::Test {
 protected:
  // What every source says in the same words.
  CaseId place(const std::string& source_name) {
    Source source;
    source.name = source_name;
    source.url = "https://" + source_name + ".example/rss";
    Item item;
    item.source = store.sources.save(source);
    item.key = "k";
    item.title = "Arvsfonden utlyser bidrag till arbetskooperativ";
    item.summary = "Föreningar kan söka pengar till verkstäder och lokaler för kooperativ.";
    item.deadline = DueDate{year{2027} / 3 / 15, {}};
    item.amount = Amount{250'000, "SEK"};
    item.id = store.items.put(item, kNow).id;
    const Item stored = store.items.find(item.id).value();
    cases.place(stored, matchers::fingerprint(stored));
    return store.items.find(item.id)->case_id;
  }

  tests::TemporaryFolder folder;
  store::Store store{folder / "fundwatch.db"};
  CaseFinder cases{store};
};

TEST_F(CaseFinderTest, WhatSourcesSayAlikeIsOneCaseUntilItIsFull) {
  std::set<CaseId> of_first;
  for (int i = 0; i < store::kCaseItemsMax; ++i) of_first.insert(place("s" + std::to_string(i)));
  EXPECT_EQ(of_first.size(), 1U);
  const CaseId next = place("next");
  EXPECT_FALSE(of_first.contains(next));
  EXPECT_EQ(place("another"), next);
}

}  // namespace
}  // namespace fundwatch::daemon
