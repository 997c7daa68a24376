// Notices as the store keeps them: facts that come back, and cases that notices share.
#include <SQLiteCpp/Database.h>

#include "store/error.h"
#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

class NoticesTest : public StoreTest {
 protected:
  Item item_with(const std::string& key, Notice notice) {
    Item item = sample_item(source, key);
    item.title += " " + notice.id;
    item.published.reset();
    item.notice = std::move(notice);
    return item;
  }
  CaseId put(const Item& item) {
    return store.items.find(store.items.put(item, hour(0)).id).value().case_id;
  }
  int version(CaseId id) {
    SQLite::Database database(file.string());
    return database
        .execAndGet("SELECT version FROM cases WHERE id = " +
                    std::to_string(static_cast<std::int64_t>(id)))
        .getInt();
  }
  static Notice changing(const std::string& id, const std::string& changed) {
    Notice notice = sample_notice(id);
    notice.changes = changed;
    return notice;
  }

  const SourceId source = store.sources.save(sample_source("a"));
};

TEST_F(NoticesTest, NoticeComesBackAsItWasPut) {
  for (const Notice& notice : {sample_notice("full"), Notice{}, changing("b", "a")}) {
    const Item item = item_with("key of " + notice.id, notice);
    EXPECT_EQ(store.items.find(store.items.put(item, hour(0)).id)->notice, notice);
  }
}

TEST_F(NoticesTest, OtherFactsOfANoticeAreAnEdit) {
  Item item = item_with("k", sample_notice("n"));
  store.items.put(item, hour(0));
  EXPECT_EQ(store.items.put(item, hour(1)).arrival, store::Arrival::unchanged);
  item.notice->lots[1].reserved = Reserved::none;
  EXPECT_EQ(store.items.put(item, hour(2)).arrival, store::Arrival::edited);
}

TEST_F(NoticesTest, NoticeOfTwoSourcesIsOneCase) {
  const CaseId first = put(item_with("k", sample_notice("n")));
  Item second = item_with("k", sample_notice("n"));
  second.source = store.sources.save(sample_source("b"));
  EXPECT_EQ(put(second), first);
  EXPECT_EQ(version(first), 1);
}

TEST_F(NoticesTest, ChangeOfADeadlineIsAVersionOfTheChangedNoticesCase) {
  const CaseId first = put(item_with("k", sample_notice("n")));
  Item change = item_with("l", changing("n2", "n"));
  change.deadline->day = std::chrono::year{2027} / 3 / 26;
  EXPECT_EQ(put(change), first);
  EXPECT_EQ(version(first), 2);
}

TEST_F(NoticesTest, ChangeOfOtherFactsIsOfTheCaseButNoVersion) {
  const CaseId first = put(item_with("k", sample_notice("n")));
  EXPECT_EQ(put(item_with("l", changing("n2", "n"))), first);
  EXPECT_EQ(version(first), 1);
  EXPECT_EQ(store.cases.speaker(first).key, "l");
}

TEST_F(NoticesTest, NoticesThatDoNotNameEachOtherAreCasesOfTheirOwn) {
  const CaseId first = put(item_with("k", sample_notice("n")));
  EXPECT_NE(put(item_with("l", sample_notice("n2"))), first);
  EXPECT_NE(put(item_with("m", sample_notice(""))), put(item_with("o", sample_notice(""))));
}

TEST_F(NoticesTest, DamagedNoticeIsAnError) {
  store.items.put(item_with("k", sample_notice("n")), hour(0));
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
  for (const char* text : {"{", "[]", "{\"id\":1}", "{\"id\":\"n\"}"}) {
    SQLite::Statement update(database, "UPDATE item SET notice = ?");
    update.bind(1, text);
    update.exec();
    EXPECT_THROW(all_items(), store::StoreError) << text;
  }
}

}  // namespace
}  // namespace fundwatch::tests
