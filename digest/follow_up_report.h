// digest/follow_up_report.h — a follow-up in the forms that people and programs want it in. Pure.
#pragma once

#include <string>

#include "digest/follow_up.h"

namespace fundwatch::digest {

// A row for each group and name, for spreadsheets; with a byte order mark.
std::string follow_up_csv(const FollowUp& report);

// One object.
std::string follow_up_json(const FollowUp& report);

// A page of its own that prints well, in Swedish or English.
std::string follow_up_html(const FollowUp& report, const std::string& installation,
                           Language language);

}  // namespace fundwatch::digest
