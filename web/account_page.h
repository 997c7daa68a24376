// web/account_page.h — one's own account: language, password, where one is logged in; and for the
// sysadmin the record of what everybody changed.
#pragma once

#include "web/desk.h"

namespace fundwatch::web {

inline constexpr std::size_t kRecordShownMax = 100;  // entries on one page

// POST: the deed stands in the field "gor". Lane::hashing.
Reply account_page(const Desk& desk, const Request& request);

// GET ?fore.
Reply record_page(const Desk& desk, const Request& request);

}  // namespace fundwatch::web
