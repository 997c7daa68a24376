#include "web/subscriber_fields.h"

#include "base/names.h"
#include "web/subscriber_phrases.h"

namespace fundwatch::web {
namespace {

std::string_view words_of(const SubscriberPhrases& words, Reach reach) {
  switch (reach) {
    case Reach::municipality: return words.reach_municipality;
    case Reach::neighbours: return words.reach_neighbours;
    case Reach::county: return words.reach_county;
    case Reach::everywhere: return words.reach_everywhere;
  }
  return words.reach_everywhere;
}

}  // namespace

void put_field(Markup& html, const TextField& field) {
  html.tag("<div class=\"field\"><label for=\"f-").tag(field.name).tag("\">").text(field.label);
  html.tag("</label>");
  if (!field.hint.empty()) {
    html.tag("<span class=\"hint\" id=\"f-").tag(field.name).tag("-h\">").text(field.hint);
    html.tag("</span>");
  }
  if (!field.fault.empty()) {
    html.tag("<p class=\"err\" id=\"f-").tag(field.name).tag("-e\">").text(field.fault);
    html.tag("</p>");
  }
  html.tag("<input id=\"f-").tag(field.name).tag("\" name=\"").tag(field.name);
  html.tag("\" type=\"").tag(field.type).tag("\" autocomplete=\"off\"");
  if (!field.fault.empty()) {
    html.tag(" aria-invalid=\"true\" aria-describedby=\"f-").tag(field.name).tag("-e\"");
  } else if (!field.hint.empty()) {
    html.tag(" aria-describedby=\"f-").tag(field.name).tag("-h\"");
  }
  html.tag(" value=\"").text(field.value).tag("\"></div>\n");
}

void put_language(Markup& html, Language language, Language chosen) {
  const SubscriberPhrases& words = subscriber_phrases(language);
  html.tag("<div class=\"field\"><label for=\"f-sprak\">").text(words.language);
  html.tag("</label><select id=\"f-sprak\" name=\"sprak\">");
  for (const Language each : {Language::swedish, Language::english}) {
    html.tag("<option value=\"").text(name_of(each)).tag("\"");
    if (each == chosen) html.tag(" selected");
    html.tag(">").text(each == Language::swedish ? words.swedish : words.english);
    html.tag("</option>");
  }
  html.tag("</select></div>\n");
}

void put_reach(Markup& html, Language language, Reach chosen) {
  const SubscriberPhrases& words = subscriber_phrases(language);
  html.tag("<div class=\"field\"><label for=\"f-racker\">").text(words.reach);
  html.tag("</label><select id=\"f-racker\" name=\"racker\">");
  for (const std::string& name : reach_names()) {
    const Reach each = *parse_reach(name);
    html.tag("<option value=\"").text(name).tag("\"");
    if (each == chosen) html.tag(" selected");
    html.tag(">").text(words_of(words, each)).tag("</option>");
  }
  html.tag("</select></div>\n");
}

}  // namespace fundwatch::web
