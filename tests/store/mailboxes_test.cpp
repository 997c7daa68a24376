#include "store/mailboxes.h"

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using MailboxesTest = StoreTest;

TEST_F(MailboxesTest, ThePlaceIsKeptUntilTheSourceIsAnotherOne) {
  Source source = sample_source("a");
  const SourceId id = store.sources.save(source);
  EXPECT_FALSE(store.mailboxes.find(id));
  store.mailboxes.put(id, {17, 4});
  store.mailboxes.put(id, {17, 9});
  EXPECT_EQ(store.mailboxes.find(id), (store::MailboxPosition{17, 9}));
  source.url = "imap:Annat";
  store.sources.save(source);
  EXPECT_FALSE(store.mailboxes.find(id));
}

TEST_F(MailboxesTest, ThePlaceGoesWithTheSource) {
  const SourceId id = store.sources.save(sample_source("a"));
  store.mailboxes.put(id, {17, 4});
  store.sources.remove(id);
  EXPECT_FALSE(store.mailboxes.find(id));
}

}  // namespace
}  // namespace fundwatch::tests
