#include "matchers/query.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "matchers/rule_words.h"

namespace fundwatch::matchers {
namespace {

std::string shown(const WordPattern& word) {
  static const char* const kMarks[] = {"", "=", "'", "!", "^", "<", ">", "*"};
  std::string text = kMarks[static_cast<int>(word.mode)] + word.text;
  for (const std::string& excluded : word.excluded) text += "-" + excluded;
  return word.marks_before.empty() ? text : "{" + word.marks_before + "}" + text;
}

std::string shown(const Fact& fact) {
  static const char* const kNames[] = {"source", "lang", "cpv",    "nuts",    "reserved", "social",
                                       "place",  "kind", "status", "limited", "deadline"};
  const std::string name = kNames[static_cast<int>(fact.field)];
  if (fact.field != FactField::deadline) return name + ":" + fact.value;
  return name + (fact.is_more ? ">" : "<") + std::to_string(fact.days);
}

// The tree in brackets: [socialt företag], any([a] [b]), title[a].
std::string shown(const Query& query) {
  std::string text;
  switch (query.kind) {
    case Query::Kind::phrase:
      for (const WordPattern& word : query.words) text += (text.empty() ? "" : " ") + shown(word);
      return (query.in_title ? "title[" : "[") + text + "]";
    case Query::Kind::fact: return shown(query.fact);
    case Query::Kind::near: text = "near" + std::to_string(query.distance); break;
    case Query::Kind::all: text = "all"; break;
    case Query::Kind::any: text = "any"; break;
    case Query::Kind::none: text = "none"; break;
  }
  text += "(";
  for (const Query& part : query.parts) text += (text.back() == '(' ? "" : " ") + shown(part);
  return text + ")";
}

std::string parsed(std::string_view rule) {
  const auto result = parse_query(rule);
  if (const auto* query = std::get_if<Query>(&result)) return shown(*query);
  const auto& fault = std::get<QueryFault>(result);
  return "fault " + std::to_string(fault.begin) + "-" + std::to_string(fault.end) + " " +
         words_of(fault, rule).english;
}

struct Case {
  const char* rule;
  const char* tree;
};

void expect_trees(std::initializer_list<Case> cases) {
  for (const Case& each : cases) EXPECT_EQ(parsed(each.rule), each.tree) << each.rule;
}

TEST(Query, TakesWordsInARowAsAPhrase) {
  expect_trees({{"bidrag", "[bidrag]"},
                {"Socialt  Företag", "[socialt företag]"},
                {"e-handel", "[e handel]"},
                {"4 kap. 18 § LOU", "['4 kap {.}'18 '§ ^LOU]"},
                {"fo\xCC\x88retag", "[företag]"},
                {"före\u00ADtag", "[företag]"},
                {"arv - eget", "[arv eget]"}});
}

TEST(Query, TakesTheWaysOfTakingAWord) {
  expect_trees({{"=bidrag", "[=bidrag]"},
                {"=socialt företag", "[=socialt företag]"},
                {"\"Idéburet offentligt\"", "['idéburet 'offentligt]"},
                {"“sociala företag”", "['sociala 'företag]"},
                {"=\"EaSI\"", "[!EaSI]"},
                {"ASF", "[^ASF]"},
                {"ASF:s", "[^ASF]"},
                {"ASF-nätverket", "[^ASF nätverket]"},
                {"upphandling*", "[<upphandling]"},
                {"*stöd", "[>stöd]"},
                {"*Sysselsättning*", "[*sysselsättning]"},
                {"EU*", "[<eu]"},
                {"socialt företag*", "[socialt <företag]"},
                {"medel -läkemedel -livsmedel", "[medel-läkemedel-livsmedel]"},
                {"eget medel -läkemedel i år", "[eget medel-läkemedel i år]"}});
}

TEST(Query, TakesOperatorsInBothLanguages) {
  expect_trees({{"a1 AND b1", "all([a1] [b1])"},
                {"a1 OCH b1 OCH c1", "all([a1] [b1] [c1])"},
                {"a1 OR b1 ELLER c1", "any([a1] [b1] [c1])"},
                {"a1 OR b1 AND c1", "any([a1] all([b1] [c1]))"},
                {"(a1 OR b1) AND c1", "all(any([a1] [b1]) [c1])"},
                {"NOT a1", "none([a1])"},
                {"a1 AND NOT b1", "all([a1] none([b1]))"},
                {"a1 INTE b1", "all([a1] none([b1]))"},
                {"NOT NOT a1", "none(none([a1]))"},
                {"rätt och or and", "[rätt och or and]"},
                {"((a1))", "[a1]"}});
}

TEST(Query, TakesNearness) {
  expect_trees({{"socialt NEAR/5 företag", "near5([socialt] [företag])"},
                {"a1 NEAR/1 (b1 OR c1 d1)", "near1([a1] any([b1] [c1 d1]))"},
                {"a1 NEAR/2 b1 NEAR/3 c1", "near3(near2([a1] [b1]) [c1])"},
                {"NOT a1 NEAR/2 b1", "none(near2([a1] [b1]))"}});
}

TEST(Query, TakesFields) {
  expect_trees({{"title:bidrag", "title[bidrag]"},
                {"Title:\"sociala företag\"", "title['sociala 'företag]"},
                {"title:(bidrag OR =stöd AND NOT ASF)",
                 "any(title[bidrag] all(title[=stöd] none(title[^ASF])))"},
                {"title:medel -läkemedel", "title[medel-läkemedel]"},
                {"source:\"Allmänna Arvsfonden\"", "source:allmänna arvsfonden"},
                {"lang:SV", "lang:sv"},
                {"cpv:9831*", "cpv:9831"},
                {"cpv:98310000-9", "cpv:9831"},
                {"cpv:90000000", "cpv:90"},
                {"nuts:SE31", "nuts:se31"},
                {"reserved:res-ws AND place:Gävle", "all(reserved:res-ws place:gävle)"},
                {"(social:opp)", "social:opp"},
                {"kind:Call", "kind:call"},
                {"status:Results OR status:closed", "any(status:results status:closed)"},
                {"limited:Elsewhere OR limited:SE31", "any(limited:elsewhere limited:se31)"},
                {"deadline:<30d", "deadline<30"},
                {"deadline:>2w", "deadline>14"},
                {"EU:s stöd", "[^EU stöd]"},
                {"kl 10:30", "[kl '10 {:}'30]"}});
}

TEST(Query, SaysWhereARuleIsWrongAndWhatToWrite) {
  const std::string missing =
      "a word is missing here; AND, OR, NOT and NEAR/n (OCH, ELLER, INTE) stand between or before "
      "words; in small letters they are words like others";
  const auto unclear = [](const std::string& what, const std::string& hint) {
    return "it is unclear how \"" + what + "\" belongs to what stands before; write " + hint +
           ", for instance AND or OR between the parts";
  };
  const std::string fields =
      "the fields are title: source: lang: cpv: nuts: reserved: social: place: kind: status: "
      "limited: deadline: ";
  const std::pair<const char*, std::string> cases[] = {
      {"", "0-0 it is empty; write a word, or remove the term"},
      {"  ", "0-2 it is empty; write a word, or remove the term"},
      {"...", "0-3 \"...\" has no word; write one, or remove it"},
      {"a1 AND ...", "7-10 \"...\" has no word; write one, or remove it"},
      {"a1 AND", "6-6 " + missing},
      {"OR a1", "0-2 " + missing},
      {"a1 OR OR b1", "6-8 " + missing},
      {"NOT", "3-3 " + missing},
      {"(a1 OR )", "7-8 " + missing},
      {"(a1", "0-1 the parenthesis is not closed; write ) where it ends"},
      {"a1)", "2-3 the parenthesis was not opened; remove it, or write ( where it begins"},
      {"()", "1-2 the parenthesis is empty; write a word in it, or remove it"},
      {"a1 (b1)", "3-4 " + unclear("(", "AND")},
      {"(a1) b1", "5-7 " + unclear("b1", "AND")},
      {"lang:sv bidrag", "8-14 " + unclear("bidrag", "AND")},
      {"title:socialt företag", "14-22 " + unclear("företag", "title:( )")},
      {"\"socialt", "0-8 the quotation mark has no partner; write one after the words"},
      {"\"\"", "0-2 no word stands between the quotation marks; write one, or remove them"},
      {"= bidrag",
       "0-1 = stands directly before a word or a quotation: =bidrag, =\"EaSI\"; else remove it"},
      {"a=b",
       "1-2 = stands directly before a word or a quotation: =bidrag, =\"EaSI\"; else remove "
       "it"},
      {"st*d",
       "0-4 * stands directly before or after a word: upphandling*, *stöd, *stöd*; else "
       "remove it"},
      {"*",
       "0-1 * stands directly before or after a word: upphandling*, *stöd, *stöd*; else "
       "remove it"},
      {"a1 NEAR b1", "3-7 \"NEAR\" has no distance from 1 to 100; write NEAR/5, for instance"},
      {"a1 NEAR/0 b1", "3-9 \"NEAR/0\" has no distance from 1 to 100; write NEAR/5, for instance"},
      {"a1 NEAR/2 lang:sv",
       "10-17 NEAR/n can only stand between words, not beside \"lang:sv\"; "
       "write AND instead"},
      {"titles:bidrag", "0-7 \"titles:\" is no field; " + fields +
                            "– did you mean title:? (write words with a colon in quotation marks)"},
      {"http://x",
       "0-5 \"http:\" is no field; " + fields + "(write words with a colon in quotation marks)"},
      {"title:(lang:sv)",
       "7-14 \"lang:sv\" cannot stand in title:( ); write it outside, with AND between"},
      {"deadline:30",
       "0-11 \"deadline:30\" is no time limit; write deadline:<30d or deadline:>2w, for instance"},
      {"-läkemedel",
       "0-11 \"-läkemedel\" excludes forms of the word directly before it, but no "
       "word with forms stands there; write word -exception, or NOT läkemedel for "
       "texts without the word"},
      {"ASF -x",
       "4-6 \"-x\" excludes forms of the word directly before it, but no word with forms "
       "stands there; write word -exception, or NOT x for texts without the word"},
      {"bi\xFF", "0-3 it is not UTF-8; write it anew"}};
  for (const auto& [rule, fault] : cases) EXPECT_EQ(parsed(rule), "fault " + fault) << rule;
}

TEST(Query, HasLimits) {
  std::string longest(kRuleCharactersMax, 'a');
  EXPECT_EQ(parsed(longest), "[" + longest + "]");
  EXPECT_TRUE(parsed(longest + "a").starts_with("fault 0-2501 it is longer than 2500 characters"));

  std::string most_words;
  for (std::size_t i = 0; i < kRuleWordsMax; ++i) most_words += "ord ";
  EXPECT_TRUE(parsed(most_words).starts_with("[ord ord"));
  EXPECT_TRUE(parsed(most_words + "ord").starts_with("fault 800-803 it has more than 200 words"));

  const std::string open(kRuleDepthMax, '(');
  const std::string close(kRuleDepthMax, ')');
  EXPECT_EQ(parsed(open + "a1" + close), "[a1]");
  EXPECT_TRUE(parsed("(" + open + "a1" + close + ")").starts_with("fault 21-23 it has more than"));
  std::string denials;
  for (int i = 0; i < 1000; ++i) denials += "NOT ";
  EXPECT_TRUE(parsed(denials.substr(0, 2000)).starts_with("fault"));
}

TEST(Query, IsAskedInSwedishToo) {
  const auto result = parse_query("(bidrag");
  EXPECT_EQ(words_of(std::get<QueryFault>(result), "(bidrag").swedish,
            "parentesen saknar sitt slut; skriv ) där den ska sluta");
}

std::string warned(std::string_view rule) {
  std::string all;
  for (const QueryWarning& warning : warnings_in(std::get<Query>(parse_query(rule)))) {
    all += std::to_string(warning.begin) + " " + words_of(warning, rule).english + "\n";
  }
  return all;
}

TEST(RuleCheck, WarnsOfWhatNeverMatches) {
  for (const char* rule :
       {"lang:", "lang:xx", "lang:svenska", "cpv:12x", "cpv:9", "nuts:31", "reserved:ja",
        "status:ja", "status:unknown", "limited:nowhere", "kind:ja", "kind:unknown",
        "a1 AND NOT a1", "medel -medel", "b1 OR lang:"}) {
    EXPECT_NE(warned(rule).find("never matches") == std::string::npos &&
                  warned(rule).find("its own word") == std::string::npos,
              true)
        << rule;
  }
}

TEST(RuleCheck, WarnsOfWhatMatchesNearlyEverything) {
  EXPECT_EQ(warned("*a*"),
            "0 \"*a*\" matches nearly everything; write at least three letters at "
            "the star\n");
  EXPECT_EQ(warned("bidrag OR och"),
            "10 \"och\" stands in nearly every text; write a word that "
            "says what it is about\n");
  for (const char* rule : {"NOT a1", "a1 OR NOT b1", "NOT (a1 AND b1)"}) {
    EXPECT_NE(warned(rule).find("matches all that lacks the words"), std::string::npos) << rule;
  }
}

TEST(RuleCheck, LeavesGoodRulesInPeace) {
  for (const char* rule :
       {"bidrag", "stöd*", "rätt och fel", "NOT NOT a1", "a1 AND NOT b1", "lang:sv AND bidrag",
        "cpv:98310000", "nuts:SE", "reserved:res-ws", "status:closed", "kind:vacancy",
        "limited:elsewhere", "limited:SE313", "medel -läkemedel", "ASF", "deadline:<30d"}) {
    EXPECT_EQ(warned(rule), "") << rule;
  }
}

}  // namespace
}  // namespace fundwatch::matchers
