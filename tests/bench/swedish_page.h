// tests/bench/swedish_page.h — a web page with a list, as authorities' systems make them.
#pragma once

#include <cstddef>
#include <string>

namespace fundwatch::bench {

// Head, navigation, `blocks` articles with title, link, date and summary, and a foot.
std::string swedish_page(std::size_t blocks);

}  // namespace fundwatch::bench
