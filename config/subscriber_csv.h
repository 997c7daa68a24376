// config/subscriber_csv.h — subscribers as a table that spreadsheets read and write: CSV (RFC
// 4180), parted by commas or, as Swedish spreadsheets do it, by semicolons; the first row names the
// columns, in Swedish or English, of which only the address must be there. UTF-8, or else
// Windows-1252. Consent is no column: who comes by a table is asked.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/model.h"
#include "base/result.h"

namespace fundwatch::config {

inline constexpr std::size_t kCsvRowsMax = 100'000;
inline constexpr std::size_t kCsvFieldBytesMax = 1000;

// `defaults` holds what a row does not say. Error{config} names the file, the line and what to do:
// "list.csv:3: kommun \"Gevle\": …".
Result<std::vector<Subscriber>> read_subscribers_csv(std::string_view bytes,
                                                     const std::string& name,
                                                     const Subscriber& defaults);

// With a byte order mark, by which spreadsheets know UTF-8; no field begins as a formula does.
std::string write_subscribers_csv(const std::vector<Subscriber>& subscribers);

}  // namespace fundwatch::config
