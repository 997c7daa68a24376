#include "tests/bench/help_texts.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "feeds/read/plain_text.h"

namespace fundwatch::bench {
namespace {

constexpr const char* kFolder = "/usr/share/libreoffice/help/sv/text";

std::vector<std::filesystem::path> pages() {
  std::vector<std::filesystem::path> found;
  if (!std::filesystem::exists(kFolder)) return found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kFolder)) {
    if (entry.path().extension() == ".html") found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

// The text of a page from its title on, without what stands on every page.
std::string text_of(const std::filesystem::path& page) {
  std::ifstream file(page, std::ios::binary);
  const std::string html{std::istreambuf_iterator<char>(file), {}};
  const auto content = html.find("id=\"DisplayArea\"");
  const auto begin = html.find('>', content == std::string::npos ? 0 : content);
  return feeds::plain_text(std::string_view(html).substr(begin + 1));
}

// Cut at white space where the size is reached.
void append_documents(std::string_view text, std::size_t count, std::vector<Item>& items) {
  while (!text.empty() && items.size() < count) {
    std::size_t end = text.size() > kHelpTextBytes ? text.find(' ', kHelpTextBytes) : text.size();
    end = std::min(end, text.size());
    Item item;
    const std::size_t title = std::min(text.find('\n'), std::size_t{80});
    item.title = std::string(text.substr(0, std::min(title, end)));
    item.text = std::string(text.substr(item.title.size(), end - item.title.size()));
    if (end > kHelpTextBytes / 2) items.push_back(std::move(item));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

std::vector<Item> help_texts(std::size_t count) {
  std::vector<Item> items;
  for (const auto& page : pages()) {
    if (items.size() >= count) break;
    append_documents(text_of(page), count, items);
  }
  return items;
}

}  // namespace fundwatch::bench
