// web/frame.h — what every page has around its content: head, header, footer. Emits the markup of
// web/static/ui.css.
#pragma once

#include <string>

#include "base/calendar.h"
#include "base/signing_key.h"
#include "config/config.h"
#include "digest/markup.h"
#include "store/store.h"
#include "web/http.h"
#include "web/login_guard.h"
#include "web/phrases.h"
#include "web/services.h"

namespace fundwatch::web {

using digest::Link;
using digest::Markup;

// What pages are made of; all outlive them. Each thread that answers has a Site and a Store of its
// own; the rest they share.
struct Site {
  store::Store& store;
  const config::Config& config;
  const Calendar& calendar;
  const Clock& clock;
  LoginGuard& login_guard;
  const Services& services;
};

struct Frame {
  std::string title;
  Language language = Language::swedish;
  int status = 200;
};

// From the doctype up to the link that skips the header.
void put_head(Markup& html, const Frame& frame, const config::Config& config);

// `content` stands within the page's <main>, and begins with its <h1>.
Reply framed(const Frame& frame, const Markup& content, const config::Config& config);

// There is nothing at this address, or its link is good no longer.
Reply missing_page(Language language, const config::Config& config);

// Something went wrong here; `number` stands in the log too.
Reply failed_page(Language language, const config::Config& config, const std::string& number);

// The form came from a page of somebody else: nothing was done.
Reply theirs_page(Language language, const config::Config& config);

}  // namespace fundwatch::web
