// digest/html_frame.h — how the HTML of every mail looks: the page around it, and the parts that it
// is made of, light and dark, on a phone and in Outlook. What stands in them is the mails' own.
#pragma once

#include <string_view>

#include "digest/markup.h"

namespace fundwatch::digest {

// From the doctype to the first row. `preview` is what a list of mails shows beside the subject.
struct PageHead {
  std::string_view language_tag;
  std::string_view subject;
  std::string_view preview;
};
void open_page(Markup& html, const PageHead& head);
void close_page(Markup& html);

// Rows of the page.
inline constexpr Literal kTitleBegin =
    R"(<tr><td class="pad" style="padding:28px 20px 8px;)"
    R"(font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#24211c">
)";
inline constexpr Literal kSectionBegin =
    R"(<tr><td class="pad" style="padding:24px 20px 10px;)"
    R"(font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">)"
    R"(<h2 style="margin:0;font-size:21px;line-height:26px;color:#24211c">)";
inline constexpr Literal kSectionCount =
    R"( <span class="m" style="font-weight:normal;color:#5b5448">)";
inline constexpr Literal kSectionEnd = "</span></h2></td></tr>\n";
inline constexpr Literal kCardBegin =
    R"(<tr><td class="card pad i" bgcolor="#fffdf9" style="background-color:#fffdf9;)"
    R"(padding:18px 20px 20px;border-bottom:8px solid #f7f3ec;)"
    R"(font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;)"
    R"(font-size:16px;line-height:24px;color:#24211c;overflow-wrap:anywhere">
)";
inline constexpr Literal kFootBegin =
    R"(<tr><td class="pad" style="padding:20px 20px 32px;)"
    R"(font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;)"
    R"(font-size:15px;line-height:22px;color:#5b5448">
)";
inline constexpr Literal kRowEnd = "</td></tr>\n";

// Lines within a row.
inline constexpr Literal kSenderLine =
    R"(<p class="m" style="margin:0 0 6px;font-size:15px;line-height:20px;color:#5b5448">)";
inline constexpr Literal kHeading =
    R"(<h1 style="margin:0 0 8px;font-size:27px;line-height:32px;color:#24211c">)";
inline constexpr Literal kLead =
    R"(<p class="i" style="margin:0 0 8px;font-size:17px;line-height:25px;color:#24211c">)";
inline constexpr Literal kCardTitle =
    R"(<h3 class="i" style="margin:0 0 4px;font-size:19px;line-height:25px;color:#24211c")";
inline constexpr Literal kCardLine = R"(<p class="i" style="margin:0;color:#24211c">)";
inline constexpr Literal kSmallLine =
    R"(<p class="m" style="margin:0;font-size:15px;line-height:22px;color:#5b5448">)";
inline constexpr Literal kNotice =
    R"(<p class="w" style="margin:0 0 16px;padding:12px 14px;background-color:#fcefcf;color:#704b00">)";
inline constexpr Literal kPlain = R"(<p class="i" style="margin:0 0 16px;color:#24211c">)";
inline constexpr Literal kMuted = R"(<p class="m" style="margin:0 0 12px;color:#5b5448">)";
inline constexpr Literal kLinkStyle = R"(" style="color:#0b5a4f">)";

}  // namespace fundwatch::digest
