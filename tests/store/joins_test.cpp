// What the inbox says of a case that an item joins: the same as if its row were made anew.

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <random>

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using std::chrono::year;
using testing::HasSubstr;

class JoinsTest : public StoreTest {
 protected:
  Item put(const std::string& key, std::optional<Day> day, const std::string& municipality) {
    Item item = sample_item(source, key);
    item.event_date.reset();
    item.notice.reset();
    item.deadline = day ? std::optional(DueDate{*day, {}}) : std::nullopt;
    item.place.municipality = municipality;
    return store.items.find(store.items.put(item, hour(0)).id).value();
  }

  void hit(ItemId item) { store.hits.replace(item, {profile}, {sample_hit(profile)}, hour(0)); }

  std::vector<std::string> inbox() const {
    const SQLite::Database database(file.string());
    SQLite::Statement row(database,
                          "SELECT case_id || ' ' || state || ' ' || day || ' ' || municipality || "
                          "' ' || ifnull(found_at, '') FROM inbox UNION ALL SELECT case_id || "
                          "' profile ' || profile || ' ' || ifnull(found_at, '') "
                          "FROM inbox_profile ORDER BY 1");
    std::vector<std::string> rows;
    while (row.executeStep()) rows.push_back(row.getColumn(0).getString());
    return rows;
  }

  std::vector<std::string> inbox_made_anew() const {
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
        .exec("INSERT INTO inbox_change SELECT id FROM cases");
    return inbox();
  }

  const SourceId source = store.sources.save(sample_source("a"));
  const ProfileId profile = store.profiles.save(sample_profile("p"), "Eva", hour(0)).id;
};

TEST_F(JoinsTest, WhoStatesTheFirstDaySpeaksForTheCase) {
  const Item vague = put("a", std::nullopt, "Gävle");
  hit(vague.id);
  store.cases.join(put("b", std::nullopt, "Ovanåker"), vague.case_id);
  EXPECT_THAT(inbox().front(), HasSubstr("Gävle"));
  store.cases.join(put("c", year{2027} / 2 / 20, "Söderhamn"), vague.case_id);
  EXPECT_THAT(inbox().front(), HasSubstr("2027-02-20 Söderhamn"));
  store.cases.join(put("d", year{2027} / 1 / 20, "Bollnäs"), vague.case_id);
  EXPECT_THAT(inbox().front(), HasSubstr("2027-02-20 Söderhamn"));
}

TEST_F(JoinsTest, WhoHasAHitBringsItsProfile) {
  const Item hitless = put("a", std::nullopt, "Gävle");
  const Item found = put("b", std::nullopt, "Gävle");
  hit(found.id);
  const auto before = inbox();
  store.cases.join(found, hitless.case_id);
  EXPECT_EQ(inbox().size(), before.size());
  EXPECT_EQ(inbox(), inbox_made_anew());
}

// Items come, get facts and hits, join each other's cases and are made to speak, in any order.
class RandomJoinsTest : public JoinsTest, public testing::WithParamInterface<unsigned> {};

INSTANTIATE_TEST_SUITE_P(Seeds, RandomJoinsTest, testing::Range(1U, 9U));

TEST_P(RandomJoinsTest, TheRowsAreAlwaysThoseMadeAnew) {
  std::mt19937 random(GetParam());
  const auto below = [&](std::size_t end) { return random() % end; };
  const std::vector<std::optional<Day>> days{std::nullopt, year{2027} / 2 / 20, year{2027} / 3 / 1};
  const std::vector<std::string> places{"Gävle", "Bollnäs", ""};
  for (int step = 0; step < 60; ++step) {
    const std::vector<Item> items = all_items();
    if (items.size() < 5 || below(3) == 0) {
      put(std::to_string(step), days[below(days.size())], places[below(places.size())]);
      continue;
    }
    const Item& item = items[below(items.size())];
    const Item& other = items[below(items.size())];
    switch (below(5)) {
      case 0: hit(item.id); break;
      case 1: store.hits.replace(item.id, {profile}, {}, hour(0)); break;
      case 2: store.cases.let_speak(item.case_id, item.id); break;
      case 3: {
        Item with_facts = store.facts.unread(item.id).value();
        if (!with_facts.deadline) with_facts.event_date = days[below(days.size())];
        store.facts.put(with_facts);
        break;
      }
      default:
        if (!store.cases.is_settled(item)) store.cases.join(item, other.case_id);
    }
    const auto kept = inbox();
    ASSERT_EQ(kept, inbox_made_anew()) << "step " << step;
  }
}

}  // namespace
}  // namespace fundwatch::tests
