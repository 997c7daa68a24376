#include "tests/bench/swedish_feed.h"

#include <random>
#include <sstream>

#include "base/text.h"
#include "tests/bench/help_texts.h"

namespace fundwatch::bench {
namespace {

constexpr std::size_t kHelpTextsMax = 4000;

std::vector<std::string> call_words() {
  const auto words = split(
      "och att det som för den till kommunen företag sociala utlysning ansökan projekt "
      "medel länet arbete arbetsmarknad stöd sysselsättning samverkan region föreningar "
      "integration verksamhet återbruk upphandling anbud leverantörer möjlighet "
      "utveckling idéburna organisationer kronor sista dag senast mars höst nätverk "
      "träff utbildning kafé trädgård snickeri tvätt Gävle Söderhamn Hudiksvall "
      "människor långt från nya innovation hållbarhet",
      ' ');
  return {words.begin(), words.end()};
}

const std::vector<std::string> kCallWords = call_words();

class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  void use(const std::vector<std::string>& words) { words_ = &words; }

  std::size_t below(std::size_t end) { return random_() % end; }

  std::string words(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) text += ' ';
      text += (*words_)[below(words_->size())];
    }
    return text;
  }

  std::string paragraphs(std::size_t count) {
    std::string html;
    for (std::size_t done = 0; done < count; done += 40) {
      html += "<p>" + words(20) + " <strong>" + words(3) + "</strong> " + words(12) +
              " <a href=\"https://a.example/sida?x=" + std::to_string(done) + "&amp;y=1\">" +
              words(2) + "</a> " + words(3) + ".</p>\n";
    }
    return html;
  }

 private:
  std::mt19937 random_;
  const std::vector<std::string>* words_ = &kCallWords;
};

std::string escaped(const std::string& html) {
  std::string text;
  for (const char c : html) {
    if (c == '<') {
      text += "&lt;";
    } else if (c == '&') {
      text += "&amp;";
    } else {
      text += c;
    }
  }
  return text;
}

}  // namespace

std::vector<std::string> words_of_the_help() {
  std::vector<std::string> words;
  for (const Item& item : help_texts(kHelpTextsMax)) {
    std::istringstream text(item.text);
    std::string word;
    while (text >> word) {
      if (word.find_first_of("<>&") == std::string::npos) words.push_back(word);
    }
  }
  return words;
}

std::string swedish_rss(const FeedShape& shape) {
  Writer writer(shape.seed);
  std::string rss =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" "
      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
      "<title>Nyheter</title><link>https://a.example/</link><description>Allt</description>\n";
  for (std::size_t i = 0; i < shape.items_max && rss.size() < shape.bytes_max; ++i) {
    const bool is_everyday = shape.everyday_words && writer.below(shape.everyday_items + 1) > 0;
    writer.use(is_everyday ? *shape.everyday_words : kCallWords);
    const std::string number = std::to_string(shape.seed) + "-" + std::to_string(i);
    rss += "<item><title>" + writer.words(8) + "</title><link>https://a.example/" + number +
           "</link><guid isPermaLink=\"false\">" + number +
           "</guid><pubDate>Tue, 17 Nov 2026 09:30:00 +0100</pubDate><description>" +
           escaped(writer.paragraphs(shape.description_words)) + "</description>";
    if (shape.content_words > 0) {
      rss += "<content:encoded><![CDATA[" + writer.paragraphs(shape.content_words) +
             "]]></content:encoded>";
    }
    rss += "</item>\n";
  }
  return rss + "</channel></rss>\n";
}

}  // namespace fundwatch::bench
