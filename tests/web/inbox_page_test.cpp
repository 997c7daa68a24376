#include "web/inbox_page.h"

#include "tests/web/inbox_support.h"
#include "web/case_phrases.h"
#include "web/inbox_filter.h"
#include "web/inbox_phrases.h"

namespace fundwatch::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST_F(InboxPageTest, TheHeadingCountsWhatIsNew) {
  EXPECT_THAT(get("/").body, HasSubstr("<h1>Inga nya träffar</h1>"));
  add_case("a", year{2027} / 2 / 19);
  EXPECT_THAT(get("/").body,
              AllOf(HasSubstr("<h1>1 ny träff</h1>"), HasSubstr("1 stänger inom 7 dagar."),
                    HasSubstr("<b>4 dagar kvar</b>")));
  add_case("b");
  EXPECT_THAT(get("/").body, AllOf(HasSubstr("<h1>2 nya träffar</h1>"), HasSubstr("Löpande")));
}

TEST_F(InboxPageTest, ACardQuotesWhyItIsThereWithMarks) {
  add_case("x");
  EXPECT_THAT(get("/").body,
              AllOf(HasSubstr("”Nu finns <mark>bidrag</mark> till x.”"),
                    HasSubstr("<a href=\"/profiler/finansiering\">Bidrag att söka</a>: "
                              "<b>bidrag</b> i texten"),
                    HasSubstr("Region &lt;Gävleborg&gt;"), HasSubstr("Hofors · ")));
}

TEST_F(InboxPageTest, MarkupOfASourceStaysText) {
  add_case("<script>alert(1)</script>\"'");
  EXPECT_THAT(get("/").body, AllOf(HasSubstr("&lt;script&gt;"), Not(HasSubstr("<script>alert"))));
}

TEST_F(InboxPageTest, AnEmptyInboxSaysWhatWasReadAndWhatWasNot) {
  EXPECT_THAT(get("/").body, AllOf(HasSubstr("0 av 1 källa lästes det senaste dygnet."),
                                   HasSubstr("Region &lt;Gävleborg&gt; har inte lästs")));
  add_case("a");
  EXPECT_THAT(get("/?q=finnsinte").body, HasSubstr("<h1>Inga träffar passar filtret</h1>"));
}

TEST_F(InboxPageTest, KeepingAndDismissingCanBeUndone) {
  const CaseId id = add_case("a");
  const Reply kept = post("/traffar/" + number(id), "svar=behall&till=profil%3Dfinansiering");
  EXPECT_EQ(kept.status, 303);
  EXPECT_EQ(review_of(id), Review::kept);
  const std::string back = header(kept, "Location");
  EXPECT_THAT(back, StartsWith("/?profil=finansiering&gjort="));
  EXPECT_THAT(get(back).body, AllOf(HasSubstr("Behållen: Utlysning a"), HasSubstr("Ångra")));
  EXPECT_EQ(header(post("/inkorg", "angra=1&till="), "Location"), "/?angrat=1");
  EXPECT_EQ(review_of(id), Review::none);
  post("/traffar/" + number(id), "svar=avfarda");
  EXPECT_EQ(review_of(id), Review::dismissed);
  EXPECT_EQ(store.audit.page(0, 9).size(), 3U);
}

TEST_F(InboxPageTest, SeveralAreMarkedAtOnceAndUndoneAtOnce) {
  const CaseId a = add_case("a");
  const CaseId b = add_case("b");
  const Reply reply = post("/inkorg", "fall=" + number(a) + "&fall=" + number(b) + "&svar=avfarda");
  EXPECT_EQ(review_of(a), Review::dismissed);
  EXPECT_EQ(review_of(b), Review::dismissed);
  EXPECT_THAT(get(header(reply, "Location")).body, HasSubstr("2 träffar är avfärdade."));
  post("/inkorg", "angra=1");
  EXPECT_EQ(review_of(a), Review::none);
  EXPECT_EQ(review_of(b), Review::none);
}

TEST_F(InboxPageTest, NothingChosenChangesNothing) {
  add_case("a");
  EXPECT_EQ(header(post("/inkorg", "svar=avfarda"), "Location"), "/?inget=1");
  EXPECT_THAT(get("/?inget=1").body, HasSubstr("Kryssa först i de träffar du menar"));
  EXPECT_EQ(post("/inkorg", "fall=99&svar=avfarda").status, 303);
  EXPECT_EQ(store.inbox.counts().dismissed, 0);
}

TEST_F(InboxPageTest, AReaderLooksAndChangesNothing) {
  const CaseId id = add_case("a");
  log_in(Role::reader);
  EXPECT_THAT(get("/").body, AllOf(HasSubstr("Utlysning a"), Not(HasSubstr("value=\"avfarda\""))));
  EXPECT_EQ(post("/traffar/" + number(id), "svar=avfarda").status, 403);
  EXPECT_EQ(post("/inkorg", "fall=" + number(id) + "&svar=avfarda").status, 403);
  EXPECT_EQ(review_of(id), Review::none);
}

TEST_F(InboxPageTest, TheWayBackIsReadAnewFromTheForm) {
  const CaseId id = add_case("a");
  const Reply reply = post("/traffar/" + number(id),
                           "svar=behall&till=q%3Dx%0D%0ASet-Cookie%3A%20a%26url%3D//elsewhere");
  EXPECT_THAT(header(reply, "Location"), StartsWith("/?q=x%20Set-Cookie%3A%20a&gjort="));
}

TEST_F(InboxPageTest, MoreThanAPageIsReachedByALink) {
  for (std::size_t i = 0; i < web::kCardsOnPage + 3; ++i) add_case("n" + std::to_string(i));
  const std::string first = get("/").body;
  const auto at = first.find("/?efter=");
  ASSERT_NE(at, std::string::npos);
  const std::string next = first.substr(at, first.find('"', at) - at);
  EXPECT_THAT(get(next).body, AllOf(HasSubstr("Utlysning n0<"), Not(HasSubstr("Utlysning n22<"))));
}

TEST_F(InboxPageTest, FiltersStandInTheAddress) {
  add_case("soon", year{2027} / 2 / 19);
  add_case("later", year{2027} / 5 / 1);
  EXPECT_THAT(get("/?stanger=7").body,
              AllOf(HasSubstr("1 av 2 nya träffar med filtret"), HasSubstr("Utlysning soon"),
                    Not(HasSubstr("Utlysning later"))));
  EXPECT_THAT(get("/?profil=policy").body, Not(HasSubstr("Utlysning soon")));
  EXPECT_THAT(get("/?kommun=Hofors&q=bidrag").body, HasSubstr("2 av 2"));
  EXPECT_THAT(get("/?status=alla").body, HasSubstr("<h1>2 träffar</h1>"));
}

TEST(InboxFilter, AddressesComeBackAsTheyWere) {
  for (const char* query :
       {"", "profil=a&stanger=7&kommun=G%C3%A4vle&q=tv%C3%A4tt%20st%C3%A4d&status=behallna",
        "stanger=lopande&status=alla&efter=1..7", "efter=0.2027-02-26.4812"}) {
    EXPECT_EQ(web::query_of(web::inbox_view(web::parse_form(query).value())), query);
  }
  for (const char* odd :
       {"stanger=x&status=y&efter=9.9.9", "efter=0.x.1", "efter=0.2027-02-26.z"}) {
    EXPECT_EQ(web::query_of(web::inbox_view(web::parse_form(odd).value())), "") << odd;
  }
}

}  // namespace
}  // namespace fundwatch::tests
