#include "web/profile_pages.h"

#include "tests/web/inbox_support.h"
#include "web/numbers.h"
#include "web/profile_draft.h"
#include "web/profile_versions.h"

namespace fundwatch::tests {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class ProfilePagesTest : public InboxPageTest {
 protected:
  static constexpr const char* kAddress = "/profiler/finansiering";
  Profile stored() const { return store.profiles.find("finansiering").value(); }
  // The form of version 1 with these rows.
  static std::string form(const std::string& rows, const std::string& more) {
    return "namn=Bidrag+att+s%C3%B6ka&grans=1&utgar=1&" + rows + "&" + more;
  }
};

TEST_F(ProfilePagesTest, TheListCountsProfiles) {
  EXPECT_THAT(get("/profiler").body,
              AllOf(HasSubstr("<h1>2 profiler</h1>"), HasSubstr("Bidrag att söka")));
}

TEST_F(ProfilePagesTest, SavingMakesAVersionWithAuthorReasonAndDifference) {
  const Reply reply =
      post(kAddress, form("ord=bidrag&roll=adds&vikt=1&ord=st%C3%B6d&roll=veto&vikt=",
                          "gor=spara&varfor=F%C3%B6r+brett"));
  EXPECT_EQ(header(reply, "Location"), "/profiler/finansiering?version=2&sparad=1");
  EXPECT_THAT(stored().terms,
              ElementsAre(Term{"bidrag", 1.0, TermRole::adds}, Term{"stöd", 0.0, TermRole::veto}));
  EXPECT_THAT(get(kAddress).body,
              AllOf(HasSubstr("Version 2"), HasSubstr("”För brett”"), HasSubstr("Kim"),
                    HasSubstr("<ins><span class=\"vh\">Tillagt: </span>Stoppar 0  stöd</ins>")));
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "profile.save");
}

TEST_F(ProfilePagesTest, AFaultIsSaidAtRowAndCharacterAndNothingIsLost) {
  const Reply reply =
      post(kAddress, form("ord=bidrag&roll=adds&vikt=1&ord=%28st%C3%A4d*+OR+tv%C3%A4tt"
                          "&roll=required&vikt=2,5",
                          "gor=spara&varfor=s%C3%A5"));
  EXPECT_EQ(reply.status, 422);
  EXPECT_THAT(reply.body, AllOf(HasSubstr("id=\"fel\""), HasSubstr("href=\"#t2\""),
                                HasSubstr("Rad 2, tecken 1:"), HasSubstr("(städ* OR tvätt\n^"),
                                HasSubstr("value=\"(städ* OR tvätt\""), HasSubstr("value=\"2,5\""),
                                HasSubstr("value=\"så\"")));
  EXPECT_EQ(stored().version, 1);
}

TEST_F(ProfilePagesTest, NumbersThatAreNoneAreSaid) {
  const Reply reply =
      post(kAddress, "namn=&grans=noll&utgar=1&ord=bidrag&roll=adds&vikt=tung&gor=spara");
  EXPECT_THAT(reply.body, AllOf(HasSubstr("Skriv ett namn"), HasSubstr("href=\"#pg\""),
                                HasSubstr("poängen är inget tal"), HasSubstr("value=\"tung\"")));
}

TEST_F(ProfilePagesTest, WhatSomebodyElseSavedIsNotReplacedInSilence) {
  Profile other = stored();
  other.threshold = 2;
  store.profiles.save(other, "Eva", clock.now());
  const Reply reply = post(kAddress, form("ord=lån&roll=adds&vikt=1", "gor=spara"));
  EXPECT_EQ(reply.status, 422);
  EXPECT_THAT(reply.body, AllOf(HasSubstr("Någon annan har sparat version 2"),
                                HasSubstr("name=\"utgar\" value=\"2\"")));
}

TEST_F(ProfilePagesTest, GoingBackIsANewVersion) {
  post(kAddress, form("ord=annat&roll=adds&vikt=1", "gor=spara"));
  EXPECT_THAT(post(kAddress, "version=1&utgar=1").body,
              HasSubstr("Någon annan har sparat version 2 under tiden."));
  EXPECT_EQ(store.profiles.find("finansiering")->version, 2);
  const Reply reply = post(kAddress, "version=1&utgar=2");
  EXPECT_EQ(header(reply, "Location"), "/profiler/finansiering?version=3&sparad=1");
  EXPECT_EQ(stored().terms.at(0).text, "bidrag");
  EXPECT_THAT(get(kAddress).body, HasSubstr("Återgick till version 1"));
}

TEST_F(ProfilePagesTest, CountsWhatIsGainedAndLostBeforeSaving) {
  const CaseId gained = add_case("vunnen");
  const CaseId lost = add_case("tappad");
  const auto item_of = [this](CaseId id) { return store.cases.speaker(id).id; };
  store.reviews.mark({lost}, {.at = clock.now(), .author = "Kim", .review = Review::kept});
  services.tune = [&](const Profile& changed, std::optional<Instant>) -> Result<web::TuneResult> {
    EXPECT_EQ(changed.name, "finansiering");
    web::TuneResult result{.before = stored(), .weeks = 10};
    result.effect.gained = {item_of(gained)};
    result.effect.lost = {item_of(lost)};
    result.effect.kept = 11;
    result.effect.oldest = clock.now();
    result.effect.per_term = {{.items = 40, .hits = 38, .kept = 3, .dismissed = 4}};
    return result;
  };
  const Reply reply = post(kAddress, form("ord=bidrag&roll=adds&vikt=1", "gor=rakna"));
  EXPECT_THAT(reply.body, AllOf(HasSubstr("<b>+1</b>vinner"), HasSubstr("<b>−1</b>förlorar"),
                                HasSubstr("<b>11</b>kvar"), HasSubstr("1,2 träffar i veckan"),
                                HasSubstr("Utlysning vunnen"), HasSubstr("Ni behöll den."),
                                HasSubstr("38 träffar, 4 avfärdade")));
  EXPECT_EQ(stored().version, 1);
}

TEST_F(ProfilePagesTest, TriesTheDraftOnAText) {
  const Reply reply = post(kAddress, form("ord=tv%C3%A4tt&roll=adds&vikt=1",
                                          "gor=prova&prova=Uppdrag%0AVi+s%C3%B6ker+tv%C3%A4tt."));
  EXPECT_THAT(reply.body,
              AllOf(HasSubstr("Det är en träff: 1 poäng av 1."), HasSubstr("<mark>tvätt</mark>")));
  EXPECT_THAT(post(kAddress, form("ord=tv%C3%A4tt&roll=adds&vikt=1", "gor=prova&prova=Annat")).body,
              HasSubstr("Det är ingen träff."));
}

TEST_F(ProfilePagesTest, RowsAreAddedRemovedAndExcluded) {
  const Reply reply = post(
      kAddress, form("ord=a1&roll=adds&vikt=1&ord=b2&roll=adds&vikt=1&ord=medel&roll=adds&vikt=1",
                     "bort=2&uteslut=3:l%C3%A4kemedel&stoppa=svinpest&gor=rakna"));
  EXPECT_THAT(reply.body,
              AllOf(HasSubstr("value=\"a1\""), Not(HasSubstr("value=\"b2\"")),
                    HasSubstr("value=\"medel -läkemedel\""), HasSubstr("value=\"svinpest\"")));
}

TEST_F(ProfilePagesTest, ProposesWhatDismissedHitsHaveInCommonWhenAsked) {
  std::vector<CaseId> cases;
  for (int i = 0; i < 6; ++i) cases.push_back(add_case("svinpest " + std::to_string(i)));
  for (int i = 0; i < 6; ++i) add_case("annat " + std::to_string(i));
  store.reviews.mark(cases, {.at = clock.now(), .author = "Kim", .review = Review::dismissed});
  EXPECT_THAT(get(kAddress).body, HasSubstr("Visa förslag"));
  const Reply reply = post(kAddress, form("ord=bidrag&roll=adds&vikt=1", "gor=forslag"));
  EXPECT_THAT(reply.body, AllOf(HasSubstr("name=\"stoppa\" value=\"svinpest\""),
                                HasSubstr("6 av 6 avfärdade träffar")));
}

TEST_F(ProfilePagesTest, ANewProfileGetsANameOfItsTitle) {
  EXPECT_EQ(get("/profiler/ny").status, 200);
  const Reply reply = post(
      "/profiler/ny", "namn=Lokaler+f%C3%B6r+alla!&grans=1&ord=lokal&roll=adds&vikt=1&gor=spara");
  EXPECT_EQ(header(reply, "Location"), "/profiler/lokaler-for-alla?version=1&sparad=1");
  EXPECT_EQ(post("/profiler/ny",
                 "namn=Lokaler+f%C3%B6r+alla&grans=1&ord=lokal&roll=adds&vikt=1&gor=spara")
                .status,
            422);
  EXPECT_EQ(get("/profiler/finns-inte").status, 404);
}

TEST_F(ProfilePagesTest, AReaderMayNotSave) {
  log_in(Role::reader);
  EXPECT_EQ(get(kAddress).status, 200);
  EXPECT_EQ(post(kAddress, form("ord=x&roll=adds&vikt=1", "gor=spara")).status, 403);
}

TEST(ProfileProposals, HalveSmallWeightsToo) {
  web::ProfileDraft draft;
  draft.rows = {{.text = "bidrag", .weight = "0,01"}};
  ASSERT_TRUE(web::take_up(draft, matchers::ProposalKind::weaken_term, "bidrag"));
  EXPECT_EQ(web::decimal_number(draft.rows[0].weight), 0.005);
}

TEST(ProfileNumbers, AreReadAndWrittenAsPeopleDo) {
  EXPECT_EQ(web::number_words(2.5), "2,5");
  EXPECT_EQ(web::number_words(3), "3");
  EXPECT_EQ(web::number_words(0.25), "0,25");
  EXPECT_EQ(web::number_words(-1.05), "−1,05");
  for (const double number : {0.24, 13.387664401253275, 1.0, 0.1, 1000.0}) {
    EXPECT_EQ(web::decimal_number(web::exact_words(number)), number);
  }
  EXPECT_EQ(web::exact_words(0.5), "0,5");
  EXPECT_EQ(web::decimal_number(" 2,5 "), 2.5);
  for (const char* odd : {"", "a", "1e5", "-1", "1,2,3", "99999999999"}) {
    EXPECT_EQ(web::decimal_number(odd), std::nullopt) << odd;
  }
  EXPECT_EQ(web::amount_number("250 000", 1'000'000), 250'000);
  EXPECT_EQ(web::amount_number("2000000", 1'000'000), std::nullopt);
}

}  // namespace
}  // namespace fundwatch::tests
