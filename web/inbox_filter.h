// web/inbox_filter.h — what the inbox shows, as its address says it: ?profil=…&stanger=7&kommun=…&
// q=…&status=behallna&efter=…. The address is the state, so that it can be shared and bookmarked.
// What it does not know it leaves out. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/inbox.h"
#include "web/form.h"

namespace fundwatch::web {

inline constexpr std::size_t kSearchCharactersMax = 100;

enum class Closing { any, within_7, within_30, later, open };
enum class InboxStatus { waiting, kept, dismissed, all };

std::string_view word_of(Closing closing);     // "", "7", "30", "senare", "lopande"
std::string_view word_of(InboxStatus status);  // "", "behallna", "avfardade", "alla"

struct InboxView {
  std::string profile;  // its name
  Closing closing = Closing::any;
  std::string municipality;
  std::string words;
  InboxStatus status = InboxStatus::waiting;
  std::optional<store::InboxPlace> after;

  // Whether it leaves out anything but by status.
  bool is_narrowed() const {
    return !profile.empty() || closing != Closing::any || !municipality.empty() || !words.empty();
  }
};

InboxView inbox_view(const Fields& query);

// Without "?": empty for the whole inbox.
std::string query_of(const InboxView& view);

// A profile that is not among these is left out.
store::InboxFilter filter_of(const InboxView& view, const std::vector<Profile>& profiles,
                             Day today);

}  // namespace fundwatch::web
