#include "feeds/read/sedia.h"

#include <boost/json.hpp>
#include <map>

#include "feeds/read/json_answer.h"
#include "feeds/read/sedia_topic.h"

namespace fundwatch::feeds {
namespace {

namespace json = boost::json;

constexpr std::string_view kService = "SEDIA";

// Less is better.
int rank_of(const std::string& language) {
  if (language == "sv") return 0;
  return language == "en" ? 1 : 2;
}

// Puts the languages of one topic together.
class Topics {
 public:
  explicit Topics(std::vector<Item>& items) : items_(items) {}

  bool knows(const std::string& key) const { return places_.contains(key); }

  void add(Item item) {
    const auto [place, is_new] = places_.emplace(item.key, items_.size());
    if (is_new) {
      items_.push_back(std::move(item));
    } else if (rank_of(item.language) < rank_of(items_[place->second].language)) {
      items_[place->second] = std::move(item);
    }
  }

 private:
  std::vector<Item>& items_;
  std::map<std::string, std::size_t> places_;
};

}  // namespace

Result<SediaPage> read_sedia(const Document& document, std::size_t items_max) {
  const auto answer = parse_answer(document, kService);
  if (!answer) return answer.error();
  const auto results = list_at(*answer, "results", kService);
  if (!results) return results.error();
  const Calendar calendar(document.time_zone);
  SediaPage page;
  page.results = (*results)->size();
  Topics topics(page.items);
  for (const json::value& result : **results) {
    auto item = read_sedia_topic(result, document.now, calendar);
    if (!item) return item.error();
    if (page.items.size() == items_max && !topics.knows(item->key)) {
      page.problems.push_back("only the first " + std::to_string(items_max) + " topics were read");
      break;
    }
    topics.add(*std::move(item));
  }
  if (const json::value* total = answer->get_object().if_contains("totalResults")) {
    if (const std::int64_t* count = total->if_int64()) page.total = *count;
  }
  return page;
}

}  // namespace fundwatch::feeds
