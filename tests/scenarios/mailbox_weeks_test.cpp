// Weeks of alert mails in a Maildir, with the real daemon: what is told, once, and never fetched.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>

#include "base/calendar.h"
#include "tests/scenarios/world.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

class MailboxWeeks : public testing::Test {
 protected:
  MailboxWeeks() {
    for (const char* part : {"new", "cur"}) std::filesystem::create_directory(maildir / part);
    Profile profile;
    profile.name = "upphandling";
    profile.title = {"Upphandling", "Procurement"};
    profile.terms = {{.text = "städning"}};
    world.store().profiles.save(profile, "test", world.clock.now());
    Subscriber subscriber;
    subscriber.email = kAnna;
    subscriber.profiles = {"upphandling"};
    subscriber.moment = {std::chrono::Monday, std::chrono::hours(7)};
    subscriber.since = world.clock.now();
    subscriber.consented_at = subscriber.since;
    EXPECT_TRUE(world.store().subscribers.save(subscriber).ok());
    Source portal;
    portal.name = "Portalen";
    portal.kind = SourceKind::mail;
    portal.url = "maildir:" + maildir.path().string();
    portal.senders = {"@portal.example"};
    source = world.store().sources.save(portal);
  }

  void deliver(const std::string& sender, const std::string& subject, const std::string& body) {
    const auto file = maildir / ("new/" + std::to_string(++delivered));
    std::ofstream(file, std::ios::binary)
        << "From: Larm <" << sender << ">\nSubject: " << subject
        << "\nContent-Type: text/html; charset=utf-8\n\n<html><body>" << body << "</body></html>\n";
    const timespec time{.tv_sec = world.clock.now().time_since_epoch().count(), .tv_nsec = 1000};
    const timespec times[2] = {time, time};
    ASSERT_EQ(utimensat(AT_FDCWD, file.c_str(), times, 0), 0);
  }
  static std::string link(const std::string& number, const std::string& title) {
    return "<p><a href=\"https://portal.example/notice/" + number + "\">" + title + "</a></p>";
  }
  void days(int count) { world.play(world.clock.now() + std::chrono::days(count)); }
  std::ptrdiff_t mails_that_tell(const std::string& title) const {
    return std::ranges::count_if(world.mails_to(kAnna), [&](const std::string& mail) {
      return mail.find(title) != std::string::npos;
    });
  }
  Health health() { return world.store().sources.find(source)->health; }

  const std::string kAnna = "anna@asf.example";
  World world{*parse_iso8601("2026-11-16T08:00:00Z")};  // a Monday
  TemporaryFolder maildir;
  int delivered = 0;
  SourceId source{};
};

TEST_F(MailboxWeeks, LinkedNoticesAreToldOnceAndNeverFetched) {
  deliver("larm@portal.example", "Nya annonser", link("1", "Städning av skolor i Gävle"));
  deliver("nagon@annat.example", "Reklam", link("9", "Städning av allt möjligt"));
  days(7);
  deliver("larm@mail.portal.example", "Nya annonser",
          link("1", "Städning av skolor i Gävle") + link("2", "Städning av hallar i Bollnäs"));
  days(7);
  EXPECT_EQ(world.store().items.count(), 2);
  EXPECT_EQ(mails_that_tell("Städning av skolor i Gävle"), 1);
  EXPECT_EQ(mails_that_tell("Städning av hallar i Bollnäs"), 1);
  EXPECT_EQ(mails_that_tell("allt möjligt"), 0);
  EXPECT_EQ(world.fetcher.requests(), 0);
  EXPECT_EQ(health().failures, 0) << health().error;
  EXPECT_THAT(world.log(), HasSubstr("none of the source's senders"));
  EXPECT_TRUE(std::filesystem::exists(maildir / "new/1"));
}

TEST_F(MailboxWeeks, AMailboxThatIsGoneFailsInWordsAndIsReadOnLater) {
  std::filesystem::rename(maildir / "new", maildir / "away");
  days(1);
  EXPECT_THAT(health().error, HasSubstr("the Maildir"));
  EXPECT_EQ(health().state, SourceState::failing);
  std::filesystem::rename(maildir / "away", maildir / "new");
  deliver("larm@portal.example", "Nya annonser", link("1", "Städning av skolor i Gävle"));
  days(2);
  EXPECT_EQ(world.store().items.count(), 1);
  EXPECT_EQ(health().state, SourceState::ok);
}

TEST_F(MailboxWeeks, KilledOnTheWayLosesAndRepeatsNothing) {
  using daemon::Point;
  const std::vector<std::string> titles{"Städning av hallar", "Städning av skolor",
                                        "Städning av badhus"};
  const std::vector<Point> points{Point::fetched, Point::commit, Point::committed};
  for (std::size_t i = 0; i < points.size(); ++i) {
    deliver("larm@portal.example", "Nya annonser", link(std::to_string(i), titles[i]));
    world.kill_at(points[i], 0);
    days(7);
    EXPECT_TRUE(world.was_killed());
  }
  days(7);
  EXPECT_EQ(world.store().items.count(), 3);
  for (const std::string& title : titles) EXPECT_EQ(mails_that_tell(title), 1) << title;
}

}  // namespace
}  // namespace fundwatch::tests
