#include "web/correction_form.h"

#include <algorithm>

#include "base/text.h"
#include "web/hit_phrases.h"
#include "web/item_correction.h"
#include "web/numbers.h"

namespace fundwatch::web {
namespace {

// "16.00", "16:00"
std::optional<std::chrono::minutes> parse_time(std::string_view text) {
  if (text.size() != 5 || (text[2] != '.' && text[2] != ':')) return std::nullopt;
  const auto hour = whole_number(text.substr(0, 2));
  const auto minute = whole_number(text.substr(3, 2));
  if (!hour || !minute || *hour < 0 || *hour > 23 || *minute < 0 || *minute > 59) {
    return std::nullopt;
  }
  return std::chrono::hours(*hour) + std::chrono::minutes(*minute);
}

std::string two_digits(std::int64_t number) {
  return number < 10 ? "0" + std::to_string(number) : std::to_string(number);
}

// What reading a form needs.
struct Reader {
  const Desk& desk;
  const HitPhrases& words;
  CorrectionForm form;

  void fault(std::string field, std::string_view words_of_it) {
    form.faults.emplace_back(std::move(field), words_of_it);
  }
};

std::optional<DueDate> read_deadline(Reader& reader) {
  const CorrectionForm& form = reader.form;
  if (form.day.empty()) {
    if (!form.time.empty()) reader.fault("klockan", reader.words.bad_time);
    return std::nullopt;
  }
  const auto day = parse_iso_day(form.day);
  if (!day) {
    reader.fault("sista", reader.words.bad_day);
    return std::nullopt;
  }
  if (form.time.empty()) return DueDate{*day, {}};
  const auto time = parse_time(form.time);
  if (!time) {
    reader.fault("klockan", reader.words.bad_time);
    return std::nullopt;
  }
  return DueDate{*day, reader.desk.site.calendar.instant(*day, *time)};
}

std::optional<Day> read_event(Reader& reader) {
  if (reader.form.event.empty()) return std::nullopt;
  const auto day = parse_iso_day(reader.form.event);
  if (!day) reader.fault("traffdag", reader.words.bad_day);
  return day;
}

std::optional<Amount> read_amount(Reader& reader) {
  const CorrectionForm& form = reader.form;
  if (form.amount.empty()) return std::nullopt;
  const auto value = amount_number(form.amount, kCorrectedAmountMax);
  if (!value) reader.fault("belopp", reader.words.bad_amount);
  if (!is_currency(form.currency)) reader.fault("valuta", reader.words.bad_currency);
  if (!value) return std::nullopt;
  return Amount{*value, form.currency};
}

std::string_view fault_of(const CorrectionForm& form, std::string_view field) {
  const auto fault = std::ranges::find(
      form.faults, field, [](const auto& each) { return std::string_view(each.first); });
  return fault == form.faults.end() ? std::string_view() : std::string_view(fault->second);
}

struct Input {
  digest::Literal name;
  digest::Literal type;  // its attributes
  std::string_view label;
  std::string_view hint = {};
};

void put_input(Markup& html, const CorrectionForm& form, const Input& input,
               const std::string& value) {
  const std::string_view fault = fault_of(form, input.name.view());
  html.tag("<div class=\"field\"><label for=\"r-").tag(input.name).tag("\">").text(input.label);
  html.tag("</label>");
  if (!input.hint.empty()) {
    html.tag("<span class=\"hint\" id=\"r-").tag(input.name).tag("h\">").text(input.hint);
    html.tag("</span>");
  }
  if (!fault.empty()) {
    html.tag("<p class=\"err\" id=\"r-").tag(input.name).tag("e\">").text(fault).tag("</p>");
  }
  html.tag("<input id=\"r-").tag(input.name).tag("\" name=\"").tag(input.name).tag("\" ");
  html.tag(input.type).tag(" value=\"").text(value).tag("\"");
  if (!fault.empty()) {
    html.tag(" aria-invalid=\"true\" aria-describedby=\"r-").tag(input.name).tag("e\"");
  } else if (!input.hint.empty()) {
    html.tag(" aria-describedby=\"r-").tag(input.name).tag("h\"");
  }
  html.tag("></div>\n");
}

void put_taking_back(Markup& html, const Cards& cards, const CaseView& view) {
  if (cards.desk.site.store.corrections.find(view.item.id).is_empty()) return;
  const HitPhrases& words = hit_phrases(cards.desk.language());
  html.tag("<form class=\"card\" method=\"post\" action=\"").text(address_of(view.id));
  html.tag("\"><p>").text(words.take_back_hint).tag("</p>");
  put_csrf(html, cards.desk);
  html.tag("<button name=\"gor\" value=\"ta-tillbaka\">").text(words.take_back);
  html.tag("</button></form>\n");
}

}  // namespace

CorrectionForm correction_form_of(const Desk& desk, const Item& item) {
  CorrectionForm form{.currency = "SEK", .place = item.place.municipality};
  if (item.deadline) {
    form.day = iso_day(item.deadline->day);
    if (item.deadline->at) {
      const LocalTime local = desk.site.calendar.local(*item.deadline->at);
      form.day = iso_day(local.day);
      form.time = two_digits(local.time_of_day.count() / 60) + "." +
                  two_digits(local.time_of_day.count() % 60);
    }
  }
  if (item.event_date) form.event = iso_day(*item.event_date);
  if (item.amount) {
    form.amount = std::to_string(item.amount->value);
    form.currency = item.amount->currency;
  }
  return form;
}

std::variant<Item, CorrectionForm> corrected(const Desk& desk, const Item& item,
                                             const Fields& form) {
  const auto text = [&form](std::string_view name) { return collapsed(form.text(name)); };
  Reader reader{desk, hit_phrases(desk.language()), {}};
  reader.form = {.day = text("sista"),
                 .time = text("klockan"),
                 .event = text("traffdag"),
                 .amount = text("belopp"),
                 .currency = text("valuta"),
                 .place = text("kommun"),
                 .faults = {}};
  // As it was shown: then nothing of it was changed, its seconds and doubts neither.
  const CorrectionForm before = correction_form_of(desk, item);
  Item right = item;
  if (reader.form.day != before.day || reader.form.time != before.time) {
    right.deadline = read_deadline(reader);
  }
  if (reader.form.event != before.event) right.event_date = read_event(reader);
  if (reader.form.amount != before.amount || reader.form.currency != before.currency) {
    right.amount = read_amount(reader);
  }
  right.place.municipality = reader.form.place;
  if (utf8_length(reader.form.place) > kMunicipalityCorrectedCharactersMax) {
    reader.fault("kommun", reader.words.bad_place);
  }
  if (!reader.form.faults.empty()) return reader.form;
  return right;
}

void put_correction_form(Markup& html, const Cards& cards, const CaseView& view,
                         const CorrectionForm& form) {
  const HitPhrases& words = hit_phrases(cards.desk.language());
  html.tag(form.faults.empty() ? digest::Literal("<details><summary>")
                               : digest::Literal("<details open><summary>"));
  html.text(words.correct).tag("</summary>\n<p class=\"small\">").text(words.correct_hint);
  html.tag("</p>\n<form method=\"post\" action=\"").text(address_of(view.id)).tag("\">");
  put_csrf(html, cards.desk);
  put_input(html, form, {"sista", "type=\"date\"", words.correct_day}, form.day);
  put_input(html, form,
            {"klockan", "class=\"few\" inputmode=\"numeric\"", words.correct_time, words.time_hint},
            form.time);
  put_input(html, form, {"traffdag", "type=\"date\"", words.correct_event}, form.event);
  put_input(html, form,
            {"belopp", "inputmode=\"numeric\"", words.correct_amount, words.amount_hint},
            form.amount);
  put_input(html, form, {"valuta", "class=\"few\" maxlength=\"3\"", words.currency}, form.currency);
  put_input(html, form, {"kommun", "maxlength=\"60\"", words.correct_place}, form.place);
  html.tag("<button name=\"gor\" value=\"ratta\">").text(words.save_correction);
  html.tag("</button></form>\n");
  put_taking_back(html, cards, view);
  html.tag("</details>\n");
}

}  // namespace fundwatch::web
