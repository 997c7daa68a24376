// store/notice_text.h — the notice facts of an item as the one JSON text of its row.
// Always read and written with their row; what is searched by (the notice's id) has a column of its
// own beside it.
#pragma once

#include <optional>
#include <string>

#include "base/model.h"

namespace fundwatch::store {

// Empty without a notice.
std::string text_of(const std::optional<Notice>& notice);

// Throws StoreError about `file`, from which the text was read, if it is no such text.
std::optional<Notice> notice_of(const std::string& text, const std::string& file);

}  // namespace fundwatch::store
