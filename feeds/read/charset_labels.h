// feeds/read/charset_labels.h — what the labels of character sets mean.
// The web's meanings first (WHATWG Encoding § 4.2), then every alias that ICU knows.
#pragma once

#include <string>
#include <string_view>

namespace fundwatch::feeds {

// The name by which ICU opens the converter for a label as found in documents; empty when nobody
// knows it, or when decoding it is unsafe (utf-7).
std::string converter_name(std::string_view label);

// Labels of one family are read alike on the web; the name of the family: "iso-8859-1" and "latin1"
// are "windows-1252". Other labels come back as they are, lower case.
std::string web_name(std::string_view label);

}  // namespace fundwatch::feeds
