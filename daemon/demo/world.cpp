#include "daemon/demo/world.h"

#include <unicode/unistr.h>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "base/check.h"
#include "config/catalogue.h"
#include "config/embedded.h"
#include "daemon/demo/placeholders.h"

namespace fundwatch::daemon::demo {
namespace {

std::string in_charset(const std::string& utf8, const std::string& charset) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  std::string bytes(utf8.size() * 4 + 8, '\0');
  const int length = text.extract(0, text.length(), bytes.data(),
                                  static_cast<std::uint32_t>(bytes.size()), charset.c_str());
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

Document read_document(const toml::table& entry, Instant now, const Calendar& calendar) {
  Document document;
  document.status = entry["status"].value_or(200);
  document.content_type = entry["content_type"].value_or("text/plain");
  const std::string file = entry["file"].value_or("");
  if (file.empty()) return document;
  const auto charset = entry["charset"].value_or<std::string>("utf-8");
  document.bytes =
      in_charset(fill_dates(config::embedded_file("demo/" + file), now, calendar), charset);
  return document;
}

std::string filled(std::string_view text, std::string_view placeholder, const std::string& words) {
  std::string result(text);
  for (auto at = result.find(placeholder); at != std::string::npos; at = result.find(placeholder)) {
    result.replace(at, placeholder.size(), words);
  }
  return result;
}

}  // namespace

std::map<std::string, Document> documents(Instant now, const Calendar& calendar) {
  const toml::parse_result manifest = toml::parse(config::embedded_file("demo/demo.toml"));
  CHECK(manifest.succeeded());
  std::map<std::string, Document> documents;
  const toml::array* entries = manifest.table()["document"].as_array();
  CHECK(entries != nullptr);
  for (const toml::node& entry : *entries) {
    const toml::table& table = *entry.as_table();
    documents.emplace(table["path"].value_or(""), read_document(table, now, calendar));
  }
  return documents;
}

std::string settings_toml(const std::filesystem::path& state_directory, const Ports& ports) {
  std::string toml(config::embedded_file("demo/fundwatch.toml"));
  toml = filled(toml, "{state}", state_directory.string());
  toml = filled(toml, "{pages}", std::to_string(ports.pages));
  return filled(toml, "{port}", std::to_string(ports.documents));
}

std::vector<Source> sources_at(const std::string& address) {
  const std::string toml = filled(config::embedded_file("demo/sources.toml"), "{demo}", address);
  return config::read_sources(toml, "demo/sources.toml").value();
}

Account coordinator() {
  Account account;
  account.email = "samordnaren@asf-gavleborg.example";
  account.name = "Karin Lindqvist";
  account.role = Role::sysadmin;
  return account;
}

void populate(store::Store& store, int port, Instant now) {
  for (const Source& source : sources_at("http://127.0.0.1:" + std::to_string(port))) {
    store.sources.save(source);
  }
  const auto subscribers = config::read_subscribers(config::embedded_file("demo/subscribers.toml"),
                                                    "demo/subscribers.toml");
  for (Subscriber subscriber : subscribers.value()) {
    subscriber.since = now;
    const SubscriberId id = store.subscribers.save(subscriber).value();
    store.subscribers.set_next_digest(id, now);
  }
}

}  // namespace fundwatch::daemon::demo
