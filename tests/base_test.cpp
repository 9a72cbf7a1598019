#include <catch2/catch.hpp>

#include "base/diagnostic.h"
#include "base/span.h"
#include "base/utf8.h"

using namespace crosscheck;

TEST_CASE("fold brings the words of rules and stories together") {
  const std::pair<const char*, const char*> table[] = {
      {"Café “Zoë’s” — 28", "café \"zoë's\" - 28"},
      {"ŠILOVA Łódź Żory", "šilova łódź żory"},
      {"ÇELİK", "çelik"},
      {"КИЇВ Москва", "київ москва"},
      {"a…b", "a...b"},
      {"", ""},
  };
  for (const auto& [in, out] : table) CHECK(fold(in) == out);
}

TEST_CASE("folding into a buffer never takes more than the text has, wherever it is cut") {
  const std::string text = "Café “ZOË’s” — 28… 🙂 Ÿ İ ẞ ЇЖ";
  for (std::size_t begin = 0; begin <= text.size(); ++begin)
    for (std::size_t end = begin; end <= text.size(); ++end) {
      const std::string_view piece = std::string_view(text).substr(begin, end - begin);
      std::string buffer(piece.size() + 4, '#');
      const std::size_t size = fold(piece, buffer.data());
      REQUIRE(size <= piece.size());
      REQUIRE(buffer.substr(piece.size()) == "####");
      REQUIRE(fold(piece) == buffer.substr(0, size));
    }
}

TEST_CASE("ill-formed UTF-8 is found where it begins") {
  CHECK_FALSE(first_invalid_utf8("plain, café, Київ, 🙂"));
  CHECK(first_invalid_utf8("ab\xff") == 2u);
  CHECK(first_invalid_utf8("\xc0\xaf") == 0u);          // overlong
  CHECK(first_invalid_utf8("\xed\xa0\x80") == 0u);      // surrogate
  CHECK(first_invalid_utf8("x\xe2\x82") == 1u);         // cut off
  CHECK(first_invalid_utf8("\xf4\x90\x80\x80") == 0u);  // past U+10FFFF
}

TEST_CASE("columns count code points") {
  const std::string text = "é1\nzwei “x”";
  CHECK(line_column(text, text.find('1')).column == 2);
  const auto x = line_column(text, text.find('x'));
  CHECK(x.line == 2);
  CHECK(x.column == 7);
  CHECK(line_column(text, 999).line == 2);
}

TEST_CASE("the line index says what counting says") {
  std::string text;
  for (int i = 0; i < 600; ++i) text += i % 50 == 49 ? "\n" : i % 7 == 0 ? "é“" : "x";
  const LineIndex index(text);
  for (std::size_t at = 0; at <= text.size() + 3; ++at) {
    CHECK(index.at(at).line == line_column(text, at).line);
    CHECK(index.at(at).column == line_column(text, at).column);
  }
  CHECK(LineIndex("").at(0).column == 1);
  CHECK(LineIndex(std::string(512, 'x')).at(512).column == 513);
}

TEST_CASE("a diagnostic reads like a compiler's") {
  CHECK(to_string(Diagnostic{Severity::error, "my.toml", 7, 10, "no word list <x>"}) ==
        "my.toml:7:10: error: no word list <x>");
  CHECK(to_string(Diagnostic{Severity::warning, "a.txt", 0, 0, "empty"}) == "a.txt: warning: empty");
}

TEST_CASE("spans cover and overlap") {
  const Span a{StoryId(0u), 2, 5}, b{StoryId(0u), 4, 9}, c{StoryId(1u), 4, 9};
  CHECK(a.overlaps(b));
  CHECK_FALSE(a.overlaps(c));
  CHECK(cover(a, b) == Span{StoryId(0u), 2, 9});
  CHECK(cover(Span{}, b) == b);
}
