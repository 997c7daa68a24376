#include "web/mailing_page.h"

#include <array>

#include "base/text.h"
#include "web/desk_words.h"
#include "web/edition_section.h"
#include "web/mail_sample.h"
#include "web/mailing_phrases.h"

namespace fundwatch::web {
namespace {

using digest::fill;

constexpr std::chrono::days kWeek{7};
constexpr std::size_t kAnswerCharactersMax = 200;
constexpr std::size_t kSubjectCharactersMax = 120;
constexpr std::size_t kSubscribersOfferedMax = 500;

// The mail is ours, but what it quotes is not: no script, nothing from elsewhere, no forms.
constexpr const char* kMailPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups";
constexpr const char* kPagePolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

struct View {
  std::string_view name;
  std::string_view MailingPhrases::*words;
};
constexpr std::array<View, 3> kViews{{{"mejl", &MailingPhrases::the_mail},
                                      {"text", &MailingPhrases::the_text},
                                      {"tom", &MailingPhrases::empty_week}}};

// Whose mail is looked at, and how; both as the address says them.
struct Wish {
  std::string as;
  std::string view;
};

Wish wish_in(const Fields& fields) {
  Wish wish{"", "mejl"};
  const std::int64_t number = number_in(fields.text("som"));
  if (number > 0) wish.as = std::to_string(number);
  for (const View& view : kViews) {
    if (fields.text("visa") == view.name) wish.view = view.name;
  }
  return wish;
}

Subscriber subscriber_of(const Desk& desk, const Wish& wish) {
  return reader_of_sample(desk, desk.site.store.subscribers.find(SubscriberId{number_in(wish.as)}),
                          wish.view == "tom" ? SampleWeek::empty : SampleWeek::as_it_is);
}

void put_figure(Markup& html, int count, std::string_view words) {
  html.tag("<li><b>").text(std::to_string(count)).tag("</b>").text(words).tag("</li>");
}

void put_figures(Markup& html, const Desk& desk) {
  const MailingPhrases& words = mailing_phrases(desk.language());
  const store::Outbox& outbox = desk.site.store.outbox;
  const Instant since = desk.site.clock.now() - kWeek;
  const int deferred = outbox.deferred();
  html.tag("<ul class=\"figs\">");
  put_figure(html, outbox.count(store::MailState::sent, since), words.delivered);
  put_figure(html, outbox.queued() - deferred, words.queued);
  put_figure(html, deferred, words.deferred);
  put_figure(html, outbox.count(store::MailState::refused, since), words.refused);
  html.tag("</ul>\n");
}

void put_hold(Markup& html, const Desk& desk) {
  const auto hold = desk.site.store.outbox.hold();
  if (!hold) return;
  const MailingPhrases& words = mailing_phrases(desk.language());
  const DeskWords moments(desk);
  html.tag("<div class=\"note warn\"><h2>").text(words.hold_title).tag("</h2><p>");
  html.text(fill(words.hold, {{"reason", shortened(hold->reason, kAnswerCharactersMax)},
                              {"since", moments.moment(hold->since)},
                              {"next", moments.moment(hold->next_try)}}));
  html.tag("</p></div>\n");
}

void put_option(Markup& html, std::string_view value, std::string_view words, bool is_chosen) {
  html.tag("<option value=\"").text(value).tag("\"");
  if (is_chosen) html.tag(" selected");
  html.tag(">").text(words).tag("</option>");
}

void put_choice(Markup& html, const Desk& desk, const Wish& wish) {
  const MailingPhrases& words = mailing_phrases(desk.language());
  html.tag("<form class=\"filter\" method=\"get\" action=\"/utskick\"><div><label for=\"u-p\">");
  html.text(words.as).tag("</label><select id=\"u-p\" name=\"som\">");
  put_option(html, "", words.somebody_new, wish.as.empty());
  std::vector<Subscriber> subscribers = desk.site.store.subscribers.all();
  if (subscribers.size() > kSubscribersOfferedMax) subscribers.resize(kSubscribersOfferedMax);
  for (const Subscriber& each : subscribers) {
    const std::string id = std::to_string(static_cast<std::int64_t>(each.id));
    const std::string& name = each.name.empty() ? each.email : each.name;
    put_option(html, id, each.municipality.empty() ? name : name + ", " + each.municipality,
               wish.as == id);
  }
  html.tag("</select></div><div><label for=\"u-v\">").text(words.show);
  html.tag("</label><select id=\"u-v\" name=\"visa\">");
  for (const View& view : kViews) {
    put_option(html, view.name, words.*view.words, wish.view == view.name);
  }
  html.tag("</select></div><div><button>").text(words.show).tag("</button></div></form>\n");
}

void put_preview_address(Markup& html, const Wish& wish) {
  html.tag("/utskick/mejl?som=").text(wish.as).tag("&amp;visa=").text(wish.view);
}

void put_preview(Markup& html, const Desk& desk, const Wish& wish) {
  const MailingPhrases& words = mailing_phrases(desk.language());
  html.tag("<h2>").text(words.preview_title).tag("</h2>\n");
  put_choice(html, desk, wish);
  html.tag("<iframe class=\"mail\" sandbox=\"allow-popups\" title=\"").text(words.frame_title);
  html.tag("\" src=\"");
  put_preview_address(html, wish);
  html.tag("\"></iframe>\n<p class=\"small muted\">").text(words.links_note);
  html.tag("</p>\n<div class=\"row\"><a class=\"btn\" href=\"");
  put_preview_address(html, wish);
  html.tag("\">").text(words.own_tab).tag("</a>");
  if (desk.may_change()) {
    html.tag(" <form method=\"post\" action=\"/utskick\">");
    put_csrf(html, desk);
    html.tag("<input type=\"hidden\" name=\"som\" value=\"").text(wish.as);
    html.tag("\"><input type=\"hidden\" name=\"visa\" value=\"").text(wish.view);
    html.tag("\"><button>").text(words.send_trial).tag("</button></form>");
  }
  html.tag("</div>\n");
}

void put_mail_state(Markup& html, const Desk& desk, const store::MailRecord& mail) {
  const MailingPhrases& words = mailing_phrases(desk.language());
  switch (mail.state) {
    case store::MailState::sent:
      html.tag("<span class=\"state ok\">").text(words.state_sent).tag("</span>");
      return;
    case store::MailState::queued:
      if (mail.attempts == 0) {
        html.tag("<span class=\"state off\">").text(words.state_queued).tag("</span>");
        return;
      }
      html.tag("<span class=\"state warn\">");
      html.text(
          fill(words.state_deferred, {{"moment", DeskWords(desk).moment(mail.next_attempt)}}));
      break;
    case store::MailState::refused:
      html.tag("<span class=\"state bad\">").text(words.state_refused);
      break;
  }
  html.tag("</span><br><span class=\"small\">").text(words.answer).text(": ");
  html.text(shortened(mail.answer, kAnswerCharactersMax)).tag("</span>");
}

void put_mail(Markup& html, const Desk& desk, const store::MailRecord& mail) {
  const MailingPhrases& words = mailing_phrases(desk.language());
  html.tag("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">").text(mail.recipient);
  html.tag("</th><td role=\"cell\" data-l=\"").text(words.subject).tag("\">");
  html.text(shortened(mail.subject, kSubjectCharactersMax));
  html.tag("</td><td role=\"cell\" data-l=\"").text(words.state).tag("\">");
  put_mail_state(html, desk, mail);
  html.tag("</td><td role=\"cell\" data-l=\"").text(words.time).tag("\">");
  html.text(DeskWords(desk).moment(mail.done_at.value_or(mail.made_at)));
  html.tag("</td><td role=\"cell\" class=\"r\" data-l=\"").text(words.attempts).tag("\">");
  html.text(std::to_string(mail.attempts)).tag("</td></tr>\n");
}

void put_mails(Markup& html, const Desk& desk, MailId before) {
  const MailingPhrases& words = mailing_phrases(desk.language());
  const auto mails = desk.site.store.outbox.page(before, kMailsShownMax);
  html.tag("<h2 id=\"leveranser\">").text(words.deliveries).tag("</h2>\n");
  if (mails.empty()) {
    html.tag("<p>").text(words.none).tag("</p>\n");
    return;
  }
  html.tag("<table class=\"fold\" role=\"table\"><caption class=\"vh\">").text(words.deliveries);
  html.tag("</caption><thead role=\"rowgroup\"><tr role=\"row\">");
  for (const std::string_view head : {words.recipient, words.subject, words.state, words.time}) {
    html.tag("<th scope=\"col\" role=\"columnheader\">").text(head).tag("</th>");
  }
  html.tag("<th scope=\"col\" role=\"columnheader\" class=\"r\">").text(words.attempts);
  html.tag("</th></tr></thead>\n<tbody role=\"rowgroup\">\n");
  for (const store::MailRecord& mail : mails) put_mail(html, desk, mail);
  html.tag("</tbody></table>\n<p class=\"row\">");
  if (before != MailId{}) {
    html.tag("<a class=\"btn\" href=\"/utskick#leveranser\">").text(words.newest).tag("</a> ");
  }
  if (mails.size() == kMailsShownMax) {
    html.tag("<a class=\"btn\" href=\"/utskick?fore=");
    html.text(std::to_string(static_cast<std::int64_t>(mails.back().id)));
    html.tag("#leveranser\">").text(words.older).tag("</a>");
  }
  html.tag("</p>\n");
}

std::string lead(const Desk& desk) {
  const MailingPhrases& words = mailing_phrases(desk.language());
  const auto next = next_mail(desk);
  return next ? fill(words.next, {{"moment", DeskWords(desk).moment(*next)}})
              : std::string(words.no_next);
}

Reply shown(const Desk& desk, const Request& request, const EditionForm& edition) {
  const MailingPhrases& words = mailing_phrases(desk.language());
  const auto sent =
      desk.site.store.outbox.count(store::MailState::sent, desk.site.clock.now() - kWeek);
  Markup html;
  if (request.query.has("prov")) {
    put_done(html, fill(words.trial_sent, {{"email", desk.visitor.account.email}}));
  }
  if (request.query.has("for_manga")) {
    html.tag("<div class=\"note warn\" role=\"status\"><p>");
    html.text(fill(words.trial_refused, {{"max", std::to_string(kTrialsAnHourMax)}}));
    html.tag("</p></div>\n");
  }
  if (request.query.has("sparat")) put_done(html, words.week_saved);
  put_edition_faults(html, desk, edition);
  html.tag("<h1>");
  html.text(DeskWords(desk).count(words.heading_sent, static_cast<std::size_t>(sent)));
  html.tag("</h1>\n<p class=\"lead\">").text(lead(desk)).tag("</p>\n");
  put_figures(html, desk);
  put_hold(html, desk);
  put_editions(html, desk, edition);
  put_preview(html, desk, wish_in(request.query));
  put_mails(html, desk, MailId{number_in(request.query.text("fore"))});
  const int status = edition.is_faulty() ? 422 : 200;
  Reply reply = desk_page(desk, {std::string(words.title), Section::mailings, status}, html);
  reply.headers.emplace_back("Content-Security-Policy", kPagePolicy);
  return reply;
}

}  // namespace

Reply mailing_page(const Desk& desk, const Request& request) {
  if (request.method != Method::post) {
    return shown(desk, request, {.week = request.query.text("vecka")});
  }
  if (request.form.has("vecka")) {
    const EditionForm edition = save_edition(desk, request.form);
    return edition.is_faulty() ? shown(desk, request, edition)
                               : redirect("/utskick?sparat=1&vecka=" + edition.week);
  }
  const Wish wish = wish_in(request.form);
  const bool is_sent = send_trial(desk, subscriber_of(desk, wish));
  return redirect(std::string("/utskick?") + (is_sent ? "prov" : "for_manga") +
                  "=1&som=" + wish.as + "&visa=" + wish.view);
}

Reply mailing_preview(const Desk& desk, const Request& request) {
  const Wish wish = wish_in(request.query);
  const DigestSample sample = desk.site.services.sample_digest(subscriber_of(desk, wish));
  Reply reply;
  const bool is_text = wish.view == "text";
  reply.content_type = is_text ? "text/plain; charset=utf-8" : "text/html; charset=utf-8";
  reply.body = is_text ? sample.subject + "\n\n" + sample.text : sample.html;
  reply.headers.emplace_back("Content-Security-Policy", kMailPolicy);
  return reply;
}

}  // namespace fundwatch::web
