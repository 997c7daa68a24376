#include "config/catalogue.h"

#include <array>
#include <cmath>
#include <map>

#include "base/calendar.h"
#include "base/names.h"
#include "config/notation.h"
#include "config/source_check.h"
#include "config/table_reader.h"

namespace fundwatch::config {
namespace {

constexpr std::size_t kFileBytesMax = 20'000'000;
constexpr std::size_t kEntriesMax = 100'000;
constexpr std::size_t kTermsMax = 1000;
constexpr std::size_t kTermBytesMax = 2500;
constexpr double kWeightMax = 1000;
constexpr std::chrono::minutes kIntervalMin{15};
constexpr std::chrono::minutes kIntervalMax = std::chrono::days(30);

// Reads every table of the list `noun`; each name may stand once.
class Catalogue {
 public:
  Catalogue(std::string noun, const std::string& file)
      : noun_(std::move(noun)), file_(file), faults_(file) {}

  // Error{config} if the text is no TOML or holds other lists; else the tables.
  Result<std::vector<const Table*>> tables(std::string_view toml) {
    if (toml.size() > kFileBytesMax) {
      return Error{Stage::config, file_ + ": larger than 20 MB; split it"};
    }
    auto document = parse_document(toml, file_);
    if (!document) return document.error();
    document_ = std::move(*document);
    TableReader root(document_, "", faults_);
    const Value* list = root.value(noun_);
    root.finish();
    std::vector<const Table*> tables;
    if (list == nullptr) return tables;
    const auto* array = std::get_if<Array>(&list->content);
    if (array == nullptr || array->size() > kEntriesMax) {
      faults_.add(list->line, noun_ + ": expected [[" + noun_ + "]] tables, at most 100000");
      return tables;
    }
    for (const Value& element : *array) {
      const auto* table = std::get_if<Table>(&element.content);
      if (table == nullptr)
        faults_.add(element.line, noun_ + ": expected [[" + noun_ + "]] tables");
      if (table != nullptr) tables.push_back(table);
    }
    return tables;
  }

  TableReader reader(const Table& table) { return {table, noun_, faults_}; }
  Faults& faults() { return faults_; }

  // The name of an entry: there, and only once in the file.
  void check_name(TableReader& table, const std::string& key, const std::string& name) {
    if (name.empty()) return table.fault(key, "is missing; every " + noun_ + " needs one");
    const auto [first, is_new] = line_of_name_.emplace(name, table.value(key)->line);
    if (is_new) return;
    table.fault(key, toml_string(name) + " stands twice in this file, first on line " +
                         std::to_string(first->second) + "; keep one of them");
  }

 private:
  std::string noun_;
  std::string file_;
  Faults faults_;
  Table document_;
  std::map<std::string, int> line_of_name_;
};

PageRule page_rule(TableReader page) {
  PageRule rule;
  page.text("list", rule.list);
  page.text("title", rule.title);
  page.text("link", rule.link);
  page.text("date", rule.date);
  page.text("summary", rule.summary);
  page.finish();
  return rule;
}

Offer read_offer(Catalogue& catalogue, const Table& entry) {
  TableReader table = catalogue.reader(entry);
  Offer offer;
  Source& source = offer.source;
  table.text("name", source.name);
  catalogue.check_name(table, "name", source.name);
  table.text("url", source.url);
  if (const auto kind = table.choice("kind", source_kind_names())) {
    source.kind = static_cast<SourceKind>(*kind);
  }
  source.page_rule = page_rule(table.below("page"));
  table.text("query", source.query);
  table.texts("senders", source.senders);
  if (const auto when = table.choice("linked_text", linked_text_names())) {
    source.linked_text = static_cast<LinkedText>(*when);
  }
  table.text("language", source.language);
  std::chrono::seconds interval = source.interval;
  table.duration("interval", interval);
  if (interval < kIntervalMin || interval > kIntervalMax) {
    table.fault("interval", "expected \"15min\" to \"30d\"");
  }
  source.interval = std::chrono::duration_cast<std::chrono::minutes>(interval);
  std::string expected = "learned";
  table.text("expected_every", expected);
  if (const auto every = parse_expected_every(expected)) {
    source.expected_every = *every;
  } else {
    table.fault("expected_every",
                toml_string(expected) + ": expected \"1h\" to \"365d\", or \"learned\"");
  }
  table.text("ca_file", source.ca_file);
  if (!source.ca_file.empty() && !source.ca_file.starts_with('/')) {
    table.fault("ca_file", toml_string(source.ca_file) + ": expected a path that begins with /");
  }
  table.flag("paused", source.paused);
  table.text("county", offer.county);
  table.text("terms", offer.terms);
  table.flag("verified", offer.is_verified);
  for (const SourceFault& fault : faults_of(source)) table.fault(fault.key, fault.words);
  table.finish();
  return offer;
}

Term read_term(const Value& value, Faults& faults) {
  Term term;
  if (const auto* text = std::get_if<std::string>(&value.content)) {
    term.text = *text;
  } else if (const auto* entry = std::get_if<Table>(&value.content)) {
    TableReader table(*entry, "profile.terms", faults);
    // Any text, as in the short form: what a term may hold is for matchers/ to judge.
    const Value* found = table.value("term");
    const auto* written = found == nullptr ? nullptr : std::get_if<std::string>(&found->content);
    if (written != nullptr) term.text = *written;
    if (const auto weight = table.number("weight")) term.weight = *weight;
    if (const auto role = table.choice("role", term_role_names())) {
      term.role = static_cast<TermRole>(*role);
    }
    if (!std::isfinite(term.weight) || std::abs(term.weight) > kWeightMax) {
      table.fault("weight", "expected a number from -1000 to 1000");
    }
    table.finish();
  }
  if (term.text.empty() || term.text.size() > kTermBytesMax) {
    faults.add(value.line,
               "profile.terms: expected \"a term\" or { term = \"a term\", weight = 1 }, "
               "at most 2500 bytes long");
  }
  return term;
}

Profile read_profile(Catalogue& catalogue, const Table& entry) {
  TableReader table = catalogue.reader(entry);
  Profile profile;
  table.text("name", profile.name);
  catalogue.check_name(table, "name", profile.name);
  if (!profile.name.empty() && !is_slug(profile.name)) {
    table.fault("name",
                toml_string(profile.name) + ": expected a-z, 0-9 and -, at most 64 of them");
  }
  TableReader title = table.below("title");
  title.text("sv", profile.title.swedish);
  title.text("en", profile.title.english);
  title.finish();
  if (const auto threshold = table.number("threshold")) profile.threshold = *threshold;
  if (!(profile.threshold > 0) || !std::isfinite(profile.threshold)) {
    table.fault("threshold", "expected a number above 0");
  }
  if (const Value* terms = table.value("terms")) {
    const auto* array = std::get_if<Array>(&terms->content);
    if (array == nullptr || array->size() > kTermsMax) {
      table.fault("terms", "expected a list of at most 1000 terms");
    } else {
      for (const Value& term : *array) {
        profile.terms.push_back(read_term(term, catalogue.faults()));
      }
    }
  }
  table.finish();
  return profile;
}

void read_consent(TableReader& table, Subscriber& subscriber) {
  std::string moment;
  table.text("consented", moment);
  if (moment.empty()) return;
  subscriber.consented_at = parse_iso8601(moment);
  if (!subscriber.consented_at) {
    table.fault("consented",
                "expected when they agreed to the mail: \"2026-11-26\" or "
                "\"2026-11-26T10:00:00Z\"");
  }
}

Subscriber read_subscriber(Catalogue& catalogue, const Table& entry) {
  TableReader table = catalogue.reader(entry);
  Subscriber subscriber;
  table.mail_address("email", subscriber.email);
  catalogue.check_name(table, "email", subscriber.email);
  table.text("name", subscriber.name);
  table.text("organisation", subscriber.organisation);
  table.text("municipality", subscriber.municipality);
  if (const auto reach = table.choice("reach", reach_names())) {
    subscriber.reach = *parse_reach(reach_names()[*reach]);
  }
  if (const auto language = table.choice("language", {"sv", "en"})) {
    subscriber.language = static_cast<Language>(*language);
  }
  table.texts("profiles", subscriber.profiles);
  std::vector<std::string> weekdays;
  for (unsigned day = 0; day < 7; ++day) {
    weekdays.emplace_back(name_of(std::chrono::weekday(day)));
  }
  if (const auto weekday = table.choice("weekday", weekdays)) {
    subscriber.moment.weekday = std::chrono::weekday(static_cast<unsigned>(*weekday));
  }
  table.hour("hour", subscriber.moment.time_of_day);
  table.flag("paused", subscriber.paused);
  table.flag("empty_weeks", subscriber.wants_empty_weeks);
  read_consent(table, subscriber);
  table.finish();
  return subscriber;
}

std::string key_value(std::string_view key, const std::string& value) {
  return std::string(key) + " = " + value + "\n";
}

std::string text_line(std::string_view key, const std::string& text) {
  return text.empty() ? "" : key_value(key, toml_string(text));
}

std::string texts_line(std::string_view key, const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + toml_string(text);
  return texts.empty() ? "" : key_value(key, "[" + list + "]");
}

std::string page_line(const PageRule& rule) {
  const std::array<std::pair<std::string_view, const std::string*>, 5> selectors{
      {{"list", &rule.list},
       {"title", &rule.title},
       {"link", &rule.link},
       {"date", &rule.date},
       {"summary", &rule.summary}}};
  std::string parts;
  for (const auto& [key, selector] : selectors) {
    if (selector->empty()) continue;
    parts += (parts.empty() ? "" : ", ") + std::string(key) + " = " + toml_string(*selector);
  }
  return parts.empty() ? "" : key_value("page", "{ " + parts + " }");
}

std::string term_text(const Term& term) {
  if (term.weight == 1 && term.role == TermRole::adds) return toml_string(term.text);
  std::string text = "{ term = " + toml_string(term.text);
  if (term.weight != 1) text += ", weight = " + number_text(term.weight);
  if (term.role != TermRole::adds) text += ", role = " + toml_string(name_of(term.role));
  return text + " }";
}

}  // namespace

Result<std::vector<Offer>> read_offers(std::string_view toml, const std::string& name) {
  Catalogue catalogue("source", name);
  const auto tables = catalogue.tables(toml);
  if (!tables) return tables.error();
  std::vector<Offer> offers;
  for (const Table* table : *tables) offers.push_back(read_offer(catalogue, *table));
  if (!catalogue.faults().empty()) return catalogue.faults().error();
  return offers;
}

Result<std::vector<Source>> read_sources(std::string_view toml, const std::string& name) {
  auto offers = read_offers(toml, name);
  if (!offers) return offers.error();
  std::vector<Source> sources;
  for (Offer& offer : *offers) sources.push_back(std::move(offer.source));
  return sources;
}

std::string write_sources(const std::vector<Source>& sources) {
  std::string toml;
  for (const Source& source : sources) {
    toml += "[[source]]\n";
    toml += key_value("name", toml_string(source.name));
    toml += key_value("url", toml_string(source.url));
    toml += key_value("kind", toml_string(name_of(source.kind)));
    toml += page_line(source.page_rule);
    toml += text_line("query", source.query);
    toml += texts_line("senders", source.senders);
    if (source.linked_text != LinkedText::when_short) {
      toml += key_value("linked_text", toml_string(name_of(source.linked_text)));
    }
    toml += text_line("language", source.language);
    toml += key_value("interval", toml_string(duration_text(source.interval)));
    if (source.expected_every.count() > 0) {
      toml += key_value("expected_every", toml_string(duration_text(source.expected_every)));
    }
    toml += text_line("ca_file", source.ca_file);
    if (source.paused) toml += key_value("paused", "true");
    toml += "\n";
  }
  return toml;
}

Result<PageRule> read_page_rule(std::string_view toml, const std::string& name) {
  const auto document = parse_document(toml, name);
  if (!document) return document.error();
  Faults faults(name);
  PageRule rule = page_rule(TableReader(*document, "", faults));
  if (!faults.empty()) return faults.error();
  return rule;
}

Result<std::vector<Profile>> read_profiles(std::string_view toml, const std::string& name) {
  Catalogue catalogue("profile", name);
  const auto tables = catalogue.tables(toml);
  if (!tables) return tables.error();
  std::vector<Profile> profiles;
  for (const Table* table : *tables) profiles.push_back(read_profile(catalogue, *table));
  if (!catalogue.faults().empty()) return catalogue.faults().error();
  return profiles;
}

std::string write_profiles(const std::vector<Profile>& profiles) {
  std::string toml;
  for (const Profile& profile : profiles) {
    toml += "[[profile]]\n";
    toml += key_value("name", toml_string(profile.name));
    toml += key_value("title", "{ sv = " + toml_string(profile.title.swedish) +
                                   ", en = " + toml_string(profile.title.english) + " }");
    toml += key_value("threshold", number_text(profile.threshold));
    toml += "terms = [\n";
    for (const Term& term : profile.terms) toml += "  " + term_text(term) + ",\n";
    toml += "]\n\n";
  }
  return toml;
}

Result<std::vector<Subscriber>> read_subscribers(std::string_view toml, const std::string& name) {
  Catalogue catalogue("subscriber", name);
  const auto tables = catalogue.tables(toml);
  if (!tables) return tables.error();
  std::vector<Subscriber> subscribers;
  for (const Table* table : *tables) subscribers.push_back(read_subscriber(catalogue, *table));
  if (!catalogue.faults().empty()) return catalogue.faults().error();
  return subscribers;
}

std::string write_subscribers(const std::vector<Subscriber>& subscribers) {
  std::string toml;
  for (const Subscriber& subscriber : subscribers) {
    toml += "[[subscriber]]\n";
    toml += key_value("email", toml_string(subscriber.email));
    toml += text_line("name", subscriber.name);
    toml += text_line("organisation", subscriber.organisation);
    toml += text_line("municipality", subscriber.municipality);
    if (subscriber.reach != Reach::everywhere) {
      toml += key_value("reach", toml_string(name_of(subscriber.reach)));
    }
    toml += key_value("language", toml_string(name_of(subscriber.language)));
    toml += subscriber.profiles.empty() ? "profiles = []\n"
                                        : texts_line("profiles", subscriber.profiles);
    toml += key_value("weekday", toml_string(name_of(subscriber.moment.weekday)));
    toml += key_value("hour", toml_string(name_of_hour(subscriber.moment.time_of_day)));
    if (subscriber.paused) toml += key_value("paused", "true");
    if (!subscriber.wants_empty_weeks) toml += key_value("empty_weeks", "false");
    if (subscriber.consented_at) {
      toml += key_value("consented", toml_string(iso8601_utc(*subscriber.consented_at)));
    }
    toml += "\n";
  }
  return toml;
}

}  // namespace fundwatch::config
