#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "digest/signed_link.h"
#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"
#include "web/answer_page.h"
#include "web/routes.h"
#include "web/subscription_pages.h"

namespace fundwatch::web {
namespace {

using namespace std::chrono_literals;
using digest::LinkPurpose;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Instant kNow = std::chrono::sys_days{std::chrono::year{2027} / 2 / 15} + 8h;  // a Monday

class PagesTest : public testing::Test {
 protected:
  PagesTest() {
    clock.set(kNow);
    config.installation.name = "Bevakningen";
    config.installation.organisation = "Nätverket";
    config.coordinator.email = "kim@asf.example";
    store.signing_keys.add(digest::new_signing_key(kNow - std::chrono::days{100}));
    for (const char* name : {"finansiering", "policy-kommun"}) {
      Profile profile;
      profile.name = name;
      profile.title = {std::string("Profil ") + name, ""};
      profile.terms = {{"bidrag"}};
      store.profiles.save(profile, "Kim", kNow);
    }
  }

  SubscriberId add_subscriber(std::optional<Instant> consented_at = kNow) {
    Subscriber subscriber;
    subscriber.email = "anna@asf.example";
    subscriber.organisation = "Kafé & <Kök>";
    subscriber.profiles = {"finansiering"};
    subscriber.since = kNow;
    subscriber.consented_at = consented_at;
    return store.subscribers.save(subscriber).value();
  }

  CaseId add_case(std::optional<Day> event_date = std::nullopt) {
    Source source;
    source.name = "Region";
    source.url = "https://region.example/feed";
    Item item;
    item.source = store.sources.save(source);
    item.key = "a";
    item.title = "Checkar <b>2027</b>";
    item.url = "https://region.example/checkar";
    item.deadline = DueDate{std::chrono::year{2027} / 2 / 26, std::nullopt, false};
    item.event_date = event_date;
    return store.items.find(store.items.put(item, kNow).id)->case_id;
  }

  std::string token(LinkPurpose purpose, SubscriberId subscriber, CaseId case_id = {}) {
    return digest::token_of({purpose, subscriber, case_id, clock.now()}, store.signing_keys.all());
  }

  Reply get(const std::string& path, const std::string& query = "") {
    return answer(site, {Method::get, path, parse_form(query).value(), {}, true});
  }
  Reply post(const std::string& path, const std::string& form, bool is_ours = true) {
    return answer(site, {Method::post, path, {}, parse_form(form).value(), is_ours});
  }

  tests::TemporaryFolder folder;
  store::Store store{folder / "fundwatch.db"};
  config::Config config;
  Calendar calendar;
  tests::FakeClock clock;
  LoginGuard login_guard;
  Services services;
  Site site{store, config, calendar, clock, login_guard, services};
};

TEST_F(PagesTest, HaveAFrameInTheReadersLanguage) {
  const Reply swedish = get("/prenumerera");
  EXPECT_EQ(swedish.status, 200);
  EXPECT_THAT(swedish.body, HasSubstr("<html lang=\"sv\">"));
  EXPECT_THAT(swedish.body, HasSubstr("<h1>Få veckans möjligheter i ett mejl</h1>"));
  EXPECT_THAT(swedish.body, HasSubstr("href=\"mailto:kim@asf.example\""));
  const Reply english = get("/prenumerera", "sprak=en");
  EXPECT_THAT(english.body, HasSubstr("<html lang=\"en\">"));
}

TEST_F(PagesTest, OfUnknownAddressesAreMissing) {
  for (const char* path : {"/x", "/b", "/s/", "/s/abc", "/p/abc", "/a/abc", "/../etc/passwd"}) {
    EXPECT_EQ(get(path).status, 404) << path;
  }
  EXPECT_EQ(answer(site, {Method::other, "/"}).status, 405);
}

TEST_F(PagesTest, ServeTheStylesheet) {
  const Reply reply = get("/ui.css");
  EXPECT_EQ(reply.content_type, "text/css; charset=utf-8");
  EXPECT_THAT(reply.body, HasSubstr("--accent"));
}

TEST_F(PagesTest, SubscribingWaitsForTheConfirmingClick) {
  const Reply reply = post("/prenumerera",
                           "epost=Anna%40asf.example&foretag=Kaf%C3%A9&kommun=G%C3%A4vle&profil="
                           "finansiering&profil=finns-inte&sprak=sv");
  EXPECT_THAT(reply.body, HasSubstr("Ett steg kvar"));
  const Subscriber added = store.subscribers.find("anna@asf.example").value();
  EXPECT_EQ(added.consented_at, std::nullopt);
  EXPECT_EQ(added.organisation, "Kafé");
  EXPECT_EQ(added.municipality, "Gävle");
  EXPECT_THAT(added.profiles, testing::ElementsAre("finansiering"));

  const std::string path = "/b/" + token(LinkPurpose::confirm, added.id);
  EXPECT_THAT(get(path).body, HasSubstr("Ja, skicka mig veckomejlet"));
  EXPECT_EQ(store.subscribers.find(added.id)->consented_at, std::nullopt) << "GET changes nothing";
  EXPECT_THAT(post(path, "").body, HasSubstr("måndag 22\u00A0februari 2027 kl.\u00A007.00"));
  EXPECT_EQ(store.subscribers.find(added.id)->consented_at, kNow);
}

TEST_F(PagesTest, SubscribingSaysTheSameOfAKnownAddress) {
  const SubscriberId id = add_subscriber();
  const std::string form = "epost=anna%40asf.example&profil=policy-kommun";
  const std::string known = post("/prenumerera", form).body;
  EXPECT_THAT(store.subscribers.find(id)->profiles, testing::ElementsAre("finansiering"));
  store.subscribers.remove("anna@asf.example");
  EXPECT_EQ(post("/prenumerera", form).body, known);
}

TEST_F(PagesTest, SubscribingSaysWhatIsMissingAndKeepsTheRest) {
  const Reply no_address = post("/prenumerera", "epost=anna&foretag=Kaf%C3%A9&profil=finansiering");
  EXPECT_EQ(no_address.status, 422);
  EXPECT_THAT(no_address.body, HasSubstr("role=\"alert\""));
  EXPECT_THAT(no_address.body, HasSubstr("value=\"Kafé\""));
  EXPECT_THAT(no_address.body, HasSubstr("value=\"finansiering\" checked"));
  EXPECT_EQ(post("/prenumerera", "epost=a%40b.example").status, 422);
  EXPECT_EQ(
      post("/prenumerera", "epost=" + std::string(300, 'a') + "%40b.example&profil=finansiering")
          .status,
      422);
  EXPECT_THAT(store.subscribers.all(), IsEmpty());
}

TEST_F(PagesTest, SubscribingHasALimitOfThoseWhoDidNotConfirm) {
  for (std::size_t i = 0; i <= kUnconfirmedMax; ++i) {
    post("/prenumerera", "epost=a" + std::to_string(i) + "%40b.example&profil=finansiering");
  }
  EXPECT_EQ(store.subscribers.unconfirmed(), kUnconfirmedMax);
}

TEST_F(PagesTest, FormsOfOtherSitesDoNothing) {
  const SubscriberId id = add_subscriber(std::nullopt);
  EXPECT_EQ(post("/prenumerera", "epost=b%40c.example&profil=finansiering", false).status, 403);
  EXPECT_EQ(post("/b/" + token(LinkPurpose::confirm, id), "", false).status, 403);
  EXPECT_EQ(store.subscribers.find(id)->consented_at, std::nullopt);
  EXPECT_EQ(store.subscribers.all().size(), 1U);
}

TEST_F(PagesTest, AConfirmationIsTooOldAfterAWeek) {
  const std::string path = "/b/" + token(LinkPurpose::confirm, add_subscriber(std::nullopt));
  clock.set(kNow + digest::kConfirmationValid + 1s);
  EXPECT_THAT(get(path).body, HasSubstr("Länken gäller inte längre"));
}

TEST_F(PagesTest, ALinkOpensNothingButItsPage) {
  const SubscriberId id = add_subscriber(std::nullopt);
  EXPECT_EQ(get("/p/" + token(LinkPurpose::unsubscribe, id)).status, 404);
  EXPECT_EQ(get("/a/" + token(LinkPurpose::settings, id)).status, 404);
  post("/b/" + token(LinkPurpose::settings, id), "");
  EXPECT_EQ(store.subscribers.find(id)->consented_at, std::nullopt);
}

TEST_F(PagesTest, SettingsAreSavedAndShown) {
  const SubscriberId id = add_subscriber();
  const std::string path = "/p/" + token(LinkPurpose::settings, id);
  EXPECT_THAT(get(path).body, HasSubstr("value=\"finansiering\" checked"));
  const Reply saved = post(path, "profil=policy-kommun&dag=friday&klockan=08%3A30&kommun=Ljusdal");
  EXPECT_EQ(saved.status, 303);
  const Subscriber subscriber = store.subscribers.find(id).value();
  EXPECT_THAT(subscriber.profiles, testing::ElementsAre("policy-kommun"));
  EXPECT_EQ(subscriber.moment, (WeeklyMoment{std::chrono::Friday, 8h + 30min}));
  EXPECT_EQ(subscriber.municipality, "Ljusdal");
  EXPECT_FALSE(subscriber.wants_empty_weeks);
  EXPECT_FALSE(subscriber.paused);
  EXPECT_EQ(subscriber.consented_at, kNow);
  EXPECT_THAT(get(path, "sparat=1").body, HasSubstr("Inställningarna är sparade."));
}

TEST_F(PagesTest, SettingsHaveReachLanguageCompanyAndPause) {
  const SubscriberId id = add_subscriber();
  const std::string path = "/p/" + token(LinkPurpose::settings, id);
  post(path, "profil=finansiering&racker=neighbours&sprak=en&foretag=Kooperativet&paus=on");
  const Subscriber subscriber = store.subscribers.find(id).value();
  EXPECT_EQ(subscriber.reach, Reach::neighbours);
  EXPECT_EQ(subscriber.language, Language::english);
  EXPECT_EQ(subscriber.organisation, "Kooperativet");
  EXPECT_TRUE(subscriber.paused);
  const std::string body = get(path).body;
  EXPECT_THAT(body, HasSubstr("value=\"neighbours\" selected"));
  EXPECT_THAT(body, HasSubstr("name=\"paus\" checked"));
}

TEST_F(PagesTest, SettingsThatMeanNothingStayAsTheyWere) {
  const SubscriberId id = add_subscriber();
  post("/p/" + token(LinkPurpose::settings, id), "profil=finns-inte&dag=idag&klockan=25%3A00");
  const Subscriber subscriber = store.subscribers.find(id).value();
  EXPECT_THAT(subscriber.profiles, testing::ElementsAre("finansiering"));
  EXPECT_EQ(subscriber.moment, WeeklyMoment{});
}

TEST_F(PagesTest, LeavingTakesOnePressAndErases) {
  const SubscriberId id = add_subscriber();
  const std::string path = "/a/" + token(LinkPurpose::unsubscribe, id);
  EXPECT_THAT(get(path).body, HasSubstr("Ja, avsluta"));
  EXPECT_TRUE(store.subscribers.find(id)) << "GET changes nothing";
  EXPECT_EQ(post(path, "").status, 200);
  EXPECT_FALSE(store.subscribers.find(id));
  EXPECT_EQ(post(path, "").status, 200) << "a second press is told the same";
}

TEST_F(PagesTest, LeavingByOneClickOfTheMailProgramWorks) {
  const SubscriberId id = add_subscriber();
  post("/a/" + token(LinkPurpose::unsubscribe, id), "List-Unsubscribe=One-Click");
  EXPECT_FALSE(store.subscribers.find(id));
}

TEST_F(PagesTest, AnAnswerTakesOnePress) {
  const SubscriberId id = add_subscriber();
  const CaseId case_id = add_case();
  const std::string path = "/s/" + token(LinkPurpose::answer, id, case_id);
  const std::string page = get(path, "svar=applied").body;
  EXPECT_THAT(page, HasSubstr("Checkar &lt;b&gt;2027&lt;/b&gt;"));
  EXPECT_THAT(page, HasSubstr("Kafé &amp; &lt;Kök&gt; svarar:"));
  EXPECT_THAT(page, HasSubstr("fredag 26\u00A0februari 2027, 11\u00A0dagar kvar"));
  EXPECT_LT(page.find("Vi har sökt"), page.find("Vi är intresserade"))
      << "what was pressed is first";
  EXPECT_EQ(store.answers.find(id, case_id), std::nullopt) << "GET changes nothing";

  const Reply saved = post(path, "svar=applied&belopp=250+000");
  EXPECT_EQ(saved.status, 303);
  EXPECT_EQ(store.answers.find(id, case_id),
            (Answer{id, case_id, AnswerKind::applied, 250'000, kNow}));
  EXPECT_THAT(get(path, "tack=applied").body, HasSubstr("Kafé &amp; &lt;Kök&gt; har sökt."));
  EXPECT_THAT(get(path, "tack=granted").body, Not(HasSubstr("Grattis")));
}

TEST_F(PagesTest, AmountsThatAreNoneAreLeftOut) {
  const SubscriberId id = add_subscriber();
  const CaseId case_id = add_case();
  const std::string path = "/s/" + token(LinkPurpose::answer, id, case_id);
  for (const char* amount : {"", "+", "-5", "12kr", "99999999999999999999", "1e3"}) {
    post(path, std::string("svar=granted&belopp=") + amount);
    EXPECT_EQ(store.answers.find(id, case_id)->amount, std::nullopt) << amount;
  }
}

TEST_F(PagesTest, AnAnswerThatIsNoneAsksAgain) {
  const SubscriberId id = add_subscriber();
  const CaseId case_id = add_case();
  EXPECT_THAT(post("/s/" + token(LinkPurpose::answer, id, case_id), "svar=kanske").body,
              HasSubstr("svarar:"));
  EXPECT_EQ(store.answers.find(id, case_id), std::nullopt);
}

TEST_F(PagesTest, OneComesToMeetings) {
  const CaseId case_id = add_case(std::chrono::year{2027} / 3 / 4);
  const std::string page = get("/s/" + token(LinkPurpose::answer, add_subscriber(), case_id)).body;
  EXPECT_THAT(page, HasSubstr("Vi kommer"));
  EXPECT_THAT(page, Not(HasSubstr("Vi har sökt")));
}

TEST_F(PagesTest, AnAnswerToWhatIsGoneIsMissing) {
  const SubscriberId id = add_subscriber();
  EXPECT_EQ(get("/s/" + token(LinkPurpose::answer, id, CaseId{99})).status, 404);
  const std::string path = "/s/" + token(LinkPurpose::answer, id, add_case());
  store.subscribers.remove("anna@asf.example");
  EXPECT_EQ(get(path).status, 404);
}

}  // namespace
}  // namespace fundwatch::web
