#include "web/subscription_pages.h"

#include <algorithm>

#include "base/names.h"
#include "base/text.h"
#include "digest/signed_link.h"
#include "digest/words.h"
#include "web/subscriber_fields.h"

namespace fundwatch::web {
namespace {

using digest::fill;
using digest::LinkPurpose;

Reply page(const Site& site, Language language, std::string_view title, const Markup& content) {
  return framed({std::string(title), language}, content, site.config);
}

void put_heading(Markup& html, std::string_view title, std::string_view lead) {
  html.tag("<h1>").text(title).tag("</h1>\n<p class=\"lead\">").text(lead).tag("</p>\n");
}

// A heading and what follows from it: most answers to a form are no more.
Reply said(const Site& site, Language language, std::string_view title, std::string_view lead) {
  Markup html;
  put_heading(html, title, lead);
  return page(site, language, title, html);
}

std::optional<Subscriber> reader_of(const Site& site, std::string_view token, LinkPurpose purpose) {
  const auto link = digest::read_token(token, site.store.signing_keys.all(), site.clock.now());
  if (!link || link->purpose != purpose) return std::nullopt;
  return site.store.subscribers.find(link->subscriber);
}

std::string weekday_words(std::chrono::weekday weekday, Language language) {
  return std::string(digest::phrases(language).weekdays[weekday.c_encoding()]);
}

bool follows(const Subscriber& subscriber, const std::string& profile) {
  return std::find(subscriber.profiles.begin(), subscriber.profiles.end(), profile) !=
         subscriber.profiles.end();
}

const std::string& title_of(const Profile& profile, Language language) {
  const bool is_swedish = language == Language::swedish || profile.title.english.empty();
  return is_swedish ? profile.title.swedish : profile.title.english;
}

void put_profiles(Markup& html, const Site& site, const Subscriber& subscriber) {
  const Phrases& words = phrases(subscriber.language);
  html.tag("<fieldset class=\"field\" id=\"p\" tabindex=\"-1\"><legend>").text(words.what_to_get);
  html.tag("</legend>\n");
  for (const Profile& profile : site.store.profiles.all()) {
    html.tag("<label class=\"tick\"><input type=\"checkbox\" name=\"profil\" value=\"");
    html.text(profile.name).tag("\"");
    if (follows(subscriber, profile.name)) html.tag(" checked");
    html.tag("><span><b>").text(title_of(profile, subscriber.language));
    html.tag("</b></span></label>\n");
  }
  html.tag("</fieldset>\n");
}

void put_municipality(Markup& html, const Subscriber& subscriber) {
  const Phrases& words = phrases(subscriber.language);
  html.tag("<div class=\"field\"><label for=\"k\">").text(words.municipality);
  html.tag("</label><span class=\"hint\" id=\"kh\">").text(words.municipality_hint);
  html.tag("</span><input id=\"k\" name=\"kommun\" aria-describedby=\"kh\" value=\"");
  html.text(subscriber.municipality).tag("\"></div>\n");
}

void put_button(Markup& html, std::string_view words) {
  html.tag("<button class=\"go big\">").text(words).tag("</button>\n");
}

// What the form says, whole or not.
Subscriber stated(const Request& request, Subscriber subscriber) {
  subscriber.profiles = request.form.texts("profil");
  subscriber.municipality =
      shortened(collapsed(request.form.text("kommun")), kMunicipalityCharactersMax);
  subscriber.organisation =
      shortened(collapsed(request.form.text("foretag")), kOrganisationCharactersMax);
  return subscriber;
}

std::vector<std::string> known_profiles(const Site& site, std::vector<std::string> names) {
  const std::vector<Profile> profiles = site.store.profiles.all();
  std::erase_if(names, [&profiles](const std::string& name) {
    return std::none_of(profiles.begin(), profiles.end(),
                        [&name](const Profile& profile) { return profile.name == name; });
  });
  return names;
}

enum class FormFault { none, email, profiles };

FormFault fault_in(const Subscriber& subscriber) {
  const bool is_address =
      subscriber.email.size() <= kAddressBytesMax && Link::mail(subscriber.email).has_value();
  if (!is_address) return FormFault::email;
  return subscriber.profiles.empty() ? FormFault::profiles : FormFault::none;
}

void put_fault(Markup& html, FormFault fault, const Phrases& words) {
  if (fault == FormFault::none) return;
  html.tag("<div class=\"note bad\" role=\"alert\" tabindex=\"-1\" id=\"fel\"><h2>");
  html.text(words.mend_one).tag("</h2><p>");
  if (fault == FormFault::email) {
    html.tag("<a href=\"#e\">").text(words.mend_email).tag("</a>");
  } else {
    html.tag("<a href=\"#p\">").text(words.mend_profiles).tag("</a>");
  }
  html.tag("</p></div>\n");
}

Reply subscribe_form(const Site& site, const Subscriber& typed, FormFault fault) {
  const Phrases& words = phrases(typed.language);
  Markup html;
  put_fault(html, fault, words);
  put_heading(html, words.subscribe_title, words.subscribe_lead);
  html.tag("<form method=\"post\" action=\"/prenumerera\">\n");
  html.tag("<input type=\"hidden\" name=\"sprak\" value=\"").text(name_of(typed.language));
  html.tag("\">\n<div class=\"field\"><label for=\"e\">").text(words.email).tag("</label>");
  html.tag("<input id=\"e\" name=\"epost\" type=\"email\" autocomplete=\"email\" required");
  if (fault == FormFault::email) html.tag(" aria-invalid=\"true\"");
  html.tag(" value=\"").text(typed.email).tag("\"></div>\n");
  html.tag("<div class=\"field\"><label for=\"f\">").text(words.organisation);
  html.tag("</label><span class=\"hint\" id=\"fh\">").text(words.voluntary);
  html.tag(
      "</span><input id=\"f\" name=\"foretag\" autocomplete=\"organization\" "
      "aria-describedby=\"fh\" value=\"");
  html.text(typed.organisation).tag("\"></div>\n");
  put_municipality(html, typed);
  put_profiles(html, site, typed);
  put_button(html, words.subscribe);
  html.tag("</form>\n<p class=\"row small muted\">").text(words.what_we_keep).tag("</p>\n");
  Reply reply = page(site, typed.language, words.subscribe_title, html);
  if (fault != FormFault::none) reply.status = 422;
  return reply;
}

Language language_of(const Site& site, const std::string& word) {
  return parse_language(word).value_or(site.config.coordinator.language);
}

// Asked for already, agreed to already, or one too many: nothing is changed, and the page does not
// tell.
void add_unconfirmed(const Site& site, const Subscriber& subscriber) {
  if (site.store.subscribers.find(subscriber.email)) return;
  if (site.store.subscribers.unconfirmed() >= kUnconfirmedMax) return;
  // The profiles were looked up just now; one that was removed since is the reader's next try.
  const auto saved = site.store.subscribers.save(subscriber);
  static_cast<void>(saved);
}

Reply subscribed(const Site& site, const Request& request) {
  Subscriber subscriber;
  subscriber.language = language_of(site, request.form.text("sprak"));
  subscriber = stated(request, std::move(subscriber));
  subscriber.profiles = known_profiles(site, std::move(subscriber.profiles));
  subscriber.email = std::string(trimmed(request.form.text("epost")));
  subscriber.moment = site.config.digest.moment;
  subscriber.since = site.clock.now();
  const FormFault fault = fault_in(subscriber);
  if (fault != FormFault::none) return subscribe_form(site, subscriber, fault);
  add_unconfirmed(site, subscriber);
  const Phrases& words = phrases(subscriber.language);
  Markup html;
  put_heading(html, words.look_in_mail_title,
              fill(words.look_in_mail, {{"email", subscriber.email}}));
  html.tag("<p>").text(words.look_in_mail_note).tag("</p>\n");
  return page(site, subscriber.language, words.look_in_mail_title, html);
}

Reply confirmed(const Site& site, const Subscriber& subscriber) {
  const Phrases& words = phrases(subscriber.language);
  const Instant now = site.clock.now();
  site.store.subscribers.consent(subscriber.id, now, now - kFirstMailReachesBack);
  const Instant first = site.calendar.next(subscriber.moment, now);
  const std::string moment =
      digest::Words(subscriber.language).day_with_time(site.calendar.local(first));
  return said(site, subscriber.language, words.confirmed_title,
              fill(words.confirmed_lead, {{"moment", moment}}));
}

void put_moment(Markup& html, const Subscriber& subscriber) {
  const Phrases& words = phrases(subscriber.language);
  html.tag("<div class=\"filter\"><div><label for=\"d\">").text(words.weekday);
  html.tag("</label><select id=\"d\" name=\"dag\">");
  for (unsigned day = 1; day <= 7; ++day) {
    const std::chrono::weekday weekday(day);
    html.tag("<option value=\"").text(name_of(weekday)).tag("\"");
    if (weekday == subscriber.moment.weekday) html.tag(" selected");
    html.tag(">").text(digest::capitalised(weekday_words(weekday, subscriber.language)));
    html.tag("</option>");
  }
  html.tag("</select></div><div><label for=\"t\">").text(words.hour);
  html.tag("</label><input id=\"t\" name=\"klockan\" type=\"time\" required value=\"");
  html.text(name_of_hour(subscriber.moment.time_of_day)).tag("\"></div></div>\n");
}

void put_data(Markup& html, const Site& site, const Subscriber& subscriber) {
  const Phrases& words = phrases(subscriber.language);
  html.tag("<h2 id=\"uppgifter\">").text(words.your_data).tag("</h2>\n<p>");
  const Day day = site.calendar.day(subscriber.consented_at.value_or(subscriber.since));
  html.text(fill(words.your_data_text, {{"day", digest::Words(subscriber.language).day(day)}}));
  html.tag("</p>\n");
}

Reply settings_form(const Site& site, const Subscriber& subscriber, std::string_view token,
                    bool is_saved) {
  const Phrases& words = phrases(subscriber.language);
  Markup html;
  if (is_saved) {
    html.tag("<div class=\"note ok\" role=\"status\"><p>").text(words.settings_saved);
    html.tag("</p></div>\n");
  }
  put_heading(html, words.settings_title, fill(words.concerns, {{"email", subscriber.email}}));
  html.tag("<form method=\"post\" action=\"/p/").text(token).tag("\">\n");
  put_field(html, {"foretag", "text", words.organisation, subscriber.organisation});
  put_profiles(html, site, subscriber);
  put_municipality(html, subscriber);
  put_reach(html, subscriber.language, subscriber.reach);
  put_moment(html, subscriber);
  put_language(html, subscriber.language, subscriber.language);
  html.tag("<p><label class=\"tick\"><input type=\"checkbox\" name=\"tom\"");
  if (subscriber.wants_empty_weeks) html.tag(" checked");
  html.tag("><span>").text(words.empty_weeks).tag("</span></label>\n");
  html.tag("<label class=\"tick\"><input type=\"checkbox\" name=\"paus\"");
  if (subscriber.paused) html.tag(" checked");
  html.tag("><span>").text(words.pause).tag("</span></label></p>\n");
  put_button(html, words.save);
  html.tag("</form>\n");
  put_data(html, site, subscriber);
  return page(site, subscriber.language, words.settings_title, html);
}

// What the form does not say well stays as it was.
Subscriber with_settings(const Site& site, const Request& request, Subscriber subscriber) {
  const std::vector<std::string> before = subscriber.profiles;
  subscriber = stated(request, std::move(subscriber));
  subscriber.profiles = known_profiles(site, std::move(subscriber.profiles));
  if (subscriber.profiles.empty()) subscriber.profiles = before;
  subscriber.moment.weekday =
      parse_weekday(request.form.text("dag")).value_or(subscriber.moment.weekday);
  subscriber.moment.time_of_day =
      parse_hour(request.form.text("klockan")).value_or(subscriber.moment.time_of_day);
  subscriber.language = parse_language(request.form.text("sprak")).value_or(subscriber.language);
  subscriber.reach = parse_reach(request.form.text("racker")).value_or(subscriber.reach);
  subscriber.wants_empty_weeks = request.form.has("tom");
  subscriber.paused = request.form.has("paus");
  return subscriber;
}

}  // namespace

Reply subscribe_page(const Site& site, const Request& request) {
  if (request.method == Method::post) {
    if (!request.is_ours) return theirs_page(site.config.coordinator.language, site.config);
    return subscribed(site, request);
  }
  Subscriber nobody;
  nobody.language = language_of(site, request.query.text("sprak"));
  return subscribe_form(site, nobody, FormFault::none);
}

Reply confirm_page(const Site& site, const Request& request, std::string_view token) {
  const auto subscriber = reader_of(site, token, LinkPurpose::confirm);
  const Language language = site.config.coordinator.language;
  if (!subscriber) {
    return said(site, language, phrases(language).link_old_title, phrases(language).link_old);
  }
  if (request.method == Method::post) {
    if (!request.is_ours) return theirs_page(subscriber->language, site.config);
    return confirmed(site, *subscriber);
  }
  const Phrases& words = phrases(subscriber->language);
  Markup html;
  put_heading(html, words.confirm_title,
              fill(words.confirm_lead,
                   {{"email", subscriber->email},
                    {"weekday", weekday_words(subscriber->moment.weekday, subscriber->language)},
                    {"hour", name_of_hour(subscriber->moment.time_of_day)}}));
  html.tag("<form method=\"post\" action=\"/b/").text(token).tag("\">");
  put_button(html, words.confirm);
  html.tag("</form>\n<p class=\"row\">").text(words.confirm_note).tag("</p>\n");
  return page(site, subscriber->language, words.confirm_title, html);
}

Reply settings_page(const Site& site, const Request& request, std::string_view token) {
  auto subscriber = reader_of(site, token, LinkPurpose::settings);
  if (!subscriber) return missing_page(site.config.coordinator.language, site.config);
  if (request.method != Method::post) {
    return settings_form(site, *subscriber, token, request.query.has("sparat"));
  }
  if (!request.is_ours) return theirs_page(subscriber->language, site.config);
  const auto saved =
      site.store.subscribers.save(with_settings(site, request, *std::move(subscriber)));
  static_cast<void>(saved);  // its profiles were looked up just now
  return redirect("/p/" + std::string(token) + "?sparat=1");
}

Reply unsubscribe_page(const Site& site, const Request& request, std::string_view token) {
  const auto subscriber = reader_of(site, token, LinkPurpose::unsubscribe);
  const Language language = subscriber ? subscriber->language : site.config.coordinator.language;
  const Phrases& words = phrases(language);
  // Who has left once and presses again is told the same: they are out.
  if (request.method == Method::post) {
    if (subscriber) site.store.subscribers.remove(subscriber->email);
    return said(site, language, words.unsubscribed_title, words.unsubscribed_lead);
  }
  if (!subscriber) return missing_page(language, site.config);
  Markup html;
  put_heading(html, words.unsubscribe_title, fill(words.concerns, {{"email", subscriber->email}}));
  html.tag("<form method=\"post\" action=\"/a/").text(token).tag("\">");
  put_button(html, words.unsubscribe);
  html.tag("</form>\n<p class=\"row small muted\">").text(words.unsubscribe_note).tag("</p>\n");
  return page(site, language, words.unsubscribe_title, html);
}

}  // namespace fundwatch::web
