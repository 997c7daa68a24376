#include "tests/web/desk_support.h"
#include "web/form.h"
#include "web/source_addition_page.h"
#include "web/source_page.h"

namespace fundwatch::web {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class SourcePagesTest : public tests::DeskTest {
 protected:
  SourcePagesTest() {
    services.find_sources = [this](const Source& wanted) -> Result<FoundSources> {
      asked_for = wanted.url;
      if (found.empty()) return Error{Stage::read, "nothing there is a feed"};
      return FoundSources{found, lines};
    };
    services.read_opml = [this](std::string_view bytes) -> Result<std::vector<Source>> {
      if (bytes != "opml") return Error{Stage::read, "this is no OPML file"};
      return listed;
    };
  }

  static Source source(const std::string& name) {
    Source made;
    made.name = name;
    made.url = "https://" + name + ".example/rss";
    made.kind = SourceKind::rss;
    return made;
  }
  SourceId add(const std::string& name, SourceState state = SourceState::ok) {
    Source made = source(name);
    made.health.state = state;
    made.health.last_attempt = clock.now();
    made.health.last_success = clock.now() - 1h;
    made.health.next_check = clock.now() + 1h;
    return store.sources.save(made);
  }
  static std::string path(SourceId id) {
    return "/kallor/" + std::to_string(static_cast<std::int64_t>(id));
  }
  void add_item(SourceId id, const std::string& title, const std::string& url) {
    Item item;
    item.source = id;
    item.key = title;
    item.title = title;
    item.url = url;
    store.items.put(item, clock.now());
  }

  std::vector<FoundSource> found;
  std::vector<PageLine> lines;
  std::vector<Source> listed;
  std::string asked_for;
};

TEST_F(SourcePagesTest, NeedALogin) {
  EXPECT_EQ(header(get("/kallor"), "Location"), "/logga-in?vidare=%2Fkallor");
}

TEST_F(SourcePagesTest, SayHowManyNeedALook) {
  log_in(Role::reader);
  EXPECT_THAT(get("/kallor").body, HasSubstr("<h1>Inga källor än</h1>"));
  add("a");
  EXPECT_THAT(get("/kallor").body, HasSubstr("<h1>Alla 1 källor fungerar</h1>"));
  add("b", SourceState::failing);
  add("c", SourceState::silent);
  const std::string body = get("/kallor").body;
  EXPECT_THAT(body, HasSubstr("<h1>2 av 3 källor behöver ses över</h1>"));
  EXPECT_THAT(body, HasSubstr("<span class=\"badge warn\">2<"));
  EXPECT_LT(body.find(">b</a>"), body.find(">c</a>"));
  EXPECT_LT(body.find(">c</a>"), body.find(">a</a>"));
  EXPECT_THAT(body, HasSubstr("i\u00a0dag kl.\u00a008.00"));
}

TEST_F(SourcePagesTest, OfferNothingToAReaderThatTheyMayNotDo) {
  const SourceId id = add("a");
  log_in(Role::reader);
  EXPECT_THAT(get("/kallor").body, AllOf(Not(HasSubstr("Läs nu")), Not(HasSubstr("Sök flöden"))));
  EXPECT_THAT(get(path(id)).body, Not(HasSubstr("Ta bort")));
  EXPECT_EQ(post("/kallor", "kalla=1").status, 403);
  EXPECT_EQ(post(path(id), "gor=tabort").status, 403);
  EXPECT_EQ(post("/kallor/lagg-till", "").status, 403);
  EXPECT_TRUE(store.sources.find(id));
}

TEST_F(SourcePagesTest, ReadASourceNow) {
  log_in(Role::coordinator);
  const SourceId id = add("a");
  const auto revision = store.revision();
  const Reply reply = post("/kallor", "kalla=1");
  EXPECT_EQ(header(reply, "Location"), "/kallor?las=1");
  EXPECT_EQ(store.sources.find(id)->health.next_check, clock.now());
  EXPECT_GT(store.revision(), revision);
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "source.read");
  EXPECT_THAT(get("/kallor?las=1").body, HasSubstr("a läses inom en minut."));
  EXPECT_EQ(post("/kallor", "kalla=99").status, 404);
}

TEST_F(SourcePagesTest, ShowOneWithWhatItBroughtAndHowItWent) {
  log_in(Role::coordinator);
  const SourceId id = add("a", SourceState::failing);
  add_item(id, "Bidrag <b>nu</b>", "https://a.example/1");
  add_item(id, "Skript", "javascript:alert(1)");
  store.source_history.add(id, {clock.now(), SourceState::failing, "answered 503"});
  const std::string body = get(path(id)).body;
  EXPECT_THAT(body, HasSubstr("href=\"https://a.example/1\""));
  EXPECT_THAT(body, HasSubstr("Bidrag &lt;b&gt;nu&lt;/b&gt;"));
  EXPECT_THAT(body, Not(HasSubstr("href=\"javascript")));
  EXPECT_THAT(body, HasSubstr("answered 503"));
  EXPECT_EQ(get("/kallor/99").status, 404);
  EXPECT_EQ(get("/kallor/1x").status, 404);
}

TEST_F(SourcePagesTest, PauseAndResume) {
  log_in(Role::coordinator);
  const SourceId id = add("a");
  EXPECT_EQ(header(post(path(id), "gor=pausa"), "Location"), "/kallor/1?gjort=pausa");
  EXPECT_TRUE(store.sources.find(id)->paused);
  EXPECT_THAT(get(path(id) + "?gjort=pausa").body, HasSubstr("a är pausad."));
  post(path(id), "gor=ateruppta");
  EXPECT_FALSE(store.sources.find(id)->paused);
  EXPECT_EQ(post(path(id), "gor=annat").status, 404);
}

TEST_F(SourcePagesTest, ChangeNameAddressAndRhythm) {
  log_in(Role::coordinator);
  const SourceId id = add("a");
  const Reply reply =
      post(path(id), "gor=spara&namn=Region+G&url=https://b.example/rss&lases=360&tyst=43200");
  EXPECT_EQ(reply.status, 303);
  const Source source = *store.sources.find(id);
  EXPECT_EQ(source.name, "Region G");
  EXPECT_EQ(source.url, "https://b.example/rss");
  EXPECT_EQ(source.interval, 6h);
  EXPECT_EQ(source.expected_every, 30 * 24h);
  EXPECT_THAT(store.audit.page(0, 1).at(0).detail, HasSubstr("name: a → Region G"));
}

TEST_F(SourcePagesTest, SayWhatIsWrongAndKeepWhatWasTyped) {
  log_in(Role::coordinator);
  const SourceId id = add("a");
  add("b");
  const Reply taken = post(path(id), "gor=spara&namn=b&url=https://a.example/rss");
  EXPECT_EQ(taken.status, 422);
  EXPECT_THAT(taken.body, HasSubstr("Det finns redan en källa som heter b."));
  const Reply no_address = post(path(id), "gor=spara&namn=a&url=javascript:alert(1)");
  EXPECT_EQ(no_address.status, 422);
  EXPECT_THAT(no_address.body, HasSubstr("value=\"javascript:alert(1)\""));
  EXPECT_EQ(store.sources.find(id)->url, "https://a.example/rss");
}

TEST_F(SourcePagesTest, KeepTheIntervalInItsLimits) {
  log_in(Role::coordinator);
  const SourceId id = add("a");
  for (const char* minutes : {"0", "-5", "43201", "x", ""}) {
    post(path(id), std::string("gor=spara&namn=a&url=https://a.example/rss&lases=") + minutes);
    EXPECT_EQ(store.sources.find(id)->interval, 60min) << minutes;
  }
}

TEST_F(SourcePagesTest, RemoveASource) {
  log_in(Role::coordinator);
  const SourceId id = add("a");
  EXPECT_EQ(header(post(path(id), "gor=tabort"), "Location"), "/kallor?borttagen=1");
  EXPECT_FALSE(store.sources.find(id));
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "source.remove");
}

TEST_F(SourcePagesTest, ShowWhatIsAtAnAddressBeforeItIsStored) {
  log_in(Role::coordinator);
  Item item;
  item.title = "Dialogmöte";
  item.published = clock.now() - 24h;
  found = {{source("a"), {item}, {"Bidrag"}}, {source("b"), {}}};
  const Reply reply = post("/kallor/hitta", "url=a.example/nyheter");
  EXPECT_EQ(asked_for, "https://a.example/nyheter");
  EXPECT_THAT(reply.body, HasSubstr("<h1>Vi hittade 2 sätt att läsa a.example</h1>"));
  EXPECT_THAT(reply.body, HasSubstr("1 post nu, den senaste i\u00a0går"));
  EXPECT_THAT(reply.body, HasSubstr("Dialogmöte <span class=\"badge new\">Skulle ge en träff: "
                                    "Bidrag</span>"));
  EXPECT_TRUE(store.sources.all().empty());
  EXPECT_EQ(lane_of(request(Method::post, "/kallor/hitta")), Lane::fetching);
}

TEST_F(SourcePagesTest, SayThatThereIsNothingToRead) {
  log_in(Role::coordinator);
  const Reply nothing = post("/kallor/hitta", "url=https://a.example");
  EXPECT_EQ(nothing.status, 422);
  EXPECT_THAT(nothing.body, HasSubstr("nothing there is a feed"));
  for (const char* wrong : {"", "kommunen", "file:///etc/passwd", "https://a:b@c.example"}) {
    EXPECT_EQ(post("/kallor/hitta", std::string("url=") + wrong).status, 422) << wrong;
  }
  EXPECT_EQ(asked_for, "https://a.example");
}

// The value of the first radio button, as a browser would send it.
std::string chosen_in(const std::string& body) {
  constexpr std::string_view kBefore = "name=\"kalla\" required value=\"";
  const auto begin = body.find(kBefore) + kBefore.size();
  const std::string value = body.substr(begin, body.find('"', begin) - begin);
  return percent_encoded(value);
}

TEST_F(SourcePagesTest, StoreWhatWasChosen) {
  log_in(Role::coordinator);
  Source page = source("a");
  page.kind = SourceKind::page;
  page.page_rule.list = "ul.news > li";
  page.language = "sv";
  found = {{page, {}}};
  const std::string choice = chosen_in(post("/kallor/hitta", "url=a.example").body);
  const Reply reply = post("/kallor/lagg-till", "namn=Nordanstig&kalla=" + choice);
  EXPECT_EQ(header(reply, "Location"), "/kallor/1?gjort=tillagd");
  const auto stored = store.sources.find("Nordanstig");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->kind, SourceKind::page);
  EXPECT_EQ(stored->page_rule, page.page_rule);
  const Reply again = post("/kallor/lagg-till", "namn=Nordanstig&kalla=" + choice);
  EXPECT_EQ(again.status, 200);
  EXPECT_THAT(again.body, HasSubstr("Det finns redan en källa som heter Nordanstig."));
  EXPECT_EQ(store.sources.all().size(), 1U);
  EXPECT_THAT(post("/kallor/hitta", "url=https://a.example/rss").body,
              HasSubstr("Den adressen läser vi redan."));
}

TEST_F(SourcePagesTest, StoreNothingThatIsNoSource) {
  log_in(Role::coordinator);
  for (const char* choice : {"", "x", "%5B%5Bsource%5D%5D%0Aname%3D1"}) {
    EXPECT_EQ(post("/kallor/lagg-till", std::string("namn=a&kalla=") + choice).status, 422);
  }
  Source secret = source("a");
  secret.ca_file = "/etc/shadow";
  found = {{secret, {}}};
  const std::string choice = chosen_in(post("/kallor/hitta", "url=a.example").body);
  post("/kallor/lagg-till", "namn=a&kalla=" + choice);
  EXPECT_EQ(store.sources.find("a")->ca_file, "");
}

TEST_F(SourcePagesTest, TravelAsOpml) {
  log_in(Role::coordinator);
  add("a");
  Source page = source("sida");
  page.kind = SourceKind::watch;
  store.sources.save(page);
  const Reply file = get("/kallor/opml");
  EXPECT_EQ(header(file, "Content-Disposition"), "attachment; filename=\"kallor.opml\"");
  EXPECT_THAT(file.body, HasSubstr("title=\"a\" xmlUrl=\"https://a.example/rss\"/>"));
  EXPECT_THAT(file.body, Not(HasSubstr("sida")));

  listed = {source("a"), source("b")};
  listed[1].name = "a";  // another feed of the same name
  Request asked = request(Method::post, "/kallor/opml");
  asked.form.add("csrf", csrf_of(token));
  asked.file = "opml";
  const Reply reply = answer(site, asked);
  EXPECT_EQ(header(reply, "Location"), "/kallor?nya=1&fanns=1");
  EXPECT_EQ(store.sources.find("a 2")->url, "https://b.example/rss");
  EXPECT_THAT(get("/kallor?nya=1&fanns=1").body, HasSubstr("1 ny källa. 1 fanns redan."));
  asked.file = "no opml";
  EXPECT_EQ(answer(site, asked).status, 422);
}

TEST(WholeAddress, IsOneOfTheWeb) {
  EXPECT_EQ(whole_address(" kommunen.example/rss "), "https://kommunen.example/rss");
  EXPECT_EQ(whole_address("http://kommunen.example"), "http://kommunen.example");
  for (const char* wrong : {"", "kommunen", "ftp://a.example", "https://u:p@a.example", "a b.c"}) {
    EXPECT_FALSE(whole_address(wrong).has_value()) << wrong;
  }
}

TEST_F(SourcePagesTest, LetATapOnThePageChooseItsList) {
  log_in(Role::coordinator);
  found = {{source("flode"), {}}, {source("lista"), {}}};
  lines = {{"Nyheter", true, false, std::nullopt},
           {"Medel <nu>", true, true, 1},
           {"Sök senast i mars", false, false, 1},
           {"Träff", true, true, 1},
           {"Om oss", false, false, std::nullopt}};
  const std::string body = post("/kallor/hitta", "url=a.example").body;
  EXPECT_THAT(body, HasSubstr("<p><b>Nyheter</b></p>\n"
                              "<label class=\"pick\" for=\"val-1\"><b>Medel &lt;nu&gt;</b><br>"
                              "Sök senast i mars</label>\n"
                              "<label class=\"pick\" for=\"val-1\"><b>Träff</b></label>\n"
                              "<p>Om oss</p>\n"));
  EXPECT_THAT(body, HasSubstr("id=\"val-1\" aria-labelledby=\"val-1-namn\""));
  lines.clear();
  EXPECT_THAT(post("/kallor/hitta", "url=a.example").body, Not(HasSubstr("picker")));
}

}  // namespace
}  // namespace fundwatch::web
