#include "daemon/digest_maker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "digest/signed_link.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

// Monday 15 February 2027, 07:00 in Stockholm.
const Instant kNow = parse_iso8601("2027-02-15T07:00:00+01:00").value();

class DigestMakerTest : public testing::Test {
 protected:
  DigestMakerTest() {
    Source feed;
    feed.name = "Kommunerna";
    feed.url = "https://a.example/rss";
    source_ = store_.sources.save(feed);
    Profile profile;
    profile.name = "bidrag";
    profile.title.swedish = "Bidrag";
    profile.terms = {{"bidrag"}, {"ASF"}};
    profile_ = store_.profiles.save(profile, "Eva", kNow).id;
    Subscriber anna;
    anna.email = "anna@example.org";
    anna.profiles = {"bidrag"};
    subscriber_ = store_.subscribers.find(store_.subscribers.save(anna).value()).value();
  }

  ItemId add(const std::string& title, const Place& place, const std::string& term = "bidrag") {
    Item item;
    item.source = source_;
    item.key = title;
    item.title = title;
    item.place = place;
    item.published = kNow - std::chrono::hours(1);
    const ItemId id = store_.items.put(item, kNow).id;
    Hit hit{.profile = profile_, .profile_version = 1, .score = 1, .reasons = {{.term = term}}};
    store_.hits.replace(id, {profile_}, {hit}, kNow);
    return id;
  }

  void review(ItemId item, Review review) {
    for (const Hit& hit : store_.hits.newest_of(profile_, 1000)) {
      if (hit.item == item) store_.hits.review(hit.id, review, "");
    }
  }

  daemon::MadeDigest made() {
    const Calendar calendar;
    return daemon::DigestMaker(config_, store_, calendar, digest::Mode::real)
        .make(subscriber_, kNow, kNow);
  }

  TemporaryFolder folder_;
  store::Store store_{folder_ / "fundwatch.db"};
  config::Config config_;
  SourceId source_{};
  ProfileId profile_{};
  Subscriber subscriber_;
};

TEST_F(DigestMakerTest, WhatIsElsewhereIsLeftOutCountedAndNotToldAgain) {
  add("Bidrag i Gävle", {"Gävle", {"SE313"}});
  add("Bidrag i Malmö", {"Malmö", {"SE224"}});
  add("Bidrag i Lund", {"Lund", {"SE224"}});
  EXPECT_THAT(made().rendering.text, Not(HasSubstr("utanför ert område")));
  config_.place.county = "SE313";
  const daemon::MadeDigest digest = made();
  EXPECT_THAT(digest.rendering.text, HasSubstr("NYTT (1)"));
  EXPECT_THAT(digest.rendering.text, Not(HasSubstr("Malmö")));
  EXPECT_THAT(digest.rendering.text, HasSubstr("2 träffar utanför ert område är inte med."));
  EXPECT_THAT(digest.rendering.html, HasSubstr("träffar utanför ert område är inte med."));
  EXPECT_THAT(digest.taken, SizeIs(3));
}

// Whoever looks at somebody's mail cannot answer or leave for them.
TEST_F(DigestMakerTest, TheLinksOfASampleAreOfNobody) {
  add("Bidrag i Gävle", {});
  config_.web.public_url = "https://bevakning.example";
  store_.signing_keys.add(digest::new_signing_key(kNow));
  const Calendar calendar;
  const digest::Rendering sample =
      daemon::DigestMaker(config_, store_, calendar, digest::Mode::real).sample(subscriber_, kNow);
  const std::regex link("https://bevakning\\.example/[a-z]+/([A-Za-z0-9_-]+)");
  int links = 0;
  for (std::sregex_iterator found(sample.html.begin(), sample.html.end(), link), end; found != end;
       ++found) {
    const auto read = digest::read_token((*found)[1].str(), store_.signing_keys.all(), kNow);
    EXPECT_FALSE(read && store_.subscribers.find(read->subscriber)) << (*found)[0];
    ++links;
  }
  EXPECT_GE(links, 3);
  EXPECT_THAT(sample.text, HasSubstr("Bidrag i Gävle"));
}

TEST_F(DigestMakerTest, WhatIsHardlyEverKeptIsListedLastAndNeverDropped) {
  for (int i = 0; i < 9; ++i) {
    review(add("ASF " + std::to_string(i), {}, "ASF"), Review::dismissed);
    review(add("Stöd " + std::to_string(i), {}, "bidrag"), Review::kept);
  }
  store_.digests.record(subscriber_.id, kNow, "before", made().taken, kNow);
  add("Äpplen", {}, "bidrag");
  add("Svinpest", {}, "ASF");  // newer: it would stand first
  const daemon::MadeDigest digest = made();
  EXPECT_THAT(digest.rendering.text, HasSubstr("NYTT (2)"));
  EXPECT_LT(digest.rendering.text.find("Äpplen"), digest.rendering.text.find("Svinpest"));
  EXPECT_THAT(digest.taken, SizeIs(2));
}

}  // namespace
}  // namespace fundwatch::tests
