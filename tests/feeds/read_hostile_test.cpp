#include <gtest/gtest.h>

#include <ctime>
#include <string>

#include "feeds/read/plain_text.h"
#include "feeds/read/sanitize.h"
#include "tests/feeds/read_support.h"

// The worst that fits into a document: each must cost time in proportion to its size. Measured in
// the processor's time, with room for a debug build under a sanitizer; what is quadratic takes
// minutes.
namespace fundwatch::feeds {
namespace {

constexpr double kSecondsMax = 5;
constexpr std::size_t kBytes = 200'000;

std::string repeated(std::string_view piece, std::size_t bytes = kBytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

class Stopwatch {
 public:
  double seconds() const { return static_cast<double>(std::clock() - start_) / CLOCKS_PER_SEC; }

 private:
  std::clock_t start_ = std::clock();
};

TEST(ReadHostile, DocumentsCostTimeInProportion) {
  const std::string open = "<rss><channel>";
  const std::vector<std::string> documents{
      open + repeated("<a>"),
      open + repeated("<item/>"),
      open + repeated("<item><title>x"),
      open + "<item><title x=\"" + repeated("y") + "\">z</title></item></channel></rss>",
      open + repeated("<"),
      open + repeated("</i>") + "</channel></rss>",
      open + "<a><a><a>" + repeated("</i>"),
      open + repeated("<a b=\""),
      open + repeated("<a b='\">"),
      open + repeated("<!--"),
      open + repeated("<!D[]>") + "</x>",
      open + repeated("<![CDATA["),
      open + repeated("&nbsp;"),
      open + repeated("&x"),
      open + repeated("<zz:item xmlns:q='x'/>"),
      "<rss " + repeated("a='b' ") + ">" + repeated("<zz:item/>"),
      repeated("<!DOCTYPE ["),
      repeated("\xC3\xA5\xFF"),
      std::string(kBytes, '\0'),
      "{\"items\":[" + repeated("{},") + "{}]}",
      "{\"items\":" + repeated("["),
  };
  for (const std::string& document : documents) {
    const Stopwatch watch;
    static_cast<void>(try_read(document));
    EXPECT_LT(watch.seconds(), kSecondsMax) << document.substr(0, 60);
  }
}

TEST(ReadHostile, HtmlCostsTimeInProportion) {
  const std::vector<std::string> fragments{
      repeated("<"),
      repeated("<b>"),
      repeated("<b></i>"),
      repeated("<!--"),
      repeated("<!-- >"),
      repeated("<![CDATA["),
      repeated("<a b=\""),
      repeated("<a b='\">"),
      repeated("&"),
      repeated("&aaaaaaaa"),
      repeated("&#1"),
      repeated("<script>"),
      repeated("<ul><li>"),
      repeated("<pre>"),
      repeated("<td>"),
      repeated("<a "),
      "<p " + repeated("a=b ") + ">",
      "<p style=\"" + repeated("color:red;") + "\">",
      "<img srcset=\"" + repeated("a,") + "\">",
      "<a href=\"" + repeated("../") + "\">",
  };
  for (const std::string& html : fragments) {
    const Stopwatch watch;
    static_cast<void>(sanitized(html, "https://exempel.se/"));
    static_cast<void>(plain_text(html));
    static_cast<void>(looks_like_html(html));
    EXPECT_LT(watch.seconds(), kSecondsMax) << html.substr(0, 60);
  }
}

}  // namespace
}  // namespace fundwatch::feeds
