#include "web/api_source_search.h"

#include <boost/json/serialize.hpp>

#include "tests/web/api_support.h"
#include "web/api.h"
#include "web/api_sources.h"
#include "web/source_addition_page.h"
#include "web/source_page.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using web::Method;
using web::Reply;

class ApiSourceSearchTest : public ApiTest {
 protected:
  ApiSourceSearchTest() {
    be(Role::coordinator);
    services.find_sources = [this](const Source& wanted) -> Result<web::FoundSources> {
      asked_for = wanted.url;
      if (found.empty()) return Error{Stage::read, "nothing there is a feed"};
      return web::FoundSources{found,
                               {{"Rubrik", true, false, std::nullopt}, {"Nyhet", false, true, 0}}};
    };
    services.read_opml = [this](std::string_view bytes) -> Result<std::vector<Source>> {
      if (bytes != "opml") return Error{Stage::read, "this is no OPML file"};
      return listed;
    };
    found.push_back({source("kommunen", SourceKind::page), {}, {}});
    found.front().source.page_rule.list = "li.nyhet";
  }

  static Source source(const std::string& name, SourceKind kind = SourceKind::rss) {
    Source made;
    made.name = name;
    made.url = "https://" + name + ".example/rss";
    made.kind = kind;
    return made;
  }
  Reply preview(const std::string& url) {
    return ask(Method::post, "previews", R"({"url":")" + url + R"("})");
  }
  Reply import(const std::string& opml) {
    return ask(Method::post, "opml", R"({"opml":")" + opml + R"("})");
  }
  static std::string field_of(const Reply& reply) {
    return std::string(fault(reply).at("field").as_string());
  }

  std::vector<web::FoundSource> found;
  std::vector<Source> listed;
  std::string asked_for;
};

TEST_F(ApiSourceSearchTest, WhatThereIsToReadIsShownAndNothingStored) {
  Item item;
  item.title = "Nya <bidrag>";
  item.url = "https://kommunen.example/1";
  for (std::size_t i = 0; i <= web::kApiItemsPreviewed; ++i) {
    found.front().items.push_back(item);
    found.front().profiles.push_back(i == 0 ? "Bidrag att söka" : "");
  }
  const json::value told = parsed(preview("kommunen.example/nyheter"));
  EXPECT_EQ(asked_for, "https://kommunen.example/nyheter");
  const json::value& best = told.at("found").at(0);
  EXPECT_EQ(best.at("kind"), "page");
  EXPECT_EQ(best.at("item_count"), web::kApiItemsPreviewed + 1);
  EXPECT_THAT(best.at("items").as_array(), SizeIs(web::kApiItemsPreviewed));
  EXPECT_EQ(best.at("items").at(0),
            json::parse(R"({"title":"Nya <bidrag>","url":"https://kommunen.example/1",
                            "published":null,"profiles":"Bidrag att söka"})"));
  EXPECT_TRUE(best.at("items").at(1).at("profiles").is_null());
  EXPECT_EQ(told.at("page"), json::parse(R"([
      {"text":"Rubrik","heading":true,"begins_block":false,"found":null},
      {"text":"Nyhet","heading":false,"begins_block":true,"found":0}])"));
  EXPECT_THAT(store.sources.all(), IsEmpty());
  EXPECT_THAT(store.audit.page(0, 10), IsEmpty());
}

TEST_F(ApiSourceSearchTest, AChoiceIsAddedWithItsList) {
  const json::value told = parsed(preview("https://kommunen.example/nyheter"));
  json::object body{{"choice", told.at("found").at(0).at("choice")},
                    {"name", "Kommunen"},
                    {"interval_minutes", 120}};
  const Reply reply = ask(Method::post, "sources", json::serialize(body));
  ASSERT_EQ(reply.status, 201) << reply.body;
  const Source stored = store.sources.all().at(0);
  EXPECT_EQ(stored.name, "Kommunen");
  EXPECT_EQ(stored.kind, SourceKind::page);
  EXPECT_EQ(stored.page_rule.list, "li.nyhet");
  EXPECT_EQ(stored.interval, std::chrono::minutes(120));
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "source.add");
  EXPECT_EQ(ask(Method::post, "sources", json::serialize(body)).status, 409);
  body["choice"] = "[[source]]\nname = \"a\"\nurl = \"/etc/passwd\"\nkind = \"mail\"\n";
  EXPECT_EQ(field_of(ask(Method::post, "sources", json::serialize(body))), "choice");
  for (const std::size_t more : {0, 1}) {
    body["choice"] = std::string(web::kChoiceCharactersMax + more, '#');
    EXPECT_EQ(field_of(ask(Method::post, "sources", json::serialize(body))), "choice");
  }
  body["choice"] = "nonsense";
  EXPECT_EQ(field_of(ask(Method::post, "sources", json::serialize(body))), "choice");
  EXPECT_THAT(store.sources.all(), SizeIs(1));
}

TEST_F(ApiSourceSearchTest, ASourceSaysWhatItBroughtAndHowItHasGone) {
  const SourceId id = store.sources.save(source("a"));
  for (int i = 0; i <= static_cast<int>(web::kRecentItemsMax); ++i) {
    Item item;
    item.source = id;
    item.key = item.title = "Nytt " + std::to_string(i);
    store.items.put(item, clock.now() + std::chrono::hours(i));
  }
  store.source_history.add(id, {clock.now(), SourceState::failing, "answered 500"});
  be(Role::reader);
  const json::value told = get("sources/1");
  EXPECT_THAT(told.at("recent").as_array(), SizeIs(web::kRecentItemsMax));
  EXPECT_EQ(told.at("recent").at(0).at("title"), "Nytt 15");
  EXPECT_EQ(told.at("history"), json::parse(R"([{"at":"2027-02-15T08:00:00Z","state":"failing",
                                                 "words":"answered 500"}])"));
}

TEST_F(ApiSourceSearchTest, WhatCannotBeReadIsRefusedWithItsReason) {
  EXPECT_EQ(field_of(preview("inget")), "url");
  EXPECT_EQ(field_of(preview("file:///etc/passwd")), "url");
  EXPECT_EQ(field_of(ask(Method::post, "previews", "{}")), "url");
  EXPECT_EQ(field_of(ask(Method::post, "previews", R"({"url":"a.example","kind":"rss"})")), "kind");
  EXPECT_EQ(asked_for, "");
  found.clear();
  const Reply reply = preview("https://a.example");
  EXPECT_EQ(reply.status, 422);
  EXPECT_EQ(fault(reply).at("message"), "nothing there is a feed");
  store.sources.save(source("a"));
  EXPECT_EQ(preview("https://a.example/rss").status, 409);
  EXPECT_THAT(preview("https://a.example/rss").body, HasSubstr("as a"));
}

TEST_F(ApiSourceSearchTest, FeedsAreGivenAndTakenAsOpml) {
  store.sources.save(source("a"));
  store.sources.save(source("sida", SourceKind::page));
  const std::string opml(get("opml").at("opml").as_string());
  EXPECT_THAT(opml, HasSubstr("xmlUrl=\"https://a.example/rss\""));
  EXPECT_THAT(opml, Not(HasSubstr("sida")));
  listed = {source("a"), source("b"), source("c")};
  listed.back().name = "b";
  EXPECT_EQ(parsed(import("opml")), json::parse(R"({"added":2,"known":1})"));
  EXPECT_TRUE(store.sources.find("b 2"));
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "source.add");
}

TEST_F(ApiSourceSearchTest, AFileThatIsNoneOrHasTooManyIsRefused) {
  EXPECT_EQ(fault(import("<html>")).at("message"), "this is no OPML file");
  EXPECT_EQ(field_of(import("opml")), "opml");  // it lists nothing
  listed.resize(web::kImportedMax + 1, source("a"));
  EXPECT_THAT(import("opml").body, HasSubstr("expected 1 to 500 feeds, found 501"));
  EXPECT_EQ(field_of(import(std::string(web::kOpmlCharactersMax + 1, 'a'))), "opml");
  EXPECT_EQ(field_of(ask(Method::post, "opml", "{}")), "opml");
  EXPECT_EQ(field_of(ask(Method::post, "opml", R"({"opml":"opml","file":1})")), "file");
  EXPECT_THAT(store.sources.all(), IsEmpty());
  EXPECT_THAT(store.audit.page(0, 10), IsEmpty());
}

TEST_F(ApiSourceSearchTest, AReaderOnlyTakesTheFile) {
  be(Role::reader);
  EXPECT_EQ(ask(Method::get, "opml").status, 200);
  EXPECT_EQ(import("opml").status, 403);
  EXPECT_EQ(preview("https://a.example").status, 403);
  EXPECT_EQ(asked_for, "");
  EXPECT_EQ(web::api_lane_of(request(Method::post, "/api/v1/previews")), web::Lane::fetching);
}

}  // namespace
}  // namespace fundwatch::tests
