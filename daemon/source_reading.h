// daemon/source_reading.h — what a source asks the web for, and how it reads the answer. Pure; the
// same for the daemon's round and for a preview.
#pragma once

#include "base/model.h"
#include "base/result.h"
#include "config/config.h"
#include "feeds/fetch/fetcher.h"
#include "feeds/read/read.h"

namespace fundwatch::daemon {

// Conditional by the source's validators. Pages ask robots.txt first: feeds are published for
// programs to fetch, pages are not.
feeds::Request request_of(const Source& source);

// The answer as a document of the source's kind. Its bytes are the response's.
feeds::Document document_of(const Source& source, const Response& response);

}  // namespace fundwatch::daemon
