// web/source_list_page.h — all sources, with their health at a glance: what needs a look first.
#pragma once

#include "web/desk.h"

namespace fundwatch::web {

// GET: the list. POST: reads one now (field "kalla").
Reply source_list_page(const Desk& desk, const Request& request);

// The source that an address or a form names by its number.
std::optional<Source> source_with_id(const Desk& desk, std::string_view text);
std::string id_of(const Source& source);

// The form in which an address is typed.
void put_address_form(Markup& html, const Desk& desk, std::string_view typed);

}  // namespace fundwatch::web
