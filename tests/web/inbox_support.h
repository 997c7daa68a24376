// tests/web/inbox_support.h — a desk with a source, two profiles, and cases that have hits.
#pragma once

#include "tests/web/desk_support.h"

namespace fundwatch::tests {

using std::chrono::year;
using web::Reply;

class InboxPageTest : public DeskTest {
 protected:
  InboxPageTest() {
    Source region;
    region.name = "Region <Gävleborg>";
    region.url = "https://region.example/feed";
    source = store.sources.save(region);
    finance = add_profile("finansiering", "Bidrag att söka");
    policy = add_profile("policy", "Beslut");
    log_in(Role::coordinator);
  }

  ProfileId add_profile(const std::string& name, const std::string& title) {
    Profile profile;
    profile.name = name;
    profile.title.swedish = title;
    profile.terms = {{"bidrag", 1.0, TermRole::adds}};
    return store.profiles.save(profile, "Kim", clock.now()).id;
  }

  // Its summary is "Nu finns bidrag till NAME.", where "bidrag" made it a hit.
  CaseId add_case(const std::string& name, std::optional<Day> day = std::nullopt) {
    Item item;
    item.source = source;
    item.key = name;
    item.title = "Utlysning " + name;
    item.url = "https://region.example/" + name;
    item.summary = "Nu finns bidrag till " + name + ".";
    item.deadline = day ? std::optional(DueDate{*day, {}}) : std::nullopt;
    item.place.municipality = "Hofors";
    const ItemId id = store.items.put(item, clock.now()).id;
    Hit hit;
    hit.profile = finance;
    hit.profile_version = 1;
    hit.score = 1;
    hit.reasons = {{"bidrag", 1.0, Field::summary, 9, 15}};
    store.hits.replace(id, {finance}, {hit}, clock.now());
    return store.items.find(id)->case_id;
  }

  static std::string number(CaseId id) { return std::to_string(static_cast<std::int64_t>(id)); }
  Review review_of(CaseId id) const { return store.hits.of(id).front().review; }

  SourceId source{};
  ProfileId finance{};
  ProfileId policy{};
};

}  // namespace fundwatch::tests
