#include "web/subscriber_page.h"

#include <algorithm>
#include <array>

#include "base/names.h"
#include "base/text.h"
#include "config/catalogue.h"
#include "web/desk_words.h"
#include "web/subscriber_fields.h"
#include "web/subscriber_list_page.h"
#include "web/subscriber_phrases.h"
#include "web/subscription_pages.h"

namespace fundwatch::web {
namespace {

constexpr std::string_view kPath = "/prenumeranter/";
constexpr std::string_view kDataPath = "/uppgifter";

std::string id_of(const Subscriber& subscriber) {
  return std::to_string(static_cast<std::int64_t>(subscriber.id));
}

const std::string& called(const Subscriber& subscriber) {
  return subscriber.name.empty() ? subscriber.email : subscriber.name;
}

void put_fact(Markup& html, std::string_view label, std::string_view words) {
  html.tag("<dt>").text(label).tag("</dt><dd>").text(words).tag("</dd>\n");
}

void put_facts(Markup& html, const Desk& desk, const Subscriber& subscriber) {
  const SubscriberPhrases& words = subscriber_phrases(desk.language());
  const DeskWords moments(desk);
  const auto last = desk.site.store.digests.last_composed(subscriber.id);
  const bool gets_mail = subscriber.consented_at && !subscriber.paused;
  html.tag("<dl class=\"facts\">\n<dt>").text(words.state).tag("</dt><dd>");
  put_state(html, desk, subscriber);
  html.tag("</dd>\n");
  put_fact(html, words.email, subscriber.email);
  if (subscriber.consented_at) {
    put_fact(html, words.consented, moments.day(*subscriber.consented_at));
  }
  put_fact(html, words.last_mail, last ? moments.moment(*last) : std::string(words.no_mail));
  put_fact(html, words.next_mail,
           gets_mail && subscriber.next_digest ? moments.moment(*subscriber.next_digest)
                                               : std::string(words.none_planned));
  html.tag("</dl>\n");
}

void put_deed(Markup& html, const Desk& desk, const Subscriber& subscriber,
              const digest::Literal& deed, std::string_view words) {
  html.tag("<form method=\"post\" action=\"/prenumeranter/").text(id_of(subscriber)).tag("\">");
  put_csrf(html, desk);
  html.tag("<button name=\"gor\" value=\"").tag(deed).tag("\">").text(words);
  html.tag("</button></form>\n");
}

void put_deeds(Markup& html, const Desk& desk, const Subscriber& subscriber) {
  const SubscriberPhrases& words = subscriber_phrases(desk.language());
  html.tag("<div class=\"row\">\n");
  if (desk.may_change()) {
    if (subscriber.paused) {
      put_deed(html, desk, subscriber, "ateruppta", words.resume);
    } else {
      put_deed(html, desk, subscriber, "pausa", words.pause);
    }
    html.tag("<a class=\"btn\" href=\"/prenumeranter/").text(id_of(subscriber));
    html.tag("/uppgifter\">").text(words.data).tag("</a>\n");
  }
  html.tag("<a class=\"btn\" href=\"/utskick?som=").text(id_of(subscriber)).tag("\">");
  html.text(words.preview).tag("</a>\n</div>\n");
}

void put_weekday(Markup& html, const Desk& desk, std::chrono::weekday chosen) {
  const auto& weekdays = digest::phrases(desk.language()).weekdays;
  html.tag("<div class=\"field\"><label for=\"f-dag\">");
  html.text(subscriber_phrases(desk.language()).weekday);
  html.tag("</label><select id=\"f-dag\" name=\"dag\">");
  for (unsigned day = 1; day <= 7; ++day) {
    const std::chrono::weekday weekday(day);
    html.tag("<option value=\"").text(fundwatch::name_of(weekday)).tag("\"");
    if (weekday == chosen) html.tag(" selected");
    html.tag(">").text(digest::capitalised(std::string(weekdays.at(weekday.c_encoding()))));
    html.tag("</option>");
  }
  html.tag("</select></div>\n");
}

void put_form(Markup& html, const Desk& desk, const Subscriber& subscriber) {
  const SubscriberPhrases& words = subscriber_phrases(desk.language());
  html.tag("<h2>").text(words.change).tag("</h2>\n<form method=\"post\" action=\"/prenumeranter/");
  html.text(id_of(subscriber)).tag("\">\n");
  put_csrf(html, desk);
  put_field(html, {"namn", "text", words.name, subscriber.name, words.name_hint});
  put_field(html, {"foretag", "text", words.organisation, subscriber.organisation});
  put_field(html, {"kommun", "text", words.municipality, subscriber.municipality});
  put_reach(html, desk.language(), subscriber.reach);
  put_profile_ticks(html, desk, subscriber);
  put_weekday(html, desk, subscriber.moment.weekday);
  put_field(html, {"klockan", "time", words.hour, name_of_hour(subscriber.moment.time_of_day)});
  put_language(html, desk.language(), subscriber.language);
  html.tag("<p><label class=\"tick\"><input type=\"checkbox\" name=\"tom\"");
  if (subscriber.wants_empty_weeks) html.tag(" checked");
  html.tag("><span>").text(words.empty_weeks).tag("</span></label></p>\n");
  html.tag("<button class=\"go\" name=\"gor\" value=\"spara\">").text(words.save);
  html.tag("</button></form>\n");
}

void put_removal(Markup& html, const Desk& desk, const Subscriber& subscriber) {
  const SubscriberPhrases& words = subscriber_phrases(desk.language());
  html.tag("<details><summary>").text(words.remove).tag("</summary>\n<p>");
  html.text(words.remove_note).tag("</p>\n<form method=\"post\" action=\"/prenumeranter/");
  html.text(id_of(subscriber)).tag("\">");
  put_csrf(html, desk);
  html.tag("<button class=\"del\" name=\"gor\" value=\"radera\">").text(words.remove_yes);
  html.tag("</button></form>\n</details>\n");
}

Reply shown(const Desk& desk, const Request& request, const Subscriber& subscriber) {
  const SubscriberPhrases& words = subscriber_phrases(desk.language());
  const std::string& deed = request.query.text("gjort");
  Markup html;
  if (deed == "spara") put_done(html, words.saved);
  if (deed == "pausa") put_done(html, words.was_paused);
  if (deed == "ateruppta") put_done(html, words.was_resumed);
  html.tag("<p class=\"by\"><a href=\"/prenumeranter\">").text(words.title);
  html.tag("</a></p>\n<h1>").text(called(subscriber)).tag("</h1>\n");
  put_facts(html, desk, subscriber);
  put_deeds(html, desk, subscriber);
  if (desk.may_change()) {
    put_form(html, desk, subscriber);
    put_removal(html, desk, subscriber);
  }
  return desk_page(desk, {called(subscriber), Section::subscribers}, html);
}

// What the form does not say well stays as it was.
Subscriber changed(const Desk& desk, const Request& request, Subscriber subscriber) {
  const Fields& form = request.form;
  subscriber.name = shortened(collapsed(form.text("namn")), kOrganisationCharactersMax);
  subscriber.organisation = shortened(collapsed(form.text("foretag")), kOrganisationCharactersMax);
  subscriber.municipality = shortened(collapsed(form.text("kommun")), kMunicipalityCharactersMax);
  subscriber.reach = parse_reach(form.text("racker")).value_or(subscriber.reach);
  subscriber.language = parse_language(form.text("sprak")).value_or(subscriber.language);
  subscriber.moment.weekday = parse_weekday(form.text("dag")).value_or(subscriber.moment.weekday);
  subscriber.moment.time_of_day =
      parse_hour(form.text("klockan")).value_or(subscriber.moment.time_of_day);
  subscriber.wants_empty_weeks = form.has("tom");
  std::vector<std::string> profiles;
  const std::vector<std::string> ticked = form.texts("profil");
  for (const Profile& profile : desk.site.store.profiles.all()) {
    if (std::ranges::find(ticked, profile.name) != ticked.end()) profiles.push_back(profile.name);
  }
  if (!profiles.empty()) subscriber.profiles = profiles;
  return subscriber;
}

Reply saved(const Desk& desk, const Subscriber& subscriber, const std::string& deed) {
  store::Transaction transaction = desk.site.store.begin();
  const auto id = desk.site.store.subscribers.save(subscriber);
  static_cast<void>(id);  // its profiles were looked up just now
  record(desk, {"subscriber." + std::string(deed == "spara" ? "edit" : "pause"), subscriber.email,
                subscriber.paused ? "paused" : ""});
  transaction.commit();
  return redirect("/prenumeranter/" + id_of(subscriber) + "?gjort=" + deed);
}

Reply removed(const Desk& desk, const Subscriber& subscriber) {
  store::Transaction transaction = desk.site.store.begin();
  desk.site.store.subscribers.remove(subscriber.email);
  // Of whom is erased, the record says no more than that somebody was.
  record(desk, {"subscriber.remove", id_of(subscriber)});
  transaction.commit();
  return redirect("/prenumeranter?raderad=1");
}

Reply done(const Desk& desk, const Request& request, Subscriber subscriber) {
  const std::string& deed = request.form.text("gor");
  if (deed == "radera") return removed(desk, subscriber);
  if (deed == "spara") return saved(desk, changed(desk, request, std::move(subscriber)), deed);
  if (deed != "pausa" && deed != "ateruppta") return desk_missing_page(desk);
  subscriber.paused = deed == "pausa";
  return saved(desk, subscriber, deed);
}

Reply data_of(const Desk& desk, const Subscriber& subscriber) {
  Reply reply;
  reply.content_type = "text/plain; charset=utf-8";
  reply.body = kept_of(desk, subscriber);
  reply.headers.emplace_back("Content-Disposition", "attachment; filename=\"uppgifter.toml\"");
  return reply;
}

}  // namespace

std::string kept_of(const Desk& desk, const Subscriber& subscriber) {
  std::string kept = config::write_subscribers({subscriber});
  for (const Answer& answer : desk.site.store.answers.of(subscriber.id)) {
    const auto item = desk.site.store.cases.find_speaker(answer.case_id);
    kept += "# " + iso8601_utc(answer.at) + " " + std::string(fundwatch::name_of(answer.kind)) +
            ": " + (item ? collapsed(item->title) : std::string()) + "\n";
  }
  return kept;
}

Reply subscriber_page(const Desk& desk, const Request& request) {
  std::string_view number = std::string_view(request.path).substr(kPath.size());
  const bool is_data = number.ends_with(kDataPath);
  if (is_data) number.remove_suffix(kDataPath.size());
  const auto subscriber = desk.site.store.subscribers.find(SubscriberId{number_in(number)});
  if (!subscriber) return desk_missing_page(desk);
  if (request.method == Method::post) return done(desk, request, *subscriber);
  if (is_data && desk.may_change()) return data_of(desk, *subscriber);
  return shown(desk, request, *subscriber);
}

}  // namespace fundwatch::web
