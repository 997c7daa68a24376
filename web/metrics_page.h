// web/metrics_page.h — for machines: /healthz says whether the service is well, /metrics how it
// goes, in the text format of Prometheus (exposition format 0.0.4). No person and no address of
// one stands in them.
#pragma once

#include "web/frame.h"

namespace fundwatch::web {

// 200 "ok", or 503 and what is wrong. For everybody.
Reply health_page(const Site& site, const Request& request);

// For this machine, and for who has the token (web.metrics_token_file).
Reply metrics_page(const Site& site, const Request& request);

}  // namespace fundwatch::web
