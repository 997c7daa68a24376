#include "feeds/pdf_text.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

using feeds::ChildEnd;
using feeds::ChildLimits;
using testing::HasSubstr;

using namespace std::chrono_literals;

const auto kNever = [] { return false; };

// One page with these words, in WinAnsi (windows-1252).
std::string pdf_of(const std::string& operators, const std::string& trailer = "") {
  const std::string stream = "BT /F1 12 Tf 72 720 Td 14 TL " + operators + " ET";
  return "%PDF-1.4\n"
         "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
         "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
         "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
         "/Resources<</Font<</F1 5 0 R>>>>>> endobj\n"
         "4 0 obj <</Length " +
         std::to_string(stream.size()) + ">> stream\n" + stream +
         "\nendstream endobj\n"
         "5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>> endobj\n"
         "trailer <</Root 1 0 R" +
         trailer + ">>\n%%EOF\n";
}

class ChildTest : public testing::Test {
 protected:
  // A program that nobody should run, in the shell's language.
  std::string program(const std::string& script) {
    const auto path = folder_ / "program";
    std::ofstream(path) << "#!/bin/sh\n" << script << "\n";
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return path.string();
  }
  feeds::ChildResult run(const std::string& script, const ChildLimits& limits = {},
                         const std::string& input = "") {
    return feeds::run_child({.path = program(script), .arguments = {}}, input, limits, kNever);
  }

  TemporaryFolder folder_;
};

TEST_F(ChildTest, GetsItsInputAndItsOutputIsWhole) {
  const std::string input(300'000, 'x');
  const auto result = run("cat; echo lost >&2; exit 3", {}, input);
  EXPECT_EQ(result.end, ChildEnd::exited);
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_EQ(result.output, input);
}

TEST_F(ChildTest, GetsNoOtherFileOfOursAndNoEnvironment) {
  std::ofstream secret(folder_ / "secret");
  const auto result = run("ls /proc/self/fd | tr '\\n' ' '; echo \"[$HOME]\"");
  // 3 is the folder that ls itself has opened.
  EXPECT_THAT(result.output, HasSubstr("0 1 2 3 []"));
}

TEST_F(ChildTest, EndlessOneIsKilled) {
  const auto begin = std::chrono::steady_clock::now();
  const auto result = run("while :; do read line < /dev/zero; done", {.patience = 200ms});
  EXPECT_EQ(result.end, ChildEnd::out_of_time);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
}

TEST_F(ChildTest, EndlessOneThatHasClosedItsOutputIsKilled) {
  EXPECT_EQ(run("exec >&-; while :; do :; done", {.patience = 200ms}).end, ChildEnd::out_of_time);
}

TEST_F(ChildTest, ChildrenOfItsOwnAreKilledWithIt) {
  const std::string fifo = folder_ / "fifo";
  ASSERT_EQ(mkfifo(fifo.c_str(), 0600), 0);
  pollfd reader{.fd = open(fifo.c_str(), O_RDONLY | O_NONBLOCK), .events = POLLIN, .revents = 0};
  const auto result = run("exec 4>" + fifo + "; (while :; do :; done) & exit 0");
  EXPECT_EQ(result.end, ChildEnd::exited);
  // Nobody holds its other end any more.
  EXPECT_EQ(poll(&reader, 1, 5000), 1);
  EXPECT_EQ(reader.revents, POLLHUP);
  close(reader.fd);
}

TEST_F(ChildTest, ProcessorTimeIsLimited) {
  const auto result = run("while :; do :; done", {.processor_time = 1s, .patience = 60s});
  EXPECT_EQ(result.end, ChildEnd::crashed);
}

TEST_F(ChildTest, MemoryIsLimited) {
  const auto result = run("ulimit -v", {.memory_bytes_max = std::size_t{64} * 1024 * 1024});
  EXPECT_EQ(result.output, "65536\n");
}

TEST_F(ChildTest, OutputWithoutEndIsCut) {
  const auto result = run("while :; do echo xxxxxxxxxxxxxxx; done", {.output_bytes_max = 1000});
  EXPECT_EQ(result.end, ChildEnd::too_much_output);
  EXPECT_EQ(result.output.size(), 1000U);
}

TEST_F(ChildTest, CrashIsSeen) { EXPECT_EQ(run("kill -SEGV $$").end, ChildEnd::crashed); }

TEST_F(ChildTest, StopEndsIt) {
  int asked = 0;
  const auto result = feeds::run_child({.path = program("while :; do :; done"), .arguments = {}},
                                       "", {}, [&] { return ++asked > 2; });
  EXPECT_EQ(result.end, ChildEnd::stopped);
}

TEST_F(ChildTest, MissingProgramIsSeen) {
  const auto none =
      feeds::run_child({.path = "/nowhere/pdftotext", .arguments = {}}, "", {}, kNever);
  EXPECT_EQ(none.end, ChildEnd::missing);
  EXPECT_EQ(feeds::run_child({.path = "/etc/hostname", .arguments = {}}, "", {}, kNever).end,
            ChildEnd::missing);
}

TEST(PdfText, IsPlainText) {
  const auto read = feeds::pdf_text(
      pdf_of(
          "(S\xF6k medel till arbets-) Tj T* (integrerande f\xF6retag) Tj T* T* T* (Sista dag) Tj"),
      {}, kNever);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_THAT(*read, HasSubstr("Sök medel till"));
  EXPECT_THAT(*read, HasSubstr("Sista dag"));
  EXPECT_EQ(read->find('\f'), std::string::npos);
}

TEST(PdfText, IsKnownByItsMark) {
  EXPECT_TRUE(feeds::is_pdf("%PDF-1.7\n"));
  EXPECT_TRUE(feeds::is_pdf("\xEF\xBB\xBF\n%PDF-1.7\n"));
  EXPECT_FALSE(feeds::is_pdf("<html>"));
  EXPECT_FALSE(feeds::is_pdf(std::string(2000, ' ') + "%PDF-1.7"));
}

struct Broken {
  const char* name;
  std::string pdf;
  const char* words;
};

TEST(PdfText, SaysWhatIsWrongWithTheDocument) {
  const Broken cases[] = {
      {"cut", "%PDF-1.7\n1 0 obj <<", "broken or needs a password"},
      {"no text", pdf_of(""), "holds no text"},
      {"encrypted",
       pdf_of("(x) Tj", "/Encrypt <</Filter/Standard/V 1/R 2/P -4/O(" + std::string(32, 'o') +
                            ")/U(" + std::string(32, 'u') + ")>>/ID[(a)(a)]"),
       "broken or needs a password"},
  };
  for (const Broken& broken : cases) {
    SCOPED_TRACE(broken.name);
    const auto read = feeds::pdf_text(broken.pdf, {}, kNever);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().stage, Stage::read);
    EXPECT_THAT(read.error().message, HasSubstr(broken.words));
  }
}

TEST(PdfText, MissingReaderIsSaidWithWhatToInstall) {
  EXPECT_TRUE(feeds::is_installed({}));
  EXPECT_FALSE(feeds::is_installed({.program = "/nowhere/pdftotext"}));
  const auto read = feeds::pdf_text("%PDF-1.7", {.program = "/nowhere/pdftotext"}, kNever);
  ASSERT_FALSE(read);
  EXPECT_THAT(read.error().message, HasSubstr("apt install poppler-utils"));
}

TEST_F(ChildTest, LongPdfTextIsCutAtACharacter) {
  feeds::PdfReader reader{.program = program("while :; do echo åååååååå; done")};
  reader.limits.output_bytes_max = 1000;
  const auto read = feeds::pdf_text("%PDF-1.7", reader, kNever);
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->ends_with("å"));
}

}  // namespace
}  // namespace fundwatch::tests
