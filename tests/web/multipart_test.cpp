#include "web/multipart.h"

#include "tests/web/web_support.h"

namespace fundwatch::web {
namespace {

using testing::EndsWith;
using testing::StartsWith;

constexpr const char* kType = "multipart/form-data; boundary=XYZ";

std::string part(const std::string& disposition, const std::string& content) {
  return "--XYZ\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
}

TEST(Multipart, HasFieldsAndAFile) {
  const auto form =
      parse_multipart(part("name=\"csrf\"", "å") +
                          part("name=\"fil\"; filename=\"a.opml\"", "<a\xFF\r\n>") + "--XYZ--\r\n",
                      kType);
  ASSERT_TRUE(form);
  EXPECT_EQ(form->fields.text("csrf"), "å");
  EXPECT_EQ(form->file, "<a\xFF\r\n>");
}

TEST(Multipart, RefusesWhatIsNone) {
  const std::string good = part("name=\"a\"", "b");
  for (const std::string& body :
       {std::string(), std::string("--XYZ"), good, good + "--XY", "x" + good + "--XYZ--",
        part("filename=\"a\"", "b") + "--XYZ--", part("name=\"a\"", "\xFF") + "--XYZ--",
        std::string("--XYZ\r\nno head\r\n--XYZ--")}) {
    EXPECT_FALSE(parse_multipart(body, kType).has_value()) << body;
  }
  EXPECT_FALSE(parse_multipart(good + "--XYZ--", "multipart/form-data").has_value());
  EXPECT_TRUE(parse_multipart(good + "--XYZ--", kType).has_value());
}

TEST(Multipart, HasALimitOfFields) {
  std::string body;
  for (std::size_t count = 0; count <= kFormFieldsMax; ++count) body += part("name=\"a\"", "");
  EXPECT_FALSE(parse_multipart(body + "--XYZ--", kType).has_value());
}

TEST(Multipart, ComesThroughTheServer) {
  const tests::WebServer server([](const Request& request) {
    Reply reply;
    reply.body = request.form.text("a") + "|" + request.file;
    return reply;
  });
  const std::string body =
      part("name=\"a\"", "b") + part("name=\"f\"; filename=\"x\"", "bytes") + "--XYZ--\r\n";
  const std::string type = std::string("Content-Type: ") + kType + "\r\n";
  EXPECT_THAT(server.post("/", body, type), EndsWith("\r\n\r\nb|bytes"));
  EXPECT_THAT(server.post("/", "--XYZ", type), StartsWith("HTTP/1.1 400 "));
}

}  // namespace
}  // namespace fundwatch::web
