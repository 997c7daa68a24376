// tests/digest/sample.h — a small invented world for the digest's tests: today is Monday
// 15 February 2027, 07:00 in Stockholm.
#pragma once

#include <string>
#include <vector>

#include "base/calendar.h"
#include "config/config.h"
#include "digest/compose.h"
#include "digest/digest.h"

namespace fundwatch::tests {

inline Instant at(const char* iso8601) { return parse_iso8601(iso8601).value(); }
inline Instant today() { return at("2027-02-15T07:00:00+01:00"); }
inline Day day(const char* iso) { return parse_iso_day(iso).value(); }

inline config::Config sample_config() {
  config::Config config;
  config.installation.name = "Bevakningen för sociala företag i Gävleborg";
  config.installation.organisation = "Nätverket för sociala företag i Gävleborg";
  config.installation.postal_address = "Exempelgatan 7, 803 20 Gävle";
  config.mail.from = "bevakning@asf-gavleborg.example";
  config.mail.reply_to = "samordnare@asf-gavleborg.example";
  return config;
}

inline Subscriber sample_subscriber(Language language = Language::swedish) {
  Subscriber subscriber;
  subscriber.id = SubscriberId{17};
  subscriber.email = "anna@foretaget.example";
  subscriber.name = "Anna";
  subscriber.language = language;
  return subscriber;
}

inline std::vector<Profile> sample_profiles() {
  std::vector<Profile> profiles(3);
  profiles[0].id = ProfileId{1};
  profiles[0].name = "finansiering";
  profiles[0].title = {"Bidrag att söka", "Grants to apply for"};
  profiles[1].id = ProfileId{2};
  profiles[1].name = "reserverad-upphandling";
  profiles[1].title = {"Reserverade upphandlingar", "Reserved procurements"};
  profiles[2].id = ProfileId{3};
  profiles[2].name = "kompetens-natverk";
  profiles[2].title = {"Träffar och utbildningar", ""};
  return profiles;
}

// A reason where `word` first stands in `text`.
inline Reason reason_at(Field field, const std::string& text, const std::string& word) {
  const auto begin = text.find(word);
  return {word, 1.0, field, begin, begin + word.size()};
}

inline Hit hit_of(const Item& item, ProfileId profile, std::vector<Reason> reasons) {
  Hit hit;
  hit.item = item.id;
  hit.profile = profile;
  hit.reasons = std::move(reasons);
  return hit;
}

// Matched by the first profile on `word` in its summary.
inline Candidate candidate(int number, const std::string& title, const std::string& summary,
                           const std::string& word) {
  Candidate result;
  result.case_id = CaseId{number};
  result.source_name = "Gävle kommun";
  result.item.id = ItemId{number};
  result.item.title = title;
  result.item.summary = summary;
  result.item.url = "https://gavle.example/poster/" + std::to_string(number);
  result.item.language = "sv";
  result.item.published = at("2027-02-12T09:30:00+01:00");
  result.item.first_seen = at("2027-02-12T10:00:00+01:00") + std::chrono::minutes(number);
  result.hits = {hit_of(result.item, ProfileId{1}, {reason_at(Field::summary, summary, word)})};
  return result;
}

inline digest::Digest compose_sample(std::vector<Candidate> candidates,
                                     digest::Coverage coverage = {15, {}},
                                     Language language = Language::swedish,
                                     const config::Digest& limits = {}) {
  const Calendar calendar;
  const std::vector<Profile> profiles = sample_profiles();
  return digest::compose(sample_subscriber(language), std::move(candidates), std::move(coverage),
                         {today(), &calendar, &profiles}, limits);
}

// One of every kind that a mail can hold.
inline std::vector<Candidate> sample_candidates() {
  std::vector<Candidate> all;
  all.push_back(candidate(1, "Städning och tvätt av arbetskläder",
                          "Upphandlingen är reserverad för sociala företag.", "sociala företag"));
  all[0].item.deadline = DueDate{day("2027-02-19"), at("2027-02-19T12:00:00+01:00")};
  all[0].item.amount = Amount{1'200'000, "SEK"};
  all[0].item.place.municipality = "Söderhamn";
  all[0].hits.push_back(
      hit_of(all[0].item, ProfileId{2}, {reason_at(Field::title, all[0].item.title, "tvätt")}));

  all.push_back(candidate(2, "Återbruk av möbler och byggmaterial",
                          "Idéburet offentligt partnerskap om återbruk.", "återbruk"));
  all[1].item.deadline = DueDate{day("2027-02-22"), {}};
  all[1].version = 2;

  all.push_back(candidate(3, "Från bidrag till arbete: utveckla sociala företag 2027",
                          "Stöd till arbetsintegrerande sociala företag i hela landet.",
                          "arbetsintegrerande sociala företag"));
  all[2].item.deadline = DueDate{day("2027-02-26"), at("2027-02-26T16:00:00+01:00")};
  all[2].item.amount = Amount{250'000, "EUR"};
  all[2].source_name = "Svenska ESF-rådet";

  all.push_back(
      candidate(4, "Lokaler och mötesplatser för delaktighet",
                "Arvsfonden ger bidrag till lokaler som gör att fler kan delta. Den som "
                "söker ska vara en förening eller ett socialt kooperativ, och lokalen ska "
                "vara öppen för alla som bor i kommunen under minst tio år.",
                "socialt kooperativ"));
  all[3].source_name = "Arvsfonden";

  all.push_back(
      candidate(5, "Kafé i Kulturhuset", "Arbetsträning i kaféet, nu avslutad.", "Arbetsträning"));
  all[4].item.deadline = DueDate{day("2027-02-12"), {}};

  all.push_back(candidate(6, "Vägar till arbete i Norra Mellansverige",
                          "Ny sista ansökningsdag för projekt med sociala företag.",
                          "sociala företag"));
  all[5].item.deadline = DueDate{day("2027-03-31"), at("2027-03-31T15:00:00+02:00")};
  all[5].version = 3;

  all.push_back(candidate(7, "Så lämnar ni anbud i en reserverad upphandling",
                          "Digital träff, kostnadsfri.", "träff"));
  all[6].item.event_date = day("2027-03-11");
  all[6].item.deadline = DueDate{day("2027-03-04"), {}};
  all[6].hits[0].profile = ProfileId{3};
  return all;
}

}  // namespace fundwatch::tests
