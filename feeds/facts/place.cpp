#include "feeds/facts/place.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "feeds/facts/countries.h"
#include "feeds/facts/phrases.h"
#include "feeds/facts/place_names.h"

namespace fundwatch::feeds {
namespace {

constexpr Phrases kBuyerLabels{"upphandlande myndighet",
                               "upphandlande enhet",
                               "köpare",
                               "beställare",
                               "official name",
                               "buyer",
                               "myndighet",
                               "inköpare",
                               "kontraktsmyndighet"};
// An item that names so many names them as examples.
constexpr std::size_t kExamplesFrom = 3;
// Between such a label and the name.
constexpr std::size_t kAfterBuyerMax = 4;

// The one municipality that all of these name; nothing where they name several or none.
class OneOf {
 public:
  void add(const Municipality* municipality) {
    if (std::ranges::find(found_, municipality) == found_.end()) found_.push_back(municipality);
  }
  bool is_empty() const { return found_.empty(); }
  std::size_t size() const { return found_.size(); }
  const Municipality* get() const { return found_.size() == 1 ? found_.front() : nullptr; }

 private:
  std::vector<const Municipality*> found_;
};

bool is_buyer(WordSpan words, const NamedMunicipality& found) {
  const std::size_t from = found.begin - std::min(found.begin, kAfterBuyerMax);
  return contains_phrase(words, from, found.begin, kBuyerLabels);
}

// Whose item it is, judged by what names it most clearly.
class Judge {
 public:
  Judge(const ItemWords& words, const PlaceSigns& signs)
      : words_(words), is_invitation_(invites(signs.kind)) {
    read_heads();
    read_text();
    read_publisher(signs.publisher);
    if (const Municipality* found = municipality_in_address(signs.url)) address_.add(found);
  }

  const Municipality* judge() const {
    if (buyer_ != nullptr && heads_official_.is_empty()) return buyer_;
    for (const OneOf* each : {&heads_official_, &publisher_}) {
      if (!each->is_empty()) return each->get();
    }
    if (const Municipality* found = title_located_.get()) return found;
    if (!heads_.is_empty()) return all_.size() < kExamplesFrom ? heads_.get() : nullptr;
    if (!text_official_.is_empty()) return text_official_.get();
    if (!text_first_.is_empty()) return text_first_.get();
    if (is_invitation_ && !text_.is_empty()) return text_.get();
    for (const OneOf* each : {&publisher_bare_, &address_}) {
      if (!each->is_empty()) return each->get();
    }
    return nullptr;
  }

 private:
  void read_heads() {
    for (const Field field : {Field::title, Field::summary}) {
      for (const NamedMunicipality& found : named_municipalities(words_.of(field))) {
        if (found.naming == Naming::official) heads_official_.add(found.municipality);
        const bool is_located = found.naming == Naming::located && field == Field::title;
        if (is_located) title_located_.add(found.municipality);
        if (found.naming == Naming::passing) continue;
        heads_.add(found.municipality);
        all_.add(found.municipality);
      }
    }
  }

  void read_text() {
    const WordSpan words = words_.of(Field::text);
    for (const NamedMunicipality& found : named_municipalities(words)) {
      if (found.naming == Naming::official) {
        text_official_.add(found.municipality);
        if (buyer_ == nullptr && is_buyer(words, found)) buyer_ = found.municipality;
      }
      if (found.naming == Naming::passing) continue;
      all_.add(found.municipality);
      if (found.naming != Naming::located) continue;
      text_.add(found.municipality);
      if (words[found.begin].sentence < kPlaceSentencesMax) text_first_.add(found.municipality);
    }
  }

  void read_publisher(const std::string& publisher) {
    const std::vector<Word> name = words_of(publisher);
    for (const NamedMunicipality& found : named_municipalities(name)) {
      if (found.naming == Naming::official) publisher_.add(found.municipality);
      publisher_bare_.add(found.municipality);
    }
  }

  // What others can come to, apply for or sell to has a place wherever its text names it; the text
  // of other news names many in passing.
  static bool invites(AnnouncementKind kind) {
    return kind != AnnouncementKind::unknown && kind != AnnouncementKind::report &&
           kind != AnnouncementKind::decision;
  }

  const ItemWords& words_;
  const Municipality* buyer_ = nullptr;
  bool is_invitation_ = false;
  OneOf heads_official_;
  OneOf title_located_;
  OneOf heads_;
  OneOf publisher_;
  OneOf publisher_bare_;
  OneOf text_official_;
  OneOf text_first_;
  OneOf text_;
  OneOf address_;
  OneOf all_;
};

void add(std::vector<std::string>& codes, std::string_view code) {
  if (std::ranges::find(codes, code) == codes.end()) codes.emplace_back(code);
}

}  // namespace

Place find_place(const ItemWords& words, const PlaceSigns& signs) {
  Place place;
  const Municipality* municipality = Judge(words, signs).judge();
  if (municipality != nullptr) {
    place.municipality = municipality->name;
    add(place.nuts, county_of(*municipality).nuts);
  }
  if (const auto country = country_in_title(words.of(Field::title))) add(place.nuts, *country);
  for (const Field field : kFields) {
    for (const County* county : named_counties(words.of(field))) add(place.nuts, county->nuts);
  }
  return place;
}

}  // namespace fundwatch::feeds
