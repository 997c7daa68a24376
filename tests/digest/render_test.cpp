#include "digest/render.h"

#include <algorithm>
#include <regex>

#include "base/text.h"
#include "digest/fit.h"
#include "digest/layout.h"
#include "digest/letter.h"
#include "digest/message.h"
#include "digest/notice_words.h"
#include "tests/digest/golden.h"
#include "tests/digest/sample.h"

namespace fundwatch::digest {
namespace {

using testing::ElementsAreArray;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using tests::candidate;
using tests::compose_sample;
using tests::expect_golden;
using tests::sample_config;

Rendering rendered(const Digest& digest, Mode mode = Mode::real) {
  return render(digest, sample_config(), Calendar(), mode);
}

void expect_golden_parts(const std::string& name, const Rendering& rendering) {
  expect_golden(name + ".txt", "Subject: " + rendering.subject + "\n\n" + rendering.text);
  expect_golden(name + ".html", rendering.html);
}

Coverage with_outages() { return {15, {{"Region Gävleborg", tests::at("2027-02-09T05:00:00Z")}}}; }

// Whatever a source might send to leave its place in the mail or to fool who reads it.
std::vector<Candidate> evil_candidates() {
  std::vector<Candidate> all;
  all.push_back(candidate(1, "</a></h3><script>alert('x')</script><img src=x onerror=alert(1)>",
                          "\"><svg onload=alert(1)> & &amp; &lt;", "svg"));
  all.push_back(candidate(2, "Rad ett\r\nBcc: alla@elak.example\r\n\r\n-- \r\nEn egen fot",
                          "Text\r\n.\r\nRCPT TO:<x@elak.example>", "Text"));
  all.push_back(candidate(3, "Bilaga \u202Egpj.exe\u202C och so\u200Bci\u200Dal",
                          "\u2066dold\u2069", "dold"));
  all.push_back(candidate(4, std::string(300, 'W'), std::string(300, 'm'), "m"));
  all.push_back(candidate(5, "", "Utan rubrik, med fel länk.", "länk"));
  all[4].item.url = "javascript:alert(1)";
  all[4].item.language = "\"><b>";
  all.push_back(candidate(6, "{n} {title} %s \xFF", "Klamrar", "Klamrar"));
  all[5].item.url = "https://gavle.se@elak.example/";
  all[5].source_name = "<b>Källa</b> {n}\u202E";
  return all;
}

TEST(Render, SaysEverySectionInSwedish) {
  expect_golden_parts("digest_sections_sv", rendered(compose_sample(tests::sample_candidates())));
}

TEST(Render, HasLinksToOurPagesInBothParts) {
  Digest digest = compose_sample(tests::sample_candidates());
  digest.settings_url = "https://bevakning.example/p/SETTINGS";
  digest.unsubscribe_url = "https://bevakning.example/a/LEAVE";
  for (Section& section : digest.sections) {
    for (Entry& entry : section.entries) {
      entry.answer_url =
          "https://bevakning.example/s/" + std::to_string(static_cast<int>(entry.case_id));
    }
  }
  expect_golden_parts("digest_pages_sv", rendered(digest));
}

TEST(Render, SaysEverySectionInEnglish) {
  expect_golden_parts(
      "digest_sections_en",
      rendered(compose_sample(tests::sample_candidates(), with_outages(), Language::english)));
}

// Notices of every ground, with lots, a buyer and documents.
std::vector<Candidate> notices() {
  const auto notice = [](int number, const std::string& title, Reserved reserved) {
    Candidate each = candidate(number, title, "Upphandling av tjänster.", "tjänster");
    each.source_name = "TED, Gävleborg";
    each.item.deadline = DueDate{tests::day("2027-03-18"), {}};
    each.item.notice = Notice{.buyer = "Exempelköpings kommun", .reserved = reserved};
    return each;
  };
  std::vector<Candidate> all{notice(1, "Lokalvård", Reserved::sheltered),
                             notice(2, "Tvätt av arbetskläder", Reserved::sheltered),
                             notice(3, "Daglig verksamhet", Reserved::public_service),
                             notice(4, "Familjerådgivning", Reserved::idea_based),
                             notice(5, "Catering", Reserved::none)};
  Notice& cleaning = *all[0].item.notice;
  cleaning.reserved_ground = "Upphandlingen är reserverad enligt 4 kap. 18 § LOU.";
  cleaning.documents = "https://upphandling.example/underlag/1";
  cleaning.lots = {{.title = "Förskolor", .reserved = Reserved::sheltered},
                   {.id = "LOT-0002", .reserved = Reserved::sheltered},
                   {.title = "Idrottshallar"}};
  all[0].item.amount = Amount{1'200'000, "SEK"};
  return all;
}

TEST(Render, SaysOfNoticesWhomTheyAreReservedFor) {
  expect_golden_parts("digest_notices_sv", rendered(compose_sample(notices())));
  expect_golden_parts("digest_notices_en",
                      rendered(compose_sample(notices(), {15, {}}, Language::english)));
}

// Below the threshold LOU's 19th chapter applies, not its 4th.
TEST(Render, CitesTheLawOnlyWhereTheNoticeDoesOrLiesAboveTheThreshold) {
  struct Case {
    const char* ground;
    std::optional<Amount> value;
    const char* cpv;
    bool is_cited;
  };
  const Amount large{kAboveThresholdSek, "SEK"};
  for (const Case& each :
       {Case{"", {}, "90910000", false}, Case{"Reserverad enligt 4 kap. 18 § LOU.", {}, "", true},
        Case{"4 kap 18§", {}, "", true}, Case{"14 kap. 18 §", {}, "", false},
        Case{"19 kap. 25 §", {}, "", false}, Case{"", large, "90910000", true},
        Case{"", Amount{kAboveThresholdSek - 1, "SEK"}, "90910000", false},
        Case{"", Amount{kAboveThresholdEur, "EUR"}, "90910000", true},
        Case{"", Amount{kAboveThresholdSek, "NOK"}, "90910000", false},
        Case{"", large, "45000000", false}}) {
    const Notice notice{.cpv = {each.cpv},
                        .reserved = Reserved::sheltered,
                        .reserved_ground = each.ground,
                        .value = each.value};
    const bool is_cited =
        reserved_words(notice, Language::swedish).find("LOU 4") != std::string::npos;
    EXPECT_EQ(is_cited, each.is_cited) << each.ground << " " << each.cpv;
  }
}

TEST(Render, SaysThatAWeekWasEmpty) {
  expect_golden_parts("digest_empty_sv", rendered(compose_sample({})));
  expect_golden_parts("digest_empty_en", rendered(compose_sample({}, {15, {}}, Language::english)));
}

TEST(Render, SaysWhichSourcesWereDown) {
  expect_golden_parts("digest_outage_sv", rendered(compose_sample({}, with_outages())));
}

TEST(Render, SaysThatADemoIsOne) {
  const Rendering demo =
      rendered(compose_sample({candidate(1, "Bidrag", "Ett bidrag.", "bidrag")}), Mode::demo);
  expect_golden_parts("digest_demo_sv", demo);
  EXPECT_THAT(demo.subject, StartsWith("DEMO: "));
  EXPECT_THAT(demo.text, StartsWith("DEMO: "));
  EXPECT_THAT(demo.html, HasSubstr(">DEMO: "));
}

TEST(Render, SaysThatSomethingIsCalledOffInsteadOfItsDay) {
  Candidate call = candidate(1, "Bidrag till föreningar", "Ett bidrag.", "bidrag");
  call.item.status = CallStatus::cancelled;
  call.item.deadline = DueDate{tests::day("2027-02-18"), {}};
  Candidate event = candidate(2, "Nätverksträff", "En träff.", "träff");
  event.item.status = CallStatus::cancelled;
  event.item.event_date = tests::day("2027-02-18");
  const std::string text = rendered(compose_sample({call, event})).text;
  EXPECT_THAT(text, HasSubstr("AVBRUTEN. "));
  EXPECT_THAT(text, HasSubstr("INSTÄLLD. "));
  EXPECT_THAT(text, Not(HasSubstr("18 februari")));
}

TEST(Render, SaysUntilWhenOneRegisters) {
  Candidate event = candidate(1, "Nätverksträff", "En träff.", "träff");
  event.item.event_date = tests::day("2027-03-11");
  event.item.deadline = DueDate{tests::day("2027-02-18"), {}};
  const std::string text = rendered(compose_sample({event})).text;
  EXPECT_THAT(text, HasSubstr("TRÄFFAR OCH UTBILDNINGAR (1)"));
  EXPECT_THAT(text, HasSubstr("anmälan senast torsdag"));
}

TEST(Render, SaysHowManyWait) {
  std::vector<Candidate> all;
  for (int number = 1; number <= 52; ++number) {
    all.push_back(candidate(number, "Bidrag nummer " + std::to_string(number),
                            "Ett bidrag till sociala företag i länet.", "sociala företag"));
  }
  const Calendar calendar;
  const Digest digest =
      trimmed_to_fit(compose_sample(all), sample_config(), calendar, Mode::real).digest;
  const Rendering rendering = rendered(digest);
  expect_golden_parts("digest_many_sv", rendering);
  EXPECT_EQ(digest.waiting, 12);  // forty fit into the default size
  EXPECT_THAT(rendering.text, HasSubstr("Det finns 12 till. De kommer nästa vecka."));
}

TEST(Render, LetsNothingFromOutsideOut) {
  const Rendering rendering = rendered(compose_sample(evil_candidates()));
  expect_golden_parts("digest_evil_sv", rendering);
  for (const char* markup : {"<script", "<img", "<svg", "<b>Källa",
                             "javascript:", "elak.example/\"", "\u202E", "\u2066", "\u200B"}) {
    EXPECT_THAT(rendering.html, Not(HasSubstr(markup)));
  }
  for (const char* trick : {"\nBcc:", "\r", "\n.\n", "javascript:", "\u202E", "\u2066", "\u200B"}) {
    EXPECT_THAT(rendering.text, Not(HasSubstr(trick)));
  }
}

// The addresses in the order of the text; each stands alone on its line.
std::vector<std::string> links_of_text(const std::string& text) {
  std::vector<std::string> links;
  for (const std::string_view line : split(text, '\n')) {
    if (trimmed(line).starts_with("http")) links.emplace_back(trimmed(line));
  }
  return links;
}

std::vector<std::string> links_of_html(const std::string& html) {
  static const std::regex href("href=\"(http[^\"]*)\"");
  std::vector<std::string> links;
  for (std::sregex_iterator at(html.begin(), html.end(), href), end; at != end; ++at) {
    links.push_back((*at)[1]);
  }
  return links;
}

TEST(Render, HasTheSameLinksInBothParts) {
  const Rendering rendering = rendered(compose_sample(tests::sample_candidates()));
  EXPECT_EQ(links_of_text(rendering.text).size(), 7U);
  EXPECT_EQ(links_of_text(rendering.text), links_of_html(rendering.html));
}

TEST(Render, KeepsTheTextWithinItsColumns) {
  for (const auto& candidates : {tests::sample_candidates(), evil_candidates()}) {
    const Rendering rendering = rendered(compose_sample(candidates, with_outages()));
    for (const std::string_view line : split(rendering.text, '\n')) {
      EXPECT_LE(utf8_length(line), kColumns) << line;
      EXPECT_EQ(line.find("\u00A0"), std::string_view::npos) << line;
    }
  }
}

TEST(Render, ShortensLongTitles) {
  const Letter letter =
      write_letter(compose_sample({candidate(1, std::string(300, 'W'), "m", "m")}), sample_config(),
                   Calendar(), Mode::real);
  EXPECT_EQ(utf8_length(letter.sections.at(0).entries.at(0).title), kTitleCharactersMax);
}

TEST(Render, LimitsTheReasonsItNames) {
  Candidate each = candidate(1, "Bidrag", "ett två tre fyra fem", "ett");
  for (const char* word : {"två", "tre", "fyra"}) {
    each.hits[0].reasons.push_back(tests::reason_at(Field::summary, each.item.summary, word));
  }
  EXPECT_THAT(rendered(compose_sample({each})).text,
              HasSubstr("Därför: Bidrag att söka, ”ett”, ”två” och ”tre”\n"));
}

TEST(Render, NamesAFewOutagesAndCountsTheRest) {
  Coverage coverage{20, {}};
  for (int number = 1; number <= 7; ++number) {
    coverage.outages.push_back({"Källa " + std::to_string(number), std::nullopt});
  }
  const std::string text = rendered(compose_sample({}, coverage)).text;
  EXPECT_THAT(text, HasSubstr("13 av 20 källor lästes."));
  EXPECT_THAT(text, HasSubstr("5 gick inte att läsa."));
  EXPECT_THAT(text, Not(HasSubstr("Källa 6")));
  EXPECT_THAT(text, HasSubstr("Luckor finns i 2 källor till."));
}

TEST(Render, WhatBeganTodayIsNotSaidToHaveLastedSince) {
  const Digest digest = compose_sample({}, {2, {{"Regionen", std::nullopt}}});
  Digest today = digest;
  today.coverage.outages[0].since = digest.composed_at;
  EXPECT_EQ(rendered(today).text, rendered(digest).text);
  EXPECT_THAT(rendered(today).text, HasSubstr("Regionen gick inte att läsa."));
}

struct OutageCase {
  OutageKind kind;
  const char* since;
  const char* until;
  const char* read;
  const char* words;
};

// The sample's day is Monday 15 February 2027.
TEST(Render, SaysWhatWasWrongWithASource) {
  const OutageCase cases[] = {
      {OutageKind::dead, "2027-01-08T05:00:00Z", nullptr, "1 av 2",
       "Regionen har inte gått att läsa sedan fredag 8 januari och behöver ses till."},
      {OutageKind::never_read, nullptr, nullptr, "1 av 2", "Regionen har inte lästs än."},
      {OutageKind::astray, "2027-02-10T05:00:00Z", nullptr, "2 av 2",
       "Regionen leder till något annat än förut och behöver ses till."},
      {OutageKind::read_again, "2027-02-10T05:00:00Z", "2027-02-12T05:00:00Z", "2 av 2",
       "Regionen gick en tid inte att läsa (onsdag–fredag), men läses nu igen."},
      {OutageKind::read_again, "2027-02-10T05:00:00Z", "2027-02-10T15:00:00Z", "2 av 2",
       "Regionen gick en tid inte att läsa (onsdag), men läses nu igen."},
      {OutageKind::at_times, "2027-02-10T05:00:00Z", "2027-02-14T05:00:00Z", "2 av 2",
       "Regionen gick tidvis inte att läsa (onsdag–i går), men läses nu igen."},
      {OutageKind::silent, "2027-01-08T05:00:00Z", nullptr, "2 av 2",
       "Regionen har varit ovanligt tyst sedan fredag 8 januari."}};
  for (const OutageCase& each : cases) {
    const auto instant = [](const char* text) {
      return text == nullptr ? std::nullopt : std::optional(tests::at(text));
    };
    const Coverage coverage{2, {{"Regionen", instant(each.since), each.kind, instant(each.until)}}};
    const Letter letter =
        write_letter(compose_sample({}, coverage), sample_config(), Calendar(), Mode::real);
    std::string said = letter.coverage;
    for (auto at = said.find("\u00A0"); at != std::string::npos; at = said.find("\u00A0")) {
      said.replace(at, 2, " ");
    }
    EXPECT_THAT(said, StartsWith(std::string(each.read) + " källor lästes. " + each.words));
    EXPECT_TRUE(letter.has_outage);
  }
}

TEST(Render, AnEmptyWeekWithSilentSourcesWasReadWhole) {
  const Coverage coverage{2, {{"Regionen", std::nullopt, OutageKind::silent}}};
  EXPECT_THAT(rendered(compose_sample({}, coverage)).text,
              HasSubstr("Vi har läst källorna som vanligt."));
}

TEST(Render, SaysWhenThereAreNoSourcesYet) {
  EXPECT_THAT(rendered(compose_sample({}, {0, {}})).text, HasSubstr("Inga källor är inlagda än"));
}

TEST(Render, SaysOfAnOverflowOfWeeksThatItTakesWeeks) {
  Digest digest = compose_sample({candidate(1, "Bidrag", "Ett bidrag.", "bidrag")});
  digest.waiting = 41;
  EXPECT_THAT(rendered(digest).text,
              HasSubstr("Det finns 41 till. De kommer de närmaste veckorna"));
  digest.waiting = 1;
  EXPECT_THAT(rendered(digest).text, HasSubstr("Det finns 1 till. Den kommer nästa vecka."));
}

struct SubjectCase {
  std::vector<SectionKind> sections;
  const char* subject;
};

TEST(Render, CountsWhatMattersMostInTheSubject) {
  const Digest one = compose_sample({candidate(1, "Bidrag", "Ett bidrag.", "bidrag")});
  const SubjectCase cases[] = {
      {{}, "Inget nytt den här veckan: vecka 7"},
      {{SectionKind::fresh}, "1 är ny: vecka 7"},
      {{SectionKind::closing_soon, SectionKind::fresh, SectionKind::changed},
       "1 stänger inom 7 dagar, 1 är ny: vecka 7"},
      {{SectionKind::changed, SectionKind::events},
       "1 har ändrats, 1 träff eller utbildning: vecka 7"},
      {{SectionKind::closing_later}, "1 stänger senare: vecka 7"},
  };
  for (const SubjectCase& each : cases) {
    Digest digest = one;
    digest.sections.clear();
    for (const SectionKind kind : each.sections) {
      digest.sections.push_back({kind, one.sections.at(0).entries});
    }
    EXPECT_EQ(rendered(digest).subject, each.subject);
  }
}

TEST(Render, GreetsWithoutANameToo) {
  Digest digest = compose_sample({});
  digest.subscriber.name = " ";
  EXPECT_THAT(rendered(digest).text, HasSubstr("\nHej!\n"));
}

struct DayCase {
  const char* name;
  std::optional<DueDate> deadline;
  std::optional<Day> event;
  const char* line;
};

TEST(Render, SaysTheDayThatMatters) {
  const DayCase cases[] = {
      {"today",
       DueDate{tests::day("2027-02-15"), {}},
       {},
       "Sista dag: måndag 15 februari 2027, i dag\n"},
      {"tomorrow",
       DueDate{tests::day("2027-02-16"), {}},
       {},
       "Sista dag: tisdag 16 februari 2027, 1 dag kvar\n"},
      {"over", DueDate{tests::day("2027-02-14"), {}}, {}, "Stängde: söndag 14 februari 2027\n"},
      {"event", {}, tests::day("2027-02-23"), "Tid: tisdag 23 februari 2027, om 8 dagar\n"},
      {"event with its last day", DueDate{tests::day("2027-02-23"), {}}, tests::day("2027-02-26"),
       "Tid: fredag 26 februari 2027, om 11 dagar, anmälan senast tisdag"},
      {"event on its last day", DueDate{tests::day("2027-02-26"), {}}, tests::day("2027-02-26"),
       "Tid: fredag 26 februari 2027, om 11 dagar\n"},
      {"event over", {}, tests::day("2027-02-10"), "Var: onsdag 10 februari 2027\n"},
      {"none", {}, {}, "Publicerad: fredag 12 februari 2027 hos Gävle kommun\n"},
  };
  for (const DayCase& each : cases) {
    Candidate only = candidate(1, "Bidrag", "Ett bidrag.", "bidrag");
    only.item.deadline = each.deadline;
    only.item.event_date = each.event;
    const std::string text = rendered(compose_sample({only})).text;
    EXPECT_THAT(text, HasSubstr(each.line)) << each.name;
    EXPECT_THAT(text, HasSubstr("Gävle kommun")) << each.name;
  }
}

TEST(Render, SaysWhenItWasFoundIfTheSourceGivesNoDate) {
  Candidate only = candidate(1, "Bidrag", "Ett bidrag.", "bidrag");
  only.item.published.reset();
  EXPECT_THAT(rendered(compose_sample({only})).text,
              HasSubstr("Hittad: fredag 12 februari 2027 hos Gävle kommun\n"));
}

TEST(Render, MarksTheLanguageOfATitleInAnother) {
  Candidate only = candidate(1, "Grants", "A grant.", "grant");
  only.item.language = "en-GB";
  EXPECT_THAT(rendered(compose_sample({only})).html, HasSubstr(" lang=\"en-GB\">"));
  only.item.language = "sv";
  only.item.language = "sv-SE";
  EXPECT_THAT(rendered(compose_sample({only})).html, Not(HasSubstr("lang=\"sv-SE\"")));
}

}  // namespace
}  // namespace fundwatch::digest
