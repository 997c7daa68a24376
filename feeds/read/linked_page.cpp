#include "feeds/read/linked_page.h"

#include "feeds/read/page_text.h"

namespace fundwatch::feeds {

Result<std::string> linked_page_text(const Response& response, const config::Read& limits) {
  auto page =
      page_text({.bytes = response.body, .content_type = response.content_type, .url = ""}, limits);
  if (!page) return page.error();
  return std::move(page->article.text);
}

}  // namespace fundwatch::feeds
