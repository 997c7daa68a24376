#include "digest/html_frame.h"

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

}  // namespace

void open_page(Markup& html, const PageHead& head) {
  html.tag("<!doctype html>\n<html lang=\"").text(head.language_tag);
  html.tag("\">\n<head>\n").tag(kHeadBegin).text(head.subject).tag(kHeadEnd);
  html.text(head.preview).tag("</div>\n<div role=\"main\" lang=\"");
  html.text(head.language_tag).tag("\">\n").tag(kBodyBegin);
}

void close_page(Markup& html) { html.tag(kBodyEnd); }

}  // namespace fundwatch::digest
