#include "feeds/read/mail.h"

#include "base/text.h"
#include "feeds/read/address.h"
#include "feeds/read/items.h"
#include "feeds/read/mail_links.h"
#include "feeds/read/mail_message.h"

namespace fundwatch::feeds {
namespace {

Item item_of(MailLink link, const MailMessage& message, const std::string& language) {
  Item item;
  // The same page in another alert, whatever that alert counts its clicks by.
  item.key = page_address(link.url);
  item.url = std::move(link.url);
  item.title = utf8_prefix(link.title, kTitleBytesMax);
  item.summary = utf8_prefix(link.text, kSummaryBytesMax);
  item.author = utf8_prefix(link.buyer, kTitleBytesMax);
  item.language = language;
  item.published = message.date;
  return item;
}

}  // namespace

Result<std::vector<Item>> read_mail(const Document& document, const config::Read& limits) {
  const auto message = read_mail_message(document.bytes);
  if (!message) return message.error();
  if (!document.senders.empty() && !is_sender_allowed(message->sender, document.senders)) {
    return Error{Stage::read, "the mail «" + shortened(message->subject, 60) + "» is from " +
                                  shortened(message->sender, 80) +
                                  ", who is none of the source's senders"};
  }
  std::vector<MailLink> links = message->html.empty()
                                    ? links_of_text(message->text)
                                    : links_of_html(message->html, limits.depth_max);
  std::vector<Item> items;
  for (MailLink& link : links) {
    if (items.size() == limits.items_max) break;
    items.push_back(item_of(std::move(link), *message, document.language));
  }
  return items;
}

}  // namespace fundwatch::feeds
