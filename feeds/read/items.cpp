#include "feeds/read/items.h"

#include <algorithm>

#include "base/text.h"
#include "feeds/read/dates.h"
#include "feeds/read/identity.h"
#include "feeds/read/links.h"
#include "feeds/read/plain_text.h"
#include "feeds/read/xml_names.h"

namespace fundwatch::feeds {
namespace {

constexpr std::size_t kProblemsMax = 5;
constexpr std::size_t kBorrowedTitleCharacters = 100;

class ItemMaker {
 public:
  ItemMaker(const RawFeed& feed, const Calendar& calendar, const std::string& language,
            std::vector<std::string>& problems);
  Item make(RawEntry entry);

 private:
  std::optional<Instant> date(const std::string& text, const Item& item);
  std::string cut(std::string text, std::size_t bytes_max, const Item& item);
  void texts(const RawEntry& entry, Item& item);
  void tell(const std::string& problem);

  const Calendar& calendar_;
  std::string language_;
  std::vector<std::string>& problems_;
  std::size_t told_ = 0;
};

ItemMaker::ItemMaker(const RawFeed& feed, const Calendar& calendar, const std::string& language,
                     std::vector<std::string>& problems)
    : calendar_(calendar), language_(language), problems_(problems) {
  if (!feed.language.empty()) language_ = language_tag(feed.language);
}

void ItemMaker::tell(const std::string& problem) {
  if (told_++ < kProblemsMax) problems_.push_back(problem);
}

std::string name_of_item(const Item& item) {
  return "item «" + shortened(item.title.empty() ? item.url : item.title, 40) + "»: ";
}

std::string ItemMaker::cut(std::string text, std::size_t bytes_max, const Item& item) {
  if (text.size() <= bytes_max) return text;
  tell(name_of_item(item) + "a text of " + std::to_string(text.size()) + " bytes was cut to " +
       std::to_string(bytes_max));
  return std::string(utf8_prefix(text, bytes_max));
}

std::optional<Instant> ItemMaker::date(const std::string& text, const Item& item) {
  if (text.empty()) return std::nullopt;
  const auto instant = parse_date(text, calendar_);
  if (!instant) {
    tell(name_of_item(item) + "\"" + shortened(collapsed(utf8_prefix(text, 200)), 40) +
         "\" is not a date");
  } else if (!is_plausible(*instant)) {
    tell(name_of_item(item) + "the date \"" + shortened(text, 40) + "\" is absurd and not used");
    return std::nullopt;
  }
  return instant;
}

void ItemMaker::texts(const RawEntry& entry, Item& item) {
  item.summary = cut(plain_text(entry.summary), kSummaryBytesMax, item);
  if (entry.content.empty()) return;
  item.text = cut(plain_text(entry.content), kTextBytesMax, item);
  if (item.text == item.summary) item.text.clear();
  // Feeds with everything in the content: its beginning is what lists show.
  if (item.summary.empty()) item.summary = shortened(item.text, kLeadCharacters);
}

Item ItemMaker::make(RawEntry entry) {
  Item item;
  item.title = title_of(entry);
  item.url = web_link({}, entry.link.empty() ? entry.id : entry.link);
  texts(entry, item);
  item.author =
      std::string(utf8_prefix(plain_line({entry.author, TextKind::unsure, {}}), kTitleBytesMax));
  item.language = entry.language.empty() ? language_ : language_tag(entry.language);
  item.updated = date(entry.updated, item);
  item.published = entry.published.empty() ? item.updated : date(entry.published, item);
  for (std::string& category : entry.categories) {
    const auto same = std::find(item.categories.begin(), item.categories.end(), category);
    if (same == item.categories.end() && item.categories.size() < kCategoriesMax) {
      item.categories.push_back(std::move(category));
    }
  }
  for (Enclosure& enclosure : entry.enclosures) {
    enclosure.url = web_link({}, enclosure.url);
    if (!enclosure.url.empty() && item.enclosures.size() < kEnclosuresMax) {
      item.enclosures.push_back(std::move(enclosure));
    }
  }
  item.key = std::move(entry.id);
  return item;
}

}  // namespace

std::string title_of(const RawEntry& entry) {
  std::string title = plain_line(entry.title);
  if (title.empty()) title = shortened(plain_line(entry.summary), kBorrowedTitleCharacters);
  if (title.empty()) title = shortened(plain_line(entry.content), kBorrowedTitleCharacters);
  if (title.empty()) title = entry.link;
  return std::string(utf8_prefix(title, kTitleBytesMax));
}

FeedInfo feed_info(const RawFeed& feed, const Calendar& calendar) {
  FeedInfo info;
  info.title = utf8_prefix(plain_line(feed.title), kTitleBytesMax);
  info.link = web_link({}, feed.link);
  info.description = utf8_prefix(plain_text(feed.description), kSummaryBytesMax);
  info.language = language_tag(feed.language);
  info.author = utf8_prefix(plain_line({feed.author, TextKind::unsure, {}}), kTitleBytesMax);
  info.id = feed.id;
  info.updated = parse_date(feed.updated, calendar);
  info.published = parse_date(feed.published, calendar);
  return info;
}

std::vector<Item> make_items(RawFeed feed, const Calendar& calendar, const std::string& language,
                             std::vector<std::string>& problems) {
  ItemMaker maker(feed, calendar, language, problems);
  std::vector<Item> items;
  items.reserve(feed.entries.size());
  for (RawEntry& entry : feed.entries) items.push_back(maker.make(std::move(entry)));
  identify(items);
  return items;
}

}  // namespace fundwatch::feeds
