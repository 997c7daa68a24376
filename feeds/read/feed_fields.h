// feeds/read/feed_fields.h — which element of a feed means what.
// One table for all formats and modules: title, pubDate and dc:date are words for a few things.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "feeds/read/raw_feed.h"
#include "feeds/read/xml_names.h"

namespace fundwatch::feeds {

enum class FeedField {
  none,
  id,
  link,
  title,
  secondary_title,
  media_title,
  description,
  secondary_description,
  media_description,
  content,
  published,
  updated,
  author,
  secondary_author,
  owner,
  category,
  itunes_category,
  itunes_summary,
  keywords,
  enclosure,
  media_content,
  media_credit,
  media_player,
  media_group,
  language,
  entry,
  entries,
};

FeedField field_of(const pugi::xml_node& element);

// field_of() for the elements of one kind of parent: what a name meant once it means again, unless
// an element declares namespaces of its own.
class FieldMemory {
 public:
  FeedField field_of(const pugi::xml_node& element);

 private:
  struct Known {
    std::string name;
    FeedField field;
  };
  std::vector<Known> known_;
};

// The text of an element of RSS: escaped HTML, CDATA, or markup standing there bare.
RawText rss_text(const pugi::xml_node& element, const Scope& scope);

// Fills what is empty only: the first statement counts.
void fill(std::string& target, std::string value);
void fill(RawText& target, RawText text);

// For dates, the last statement counts.
void replace(std::string& target, std::string value);

void add_category(std::vector<std::string>& categories, std::string_view name);
// What a category is called, in Atom's way (term, label) or RSS's.
std::string category_name(const pugi::xml_node& element);

// "bidrag, stöd" as one category a word.
void add_keywords(std::vector<std::string>& categories, const pugi::xml_node& element);

void add_enclosure(std::vector<Enclosure>& enclosures, const pugi::xml_node& element,
                   const Scope& scope);

// A person, as one string: "Name (address)". What is neither stays as written, markup and all.
std::string person(const pugi::xml_node& element);

}  // namespace fundwatch::feeds
