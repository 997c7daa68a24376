#include "digest/hit_feed.h"

#include <boost/json/parse.hpp>

#include "base/text.h"
#include "tests/digest/golden.h"
#include "tests/digest/sample.h"

namespace fundwatch::digest {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

HitFeed feed() {
  HitFeed feed;
  feed.name = "finansiering";
  feed.title = "Bidrag att söka – Bevakningen";
  feed.self = "https://bevakning.example/flode/finansiering.atom";
  feed.domain = "asf.example";
  int number = 0;
  for (const Candidate& candidate : tests::sample_candidates()) {
    feed.entries.push_back({candidate.case_id, candidate.item, candidate.source_name,
                            tests::at("2027-02-12T10:00:00Z") + std::chrono::hours(++number)});
  }
  return feed;
}

TEST(HitFeed, IsAtom) { tests::expect_golden("hits.atom", atom_feed(feed(), Calendar())); }

TEST(HitFeed, IsJsonFeed) { tests::expect_golden("hits.json", json_feed(feed(), Calendar())); }

TEST(HitFeed, NothingFromOutsideBecomesMarkup) {
  HitFeed evil = feed();
  evil.entries.resize(1);
  evil.entries[0].item.title = "]]></title><script>alert(1)</script> \x01\u202E";
  evil.entries[0].item.url = "javascript:alert(1)";
  evil.entries[0].source_name = "<b>";
  const std::string atom = atom_feed(evil, Calendar());
  EXPECT_THAT(atom, Not(HasSubstr("<script")));
  EXPECT_THAT(atom, Not(HasSubstr("javascript")));
  EXPECT_THAT(atom, Not(HasSubstr("\x01")));
  EXPECT_THAT(json_feed(evil, Calendar()), Not(HasSubstr("javascript")));
  EXPECT_NO_THROW(boost::json::parse(json_feed(evil, Calendar())));
}

TEST(HitFeed, WhatIsSharedIsShortAndKeepsItsLink) {
  Item item = tests::sample_candidates()[0].item;
  EXPECT_EQ(share_text(item, Language::swedish, Calendar()),
            "Städning och tvätt av arbetskläder. Sista dag: fredag 19 februari 2027 kl. 12.00. "
            "https://gavle.example/poster/1");
  item.title = std::string(500, 'x');
  const std::string text = share_text(item, Language::swedish, Calendar());
  EXPECT_LE(utf8_length(text), kShareCharactersMax);
  EXPECT_THAT(text, EndsWith("https://gavle.example/poster/1"));
}

}  // namespace
}  // namespace fundwatch::digest
