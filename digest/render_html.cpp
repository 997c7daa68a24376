#include "digest/render_html.h"

#include "base/check.h"

namespace fundwatch::digest {
namespace {

constexpr Literal kHeadBegin = R"(<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no">
<title>)";

// Colours stand twice, here for the dark and inline for the light: programs that drop this style
// sheet show the light ones.
constexpr Literal kHeadEnd = R"(</title>
<style>
@media (prefers-color-scheme: dark) {
  .bg { background-color: #1a1916 !important; }
  .card { background-color: #24221e !important; border-color: #1a1916 !important; }
  .i, h1, h2 { color: #eee9df !important; }
  .m { color: #b9b0a1 !important; }
  .l { color: #86d3bd !important; }
  .u { color: #ffad8e !important; }
  .w { background-color: #3b2e11 !important; color: #f0c468 !important; }
}
@media (max-width: 480px) {
  .pad { padding-left: 12px !important; padding-right: 12px !important; }
}
</style>
</head>
<body class="bg" style="margin:0;padding:0;background-color:#f7f3ec">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">)";

// Outlook knows no max-width: it gets a table of its own.
constexpr Literal kBodyBegin =
    R"(<table role="presentation" class="bg" width="100%" cellpadding="0" cellspacing="0" border="0")"
    R"( bgcolor="#f7f3ec" style="background-color:#f7f3ec"><tr><td align="center">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0">)"
    R"(<tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0")"
    R"( style="max-width:600px;text-align:left">
)";

constexpr Literal kBodyEnd = R"(</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</div>
</body>
</html>
)";

constexpr Literal kCardBegin =
    R"(<tr><td class="card pad i" bgcolor="#fffdf9" style="background-color:#fffdf9;)"
    R"(padding:18px 20px 20px;border-bottom:8px solid #f7f3ec;)"
    R"(font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;)"
    R"(font-size:16px;line-height:24px;color:#24211c;overflow-wrap:anywhere">
)";
constexpr Literal kCardEnd = "</td></tr>\n";

constexpr Literal kNotice =
    R"(<p class="w" style="margin:0 0 16px;padding:12px 14px;background-color:#fcefcf;color:#704b00">)";
constexpr Literal kPlain = R"(<p class="i" style="margin:0 0 16px;color:#24211c">)";
constexpr Literal kMuted = R"(<p class="m" style="margin:0 0 12px;color:#5b5448">)";
constexpr Literal kCardLine = R"(<p class="i" style="margin:0;color:#24211c">)";

void add_head(Markup& html, const Letter& letter) {
  html.tag("<!doctype html>\n<html lang=\"").text(letter.phrases->language_tag);
  html.tag("\">\n<head>\n").tag(kHeadBegin).text(letter.subject).tag(kHeadEnd);
  html.text(letter.preview).tag("</div>\n<div role=\"main\" lang=\"");
  html.text(letter.phrases->language_tag).tag("\">\n").tag(kBodyBegin);
}

void add_title(Markup& html, const Letter& letter) {
  html.tag(R"(<tr><td class="pad" style="padding:28px 20px 8px;)"
           R"(font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#24211c">
)");
  if (!letter.demo_notice.empty()) html.tag(kNotice).text(letter.demo_notice).tag("</p>\n");
  html.tag(R"(<p class="m" style="margin:0 0 6px;font-size:15px;line-height:20px;color:#5b5448">)");
  html.text(letter.sender).tag(" · ").text(letter.week_line).tag("</p>\n");
  html.tag(R"(<h1 style="margin:0 0 8px;font-size:27px;line-height:32px;color:#24211c">)");
  html.text(letter.heading).tag("</h1>\n");
  html.tag(R"(<p class="i" style="margin:0 0 8px;font-size:17px;line-height:25px;color:#24211c">)");
  html.text(letter.greeting).tag(" ");
  html.text(letter.sections.empty() ? letter.nothing_new : letter.phrases->how_to_read_html);
  html.tag("</p>\n</td></tr>\n");
}

void add_section_title(Markup& html, const LetterSection& section) {
  html.tag(R"(<tr><td class="pad" style="padding:24px 20px 10px;)"
           R"(font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">)"
           R"(<h2 style="margin:0;font-size:21px;line-height:26px;color:#24211c">)");
  html.text(section.title);
  html.tag(R"( <span class="m" style="font-weight:normal;color:#5b5448">)");
  html.text(std::to_string(section.entries.size())).tag("</span></h2></td></tr>\n");
}

void add_entry_title(Markup& html, const LetterEntry& entry) {
  html.tag(R"(<h3 class="i" style="margin:0 0 4px;font-size:19px;line-height:25px;color:#24211c")");
  if (!entry.language_tag.empty()) html.tag(" lang=\"").text(entry.language_tag).tag("\"");
  html.tag(">");
  if (!entry.link) {
    html.text(entry.title).tag("</h3>\n");
    return;
  }
  html.tag("<a class=\"l\" href=\"").link(*entry.link).tag("\" style=\"color:#0b5a4f\">");
  html.text(entry.title).tag("</a></h3>\n");
}

void add_facts(Markup& html, const LetterEntry& entry) {
  if (entry.facts.empty() && entry.badge.empty()) return;
  html.tag(kCardLine);
  if (!entry.badge.empty()) {
    html.tag(R"(<span class="w" style="background-color:#fcefcf;color:#704b00;)"
             R"(font-size:14px;font-weight:bold;padding:1px 7px">)");
    html.text(entry.badge).tag("</span> ");
  }
  html.text(entry.facts).tag("</p>\n");
}

Literal opening(Emphasis emphasis) {
  switch (emphasis) {
    case Emphasis::none: return "<span>";
    case Emphasis::strong: return R"(<b class="i" style="color:#24211c">)";
    case Emphasis::urgent: return R"(<b class="u" style="color:#98300f">)";
  }
  CHECK(false);
  return "";
}

void add_when(Markup& html, const LetterEntry& entry) {
  html.tag(kCardLine).text(entry.when.label).tag(": ").tag(opening(entry.emphasis));
  html.text(entry.when.value);
  html.tag(entry.emphasis == Emphasis::none ? Literal("</span></p>\n") : Literal("</b></p>\n"));
}

void add_entry(Markup& html, const LetterEntry& entry, const Phrases& phrases) {
  html.tag(kCardBegin);
  add_entry_title(html, entry);
  add_facts(html, entry);
  add_when(html, entry);
  html.tag(R"(<p class="m" style="margin:0;font-size:15px;line-height:22px;color:#5b5448">)");
  html.text(entry.because.label).tag(": ").text(entry.because.value);
  if (!entry.link) html.tag("<br>").text(phrases.no_link);
  html.tag("</p>\n").tag(kCardEnd);
}

void add_signature(Markup& html, const Letter& letter) {
  html.tag(R"(<p class="m" style="margin:0;color:#5b5448">)");
  for (const std::string& line : letter.signature) html.text(line).tag("<br>");
  const auto contact = Link::mail(letter.contact);
  if (contact) html.tag("<a class=\"l\" href=\"").link(*contact).tag("\" style=\"color:#0b5a4f\">");
  html.text(letter.contact);
  if (contact) html.tag("</a>");
  html.tag("</p>\n");
}

void add_foot(Markup& html, const Letter& letter) {
  html.tag(R"(<tr><td class="pad" style="padding:20px 20px 32px;)"
           R"(font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;)"
           R"(font-size:15px;line-height:22px;color:#5b5448">
)");
  if (!letter.waiting.empty()) html.tag(kPlain).text(letter.waiting).tag("</p>\n");
  html.tag(letter.has_outage ? kNotice : kPlain);
  html.tag("<b>").text(letter.phrases->coverage_title).tag(":</b> ").text(letter.coverage);
  html.tag("</p>\n").tag(kMuted).text(letter.unsubscribe).tag("</p>\n");
  add_signature(html, letter);
  html.tag("</td></tr>\n");
}

}  // namespace

std::string html_part(const Letter& letter) {
  Markup html;
  add_head(html, letter);
  add_title(html, letter);
  for (const LetterSection& section : letter.sections) {
    add_section_title(html, section);
    for (const LetterEntry& entry : section.entries) add_entry(html, entry, *letter.phrases);
  }
  add_foot(html, letter);
  html.tag(kBodyEnd);
  return html.take();
}

}  // namespace fundwatch::digest
