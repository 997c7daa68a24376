// tests/web/api_support.h — a desk that is asked by programs with a token: the JSON API without a
// server.
#pragma once

#include <boost/json/parse.hpp>
#include <optional>
#include <string>
#include <vector>

#include "tests/web/desk_support.h"
#include "web/api_token.h"

namespace fundwatch::tests {

namespace json = boost::json;

class ApiTest : public DeskTest {
 protected:
  ApiTest() {
    services.add_by_hand = [this](const web::HandEntry& entry) -> Result<web::HandAdded> {
      if (entry.url == "https://a.example/borta") return Error{Stage::fetch, "answered 404"};
      added.push_back(entry);
      return web::HandAdded{CaseId{5}, entry.title, 1};
    };
    services.tune = [](const Profile& changed, std::optional<Instant>) -> Result<web::TuneResult> {
      web::TuneResult result;
      result.effect.per_term.resize(changed.terms.size());
      result.effect.kept = 3;
      result.weeks = 2;
      return result;
    };
  }

  // Asks from now on in the name of a new account of that role.
  void be(Role role) {
    account_id = add_account(std::string(name_of(role)) + "@county.example", role);
    bearer = web::new_api_token();
    token_id = *store.tokens.add(account_id, {web::hash_of_api_token(bearer), "test"}, clock.now());
  }

  web::Reply ask(web::Method method, const std::string& path, const std::string& body = "") {
    web::Request request = this->request(method, "/api/v1/" + path);
    request.authorization = bearer.empty() ? "" : "Bearer " + bearer;
    request.body = body;
    request.is_json = true;
    return web::answer(site, request);
  }
  json::value get(const std::string& path) { return parsed(ask(web::Method::get, path)); }
  static json::value parsed(const web::Reply& reply) { return json::parse(reply.body); }
  static json::object fault(const web::Reply& reply) {
    return parsed(reply).at("error").as_object();
  }

  SourceId add_source(const std::string& name) {
    Source source;
    source.name = name;
    source.url = "https://" + name + ".example/rss";
    return store.sources.save(source);
  }
  CaseId add_hit(const std::string& title, std::optional<Day> closes = std::nullopt) {
    static int count = 0;
    Item item;
    item.source = store.sources.all().front().id;
    item.key = title + std::to_string(++count);
    item.title = title;
    if (closes) item.deadline = DueDate{*closes, std::nullopt};
    const store::Stored stored = store.items.put(item, clock.now());
    const Profile profile = store.profiles.find("finansiering").value();
    Hit hit{.item = stored.id, .profile = profile.id, .profile_version = 1, .score = 2};
    hit.reasons = {{"bidrag", 2, Field::title, 0, 6}};
    store.hits.replace(stored.id, {profile.id}, {hit}, clock.now());
    return stored.case_id;
  }
  void seed_profile() {
    Profile profile;
    profile.name = "finansiering";
    profile.title = {"Bidrag att söka", "Grants"};
    profile.terms = {{"bidrag", 2}};
    store.profiles.save(profile, "test", clock.now());
  }

  std::string bearer;
  store::TokenId token_id{};
  AccountId account_id{};
  std::vector<web::HandEntry> added;
};

}  // namespace fundwatch::tests
