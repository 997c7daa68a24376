#include "web/api_mailings.h"

#include "tests/web/api_support.h"
#include "web/api.h"
#include "web/mail_sample.h"

namespace fundwatch::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using web::Lane;
using web::Method;
using web::Reply;

class ApiMailSampleTest : public ApiTest {
 protected:
  ApiMailSampleTest() {
    be(Role::coordinator);
    seed_profile();
    services.sample_digest = [this](const Subscriber& reader) {
      readers.push_back(reader);
      return web::DigestSample{"Vecka 7", "<p>Nytt</p>", "Nytt"};
    };
    services.send_sample = [this](const Subscriber& reader, const web::Trial& trial) {
      readers.push_back(reader);
      trials.push_back(trial);
    };
  }
  std::string add_subscriber() {
    Subscriber anna;
    anna.email = "anna@asf.example";
    anna.profiles = {"finansiering"};
    anna.consented_at = clock.now();
    return std::to_string(static_cast<std::int64_t>(store.subscribers.save(anna).value()));
  }
  Reply preview(const std::string& query = "") {
    return ask(Method::get, "mailings/preview" + query);
  }
  Reply trial(const std::string& body) { return ask(Method::post, "mailings/trial", body); }

  std::vector<Subscriber> readers;
  std::vector<web::Trial> trials;
};

TEST_F(ApiMailSampleTest, IsOfSomebodyNewOrOfOneOfThem) {
  EXPECT_EQ(parsed(preview()),
            json::parse(R"({"subject":"Vecka 7","text":"Nytt","html":"<p>Nytt</p>"})"));
  EXPECT_EQ(readers.back().id, SubscriberId{});
  EXPECT_THAT(readers.back().profiles, ElementsAre("finansiering"));
  const std::string anna = add_subscriber();
  EXPECT_EQ(preview("?subscriber=" + anna).status, 200);
  EXPECT_EQ(readers.back().email, "anna@asf.example");
  EXPECT_EQ(preview("?week=empty&subscriber=" + anna).status, 200);
  EXPECT_EQ(readers.back().email, "anna@asf.example");
  EXPECT_THAT(readers.back().profiles, IsEmpty());
}

TEST_F(ApiMailSampleTest, ATrialGoesToWhoAsksAndIsRecorded) {
  const Reply reply = trial(R"({"subscriber":)" + add_subscriber() + R"(,"week":"empty"})");
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(parsed(reply).at("recipient"), "coordinator@county.example");
  ASSERT_EQ(trials.size(), 1U);
  EXPECT_EQ(trials[0].recipient, "coordinator@county.example");
  EXPECT_EQ(trials[0].mark, "Prov: ");
  EXPECT_EQ(readers.back().email, "anna@asf.example");
  EXPECT_THAT(readers.back().profiles, IsEmpty());
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "mail.trial");
  EXPECT_EQ(store.audit.page(0, 1).at(0).subject, "coordinator@county.example");
  for (int i = 1; i < web::kTrialsAnHourMax; ++i) EXPECT_EQ(trial("{}").status, 200);
  EXPECT_EQ(trial("{}").status, 429);
  EXPECT_EQ(readers.back().id, SubscriberId{});
}

TEST_F(ApiMailSampleTest, WhoIsNobodyAndAWeekThatIsNoneAreRefused) {
  EXPECT_EQ(preview("?subscriber=7").status, 404);
  EXPECT_THAT(preview("?subscriber=7").body, HasSubstr("no subscriber 7"));
  EXPECT_EQ(fault(preview("?subscriber=anna")).at("field"), "subscriber");
  EXPECT_EQ(fault(preview("?week=full")).at("field"), "week");
  EXPECT_EQ(trial(R"({"subscriber":7})").status, 404);
  EXPECT_EQ(fault(trial(R"({"week":"full"})")).at("field"), "week");
  EXPECT_EQ(fault(trial(R"({"to":"a@b.example"})")).at("field"), "to");
  EXPECT_THAT(readers, IsEmpty());
  EXPECT_THAT(store.audit.page(0, 10), IsEmpty());
}

TEST_F(ApiMailSampleTest, AReaderOnlyLooks) {
  be(Role::reader);
  EXPECT_EQ(preview().status, 200);
  EXPECT_EQ(trial("{}").status, 403);
  EXPECT_THAT(trials, IsEmpty());
  EXPECT_EQ(web::api_lane_of(request(Method::get, "/api/v1/mailings/preview")), Lane::tuning);
  EXPECT_EQ(web::api_lane_of(request(Method::post, "/api/v1/mailings/trial")), Lane::tuning);
}

}  // namespace
}  // namespace fundwatch::tests
