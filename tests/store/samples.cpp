#include "tests/store/samples.h"

#include <SQLiteCpp/Database.h>

namespace fundwatch::tests {

using namespace std::chrono_literals;

Instant hour(int hours) {
  return Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}} +
         std::chrono::hours{hours};
}

Source sample_source(const std::string& name) {
  Source source;
  source.name = name;
  source.url = "https://example.org/" + name + ".rss";
  source.kind = SourceKind::page;
  source.page_rule = {"ul.news li", "h3", "a", "time", "p"};
  source.linked_text = LinkedText::always;
  source.language = "sv";
  source.query = "place-of-performance IN (SE313)";
  source.senders = {"larm@portal.example", "@annat.example"};
  source.interval = 120min;
  source.ca_file = "/etc/fundwatch/lan.pem";
  source.validators = {"\"abc\"", "Mon, 23 Nov 2026 06:00:00 GMT"};
  source.health.next_check = hour(1);
  return source;
}

Item sample_item(SourceId source, const std::string& key) {
  Item item;
  item.source = source;
  item.key = key;
  item.url = "https://example.org/utlysning/" + key;
  item.address = "example.org/utlysning/" + key;
  item.title = "Utlysning för sociala företag " + key;
  item.summary = "Sök medel för arbetsintegrerande sociala företag.";
  item.text = "Sista ansökningsdag är den 26 februari 2027.";
  item.author = "Tillväxtverket";
  item.language = "sv";
  item.categories = {"bidrag", "social ekonomi"};
  item.enclosures = {{"https://example.org/a.pdf", "application/pdf", 1234}, {"", "", {}}};
  item.published = hour(-2);
  item.updated = hour(-1);
  item.deadline = DueDate{std::chrono::year{2027} / 2 / 26, hour(2000)};
  item.deadline_text = "Sista ansökningsdag är den 26 februari 2027";
  item.event_date = std::chrono::year{2027} / 3 / 1;
  item.amount = Amount{250'000, "SEK"};
  item.place = {"Gävle", {"SE313"}};
  item.notice = sample_notice(key + " of " + std::to_string(static_cast<std::int64_t>(source)));
  return item;
}

Notice sample_notice(const std::string& id) {
  const std::chrono::year_month_day last_day = std::chrono::year{2027} / 2 / 26;
  return {
      .id = id,
      .procedure_id = "procedure of " + id,
      .type = "cn-social",
      .changes = "",
      .buyer = "Gävle kommun",
      .cpv = {"90910000", "85312500"},
      .reserved = Reserved::sheltered,
      .reserved_ground = "Reserverad enligt 4 kap. 18 § LOU",
      .reserved_execution = false,
      .social_objectives = {"opp"},
      .value = Amount{2'000'000, "SEK"},
      .documents = "https://example.org/underlag",
      .lots = {
          {"LOT-0001",
           "Lokalvård",
           Reserved::public_service,
           true,
           DueDate{last_day, hour(2000)},
           Amount{1'200'000, "SEK"},
           {"90910000"}},
          {"LOT-0002", "Arbetsträning", Reserved::idea_based, {}, DueDate{last_day, {}}, {}, {}}}};
}

Profile sample_profile(const std::string& name) {
  Profile profile;
  profile.name = name;
  profile.title = {"Bidrag att söka", "Grants to apply for"};
  profile.threshold = 1.5;
  profile.terms = {{"socialt företag", 1.0, TermRole::adds},
                   {"bidrag", 0.3, TermRole::required},
                   {"svinpest", 2.0, TermRole::veto},
                   {"utlysning", 0.5, TermRole::context}};
  return profile;
}

Hit sample_hit(ProfileId profile) {
  Hit hit;
  hit.profile = profile;
  hit.profile_version = 1;
  hit.score = 1.3;
  hit.reasons = {{"socialt företag", 1.0, Field::title, 14, 31},
                 {"bidrag", 0.3, Field::summary, 0, 6, TermRole::context},
                 {"lang:sv", 0.1, Field::facts, 0, 0, TermRole::required}};
  return hit;
}

Subscriber sample_subscriber(const std::string& email, const std::vector<std::string>& profiles) {
  Subscriber subscriber;
  subscriber.email = email;
  subscriber.name = "Anna";
  subscriber.organisation = "Kooperativet Å";
  subscriber.language = Language::english;
  subscriber.profiles = profiles;
  subscriber.moment = {std::chrono::Sunday, 7h + 30min};
  subscriber.since = hour(0);
  subscriber.consented_at = hour(0);
  return subscriber;
}

Mail sample_mail(const std::string& message_id) {
  Mail mail;
  mail.message_id = message_id;
  mail.sender = "bevakning@example.org";
  mail.recipient = "anna@example.org";
  mail.subject = "Veckans läsning";
  mail.bytes = "Subject: =?utf-8?q?x?=\r\n\r\nhej\r\n.\r\n";
  mail.next_attempt = hour(0);
  return mail;
}

ItemId StoreTest::add_item_with_hit(SourceId source, const std::string& key, ProfileId profile,
                                    Instant now) {
  const ItemId id = store.items.put(sample_item(source, key), now).id;
  store.hits.replace(id, {profile}, {sample_hit(profile)}, now);
  return id;
}

void StoreTest::share_case(ItemId first, ItemId second) {
  store.cases.join(store.items.find(second).value(), store.items.find(first)->case_id);
}

std::vector<Item> StoreTest::all_items() const {
  std::vector<Item> items;
  store.items.each({}, [&](const Item& item) { items.push_back(item); });
  return items;
}

std::vector<Hit> StoreTest::all_hits() const {
  std::vector<Hit> hits;
  store.hits.each({}, [&](const Hit& hit) { hits.push_back(hit); });
  return hits;
}

}  // namespace fundwatch::tests
