#include "web/addition_page.h"

#include "base/text.h"
#include "web/case_card.h"
#include "web/inbox_phrases.h"

namespace fundwatch::web {
namespace {

using digest::fill;

struct AdditionForm {
  HandEntry entry;
  std::string url_fault = {};
  std::string title_fault = {};
  std::string fault = {};

  bool is_faulty() const { return !url_fault.empty() || !title_fault.empty() || !fault.empty(); }
};

AdditionForm form_of(const Desk& desk, const Fields& fields) {
  AdditionForm form;
  form.entry.url = std::string(trimmed(fields.text("lank")));
  form.entry.title = shortened(collapsed(fields.text("rubrik")), kAddedTitleCharactersMax);
  form.entry.text = std::string(trimmed(fields.text("text")));
  form.entry.source_name = inbox_phrases(desk.site.config.coordinator.language).hand_source;
  return form;
}

void check(AdditionForm& form, const InboxPhrases& words) {
  const HandEntry& entry = form.entry;
  if (entry.url.empty() && entry.text.empty() && entry.title.empty()) {
    form.fault = words.add_nothing;
    return;
  }
  if (!entry.url.empty() && !Link::web(entry.url)) form.url_fault = words.add_bad_link;
  if (entry.url.empty() && entry.title.empty()) form.title_fault = words.add_no_title;
  if (utf8_length(entry.text) > kAddedTextCharactersMax) {
    form.fault = fill(words.add_too_long, {{"max", std::to_string(kAddedTextCharactersMax)}});
  }
}

void put_faults(Markup& html, const AdditionForm& form, const InboxPhrases& words) {
  if (!form.is_faulty()) return;
  html.tag("<div class=\"note bad\" role=\"alert\" tabindex=\"-1\" id=\"fel\"><h2>");
  html.text(words.add_not_saved).tag("</h2><ul>");
  if (!form.fault.empty()) {
    html.tag("<li><a href=\"#l-lank\">").text(form.fault).tag("</a></li>");
  }
  if (!form.url_fault.empty()) {
    html.tag("<li><a href=\"#l-lank\">").text(form.url_fault).tag("</a></li>");
  }
  if (!form.title_fault.empty()) {
    html.tag("<li><a href=\"#l-rubrik\">").text(form.title_fault).tag("</a></li>");
  }
  html.tag("</ul></div>\n");
}

struct InputField {
  digest::Literal name;
  digest::Literal attributes;
  std::string_view label;
  std::string_view hint;
};

void put_head_of(Markup& html, const InputField& field, const std::string& fault) {
  html.tag("<div class=\"field\"><label for=\"l-").tag(field.name).tag("\">").text(field.label);
  html.tag("</label><span class=\"hint\" id=\"l-").tag(field.name).tag("h\">").text(field.hint);
  html.tag("</span>");
  if (!fault.empty()) {
    html.tag("<p class=\"err\" id=\"l-").tag(field.name).tag("e\">").text(fault).tag("</p>");
  }
}

void put_input(Markup& html, const InputField& field, const std::string& value,
               const std::string& fault) {
  put_head_of(html, field, fault);
  html.tag("<input id=\"l-").tag(field.name).tag("\" name=\"").tag(field.name).tag("\" ");
  html.tag(field.attributes).tag(" value=\"").text(value).tag("\" aria-describedby=\"l-");
  html.tag(field.name).tag("h");
  if (!fault.empty()) html.tag(" l-").tag(field.name).tag("e\" aria-invalid=\"true");
  html.tag("\"></div>\n");
}

void put_textarea(Markup& html, const InputField& field, const std::string& value) {
  put_head_of(html, field, "");
  html.tag("<textarea rows=\"10\" id=\"l-").tag(field.name).tag("\" name=\"").tag(field.name);
  html.tag("\" aria-describedby=\"l-").tag(field.name).tag("h\">");
  for (const std::string_view line : split(value, '\n')) html.text(line).tag("\n");
  html.tag("</textarea></div>\n");
}

Reply form_page(const Desk& desk, const AdditionForm& form) {
  const InboxPhrases& words = inbox_phrases(desk.language());
  Markup html;
  put_faults(html, form, words);
  html.tag("<h1>").text(words.add_title).tag("</h1>\n<p class=\"lead\">").text(words.add_lead);
  html.tag("</p>\n<form method=\"post\" action=\"/lagg-till\">");
  put_csrf(html, desk);
  put_input(html, {"lank", "inputmode=\"url\"", words.add_link, words.add_link_hint},
            form.entry.url, form.url_fault);
  put_input(html, {"rubrik", "maxlength=\"300\"", words.add_item_title, words.add_item_title_hint},
            form.entry.title, form.title_fault);
  put_textarea(html, {"text", "", words.add_text, words.add_text_hint}, form.entry.text);
  html.tag("<button class=\"go big\">").text(words.read_it).tag("</button></form>\n");
  return desk_page(
      desk, {std::string(words.add_title), Section::inbox, form.is_faulty() ? 422 : 200}, html);
}

Reply added(const Desk& desk, AdditionForm form) {
  const InboxPhrases& words = inbox_phrases(desk.language());
  check(form, words);
  if (form.is_faulty() || !desk.site.services.add_by_hand) return form_page(desk, form);
  const auto done = desk.site.services.add_by_hand(form.entry);
  if (!done) {
    form.url_fault = fill(words.add_unreadable, {{"reason", done.error().message}});
    return form_page(desk, form);
  }
  record(desk, {"hit.add", done->title});
  return redirect(address_of(done->case_id) + (done->hits > 0 ? "?tillagd=1" : "?utan-traff=1"));
}

}  // namespace

Reply addition_page(const Desk& desk, const Request& request) {
  if (request.method == Method::post) return added(desk, form_of(desk, request.form));
  return form_page(desk, {});
}

}  // namespace fundwatch::web
