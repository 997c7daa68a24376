#include "tests/web/desk_support.h"
#include "web/mail_sample.h"
#include "web/mailing_page.h"
#include "web/subscriber_list_page.h"
#include "web/subscription_pages.h"

namespace fundwatch::web {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

class SubscriberPagesTest : public tests::DeskTest {
 protected:
  SubscriberPagesTest() {
    for (const char* name : {"finansiering", "upphandling"}) {
      Profile profile;
      profile.name = name;
      profile.title = {std::string("Profil ") + name, ""};
      profile.terms = {{"bidrag"}};
      store.profiles.save(profile, "Kim", clock.now());
    }
    services.sample_digest = [this](const Subscriber& subscriber) {
      sampled = subscriber;
      return DigestSample{"Vecka 7", "<html><script>alert(1)</script></html>", "ren text"};
    };
    services.send_sample = [this](const Subscriber& subscriber, const Trial& trial) {
      sampled = subscriber;
      trials.push_back(trial);
    };
  }

  SubscriberId add(const std::string& email, std::optional<Instant> consented_at) {
    Subscriber subscriber;
    subscriber.email = email;
    subscriber.name = "Anna <b>";
    subscriber.organisation = "Textilverkstan";
    subscriber.profiles = {"finansiering"};
    subscriber.since = clock.now();
    subscriber.consented_at = consented_at;
    return store.subscribers.save(subscriber).value();
  }
  SubscriberId add(const std::string& email) { return add(email, clock.now()); }

  Subscriber sampled;
  std::vector<Trial> trials;
};

TEST_F(SubscriberPagesTest, SayHowItIsWithEverybody) {
  log_in(Role::reader);
  EXPECT_THAT(get("/prenumeranter").body, HasSubstr("<h1>Inga prenumeranter än</h1>"));
  add("anna@asf.example");
  add("bo@asf.example", std::nullopt);
  store.subscribers.set_refusals(add("cia@asf.example"), 2);
  const std::string body = get("/prenumeranter").body;
  EXPECT_THAT(body, HasSubstr("<h1>3 prenumeranter</h1>"));
  EXPECT_THAT(body, HasSubstr("1 får mejlet, 1 väntar på att bekräfta och 1 adress studsar."));
  EXPECT_THAT(body, HasSubstr("2 mejl i rad har nekats."));
  EXPECT_THAT(body, AllOf(HasSubstr("Anna &lt;b&gt;"), Not(HasSubstr("Bjud in"))));
}

TEST_F(SubscriberPagesTest, AreSearched) {
  log_in(Role::reader);
  add("anna@asf.example");
  add("bo@asf.example", std::nullopt);
  EXPECT_THAT(get("/prenumeranter?q=ANNA@").body,
              AllOf(HasSubstr("anna@asf.example"), Not(HasSubstr("bo@asf.example"))));
  EXPECT_THAT(get("/prenumeranter?lage=vantar").body,
              AllOf(HasSubstr("bo@asf.example"), Not(HasSubstr("anna@asf.example"))));
  EXPECT_THAT(get("/prenumeranter?q=%3Cscript%3E").body,
              AllOf(HasSubstr("Ingen passar in"), Not(HasSubstr("<script>"))));
}

TEST_F(SubscriberPagesTest, ShowALimitedNumberAtOnce) {
  log_in(Role::reader);
  for (std::size_t count = 0; count <= kSubscribersShownMax; ++count) {
    add("a" + std::to_string(100 + count) + "@asf.example");
  }
  const std::string first = get("/prenumeranter").body;
  EXPECT_THAT(first, AllOf(HasSubstr("a149@"), Not(HasSubstr("a150@asf"))));
  EXPECT_THAT(first, HasSubstr("efter=a149%40asf.example"));
  EXPECT_THAT(get("/prenumeranter?efter=a149%40asf.example").body,
              AllOf(HasSubstr("a150@"), Not(HasSubstr("a149@"))));
}

TEST_F(SubscriberPagesTest, InviteSomebodyWhoMustConfirm) {
  log_in(Role::coordinator);
  const Reply reply = post("/prenumeranter", "epost=+ny@asf.example&namn=Ny&profil=upphandling");
  EXPECT_EQ(reply.status, 303);
  const auto guest = store.subscribers.find("ny@asf.example");
  ASSERT_TRUE(guest);
  EXPECT_FALSE(guest->consented_at);
  EXPECT_EQ(guest->profiles, std::vector<std::string>{"upphandling"});
  EXPECT_EQ(store.subscribers.unasked().size(), 1U);
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "subscriber.invite");
  EXPECT_THAT(get(header(reply, "Location")).body, HasSubstr("ny@asf.example får ett mejl"));
}

TEST_F(SubscriberPagesTest, SayWhatIsWrongWithAnInvitation) {
  log_in(Role::coordinator);
  add("anna@asf.example");
  const Reply known = post("/prenumeranter", "epost=ANNA@asf.example&profil=upphandling");
  EXPECT_EQ(known.status, 422);
  EXPECT_THAT(known.body, HasSubstr("ANNA@asf.example finns redan"));
  EXPECT_THAT(post("/prenumeranter", "epost=anna&profil=upphandling").body,
              HasSubstr("Skriv hela e-postadressen."));
  EXPECT_THAT(post("/prenumeranter", "epost=b@asf.example&profil=finns-inte").body,
              HasSubstr("Välj minst en profil."));
  EXPECT_EQ(store.subscribers.all().size(), 1U);
}

TEST_F(SubscriberPagesTest, ChangePauseAndErase) {
  log_in(Role::coordinator);
  const SubscriberId id = add("anna@asf.example");
  EXPECT_EQ(post("/prenumeranter/1",
                 "gor=spara&namn=Anna&kommun=G%C3%A4vle&racker=county&dag=friday&klockan=13:00&"
                 "sprak=en&profil=upphandling")
                .status,
            303);
  const Subscriber changed = *store.subscribers.find(id);
  EXPECT_EQ(changed.name, "Anna");
  EXPECT_EQ(changed.municipality, "Gävle");
  EXPECT_EQ(changed.reach, Reach::county);
  EXPECT_EQ(changed.moment.weekday, std::chrono::Friday);
  EXPECT_EQ(changed.language, Language::english);
  EXPECT_FALSE(changed.wants_empty_weeks);
  EXPECT_EQ(changed.profiles, std::vector<std::string>{"upphandling"});
  post("/prenumeranter/1", "gor=pausa");
  EXPECT_TRUE(store.subscribers.find(id)->paused);
  post("/prenumeranter/1", "gor=ateruppta");
  EXPECT_FALSE(store.subscribers.find(id)->paused);
  post("/prenumeranter/1", "gor=radera");
  EXPECT_FALSE(store.subscribers.find(id));
  for (const store::AuditEntry& entry : store.audit.page(0, 1)) {
    EXPECT_THAT(entry.subject, Not(HasSubstr("anna")));
  }
  EXPECT_EQ(get("/prenumeranter/1").status, 404);
}

TEST_F(SubscriberPagesTest, GiveTheirDataToNoReader) {
  add("anna@asf.example");
  log_in(Role::reader);
  EXPECT_EQ(header(get("/prenumeranter/1/uppgifter"), "Content-Disposition"), "");
  EXPECT_EQ(post("/prenumeranter/1", "gor=radera").status, 403);
  log_in(Role::coordinator);
  const Reply data = get("/prenumeranter/1/uppgifter");
  EXPECT_THAT(data.body, HasSubstr("email = \"anna@asf.example\""));
  EXPECT_THAT(header(data, "Content-Disposition"), HasSubstr("attachment"));
}

TEST_F(SubscriberPagesTest, MailsAreListedWithWhatBecameOfThem) {
  log_in(Role::reader);
  Mail mail;
  mail.recipient = "anna@asf.example";
  for (const char* id : {"sent", "refused", "deferred", "queued"}) {
    mail.message_id = id;
    mail.subject = std::string("Ämne ") + id;
    const MailId added = store.outbox.add(mail, clock.now());
    if (mail.message_id == "sent") store.outbox.mark_sent(added, "250 ok", clock.now());
    if (mail.message_id == "refused") store.outbox.refuse(added, "550 <none>", clock.now());
    if (mail.message_id == "deferred") store.outbox.defer(added, "450 busy", clock.now() + 1h);
  }
  const std::string body = get("/utskick").body;
  EXPECT_THAT(body, HasSubstr("<h1>1 mejl levererat de senaste 7 dagarna</h1>"));
  EXPECT_THAT(body, HasSubstr("<li><b>1</b>studsade</li>"));
  EXPECT_THAT(body, HasSubstr("550 &lt;none&gt;"));
  EXPECT_THAT(body, HasSubstr("Försöks igen i\u00a0dag kl.\u00a010.00"));
}

TEST_F(SubscriberPagesTest, TheMailIsShownInASandbox) {
  log_in(Role::reader);
  const SubscriberId id = add("anna@asf.example");
  const Reply page = get("/utskick?som=1&visa=mejl");
  EXPECT_THAT(page.body, HasSubstr("sandbox=\"allow-popups\""));
  EXPECT_THAT(page.body, HasSubstr("src=\"/utskick/mejl?som=1&amp;visa=mejl\""));
  EXPECT_THAT(header(page, "Content-Security-Policy"), HasSubstr("frame-src 'self'"));
  const Reply mail = get("/utskick/mejl?som=1&visa=mejl");
  EXPECT_EQ(sampled.id, id);
  EXPECT_THAT(header(mail, "Content-Security-Policy"),
              AllOf(HasSubstr("default-src 'none'"), HasSubstr("sandbox allow-popups")));
  EXPECT_EQ(get("/utskick/mejl?visa=text").content_type, "text/plain; charset=utf-8");
  EXPECT_EQ(sampled.profiles.size(), 2U);
  get("/utskick/mejl?som=1&visa=tom");
  EXPECT_TRUE(sampled.profiles.empty());
  EXPECT_EQ(lane_of(request(Method::get, "/utskick/mejl")), Lane::tuning);
}

TEST_F(SubscriberPagesTest, ATrialGoesToWhoAsksForIt) {
  add("anna@asf.example");
  log_in(Role::reader);
  EXPECT_EQ(post("/utskick", "som=1").status, 403);
  log_in(Role::coordinator);
  EXPECT_EQ(header(post("/utskick", "som=1&visa=mejl"), "Location"),
            "/utskick?prov=1&som=1&visa=mejl");
  ASSERT_EQ(trials.size(), 1U);
  EXPECT_EQ(trials[0].recipient, "coordinator@asf.example");
  EXPECT_EQ(sampled.email, "anna@asf.example");
}

TEST_F(SubscriberPagesTest, OnlySoManyTrialsGoInAnHour) {
  log_in(Role::coordinator);
  const auto sent = [this] { return header(post("/utskick", ""), "Location"); };
  for (int i = 0; i < web::kTrialsAnHourMax; ++i)
    EXPECT_EQ(sent(), "/utskick?prov=1&som=&visa=mejl");
  EXPECT_EQ(sent(), "/utskick?for_manga=1&som=&visa=mejl");
  EXPECT_THAT(trials, SizeIs(web::kTrialsAnHourMax));
  EXPECT_THAT(get("/utskick?for_manga=1").body,
              HasSubstr("Du har skickat 20 prov den senaste timmen."));
  clock.set(clock.now() + std::chrono::hours(2));
  EXPECT_EQ(sent(), "/utskick?prov=1&som=&visa=mejl");
}

}  // namespace
}  // namespace fundwatch::web
