// web/inbox_phrases.h — the sentences of the inbox, and of adding a call by hand.
// For translators: web/inbox_phrases_swedish.cpp and web/inbox_phrases_english.cpp. A name in
// braces is filled in. The rules of wording are those of web/phrases.h.
#pragma once

#include <string_view>

#include "base/model.h"
#include "digest/phrases.h"

namespace fundwatch::web {

struct InboxPhrases {
  digest::Counted new_hits;
  digest::Counted kept_hits;
  digest::Counted dismissed_hits;
  digest::Counted all_hits;
  std::string_view no_new_hits;
  std::string_view none_fits;
  std::string_view filtered;  // {count} {all}
  std::string_view show_all;
  digest::Counted closing_soon;
  std::string_view go_out;  // {moment}
  std::string_view gone_through;
  std::string_view last_read;  // {moment}
  std::string_view nothing_now;
  digest::Counted sources_read;   // {all}
  std::string_view unread_since;  // {source} {since}
  std::string_view unread;        // {source}
  std::string_view to_sources;
  std::string_view no_sources;
  digest::Counted see_kept;
  std::string_view widen;

  // Filters.
  std::string_view filter;
  std::string_view profile;
  std::string_view every_profile;
  std::string_view closes;
  std::string_view any_time;
  std::string_view within_7;
  std::string_view within_30;
  std::string_view later;
  std::string_view always_open;
  std::string_view municipality;
  std::string_view every_municipality;
  std::string_view words;
  std::string_view show;
  std::string_view status;
  std::string_view status_new;
  std::string_view status_kept;
  std::string_view status_dismissed;
  std::string_view status_all;
  std::string_view more;
  std::string_view from_start;
  std::string_view add_yourself;

  // Several at once, and keys.
  std::string_view several;
  std::string_view choose;  // {title}
  std::string_view choose_short;
  std::string_view keep_chosen;
  std::string_view dismiss_chosen;
  std::string_view none_chosen;
  std::string_view keys;
  std::string_view keys_when;
  std::string_view key_move;
  std::string_view key_open;

  // Adding by hand.
  std::string_view add_title;
  std::string_view add_lead;
  std::string_view add_link;
  std::string_view add_link_hint;
  std::string_view add_item_title;
  std::string_view add_item_title_hint;
  std::string_view add_text;
  std::string_view add_text_hint;
  std::string_view read_it;
  std::string_view add_not_saved;
  std::string_view add_nothing;
  std::string_view add_too_long;  // {max}
  std::string_view add_no_title;
  std::string_view add_bad_link;
  std::string_view add_unreadable;  // {reason}
  std::string_view added;           // {title}
  std::string_view added_no_hit;    // {title}
  std::string_view hand_source;
};

const InboxPhrases& inbox_phrases(Language language);
const InboxPhrases& swedish_inbox_phrases();
const InboxPhrases& english_inbox_phrases();

}  // namespace fundwatch::web
