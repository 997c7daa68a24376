#include "web/source_addition.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "config/catalogue.h"
#include "web/source_page.h"

namespace fundwatch::web {
namespace {

// A name that no other source has: "Region", "Region 2".
std::string free_name(const Desk& desk, const std::string& wanted) {
  std::string name = wanted;
  for (int count = 2; desk.site.store.sources.find(name); ++count) {
    name = wanted + " " + std::to_string(count);
  }
  return name;
}

}  // namespace

std::optional<Source> source_at(const Desk& desk, const std::string& url) {
  const std::vector<Source> sources = desk.site.store.sources.all();
  const auto found = std::find_if(sources.begin(), sources.end(),
                                  [&url](const Source& each) { return each.url == url; });
  return found == sources.end() ? std::nullopt : std::optional(*found);
}

std::string choice_of(const Source& source) { return config::write_sources({source}); }

std::optional<Source> chosen_source(const std::string& choice) {
  const auto sources = config::read_sources(choice, "form");
  if (!sources || sources->size() != 1 || !Link::web(sources->front().url)) return std::nullopt;
  Source source = sources->front();
  source.name = shortened(collapsed(source.name), kSourceNameCharactersMax);
  // A file of this machine is nothing that a form may name.
  source.ca_file.clear();
  return source;
}

SourceId add_source(const Desk& desk, const Source& source) {
  store::Transaction transaction = desk.site.store.begin();
  const SourceId id = desk.site.store.sources.save(source);
  record(desk, {"source.add", source.name, source.url});
  transaction.commit();
  return id;
}

Imported import_sources(const Desk& desk, const std::vector<Source>& sources) {
  Imported imported;
  store::Transaction transaction = desk.site.store.begin();
  std::unordered_set<std::string> urls;
  for (const Source& known : desk.site.store.sources.all()) urls.insert(known.url);
  for (Source source : sources) {
    if (!urls.insert(source.url).second) {
      ++imported.known;
      continue;
    }
    source.name = free_name(desk, shortened(source.name, kSourceNameCharactersMax));
    desk.site.store.sources.save(source);
    record(desk, {"source.add", source.name, source.url});
    ++imported.added;
  }
  transaction.commit();
  return imported;
}

}  // namespace fundwatch::web
