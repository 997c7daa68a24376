// web/desk.h — what every page behind the login has: who looks at it, the frame with the menu, the
// token of its forms, and the record of what was changed. web/routes.cpp has seen to it, before a
// page is called, that the visitor is logged in and has the role, and that a form is ours.
#pragma once

#include <string>
#include <string_view>

#include "web/desk_phrases.h"
#include "web/frame.h"

namespace fundwatch::web {

// Who is logged in.
struct Visitor {
  Account account;
  std::string csrf;
};

// What a page behind the login gets.
struct Desk {
  const Site& site;
  const Visitor& visitor;

  Language language() const { return visitor.account.language; }
  bool may_change() const { return visitor.account.role >= Role::coordinator; }
};

// The entries of the menu; `none` is a page that stands in none of them.
enum class Section { inbox, profiles, sources, subscribers, mailings, calendar, follow_up, none };

struct DeskFrame {
  std::string title;
  Section section = Section::none;
  int status = 200;
};

// `content` stands within the page's <main>, and begins with its <h1>.
Reply desk_page(const Desk& desk, const DeskFrame& frame, const Markup& content);

// The hidden field that every form of the desk needs.
void put_csrf(Markup& html, const Desk& desk);

// A note that something is done, for the page after the redirect.
void put_done(Markup& html, std::string_view words);

// There is nothing at this address.
Reply desk_missing_page(const Desk& desk);

// Under which name the visitor's notes, marks and versions are kept.
std::string author_of(const Desk& desk);

// Records what the visitor changed, in the transaction of the change: "source.add", "Region".
struct Change {
  std::string action;
  std::string subject;
  std::string detail = {};
};
void record(const Desk& desk, const Change& change);

}  // namespace fundwatch::web
