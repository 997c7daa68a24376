#include "web/meeting_section.h"

#include "base/names.h"
#include "base/text.h"
#include "digest/words.h"
#include "web/month_phrases.h"
#include "web/numbers.h"
#include "web/subscriber_fields.h"

namespace fundwatch::web {
namespace {

using digest::fill;
using digest::Link;

constexpr std::chrono::minutes kUsualLength{60};

std::string number_of(const Meeting& meeting) {
  return std::to_string(static_cast<std::int64_t>(meeting.id));
}

Instant end_of(const Meeting& meeting) { return meeting.starts + meeting.length; }

std::optional<Meeting> meeting_called(const Desk& desk, const std::string& id) {
  const auto number = whole_number(id);
  return number ? desk.site.store.meetings.find(MeetingId{*number}) : std::nullopt;
}

void put_deeds(Markup& html, const Desk& desk, const Meeting& meeting) {
  const MonthPhrases& words = month_phrases(desk.language());
  html.tag("<div class=\"row\"><a class=\"btn\" href=\"/kalender?mote=").text(number_of(meeting));
  html.tag("#mote\">").text(words.change_meeting).tag("<span class=\"vh\"> ").text(meeting.title);
  html.tag("</span></a><details><summary>").text(words.call_off).tag("<span class=\"vh\"> ");
  html.text(meeting.title).tag("</span></summary><p>").text(words.call_off_note);
  html.tag("</p><form method=\"post\" action=\"/kalender\">");
  put_csrf(html, desk);
  html.tag("<button class=\"del\" name=\"installd\" value=\"").text(number_of(meeting)).tag("\">");
  html.text(words.call_off_yes).tag("</button></form></details></div>\n");
}

void put_meeting(Markup& html, const Desk& desk, const Meeting& meeting) {
  const MonthPhrases& words = month_phrases(desk.language());
  const digest::Words says(desk.language());
  html.tag("<li class=\"card\"><p class=\"by\">");
  html.text(digest::capitalised(says.day(desk.site.calendar.day(meeting.starts)))).text(" ");
  html.text(hours_of(desk, meeting));
  if (meeting.is_cancelled) {
    html.tag(" <span class=\"state bad\">").text(words.called_off).tag("</span>");
  }
  html.tag("</p>\n<h3 class=\"h\">").text(meeting.title).tag("</h3>\n");
  if (!meeting.place.empty()) html.tag("<p class=\"small\">").text(meeting.place).tag("</p>\n");
  if (desk.may_change() && !meeting.is_cancelled) put_deeds(html, desk, meeting);
  html.tag("</li>\n");
}

void put_form(Markup& html, const Desk& desk, const MeetingForm& form) {
  const MonthPhrases& words = month_phrases(desk.language());
  const bool is_open = form.is_faulty() || !form.id.empty();
  html.tag(is_open ? digest::Literal("<details class=\"card\" id=\"mote\" open><summary>")
                   : digest::Literal("<details class=\"card\" id=\"mote\"><summary>"));
  html.text(form.id.empty() ? words.add_meeting : words.change_this_meeting);
  html.tag("</summary>\n<form method=\"post\" action=\"/kalender\">");
  put_csrf(html, desk);
  html.tag("<input type=\"hidden\" name=\"mote\" value=\"").text(form.id).tag("\">\n");
  put_field(html, {"titel", "text", words.meeting_title, form.title, {}, form.title_fault});
  put_field(html, {"dag", "date", words.meeting_day, form.day, {}, form.day_fault});
  put_field(html, {"borjar", "time", words.meeting_begins, form.begins, {}, form.time_fault});
  put_field(html, {"slutar", "time", words.meeting_ends, form.ends, words.meeting_ends_hint});
  put_field(html, {"plats", "text", words.meeting_place, form.place, words.meeting_place_hint});
  put_field(html, {"lank", "url", words.meeting_link, form.link, words.meeting_link_hint,
                   form.link_fault});
  html.tag("<button class=\"go\" name=\"gor\" value=\"mote\">").text(words.save_meeting);
  html.tag("</button></form></details>\n");
}

MeetingForm form_of(const Desk& desk, const Meeting& meeting) {
  const LocalTime begin = desk.site.calendar.local(meeting.starts);
  const LocalTime end = desk.site.calendar.local(end_of(meeting));
  return {.id = number_of(meeting),
          .title = meeting.title,
          .day = iso_day(begin.day),
          .begins = name_of_hour(begin.time_of_day),
          .ends = begin.day == end.day ? name_of_hour(end.time_of_day) : "",
          .place = meeting.place,
          .link = meeting.link};
}

MeetingForm form_in(const Fields& fields) {
  return {.id = std::string(trimmed(fields.text("mote"))),
          .title = collapsed(fields.text("titel")),
          .day = std::string(trimmed(fields.text("dag"))),
          .begins = std::string(trimmed(fields.text("borjar"))),
          .ends = std::string(trimmed(fields.text("slutar"))),
          .place = shortened(collapsed(fields.text("plats")), kMeetingTextCharactersMax),
          .link = std::string(trimmed(fields.text("lank")))};
}

// The day and the hours, or what is wrong with them.
void take_time(const Desk& desk, MeetingForm& form, Meeting& meeting) {
  const MonthPhrases& words = month_phrases(desk.language());
  const auto day = parse_iso_day(form.day);
  const auto begins = parse_hour(form.begins);
  if (!day) form.day_fault = words.bad_meeting_day;
  if (!begins) form.time_fault = words.bad_meeting_time;
  if (!day || !begins) return;
  const Instant now = desk.site.clock.now();
  const Instant starts = desk.site.calendar.instant(*day, *begins);
  if (starts < now || starts > now + kMeetingAheadMax) form.day_fault = words.bad_meeting_day;
  meeting.starts = starts;
  if (form.ends.empty()) return;
  const auto ends = parse_hour(form.ends);
  if (!ends || *ends <= *begins) {
    form.time_fault = words.bad_meeting_time;
  } else {
    meeting.length = *ends - *begins;
  }
}

Meeting meeting_in(const Desk& desk, MeetingForm& form, Meeting meeting) {
  const MonthPhrases& words = month_phrases(desk.language());
  if (form.title.empty() || utf8_length(form.title) > kMeetingTextCharactersMax) {
    form.title_fault =
        fill(words.bad_meeting_title, {{"max", std::to_string(kMeetingTextCharactersMax)}});
  }
  if (!form.link.empty() && (form.link.size() > digest::kLinkBytesMax || !Link::web(form.link))) {
    form.link_fault = words.bad_meeting_link;
  }
  meeting.title = form.title;
  meeting.place = form.place;
  meeting.link = form.link;
  take_time(desk, form, meeting);
  return meeting;
}

void call_off(const Desk& desk, const Meeting& meeting) {
  store::Transaction transaction = desk.site.store.begin();
  if (!desk.site.store.meetings.cancel(meeting.id, desk.site.clock.now())) return;
  record(desk, {"meeting.cancel", meeting.title});
  transaction.commit();
}

void save(const Desk& desk, const Meeting& meeting) {
  const Instant now = desk.site.clock.now();
  const bool is_new = meeting.id == MeetingId{};
  store::Transaction transaction = desk.site.store.begin();
  if (is_new) {
    desk.site.store.meetings.add(meeting, now);
  } else {
    desk.site.store.meetings.edit(meeting, now);
  }
  record(desk, {is_new ? "meeting.add" : "meeting.edit", meeting.title});
  transaction.commit();
}

}  // namespace

std::string clock_words(std::chrono::minutes time_of_day) {
  std::string words = name_of_hour(time_of_day);
  words[words.find(':')] = '.';
  return words;
}

std::string hours_of(const Desk& desk, const Meeting& meeting) {
  const MonthPhrases& words = month_phrases(desk.language());
  const LocalTime begin = desk.site.calendar.local(meeting.starts);
  const LocalTime end = desk.site.calendar.local(end_of(meeting));
  std::string ends = clock_words(end.time_of_day);
  if (end.day != begin.day) {
    ends = digest::Words(desk.language()).day_of_year(end.day) + " " + ends;
  }
  return fill(words.meeting_hours, {{"begins", clock_words(begin.time_of_day)}, {"ends", ends}});
}

MeetingForm meeting_form(const Desk& desk, const Fields& query) {
  const auto meeting = meeting_called(desk, query.text("mote"));
  return meeting && !meeting->is_cancelled ? form_of(desk, *meeting) : MeetingForm{};
}

void put_meetings(Markup& html, const Desk& desk, const MeetingForm& form) {
  const MonthPhrases& words = month_phrases(desk.language());
  html.tag("<h2 id=\"moten\">").text(words.meetings).tag("</h2>\n<p>").text(words.meetings_lead);
  html.tag("</p>\n");
  const std::vector<Meeting> meetings = desk.site.store.meetings.since(desk.site.clock.now());
  if (!meetings.empty()) {
    html.tag("<ul class=\"plain stack\">\n");
    for (const Meeting& meeting : meetings) put_meeting(html, desk, meeting);
    html.tag("</ul>\n");
  }
  if (desk.may_change()) put_form(html, desk, form);
}

void put_meeting_faults(Markup& html, const Desk& desk, const MeetingForm& form) {
  if (!form.is_faulty()) return;
  html.tag("<div class=\"note bad\" role=\"alert\" tabindex=\"-1\" id=\"fel\"><h2>");
  html.text(month_phrases(desk.language()).meeting_not_saved).tag("</h2><ul>");
  const auto put = [&html](const digest::Literal& field, const std::string& fault) {
    if (fault.empty()) return;
    html.tag("<li><a href=\"#f-").tag(field).tag("\">").text(fault).tag("</a></li>");
  };
  put("titel", form.title_fault);
  put("dag", form.day_fault);
  put("borjar", form.time_fault);
  put("lank", form.link_fault);
  html.tag("</ul></div>\n");
}

std::optional<MeetingForm> change_meetings(const Desk& desk, const Fields& fields) {
  if (fields.has("installd")) {
    const auto meeting = meeting_called(desk, fields.text("installd"));
    if (meeting) call_off(desk, *meeting);
    return std::nullopt;
  }
  MeetingForm form = form_in(fields);
  const auto known = meeting_called(desk, form.id);
  if (!known) form.id.clear();  // gone meanwhile: what was typed is a new one
  Meeting fresh;
  fresh.length = kUsualLength;
  const Meeting meeting = meeting_in(desk, form, known.value_or(fresh));
  if (form.is_faulty()) return form;
  save(desk, meeting);
  return std::nullopt;
}

}  // namespace fundwatch::web
