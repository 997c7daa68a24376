// store/members.h — the members of a JSON object that we stored ourselves.
// What is not as we write it is a damaged database: throws StoreError that names the file.
#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/model.h"

namespace fundwatch::store {

// The value of a stored text. Text that is not UTF-8 comes back as it was stored.
boost::json::value json_value(const std::string& text, const std::string& file);

class Members {
 public:
  // `text` is the whole stored text, for messages. All three must outlive this.
  Members(const boost::json::value& value, const std::string& text, const std::string& file)
      : value_(value), text_(text), file_(file) {}

  const boost::json::value& at(std::string_view name) const;
  bool has(std::string_view name) const;
  const boost::json::array& list(std::string_view name) const;
  std::string text(std::string_view name) const;
  std::vector<std::string> texts(std::string_view name) const;
  std::int64_t integer(std::string_view name) const;
  double real(std::string_view name) const;

  // These may be null.
  std::optional<bool> maybe_flag(std::string_view name) const;
  std::optional<std::int64_t> maybe_integer(std::string_view name) const;
  std::optional<Amount> maybe_amount(std::string_view name) const;
  std::optional<DueDate> maybe_due_date(std::string_view name) const;

 private:
  [[noreturn]] void fail() const;
  Members below(std::string_view name) const { return {at(name), text_, file_}; }

  const boost::json::value& value_;
  const std::string& text_;
  const std::string& file_;
};

}  // namespace fundwatch::store
