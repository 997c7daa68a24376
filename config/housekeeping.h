// config/housekeeping.h — how long what is stored is kept. The section [housekeeping] of
// fundwatch.toml; part of config.h.
#pragma once

namespace fundwatch::config {

struct Housekeeping {
  int keep_items_months = 24;  // from the day on which an announcement was first seen
  int keep_mails_days = 90;    // the text of a mail, after it was sent or refused
  bool operator==(const Housekeeping&) const = default;
};

}  // namespace fundwatch::config
