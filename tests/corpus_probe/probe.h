// tests/corpus_probe/probe.h — one answer of the corpus's batch protocol for one request.
// Test-only: what the reader gives before it becomes plain Items, in the words that scorers use.
#pragma once

#include <boost/json.hpp>
#include <string_view>

namespace fundwatch::tests {

bool is_probe_part(std::string_view part);

// `part` is feeds, dates, sanitize, relurl or charset; zones not stated are UTC.
boost::json::object answer(std::string_view part, const boost::json::object& request);

}  // namespace fundwatch::tests
