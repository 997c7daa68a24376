#include "matchers/matcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace fundwatch::matchers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using namespace std::chrono_literals;

Profile profile(std::string name, std::vector<Term> terms) {
  Profile result;
  result.id = ProfileId{7};
  result.version = 3;
  result.name = std::move(name);
  result.terms = std::move(terms);
  return result;
}

Term adds(std::string text, double weight = 1.0) {
  return {std::move(text), weight, TermRole::adds};
}
Term required(std::string text) { return {std::move(text), 0, TermRole::required}; }
Term veto(std::string text) { return {std::move(text), 1, TermRole::veto}; }
Term context(std::string text, double weight = 1.0) {
  return {std::move(text), weight, TermRole::context};
}

Matcher compiled(std::vector<Profile> profiles) {
  auto matcher = Matcher::compile(std::move(profiles), nullptr);
  EXPECT_TRUE(matcher.ok());
  return *std::move(matcher);
}

Item item(std::string title, std::string summary = "", std::string text = "") {
  Item result;
  result.title = std::move(title);
  result.summary = std::move(summary);
  result.text = std::move(text);
  return result;
}

std::vector<Hit> hits(std::vector<Term> terms, const Item& each, const std::string& source = "") {
  return compiled({profile("p", std::move(terms))}).match({each, source});
}

std::vector<Hit> hits(std::vector<Term> terms, const std::string& title) {
  return hits(std::move(terms), item(title));
}

bool is_hit(const std::string& rule, const Item& each, const std::string& source = "") {
  return !hits({adds(rule)}, each, source).empty();
}

bool is_hit(const std::string& rule, const std::string& title) { return is_hit(rule, item(title)); }

// What of the title the rule's reasons span, with | between.
std::string spans(const std::string& rule, const std::string& title) {
  std::string all;
  for (const Hit& hit : hits({adds(rule)}, title)) {
    for (const Reason& reason : hit.reasons) {
      all += (all.empty() ? "" : "|") + title.substr(reason.begin, reason.end - reason.begin);
    }
  }
  return all;
}

TEST(Matcher, SaysWhichTermStoodWhere) {
  const Matcher matcher =
      compiled({profile("p", {adds("bidrag", 0.5), adds("sociala företag", 1.0)})});
  const Item each = item("Bidragen", "till sociala företag", "bidrag, åter bidrag");
  const auto found = matcher.match({each, ""});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].profile, ProfileId{7});
  EXPECT_EQ(found[0].profile_version, 3);
  EXPECT_DOUBLE_EQ(found[0].score, 1.5);
  EXPECT_THAT(found[0].reasons, ElementsAre(Reason{"bidrag", 0.5, Field::title, 0, 8},
                                            Reason{"sociala företag", 1.0, Field::summary, 5, 21},
                                            Reason{"bidrag", 0.5, Field::text, 0, 6},
                                            Reason{"bidrag", 0.5, Field::text, 14, 20}));
}

TEST(Matcher, CountsATermOnceHoweverOftenItStands) {
  EXPECT_THAT(hits({adds("bidrag", 0.5)}, "bidrag bidrag bidrag"), IsEmpty());
}

TEST(Matcher, HitsAtTheThreshold) {
  const std::vector<Term> terms = {adds("ett", 0.1), adds("två", 0.2), adds("tre", 0.7)};
  EXPECT_EQ(hits(terms, "ett två tre").size(), 1U);  // 0.1 + 0.2 + 0.7 is below 1 in doubles
  EXPECT_THAT(hits(terms, "två tre"), IsEmpty());
}

TEST(Matcher, NeedsEveryRequiredTerm) {
  const std::vector<Term> terms = {adds("bidrag"), required("förening"), required("Gävle")};
  EXPECT_EQ(hits(terms, "bidrag till föreningar i Gävle").size(), 1U);
  EXPECT_THAT(hits(terms, "bidrag till föreningar"), IsEmpty());
  EXPECT_THAT(hits(terms, "föreningar i Gävle"), IsEmpty());
}

TEST(Matcher, GivesNoHitBesideAVeto) {
  const std::vector<Term> terms = {adds("ASF"), veto("svinpest")};
  EXPECT_EQ(hits(terms, "Nytt om ASF").size(), 1U);
  EXPECT_THAT(hits(terms, "Nytt om ASF (afrikansk svinpest)"), IsEmpty());
}

TEST(Matcher, CountsContextOnlyBesideAStrongTerm) {
  const std::vector<Term> terms = {adds("ASF", 0.5), context("utlysning", 0.5), context("bidrag"),
                                   required("kommun")};
  EXPECT_THAT(hits(terms, "kommun utlysning bidrag"), IsEmpty());  // required, but of no weight
  EXPECT_THAT(hits(terms, "kommun ASF"), IsEmpty());
  const auto found = hits(terms, "kommun ASF utlysning");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_DOUBLE_EQ(found[0].score, 1.0);
  EXPECT_EQ(found[0].reasons.back(),
            (Reason{"utlysning", 0.5, Field::title, 11, 20, TermRole::context}));
}

TEST(Matcher, NamesNoContextThatDidNotCount) {
  Profile low = profile("p", {context("utlysning"), required("kommun")});
  low.threshold = 0;
  const Item each = item("kommun utlysning");
  const auto found = compiled({low}).match({each, ""});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_DOUBLE_EQ(found[0].score, 0);
  EXPECT_THAT(found[0].reasons,
              ElementsAre(Reason{"kommun", 0, Field::title, 0, 6, TermRole::required}));
}

TEST(Matcher, GivesNoHitWithoutAReason) {
  Profile everything = profile("p", {adds("bidrag"), context("annat")});
  everything.threshold = 0;
  const Item each = item("Något annat");
  EXPECT_THAT(compiled({everything}).match({each, ""}), IsEmpty());
}

TEST(Matcher, GivesHitsInTheOrderOfTheProfiles) {
  Profile second = profile("b", {adds("bidrag")});
  second.id = ProfileId{1};
  const Matcher matcher = compiled({profile("a", {adds("bidrag")}), second});
  const Item each = item("bidrag");
  const auto found = matcher.match({each, ""});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].profile, ProfileId{7});
  EXPECT_EQ(found[1].profile, ProfileId{1});
}

TEST(Matcher, NamesNoMorePlacesOfATermThanTheLimit) {
  std::string text;
  for (std::size_t i = 0; i < kPlacesPerTermMax + 5; ++i) text += "bidrag ";
  const auto found = hits({adds("bidrag"), adds("slut")}, item("", text, "slut"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].reasons.size(), kPlacesPerTermMax + 1);
  EXPECT_EQ(found[0].reasons.back().term, "slut");
}

TEST(Matcher, RefusesProfilesWithFaults) {
  const auto refused =
      Matcher::compile({profile("bra", {adds("bidrag")}), profile("fel", {adds("(stöd")}),
                        profile("tom", {adds("")})},
                       nullptr);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().stage, Stage::match);
  EXPECT_EQ(refused.error().message,
            "profile \"fel\": term \"(stöd\", character 1: the parenthesis is not closed; write ) "
            "where it ends\nprofile \"tom\": term \"\": it is empty; write a word, or remove the "
            "term");
}

TEST(Matcher, KeepsItsProfiles) {
  EXPECT_EQ(compiled({profile("a", {}), profile("b", {})}).profiles()[1].name, "b");
}

TEST(Matcher, TakesWordsAsTheRuleSays) {
  EXPECT_TRUE(is_hit("\"sociala företag\"", "SOCIALA-företag"));
  EXPECT_FALSE(is_hit("\"sociala företag\"", "sociala företagen"));
  EXPECT_TRUE(is_hit("=\"EaSI\"", "programmet EaSI"));
  EXPECT_FALSE(is_hit("=\"EaSI\"", "easi"));
  for (const char* text : {"ASF", "ASF:s", "ASFs", "ASF-nätverket", "(ASF)"}) {
    EXPECT_TRUE(is_hit("ASF", text)) << text;
  }
  for (const char* text : {"asf", "ASFALT", "BASF", "Asf"})
    EXPECT_FALSE(is_hit("ASF", text)) << text;
  EXPECT_TRUE(is_hit("upphandling*", "Upphandlingarna"));
  EXPECT_TRUE(is_hit("*stöd", "motstöd"));
  EXPECT_FALSE(is_hit("*stöd", "stödet"));
  EXPECT_TRUE(is_hit("*sysselsättning*", "långtidssysselsättningen"));
  EXPECT_FALSE(is_hit("*stöd -motstöd", "motstöd"));
  EXPECT_FALSE(is_hit("åtgärd*", "atgarder"));
}

TEST(Matcher, TakesPhrasesWithTheirOwnMarksOnly) {
  EXPECT_TRUE(is_hit("4 kap. 18 §", "enligt 4 kap. 18 § LOU"));
  EXPECT_TRUE(is_hit("4 kap. 18 §", "enligt 4 kap 18 §"));
  EXPECT_FALSE(is_hit("4 kap. 18 §", "4 kap, 18 §"));
  EXPECT_FALSE(is_hit("sociala företag", "sociala. Företag"));
  EXPECT_FALSE(is_hit("sociala företag", item("sociala", "företag")));
}

TEST(Matcher, JudgesOperators) {
  const std::string rule = "(utlysning OR bidrag) AND NOT svinpest";
  EXPECT_EQ(spans(rule, "Bidrag och utlysning"), "Bidrag|utlysning");
  EXPECT_FALSE(is_hit(rule, "bidrag mot svinpest"));
  EXPECT_FALSE(is_hit(rule, "svinpest"));
  EXPECT_EQ(spans("(bidrag AND kultur) OR stöd", "bidrag till stöd"), "stöd");
}

TEST(Matcher, JudgesNearness) {
  EXPECT_EQ(spans("socialt NEAR/3 företag", "företag med gott socialt"),
            "företag med gott socialt");
  EXPECT_FALSE(is_hit("socialt NEAR/2 företag", "företag med gott socialt"));
  EXPECT_FALSE(is_hit("socialt NEAR/5 företag", item("socialt", "företag")));
  EXPECT_FALSE(is_hit("företag NEAR/5 företag", "företag"));
  EXPECT_TRUE(is_hit("a1 NEAR/2 (b1 OR c1 d1) NEAR/1 e1", "e1 c1 d1 x a1"));
}

TEST(Matcher, AConditionThatFactsMeetIsNoReasonBesideTheWords) {
  Item call = item("bidrag");
  call.kind = AnnouncementKind::call;
  const auto found = hits({adds("bidrag"), required("kind:call")}, call);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].reasons, ElementsAre(Reason{"bidrag", 1, Field::title, 0, 6}));
}

TEST(Matcher, ExplainsWhatHoldsByAbsenceOrByFacts) {
  Item english = item("Call");
  english.language = "en";
  for (const char* rule : {"lang:en", "NOT bidrag"}) {
    const auto found = hits({adds(rule)}, english);
    ASSERT_EQ(found.size(), 1U) << rule;
    EXPECT_THAT(found[0].reasons, ElementsAre(Reason{rule, 1, Field::facts, 0, 0})) << rule;
  }
}

TEST(Matcher, AsksForFields) {
  Item each = item("Bidrag i Gävle", "stöd");
  each.language = "sv-SE";
  each.place = {"Gävle", {"SE313"}};
  each.first_seen = std::chrono::sys_days(2026y / 11 / 20) + 15h;
  each.deadline = DueDate{2026y / 12 / 10, {}};
  const std::string source = "Tillväxtverket – Utlysningar";
  for (const char* rule : {"title:bidrag", "lang:sv", "nuts:SE31", "place:gävle",
                           "source:tillväxtverket", "source:\"Tillväxtverket utlysningar\"",
                           "deadline:<21d", "deadline:>19d", "deadline:<3w AND stöd"}) {
    EXPECT_TRUE(is_hit(rule, each, source)) << rule;
  }
  for (const char* rule :
       {"title:stöd", "lang:en", "nuts:SE32", "place:Sandviken", "source:vinnova", "source:verket",
        "deadline:<20d", "deadline:>20d", "lang:", "cpv:9831*", "reserved:res-ws", "social:opp"}) {
    EXPECT_FALSE(is_hit(rule, each, source)) << rule;
  }
  each.deadline->is_doubtful = true;
  EXPECT_FALSE(is_hit("deadline:>1d", each));
  each.deadline->is_doubtful = false;
  each.first_seen = std::chrono::sys_days(2026y / 12 / 11);
  EXPECT_FALSE(is_hit("deadline:<30d", each));
}

TEST(Matcher, AsksForWhatANoticeSays) {
  Item each = item("Upphandling av städning", "");
  each.notice = Notice{.cpv = {"90910000"}, .social_objectives = {"opp", "lab-cond"}};
  each.notice->reserved = Reserved::idea_based;
  each.notice->lots = {Lot{.id = "LOT-0001", .reserved = Reserved::sheltered, .cpv = {"98310000"}}};
  for (const char* rule :
       {"cpv:909*", "cpv:90910000-9", "cpv:90000000", "cpv:9831*", "reserved:res-ws",
        "reserved:ideburen", "social:OPP", "cpv:9091* AND NOT reserved:res-pub-ser"}) {
    EXPECT_TRUE(is_hit(rule, each)) << rule;
  }
  for (const char* rule : {"cpv:9092*", "cpv:90910001", "reserved:res-pub-ser", "reserved:none",
                           "social:op", "social:acc-all"}) {
    EXPECT_FALSE(is_hit(rule, each)) << rule;
  }
  each.notice = Notice{};
  EXPECT_FALSE(is_hit("reserved:none", each));
}

TEST(Matcher, AsksWhatKindOfAnnouncementItIs) {
  Item each = item("Bidrag till sociala företag", "");
  EXPECT_FALSE(is_hit("kind:call", each));
  each.kind = AnnouncementKind::call;
  EXPECT_TRUE(is_hit("kind:call", each));
  EXPECT_FALSE(is_hit("bidrag AND NOT kind:call", each));
  EXPECT_FALSE(is_hit("kind:event OR kind:unknown", each));
}

TEST(Matcher, AsksWhetherItIsLimitedToOtherPlacesThanHome) {
  const auto is_elsewhere = [](std::vector<std::string> limits, const std::string& county) {
    Item each = item("Bidrag till sociala företag", "");
    each.limited_to = std::move(limits);
    const Profile asking = profile("p", {adds("bidrag AND limited:elsewhere")});
    return !Matcher::compile({asking}, nullptr, county).value().match({each, ""}).empty();
  };
  EXPECT_FALSE(is_elsewhere({}, "SE313"));
  EXPECT_FALSE(is_elsewhere({"SE313"}, "SE313"));
  EXPECT_TRUE(is_elsewhere({"SE313"}, "SE224"));
  EXPECT_FALSE(is_elsewhere({"SE224", "SE313"}, "SE313"));
  EXPECT_FALSE(is_elsewhere({"SE31"}, "SE313"));
  EXPECT_TRUE(is_elsewhere({"NO"}, "SE313"));
  EXPECT_FALSE(is_elsewhere({kUnnamedRegion}, "SE313"));
  // Whoever is at home nowhere wants what is open to all.
  EXPECT_FALSE(is_elsewhere({}, ""));
  EXPECT_TRUE(is_elsewhere({"SE313"}, ""));
  EXPECT_TRUE(is_elsewhere({kUnnamedRegion}, ""));
  EXPECT_FALSE(is_elsewhere({"SE"}, ""));
  EXPECT_FALSE(is_elsewhere({"NO", "SE"}, ""));
}

TEST(Matcher, AsksWhereItIsLimitedTo) {
  Item each = item("Bidrag till sociala företag", "");
  EXPECT_FALSE(is_hit("limited:SE", each));
  each.limited_to = {"NO", "SE313"};
  EXPECT_TRUE(is_hit("limited:SE31", each));
  EXPECT_TRUE(is_hit("limited:no", each));
  EXPECT_FALSE(is_hit("limited:SE3131 OR limited:E3", each));
}

TEST(Matcher, AsksHowItStandsWithACall) {
  Item each = item("Bidrag till sociala företag", "");
  EXPECT_FALSE(is_hit("status:unknown", each));
  EXPECT_TRUE(is_hit("bidrag AND NOT status:results", each));
  each.status = CallStatus::results;
  EXPECT_TRUE(is_hit("status:results OR status:closed", each));
  EXPECT_FALSE(is_hit("status:result", each));
  EXPECT_FALSE(is_hit("bidrag AND NOT status:results", each));
}

TEST(Matcher, AStatusCanBeAVeto) {
  const Matcher matcher =
      compiled({profile("p", {adds("bidrag"), veto("status:results OR status:cancelled")})});
  Item each = item("Bidrag till sociala företag", "");
  EXPECT_EQ(matcher.match({each, ""}).size(), 1U);
  each.status = CallStatus::cancelled;
  EXPECT_TRUE(matcher.match({each, ""}).empty());
}

TEST(Matcher, TellsTheLanguageByTheParagraphs) {
  const std::string swedish = "Nu kan sociala företag söka det stöd som finns för att växa.";
  const std::string english = "This is a call for the benefit of those who are not at work.";
  Item each = item("", swedish);
  each.language = "en";  // as many feeds say that are not
  EXPECT_TRUE(is_hit("lang:sv", each));
  EXPECT_FALSE(is_hit("lang:en", each));
  each.summary = swedish + "\n" + english;
  EXPECT_TRUE(is_hit("lang:sv", each));
  EXPECT_TRUE(is_hit("lang:en", each));
  each.language = "fi";  // we tell only Swedish from English
  EXPECT_TRUE(is_hit("lang:fi", each));
  EXPECT_FALSE(is_hit("lang:sv", each));
}

TEST(Matcher, ReadsWordsThatAreNotSpeltOut) {
  EXPECT_EQ(spans("lönestöd", "nya löne- och anställningsstöd."), "löne- och anställningsstöd");
  EXPECT_EQ(spans("markfråga", "mark-, miljö- och byggfrågor"), "mark-, miljö- och byggfrågor");
  EXPECT_EQ(spans("sociala företag", "sociala före-\ntag"), "sociala före-\ntag");
  EXPECT_EQ(spans("företag", "före\u00AD\ntag"), "före\u00AD\ntag");
  EXPECT_EQ(spans("anställningsstöd", "löne- och anställningsstöd"), "anställningsstöd");
  EXPECT_FALSE(is_hit("\"lönestöd\"", "löne- och anställningsstöd"));
  EXPECT_FALSE(is_hit("lönestöd", "löne och anställningsstöd"));
  EXPECT_FALSE(is_hit("lönestöd", "löne- anställningsstöd"));
  EXPECT_EQ(spans("arbetsmarknadsåtgärd", "arbetsmarknads- och utbildningsåtgärder"),
            "arbetsmarknads- och utbildningsåtgärder");
  EXPECT_EQ(spans("utbildningsstöd", "utbildningsinsatser och -stöd"),
            "utbildningsinsatser och -stöd");
  EXPECT_EQ(spans("lönebidrag", "lönestöd, -lån och \u2011bidrag."),
            "lönestöd, -lån och \u2011bidrag");
  EXPECT_EQ(spans("stöd", "Nytt: -stöd, och -stöd"), "stöd|stöd");
  EXPECT_FALSE(is_hit("lönebidrag", "lönestöd och bidrag"));
  EXPECT_FALSE(is_hit("lönebidrag", "lönestöd -bidrag"));
  EXPECT_FALSE(is_hit("lönebidrag", "lönestöd och - bidrag"));
  EXPECT_FALSE(is_hit("\"lönebidrag\"", "lönestöd och -bidrag"));
}

TEST(Matcher, MatchesFromSeveralThreads) {
  const Matcher matcher = compiled({profile("p", {adds("sociala företag")})});
  std::vector<std::size_t> counts(2);
  {
    std::vector<std::jthread> threads;
    threads.reserve(counts.size());
    for (std::size_t& count : counts) {
      threads.emplace_back([&matcher, &count] {
        const Item each = item("Sociala företagen");
        for (int i = 0; i < 200; ++i) count += matcher.match({each, ""}).size();
      });
    }
  }
  EXPECT_THAT(counts, ElementsAre(200U, 200U));
}

TEST(Matcher, TakesAMegabyte) {
  std::string text;
  while (text.size() < 1'000'000) text += "De sociala företagens upphandlingsdialog, 4 kap. 18 §. ";
  const auto found = hits({adds("sociala företag")}, item("", "", text));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].reasons.size(), kPlacesPerTermMax);
}

}  // namespace
}  // namespace fundwatch::matchers
