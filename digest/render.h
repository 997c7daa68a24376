// digest/render.h — a digest as words: the subject, the plain text (72 columns) and the HTML.
// Pure and golden-tested. Both parts hold the same entries and links. Everything from outside is
// escaped by type (digest/markup.h); links are http(s) only.
#pragma once

#include <string>

#include "base/calendar.h"
#include "config/config.h"
#include "digest/digest.h"

namespace fundwatch::digest {

struct Rendering {
  std::string subject;
  std::string text;
  std::string html;
  std::string calendar;  // an iCalendar file to attach (digest/calendar_file.h); mostly empty
};

// `demo` marks subject and both parts as DEMO.
enum class Mode { real, demo };

Rendering render(const Digest& digest, const config::Config& config, const Calendar& calendar,
                 Mode mode);

}  // namespace fundwatch::digest
