#include "web/subscriber_list_page.h"

#include <algorithm>
#include <array>

#include "base/names.h"
#include "base/text.h"
#include "web/desk_words.h"
#include "web/subscriber_fields.h"
#include "web/subscriber_phrases.h"
#include "web/subscription_pages.h"

namespace fundwatch::web {
namespace {

using digest::fill;

constexpr std::array<std::string_view, 4> kStates{"aktiv", "vantar", "pausad", "studsar"};

struct Fault {
  std::string email;
  std::string profiles;
};

std::string_view words_of(const SubscriberPhrases& words, SubscriberState state) {
  switch (state) {
    case SubscriberState::active: return words.active;
    case SubscriberState::waiting: return words.waiting;
    case SubscriberState::paused: return words.paused;
    case SubscriberState::bouncing: return words.bouncing;
  }
  return words.active;
}

bool contains(const std::string& text, const std::string& part) {
  return ascii_lower(text).find(ascii_lower(part)) != std::string::npos;
}

bool fits(const Subscriber& subscriber, const Request& request) {
  const std::string& wanted = request.query.text("q");
  const std::string& state = request.query.text("lage");
  const bool has_state =
      state.empty() || state == kStates.at(static_cast<std::size_t>(state_of(subscriber)));
  const bool has_words = wanted.empty() || contains(subscriber.name, wanted) ||
                         contains(subscriber.organisation, wanted) ||
                         contains(subscriber.email, wanted);
  return has_state && has_words;
}

// "35 får mejlet, 1 väntar på att bekräfta."
std::string summary(const Desk& desk, const std::vector<Subscriber>& subscribers) {
  const SubscriberPhrases& words = subscriber_phrases(desk.language());
  std::array<std::size_t, 4> counts{};
  for (const Subscriber& each : subscribers) ++counts.at(static_cast<std::size_t>(state_of(each)));
  const std::array<const digest::Counted*, 4> phrases{&words.get_mail, &words.waiting_count,
                                                      &words.paused_count, &words.bouncing_count};
  const DeskWords counted(desk);
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < counts.size(); ++at) {
    if (counts.at(at) > 0) parts.push_back(counted.count(*phrases.at(at), counts.at(at)));
  }
  return counted.words().list(parts) + ".";
}

void put_search(Markup& html, const Desk& desk, const Request& request) {
  const SubscriberPhrases& words = subscriber_phrases(desk.language());
  html.tag("<form class=\"filter\" method=\"get\" action=\"/prenumeranter\" role=\"search\"><div>");
  html.tag("<label for=\"q\">").text(words.search_label);
  html.tag("</label><input id=\"q\" name=\"q\" type=\"search\" value=\"");
  html.text(request.query.text("q")).tag("\"></div><div><label for=\"pl\">").text(words.state);
  html.tag("</label><select id=\"pl\" name=\"lage\"><option value=\"\">").text(words.all_states);
  html.tag("</option>");
  for (std::size_t at = 0; at < kStates.size(); ++at) {
    html.tag("<option value=\"").text(kStates.at(at)).tag("\"");
    if (request.query.text("lage") == kStates.at(at)) html.tag(" selected");
    html.tag(">").text(words_of(words, static_cast<SubscriberState>(at))).tag("</option>");
  }
  html.tag("</select></div><div><button>").text(words.search).tag("</button></div></form>\n");
}

std::string profile_words(const Desk& desk, const Subscriber& subscriber) {
  const SubscriberPhrases& words = subscriber_phrases(desk.language());
  const std::vector<Profile> profiles = desk.site.store.profiles.all();
  if (subscriber.profiles.empty()) return std::string(words.no_profiles);
  if (subscriber.profiles.size() == profiles.size()) {
    return fill(words.all_profiles, {{"n", std::to_string(profiles.size())}});
  }
  std::vector<std::string> titles;
  for (const Profile& profile : profiles) {
    const auto& followed = subscriber.profiles;
    if (std::ranges::find(followed, profile.name) == followed.end()) continue;
    titles.push_back(profile.title.swedish.empty() ? profile.name : profile.title.swedish);
  }
  return DeskWords(desk).words().list(titles);
}

void put_cell(Markup& html, std::string_view label, std::string_view words) {
  html.tag("<td role=\"cell\" data-l=\"").text(label).tag("\">").text(words).tag("</td>");
}

void put_row(Markup& html, const Desk& desk, const Subscriber& subscriber) {
  const SubscriberPhrases& words = subscriber_phrases(desk.language());
  const DeskWords moments(desk);
  const auto last = desk.site.store.digests.last_composed(subscriber.id);
  html.tag("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\"><a href=\"/prenumeranter/");
  html.text(std::to_string(static_cast<std::int64_t>(subscriber.id))).tag("\">");
  html.text(subscriber.name.empty() ? subscriber.email : subscriber.name);
  html.tag("</a><br><span class=\"small muted\">").text(subscriber.organisation);
  if (!subscriber.organisation.empty()) html.tag("<br>");
  if (!subscriber.name.empty()) html.text(subscriber.email);
  html.tag("</span></th>");
  put_cell(html, words.municipality, subscriber.municipality);
  put_cell(html, words.profiles, profile_words(desk, subscriber));
  put_cell(html, words.gets_mail, moments.weekly(subscriber.moment));
  html.tag("<td role=\"cell\" data-l=\"").text(words.state).tag("\">");
  put_state(html, desk, subscriber);
  html.tag("</td>");
  put_cell(html, words.last_mail, last ? moments.moment(*last) : std::string(words.no_mail));
  html.tag("</tr>\n");
}

void put_table(Markup& html, const Desk& desk, const std::vector<Subscriber>& shown) {
  const SubscriberPhrases& words = subscriber_phrases(desk.language());
  html.tag("<table class=\"fold\" role=\"table\"><caption class=\"vh\">").text(words.title);
  html.tag("</caption><thead role=\"rowgroup\"><tr role=\"row\">");
  for (const std::string_view head : {words.subscriber, words.municipality, words.profiles,
                                      words.gets_mail, words.state, words.last_mail}) {
    html.tag("<th scope=\"col\" role=\"columnheader\">").text(head).tag("</th>");
  }
  html.tag("</tr></thead>\n<tbody role=\"rowgroup\">\n");
  for (const Subscriber& each : shown) put_row(html, desk, each);
  html.tag("</tbody></table>\n");
}

void put_next(Markup& html, const Desk& desk, const Request& request, const Subscriber& last) {
  html.tag("<p class=\"row\"><a class=\"btn\" href=\"/prenumeranter?q=");
  html.text(percent_encoded(request.query.text("q"))).tag("&amp;lage=");
  html.text(percent_encoded(request.query.text("lage"))).tag("&amp;efter=");
  html.text(percent_encoded(last.email)).tag("\">");
  html.text(subscriber_phrases(desk.language()).next_page).tag("</a></p>\n");
}

void put_invitation(Markup& html, const Desk& desk, const Subscriber& typed, const Fault& fault) {
  const SubscriberPhrases& words = subscriber_phrases(desk.language());
  html.tag("<div class=\"card\" id=\"ny\"><h2>").text(words.invite_title).tag("</h2><p>");
  html.text(words.invite_lead).tag("</p>\n<form method=\"post\" action=\"/prenumeranter\">");
  put_csrf(html, desk);
  put_field(html, {.name = "epost",
                   .type = "email",
                   .label = words.email,
                   .value = typed.email,
                   .fault = fault.email});
  put_field(html, {.name = "namn",
                   .type = "text",
                   .label = words.name,
                   .value = typed.name,
                   .hint = words.name_hint});
  put_field(html, {.name = "foretag",
                   .type = "text",
                   .label = words.organisation,
                   .value = typed.organisation});
  put_language(html, desk.language(), typed.language);
  if (!fault.profiles.empty()) html.tag("<p class=\"err\">").text(fault.profiles).tag("</p>");
  put_profile_ticks(html, desk, typed);
  html.tag("<button class=\"go\">").text(words.invite).tag("</button></form></div>\n");
}

Subscriber somebody_new(const Desk& desk) {
  Subscriber subscriber;
  subscriber.language = desk.site.config.coordinator.language;
  for (const Profile& profile : desk.site.store.profiles.all()) {
    subscriber.profiles.push_back(profile.name);
  }
  return subscriber;
}

// Those that fit, from behind the one that stands last on the page before.
std::vector<Subscriber> wanted(const std::vector<Subscriber>& all, const Request& request) {
  const std::string after = ascii_lower(request.query.text("efter"));
  std::vector<Subscriber> fitting;
  for (const Subscriber& each : all) {
    if (fits(each, request) && ascii_lower(each.email) > after) fitting.push_back(each);
  }
  return fitting;
}

void put_list(Markup& html, const Desk& desk, const Request& request,
              const std::vector<Subscriber>& all) {
  const SubscriberPhrases& words = subscriber_phrases(desk.language());
  std::vector<Subscriber> shown = wanted(all, request);
  const bool has_more = shown.size() > kSubscribersShownMax;
  if (has_more) shown.resize(kSubscribersShownMax);
  put_search(html, desk, request);
  if (shown.empty()) {
    html.tag("<p>").text(words.none_found).tag("</p>\n");
    return;
  }
  put_table(html, desk, shown);
  if (has_more) put_next(html, desk, request, shown.back());
}

Reply shown(const Desk& desk, const Request& request, const Subscriber& typed, const Fault& fault) {
  const SubscriberPhrases& words = subscriber_phrases(desk.language());
  const std::vector<Subscriber> all = desk.site.store.subscribers.all();
  const bool is_fault = !fault.email.empty() || !fault.profiles.empty();
  Markup html;
  const std::int64_t invited = number_in(request.query.text("bjuden"));
  if (const auto guest = desk.site.store.subscribers.find(SubscriberId{invited})) {
    put_done(html, fill(words.invited, {{"email", guest->email}}));
  }
  if (request.query.has("raderad")) put_done(html, words.removed);
  html.tag("<h1>");
  html.text(all.empty() ? std::string(words.heading_none)
                        : DeskWords(desk).count(words.heading, all.size()));
  html.tag("</h1>\n");
  if (!all.empty()) html.tag("<p class=\"lead\">").text(summary(desk, all)).tag("</p>\n");
  if (desk.may_change() && is_fault) put_invitation(html, desk, typed, fault);
  if (!all.empty()) put_list(html, desk, request, all);
  if (desk.may_change() && !is_fault) put_invitation(html, desk, typed, fault);
  return desk_page(desk, {std::string(words.title), Section::subscribers, is_fault ? 422 : 200},
                   html);
}

std::vector<std::string> known_profiles(const Desk& desk, const std::vector<std::string>& named) {
  std::vector<std::string> known;
  for (const Profile& profile : desk.site.store.profiles.all()) {
    if (std::ranges::find(named, profile.name) != named.end()) known.push_back(profile.name);
  }
  return known;
}

Subscriber guest_in(const Desk& desk, const Request& request) {
  Subscriber guest;
  guest.email = std::string(trimmed(request.form.text("epost")));
  guest.name = shortened(collapsed(request.form.text("namn")), kOrganisationCharactersMax);
  guest.organisation =
      shortened(collapsed(request.form.text("foretag")), kOrganisationCharactersMax);
  guest.language = parse_language(request.form.text("sprak")).value_or(Language::swedish);
  guest.profiles = known_profiles(desk, request.form.texts("profil"));
  guest.moment = desk.site.config.digest.moment;
  guest.since = desk.site.clock.now();
  return guest;
}

Fault fault_in(const Desk& desk, const Subscriber& guest) {
  const SubscriberPhrases& words = subscriber_phrases(desk.language());
  Fault fault;
  if (guest.email.size() > kAddressBytesMax || !Link::mail(guest.email)) {
    fault.email = words.mend_email;
  } else if (desk.site.store.subscribers.find(guest.email)) {
    fault.email = fill(words.known, {{"email", guest.email}});
  } else if (desk.site.store.subscribers.unconfirmed() >= kUnconfirmedMax) {
    fault.email = words.too_many;
  }
  if (guest.profiles.empty()) fault.profiles = words.mend_profiles;
  return fault;
}

}  // namespace

SubscriberState state_of(const Subscriber& subscriber) {
  if (!subscriber.consented_at) return SubscriberState::waiting;
  if (subscriber.paused) return SubscriberState::paused;
  return subscriber.refusals > 0 ? SubscriberState::bouncing : SubscriberState::active;
}

void put_state(Markup& html, const Desk& desk, const Subscriber& subscriber) {
  const SubscriberPhrases& words = subscriber_phrases(desk.language());
  const DeskWords moments(desk);
  switch (state_of(subscriber)) {
    case SubscriberState::active:
      html.tag("<span class=\"state ok\">").text(words.active).tag("</span>");
      return;
    case SubscriberState::paused:
      html.tag("<span class=\"state off\">").text(words.paused).tag("</span>");
      return;
    case SubscriberState::waiting:
      html.tag("<span class=\"state warn\">").text(words.waiting);
      html.tag("</span><br><span class=\"small\">");
      html.text(subscriber.asked_at
                    ? fill(words.waiting_asked, {{"day", moments.day(*subscriber.asked_at)}})
                    : std::string(words.waiting_unasked));
      html.tag("</span>");
      return;
    case SubscriberState::bouncing:
      html.tag("<span class=\"state bad\">").text(words.bouncing);
      html.tag("</span><br><span class=\"small\">");
      html.text(moments.count(words.refusals, static_cast<std::size_t>(subscriber.refusals)));
      html.tag("</span>");
      return;
  }
}

void put_profile_ticks(Markup& html, const Desk& desk, const Subscriber& subscriber) {
  html.tag("<fieldset class=\"field\"><legend>");
  html.text(subscriber_phrases(desk.language()).profiles).tag("</legend>\n");
  const auto& followed = subscriber.profiles;
  for (const Profile& profile : desk.site.store.profiles.all()) {
    html.tag("<label class=\"tick\"><input type=\"checkbox\" name=\"profil\" value=\"");
    html.text(profile.name).tag("\"");
    if (std::ranges::find(followed, profile.name) != followed.end()) html.tag(" checked");
    html.tag("><span>");
    html.text(profile.title.swedish.empty() ? profile.name : profile.title.swedish);
    html.tag("</span></label>\n");
  }
  html.tag("</fieldset>\n");
}

Reply subscriber_list_page(const Desk& desk, const Request& request) {
  if (request.method != Method::post) return shown(desk, request, somebody_new(desk), {});
  const Subscriber guest = guest_in(desk, request);
  const Fault fault = fault_in(desk, guest);
  if (!fault.email.empty() || !fault.profiles.empty()) return shown(desk, request, guest, fault);
  store::Transaction transaction = desk.site.store.begin();
  const auto id = desk.site.store.subscribers.save(guest);
  record(desk, {"subscriber.invite", guest.email});
  transaction.commit();
  return redirect("/prenumeranter?bjuden=" + std::to_string(static_cast<std::int64_t>(id.value())));
}

}  // namespace fundwatch::web
