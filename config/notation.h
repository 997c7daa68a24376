// config/notation.h — how values for which TOML has no type of its own are written, and read back.
// Durations "10s", sizes "10MiB", addresses. Pure; each reader returns nothing for what is not
// written so. Words for enumerations and hours are base/names.h.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fundwatch::config {

// A whole number and s, min, h, d or w. The text is in the largest unit that divides it.
std::optional<std::chrono::seconds> parse_duration(std::string_view text);
std::string duration_text(std::chrono::seconds duration);

// How often a source is expected to bring something new: a duration of 1h to 365d, or "learned",
// which is 0.
std::optional<std::chrono::minutes> parse_expected_every(std::string_view text);

// A whole number and B, kB or MB (thousands), or KiB or MiB (1024s).
std::optional<std::size_t> parse_size(std::string_view text);
std::string size_text(std::size_t bytes);

// A TOML basic string, quotes and all. `text` is UTF-8.
std::string toml_string(std::string_view text);

// The shortest number that reads back as the same.
std::string number_text(double number);

// An address that mail can be sent to without internationalised mail (RFC 5321): ASCII, one @.
bool is_mail_address(std::string_view text);

// An IPv4 or IPv6 address, or a range of them in CIDR form: "10.0.0.0/8".
bool is_address_range(std::string_view text);

// What names a profile: a-z, 0-9 and -, 1 to 64 of them.
bool is_slug(std::string_view text);

// Free of characters below space, so that it fits in a line of a mail or a log.
bool is_one_line(std::string_view text);

}  // namespace fundwatch::config
