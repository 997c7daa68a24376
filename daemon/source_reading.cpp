#include "daemon/source_reading.h"

namespace fundwatch::daemon {
namespace {

bool is_crawled(SourceKind kind) { return kind == SourceKind::page || kind == SourceKind::watch; }

}  // namespace

feeds::Request request_of(const Source& source) {
  return {.source = source.id,
          .url = source.url,
          .validators = source.validators,
          .obeys_robots = is_crawled(source.kind),
          .ca_file = source.ca_file};
}

feeds::Document document_of(const Source& source, const Response& response) {
  return {.bytes = response.body,
          .content_type = response.content_type,
          .url = response.final_url,
          .kind = source.kind,
          .page_rule = source.page_rule,
          .language = source.language};
}

}  // namespace fundwatch::daemon
