#include "web/api_deeds.h"

#include "tests/web/api_support.h"
#include "web/case_card.h"
#include "web/inbox_deeds.h"
#include "web/source_page.h"

namespace fundwatch::web {
namespace {

using testing::SizeIs;

class ApiDeedsTest : public tests::ApiTest {
 protected:
  ApiDeedsTest() {
    be(Role::coordinator);
    add_source("region");
    seed_profile();
  }
  static std::string number(CaseId id) { return std::to_string(static_cast<std::int64_t>(id)); }
  std::string review_of(CaseId id) {
    return get("hits/" + number(id)).at("review").as_string().c_str();
  }
};

TEST_F(ApiDeedsTest, ManyAreMarkedAtOnceAndThatIsTakenBack) {
  const CaseId first = add_hit("a");
  const CaseId second = add_hit("b");
  const std::string cases = "[" + number(first) + "," + number(second) + "]";
  const std::string body = R"({"cases":)" + cases + R"(,"review":"dismissed"})";
  const auto marked = parsed(ask(Method::post, "reviews", body));
  EXPECT_EQ(marked.at("marked"), 2);
  EXPECT_EQ(review_of(second), "dismissed");
  EXPECT_TRUE(parsed(ask(Method::post, "reviews", body)).at("act").is_null());
  const std::string undo = "reviews/" + std::to_string(marked.at("act").as_int64()) + "/undo";
  EXPECT_EQ(ask(Method::post, undo, "{}").status, 200);
  EXPECT_EQ(review_of(first), "none");
  EXPECT_EQ(review_of(second), "none");
  EXPECT_EQ(ask(Method::post, undo, "{}").status, 409);
  EXPECT_EQ(ask(Method::post, "reviews/99/undo", "{}").status, 404);
}

TEST_F(ApiDeedsTest, WhatCannotBeMarkedIsRefusedByItsField) {
  const CaseId id = add_hit("a");
  const auto field_of = [&](const std::string& body) {
    const Reply reply = ask(Method::post, "reviews", body);
    EXPECT_EQ(reply.status, 422) << body;
    return std::string(fault(reply).at("field").as_string().c_str());
  };
  EXPECT_EQ(field_of(R"({"cases":[)" + number(id) + R"(],"review":"perhaps"})"), "review");
  EXPECT_EQ(field_of(R"({"cases":[],"review":"kept"})"), "cases");
  EXPECT_EQ(field_of(R"({"review":"kept"})"), "cases");
  EXPECT_EQ(field_of(R"({"cases":["a"],"review":"kept"})"), "cases");
  EXPECT_EQ(field_of(R"({"cases":[)" + number(id) + R"(,99],"review":"kept"})"), "cases");
  std::string many = number(id);
  for (std::size_t i = 0; i < kCasesMarkedMax; ++i) many += "," + number(id);
  EXPECT_EQ(field_of(R"({"cases":[)" + many + R"(],"review":"kept"})"), "cases");
  EXPECT_EQ(review_of(id), "none");
}

TEST_F(ApiDeedsTest, ACaseThatIsNamedTwiceIsMarkedOnce) {
  const std::string id = number(add_hit("a"));
  const Reply reply =
      ask(Method::post, "reviews", R"({"cases":[)" + id + "," + id + R"(],"review":"kept"})");
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(parsed(reply).at("marked"), 1);
  EXPECT_THAT(store.audit.page(0, 10), SizeIs(1));
}

TEST_F(ApiDeedsTest, WhatNoProfileFoundIsNoHit) {
  Item item;
  item.source = store.sources.all().front().id;
  item.key = item.title = "a";
  const std::string id = number(store.items.put(item, clock.now()).case_id);
  EXPECT_EQ(ask(Method::post, "hits/" + id + "/notes", R"({"text":"a"})").status, 404);
  EXPECT_EQ(ask(Method::post, "reviews", R"({"cases":[)" + id + R"(],"review":"kept"})").status,
            422);
}

TEST_F(ApiDeedsTest, NotesAreAddedAndReadWithTheHit) {
  const std::string notes = "hits/" + number(add_hit("a")) + "/notes";
  const Reply reply = ask(Method::post, notes, R"({"text":" Anna ringer dem "})");
  EXPECT_EQ(reply.status, 201);
  EXPECT_EQ(parsed(reply).at("notes").at(0).at("text"), "Anna ringer dem");
  const auto hit = get(notes.substr(0, notes.rfind('/')));
  EXPECT_EQ(hit.at("notes").at(0).at("at"), "2027-02-15T08:00:00Z");
  EXPECT_EQ(ask(Method::post, notes, R"({"text":" "})").status, 422);
  const std::string long_text(kNoteCharactersMax + 1, 'a');
  EXPECT_EQ(ask(Method::post, notes, R"({"text":")" + long_text + R"("})").status, 422);
  EXPECT_EQ(ask(Method::post, "hits/99/notes", R"({"text":"a"})").status, 404);
}

TEST_F(ApiDeedsTest, AHitSaysWhatWasAnsweredAndWhoMarkedIt) {
  const CaseId id = add_hit("a");
  Subscriber anna;
  anna.email = "anna@asf.example";
  anna.organisation = "Textilverkstan";
  const SubscriberId subscriber = store.subscribers.save(anna).value();
  store.answers.save({.subscriber = subscriber,
                      .case_id = id,
                      .kind = AnswerKind::applied,
                      .amount = 90'000,
                      .at = clock.now()});
  ask(Method::post, "hits/" + number(id) + "/review", R"({"review":"kept"})");
  const auto hit = get("hits/" + number(id));
  EXPECT_EQ(hit.at("answers"), tests::json::parse(R"([{"subscriber":1,"kind":"applied",
      "organisation":"Textilverkstan","amount":90000,"at":"2027-02-15T08:00:00Z"}])"));
  EXPECT_EQ(hit.at("history"), tests::json::parse(R"([{"act":1,"at":"2027-02-15T08:00:00Z",
      "author":"Kim","review":"kept","undone":false}])"));
}

TEST_F(ApiDeedsTest, WhatIsKeptOfSomebodyIsForCoordinators) {
  Subscriber anna;
  anna.email = "anna@asf.example";
  ASSERT_TRUE(store.subscribers.save(anna));
  EXPECT_THAT(std::string(get("subscribers/1/kept").at("kept").as_string()),
              testing::HasSubstr("anna@asf.example"));
  EXPECT_EQ(ask(Method::get, "subscribers/9/kept").status, 404);
  be(Role::reader);
  EXPECT_EQ(ask(Method::get, "subscribers/1/kept").status, 403);
}

TEST_F(ApiDeedsTest, TheRecordOfChangesIsForSysadminsAndComesPageByPage) {
  EXPECT_EQ(ask(Method::get, "changes").status, 403);
  be(Role::sysadmin);
  const auto add = [&] {
    store.audit.add({.at = clock.now(), .account = "kim", .action = "source.add"});
  };
  for (std::size_t i = 0; i < kApiPageChanges; ++i) add();
  EXPECT_TRUE(get("changes").at("next").is_null());
  add();
  const auto first = get("changes");
  EXPECT_THAT(first.at("changes").as_array(), SizeIs(kApiPageChanges));
  EXPECT_EQ(first.at("changes").at(0).at("action"), "source.add");
  const std::string next = first.at("next").as_string().c_str();
  const auto last = get(next.substr(std::string("/api/v1/").size()));
  EXPECT_TRUE(last.at("next").is_null());
  EXPECT_FALSE(last.at("changes").as_array().empty());
  EXPECT_EQ(fault(ask(Method::get, "changes?fore=x")).at("field"), "fore");
}

TEST_F(ApiDeedsTest, HowOftenASourceIsExpectedToHaveNewsIsReadAndChanged) {
  const std::string source = "sources/1";
  EXPECT_TRUE(get(source).at("expected_minutes").is_null());
  EXPECT_GT(get(source).at("interval_minutes").as_int64(), 0);
  EXPECT_EQ(
      parsed(ask(Method::post, source, R"({"expected_minutes":1440})")).at("expected_minutes"),
      1440);
  for (const int wrong : {-1, kExpectedMinutesMax + 1}) {
    const std::string body = R"({"expected_minutes":)" + std::to_string(wrong) + "}";
    EXPECT_EQ(fault(ask(Method::post, source, body)).at("field"), "expected_minutes") << wrong;
  }
}

}  // namespace
}  // namespace fundwatch::web
