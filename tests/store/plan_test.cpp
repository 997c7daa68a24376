// What the store asks SQLite is answered by way of indexes, never by reading a growing table
// through.
#include "tests/store/plan_support.h"

namespace fundwatch::tests {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

class PlanTest : public PlanFixture {
 protected:
  store::Sources sources{database};
  store::Items items{database};
  store::LinkedTexts linked_texts{database};
  store::Hits hits{database};
  store::Subscribers subscribers{database};
  store::Digests digests{database};
  store::Outbox outbox{database};
  store::Cases cases{database};
  store::Announcements announcements{database};
  store::Inbox inbox{database};
  store::Reviews reviews{database};
  store::CaseNotes case_notes{database};
  store::Answers answers{database};
  store::FollowUp follow_up{database};
};

TEST_F(PlanTest, WhatIsDueIsSearchedByTime) {
  EXPECT_THAT(plan_of([&] { sources.due(hour(0)); }), HasSubstr("USING INDEX source_due"));
  EXPECT_THAT(plan_of([&] { sources.next_check(); }), HasSubstr("INDEX source_due"));
  EXPECT_THAT(plan_of([&] { subscribers.due_at(hour(0), 1); }),
              HasSubstr("USING INDEX subscriber_due"));
  EXPECT_THAT(plan_of([&] { subscribers.next_digest(); }), HasSubstr("INDEX subscriber_due"));
  EXPECT_THAT(plan_of([&] { outbox.due(hour(0), 1); }),
              HasSubstr("SEARCH mail USING INDEX mail_due"));
  EXPECT_THAT(plan_of([&] { outbox.next_attempt(); }), HasSubstr("INDEX mail_due"));
  EXPECT_THAT(plan_of([&] { outbox.queued(); }), HasSubstr("INDEX mail_due"));
}

TEST_F(PlanTest, CandidatesAreSearchedFromTheProfilesOn) {
  add_item_with_hit(store.sources.save(sample_source("a")), "k",
                    store.profiles.save(sample_profile("p"), "Eva", hour(0)).id, hour(1));
  std::size_t found = 0;
  const std::string plan = plan_of(
      [&] { found = digests.candidates(sample_subscriber("anna@example.org", {"p"})).size(); });
  EXPECT_EQ(found, 1U);
  EXPECT_THAT(plan,
              HasSubstr("SEARCH hit USING INDEX hit_profile_found (profile=? AND found_at>?)"));
  EXPECT_THAT(plan, HasSubstr("SEARCH item USING INTEGER PRIMARY KEY"));
  EXPECT_THAT(plan, HasSubstr("SEARCH item USING INDEX item_case"));
  EXPECT_THAT(plan, HasSubstr("SEARCH ledger USING PRIMARY KEY"));
  EXPECT_THAT(plan, Not(ContainsRegex("SCAN (item|hit|cases|ledger|profile)")));
}

TEST_F(PlanTest, ANoticeIsSearchedByItsId) {
  Item item = sample_item(store.sources.save(sample_source("a")), "k");
  item.notice = Notice{.id = "c4c415ee-ac08-4465-8fa6-57568cf69462", .changes = "older"};
  const std::string plan = plan_of([&] { items.put(item, hour(0)); });
  EXPECT_THAT(plan, HasSubstr("USING INDEX item_notice (notice_id=?)"));
  EXPECT_THAT(plan, Not(ContainsRegex("SCAN (item|cases)")));
}

TEST_F(PlanTest, PutSearchesByKey) {
  const Item item = sample_item(store.sources.save(sample_source("a")), "k");
  EXPECT_THAT(plan_of([&] { items.put(item, hour(0)); }), Not(HasSubstr("SCAN item")));
  EXPECT_THAT(plan_of([&] { items.put(item, hour(0)); }), HasSubstr("(source=? AND key=?)"));
}

TEST_F(PlanTest, PutSearchesByAddressAndByTitleAndDate) {
  store.items.put(sample_item(store.sources.save(sample_source("a")), "k"), hour(0));
  Item renamed = sample_item(SourceId{1}, "other");
  const std::string plan = plan_of([&] { items.put(renamed, hour(0)); });
  EXPECT_THAT(plan, HasSubstr("USING INDEX item_address (source=? AND address=?)"));
  EXPECT_THAT(plan, HasSubstr("USING INDEX item_published (source=? AND published=?)"));
  EXPECT_THAT(plan, Not(HasSubstr("SCAN item")));
}

TEST_F(PlanTest, LinkedTextsAreSearchedByTimeAndReadByItem) {
  EXPECT_THAT(plan_of([&] { linked_texts.due(hour(0), 1); }),
              HasSubstr("SEARCH linked_text USING INDEX linked_text_due (next_attempt"));
  EXPECT_THAT(plan_of([&] { linked_texts.next_attempt(); }), HasSubstr("INDEX linked_text_due"));
  EXPECT_THAT(plan_of([&] { items.find(ItemId{1}); }),
              HasSubstr("SEARCH linked_text USING INTEGER PRIMARY KEY"));
}

TEST_F(PlanTest, ListsAreReadInTheOrderOfAnIndexWithoutSorting) {
  const std::string of_all = plan_of([&] { items.each({}, [](const Item&) {}); });
  EXPECT_THAT(of_all, HasSubstr("SEARCH item USING INDEX item_first_seen"));
  const std::string of_one = plan_of([&] {
    items.each({SourceId{1}, hour(0)}, [](const Item&) {});
  });
  EXPECT_THAT(of_one, HasSubstr("SEARCH item USING INDEX item_source_first_seen"));
  const std::string of_hits = plan_of([&] { hits.each({}, [](const Hit&) {}); });
  EXPECT_THAT(of_hits, HasSubstr("SEARCH hit USING INDEX hit_found"));
  const std::string of_profile = plan_of([&] { hits.newest_of(ProfileId{1}, 9); });
  EXPECT_THAT(of_profile, HasSubstr("SEARCH hit USING INDEX hit_profile_found (profile=?)"));
  const std::string of_reviewed = plan_of([&] { hits.reviewed_of(ProfileId{1}, 9); });
  EXPECT_THAT(of_reviewed, HasSubstr("SEARCH hit USING INDEX hit_reviewed (profile=?)"));
  EXPECT_THAT(of_all + of_one + of_hits + of_profile + of_reviewed, Not(HasSubstr("TEMP B-TREE")));
}

TEST_F(PlanTest, RemovingASourceReadsNoTableThrough) {
  const SourceId source = store.sources.save(sample_source("a"));
  EXPECT_THAT(plan_of([&] { sources.remove(source); }),
              Not(ContainsRegex("SCAN (item|hit|cases)")));
}

TEST_F(PlanTest, WhatAnnouncesTheSameIsSearchedByTraits) {
  const SourceId source = store.sources.save(sample_source("a"));
  const Item item = store.items.find(store.items.put(sample_item(source, "k"), hour(0)).id).value();
  announcements.put(item.id, {1}, "print");
  const std::string found = plan_of([&] { announcements.newest_with({1}, 9); });
  EXPECT_THAT(found, HasSubstr("SEARCH announcement_trait USING PRIMARY KEY (trait=? AND item<?)"));
  EXPECT_THAT(found, Not(HasSubstr("TEMP B-TREE")));
  EXPECT_THAT(plan_of([&] { cases.is_settled(item); }), Not(HasSubstr("SCAN")));
  SQLite::Statement row(database.database(),
                        "EXPLAIN QUERY PLAN DELETE FROM announcement_trait WHERE trait IN "
                        "(SELECT value FROM json_each('[1,2]')) AND item = 1");
  std::string gone;
  while (row.executeStep()) gone += row.getColumn("detail").getString() + "\n";
  EXPECT_THAT(gone, HasSubstr("USING PRIMARY KEY (trait=? AND item=?)"));
}

TEST_F(PlanTest, WhatWasFoundIsCountedByIndexesAlone) {
  const store::TimeSpan span{};
  std::string plan = plan_of([&] { follow_up.found(span); });
  EXPECT_THAT(plan, HasSubstr("USING COVERING INDEX inbox_found (found_at>? AND found_at<?)"));
  plan = plan_of([&] { follow_up.found_by_profile(span); });
  EXPECT_THAT(plan, HasSubstr("USING COVERING INDEX inbox_profile_found (profile=? AND found_at>"));
  plan += plan_of([&] { follow_up.found_by_municipality(span); });
  EXPECT_THAT(plan, HasSubstr("USING COVERING INDEX inbox_found_place"));
  plan += plan_of([&] { follow_up.profiles_of_answered({}); });
  EXPECT_THAT(plan, Not(HasSubstr("SCAN inbox_profile")));
}

TEST_F(PlanTest, PagesOfTheInboxAreReadInTheOrderOfAnIndex) {
  store::InboxFilter waiting{.today = std::chrono::year{2027} / 2 / 15, .state = Review::none};
  const store::InboxPlace place{0, "2027-02-20", CaseId{7}};
  std::string plan = plan_of([&] { inbox.page(waiting, place, 20); });
  EXPECT_THAT(plan, HasSubstr("SEARCH inbox USING COVERING INDEX inbox_state (state=? AND day"));
  waiting.profile = ProfileId{1};
  waiting.municipality = "Gävle";
  plan += plan_of([&] { inbox.page(waiting, {}, 20); });
  EXPECT_THAT(plan, HasSubstr("SEARCH inbox_profile USING PRIMARY KEY (case_id=? AND profile=?)"));
  waiting.state.reset();
  plan += plan_of([&] { inbox.page(waiting, {}, 20); });
  EXPECT_THAT(plan, HasSubstr("USING COVERING INDEX inbox_day (day>? AND day<?)"));
  plan += plan_of([&] { inbox.count(waiting); });
  plan += plan_of([&] {
    inbox.on_days({}, 9);
    inbox.latest_on_days({}, 9);
  });
  EXPECT_THAT(plan, Not(HasSubstr("TEMP B-TREE")));
  waiting.words = "tvätt";
  plan += plan_of([&] { inbox.page(waiting, {}, 20); });
  EXPECT_THAT(plan, HasSubstr("SCAN hit_words VIRTUAL TABLE INDEX"));
  const std::string counted = plan_of([&] { inbox.count(waiting); });
  EXPECT_THAT(counted, Not(HasSubstr("LIST SUBQUERY")));
  EXPECT_THAT(counted, HasSubstr("SEARCH inbox USING INTEGER PRIMARY KEY"));
  plan += counted;
  EXPECT_THAT(plan, Not(ContainsRegex("(SCAN|SEARCH) item\\b")));
  EXPECT_THAT(plan, Not(ContainsRegex("SCAN (item|hit|cases|inbox)\\b")));
}

TEST_F(PlanTest, WhatBelongsToACaseIsSearchedByIt) {
  const std::string plan = plan_of([&] {
    cases.items(CaseId{1});
    cases.find_speaker(CaseId{1});
    hits.of(CaseId{1});
    answers.of(CaseId{1});
    case_notes.of(CaseId{1});
    reviews.of(CaseId{1});
    reviews.mark({CaseId{1}}, {.review = Review::kept});
    reviews.undo(store::ReviewActId{1});
  });
  EXPECT_THAT(plan, Not(HasSubstr("SCAN")));
}

// The triggers run with every item and hit.
TEST_F(PlanTest, TheInboxIsKeptWithoutReadingATableThrough) {
  SQLite::Statement trigger(database.database(),
                            "SELECT sql FROM sqlite_schema WHERE name = 'inbox_changed'");
  ASSERT_TRUE(trigger.executeStep());
  std::string sql = trigger.getColumn(0).getString();
  sql = sql.substr(sql.find("BEGIN") + 5);
  for (std::size_t at = sql.find("new.case_id"); at != std::string::npos;
       at = sql.find("new.case_id")) {
    sql.replace(at, 11, "7");
  }
  std::string plan;
  for (std::size_t end = sql.find(';'); end != std::string::npos; end = sql.find(';')) {
    SQLite::Statement row(database.database(), "EXPLAIN QUERY PLAN " + sql.substr(0, end));
    while (row.executeStep()) plan += row.getColumn("detail").getString() + "\n";
    sql = sql.substr(end + 1);
  }
  EXPECT_THAT(plan, HasSubstr("SEARCH item USING INTEGER PRIMARY KEY"));
  EXPECT_THAT(plan, Not(HasSubstr("SCAN item"))) << plan;
}

TEST_F(PlanTest, EveryForeignKeyHasAnIndexThatBeginsWithIt) {
  SQLite::Statement row(
      database.database(),
      "SELECT tables.name, reference.\"from\" FROM pragma_table_list AS tables "
      "JOIN pragma_foreign_key_list(tables.name) AS reference WHERE tables.schema = 'main' "
      "AND NOT EXISTS (SELECT 1 FROM pragma_index_list(tables.name) AS indexes "
      "  JOIN pragma_index_info(indexes.name) AS part "
      "  WHERE part.seqno = 0 AND part.name = reference.\"from\" AND indexes.partial = 0) "
      // The first column of a primary key needs none.
      "AND NOT EXISTS (SELECT 1 FROM pragma_table_info(tables.name) AS field "
      "  WHERE field.name = reference.\"from\" AND field.pk = 1)");
  while (row.executeStep()) {
    ADD_FAILURE() << row.getColumn(0).getString() << "." << row.getColumn(1).getString();
  }
}

}  // namespace
}  // namespace fundwatch::tests
