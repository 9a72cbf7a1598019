// Files, encodings and marked-up formats: what is read, what is refused, and that every token knows its bytes in the file.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "story/read_stories.h"
#include "story_rules.h"

using namespace crosscheck;
namespace fs = std::filesystem;

namespace {

const StoryReader& reader() {
  static const StoryReader made(story_rules());
  return made;
}

Result<Story> read(const std::string& bytes, const std::string& format) {
  RawStory raw;
  raw.path = "a";
  raw.bytes = bytes;
  raw.format = format;
  return reader().read(raw, StoryId(0));
}

std::string body(const Story& story) {
  std::string out;
  for (const Sentence& s : story.sentences) out += (out.empty() ? "" : " / ") + std::string(story.words(story.span(s.first, s.last)));
  return out;
}

// Of the bytes of a token in the file: each ASCII letter of the word stands among them, in order, and of plain words nothing else.
void check_offsets(const Story& story, const std::string& file, bool wide) {
  for (const Token& t : story.tokens) {
    const auto [begin, end] = story.file_range({story.id, t.begin, t.end});
    REQUIRE(begin < end);
    REQUIRE(end <= file.size());
    const std::string_view word = story.words(t);
    std::string found = file.substr(begin, end - begin);
    if (wide) std::erase(found, '\0');
    const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii && found.find('&') == std::string::npos && found.find('\\') == std::string::npos && found.find('<') == std::string::npos)
      CHECK(found == word);
    else if (!wide && found.find(std::string(word)) == std::string::npos)
      CHECK((found.find('&') != std::string::npos || found.find('\\') != std::string::npos || found.find('<') != std::string::npos || !ascii));
  }
}

std::string utf16(const std::string& ascii, bool little, bool mark) {
  std::string out;
  if (mark) out += little ? "\xff\xfe" : "\xfe\xff";
  for (const char c : ascii) {
    if (little) { out += c; out += '\0'; }
    else { out += '\0'; out += c; }
  }
  return out;
}

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "crosscheck-test-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  std::string write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

std::string only_message(const RawStories& raw) {
  REQUIRE(raw.diagnostics.size() == 1);
  return raw.diagnostics.front().message;
}

}  // namespace

TEST_CASE("what cannot be read is said, file by file") {
  const Folder folder;
  CHECK(only_message(read_files({folder.path() + "/none.txt"})) == "does not exist");
  folder.write("notes.md", "x");
  CHECK(only_message(read_files({folder.path()})).find("holds no stories") == 0);
  const std::string large = folder.write("large.txt", "x");
  fs::resize_file(large, kLargestFile + 1);
  CHECK(only_message(read_files({large})).find("larger than 64 MB") != std::string::npos);
  const auto message = [](const std::string& bytes) {
    const Result<Story> story = read(bytes, "text");
    REQUIRE_FALSE(story);
    REQUIRE(story.diagnostics.size() == 1);
    CHECK(story.diagnostics.front().severity == Severity::error);
    return story.diagnostics.front().message;
  };
  CHECK(message("") == "is empty: nothing to read");
  CHECK(message(" \n\t ") == "holds only white space");
  CHECK(message(std::string("ab\0cd efgh", 10)) == "holds NUL bytes: no text");
  CHECK_FALSE(read("<html><body></body></html>", "html"));
  CHECK_FALSE(read("{\"a\": 1}", "json"));
  CHECK_FALSE(read("<?xml version='1.0'?><rss></rss>", "xml"));
}

TEST_CASE("folders are read in order of name, named files always") {
  const Folder folder;
  folder.write("b.txt", "B");
  folder.write("a/z.txt", "Z");
  folder.write("c.html", "<html><p>C</p></html>");
  folder.write("README.txt", "no story");
  folder.write("gold.toml", "x = 1");
  folder.write(".hidden.txt", "no");
  const RawStories raw = read_files({folder.path(), folder.path() + "/gold.toml"});
  REQUIRE(raw.stories.size() == 4);
  CHECK(raw.diagnostics.empty());
  CHECK(raw.stories[0].bytes == "Z");
  CHECK(raw.stories[1].bytes == "B");
  CHECK(raw.stories[2].format == "html");
  CHECK(raw.stories[3].bytes == "x = 1");
}

TEST_CASE("a story a line, bad lines with their numbers") {
  const Folder folder;
  const std::string path = folder.write("s.jsonl",
      "{\"text\": \"The dam held.\", \"outlet\": \"Post\", \"published\": \"2024-03-03T10:00:00+01:00\", \"headline\": \"Dam\"}\n"
      "not json\n\n{\"path\": \"x\"}\n{\"text\": \"It fell.\", \"path\": \"b\"}\n{\"text\": 5}\n");
  const RawStories raw = read_files({path});
  REQUIRE(raw.stories.size() == 2);
  CHECK(raw.stories[0].path == path + "#1");
  CHECK(raw.stories[1].path == "b");
  REQUIRE(raw.diagnostics.size() == 3);
  CHECK(raw.diagnostics[0].line == 2);
  CHECK(raw.diagnostics[1].line == 4);
  CHECK(raw.diagnostics[2].line == 6);
  const Result<Story> story = reader().read(raw.stories[0], StoryId(0));
  REQUIRE(story);
  CHECK(story.value->outlet == "Post");
  CHECK(story.value->published_text == "2024-03-03T10:00:00+01:00");
  CHECK(story.value->headline == "Dam");
}

TEST_CASE("encodings are found, guesses are said, offsets stay true") {
  const std::string text = "The mayor didn't stay. She left at 5 p.m. on Friday.";
  for (const bool little : {true, false})
    for (const bool mark : {true, false}) {
      const std::string bytes = utf16(text, little, mark);
      const Result<Story> story = read(bytes, "text");
      REQUIRE(story);
      CHECK(story.value->text == text);
      CHECK(story.diagnostics.empty() == mark);
      check_offsets(*story.value, bytes, true);
    }
  const Result<Story> marked = read("\xef\xbb\xbf" + text, "text");
  REQUIRE(marked);
  CHECK(marked.value->text == text);
  CHECK(marked.value->file_range({StoryId(0), 0, 3}) == std::pair<std::uint32_t, std::uint32_t>(3, 6));
  const std::string windows = "The caf\xe9 owner said \x93no\x94 on Friday \x96 twice.";
  const Result<Story> guessed = read(windows, "text");
  REQUIRE(guessed);
  CHECK(guessed.value->text == "The café owner said “no” on Friday – twice.");
  REQUIRE(guessed.diagnostics.size() == 1);
  CHECK(guessed.diagnostics.front().severity == Severity::warning);
  check_offsets(*guessed.value, windows, false);
  const auto quote = static_cast<std::uint32_t>(guessed.value->text.find("“"));
  CHECK(guessed.value->file_range({StoryId(0), quote, quote + 3}) == std::pair<std::uint32_t, std::uint32_t>(20, 21));
  const Result<Story> broken = read("Caf\xc3\xa9 and na\xc3\xafve and \xc3\xa9t\xc3\xa9 and \xc3\xbc and \xc3\xb6, then \xff here.", "text");
  REQUIRE(broken);
  CHECK(broken.diagnostics.size() == 1);
}

TEST_CASE("a page: the article and its facts, the rest is navigation") {
  const std::string page = R"(<!DOCTYPE html><html><head><title>Pier closed | Skelmouth Post</title>
<meta property="og:site_name" content="Skelmouth Post"><meta property="article:published_time" content="2024-03-03T10:00:00Z">
<style>p { color: red }</style><script>var a = "<p>no</p>";</script></head><body>
<nav><a href="/">Home</a></nav><article class="story"><h1>Pier &amp; harbour closed</h1><p class="byline">By Ana Holm</p>
<p>The <b>old</b> pier wasn&rsquo;t safe, the council
   said &#8220;again&#8221;. It&nbsp;closed.</p><h2>What next</h2><!-- <p>not this</p> --><p>Repairs cost &pound;3m.<p>They start on Monday.
<aside>Related: <a href="x">Storm</a></aside><div class="newsletter-signup">Subscribe for news.</div></article>
<footer><p>All of us at the Post thank you for reading it.</p></footer></body></html>)";
  const Result<Story> story = read(page, "html");
  REQUIRE(story);
  CHECK(story.value->headline == "Pier & harbour closed");
  CHECK(story.value->outlet == "Skelmouth Post");
  CHECK(story.value->published_text == "2024-03-03T10:00:00Z");
  CHECK(body(*story.value) == "Pier & harbour closed / The old pier wasn’t safe, the council said “again”. / It\xc2\xa0" "closed. / What next / Repairs cost £3m. / They start on Monday.");
  check_offsets(*story.value, page, false);
  const auto amp = static_cast<std::uint32_t>(story.value->text.find('&'));
  const auto [begin, end] = story.value->file_range({StoryId(0), amp, amp + 1});
  CHECK(page.substr(begin, end - begin) == "&amp;");
}

TEST_CASE("a page without article elements, and one whose classes would hide it all") {
  const Result<Story> bare = read("<html><body><div>The old pier at Skelmouth was closed on Friday.</div><div>It rained.</div></body></html>", "html");
  REQUIRE(bare);
  CHECK(body(*bare.value) == "The old pier at Skelmouth was closed on Friday. / It rained.");
  const Result<Story> hidden = read("<html><body><div class='has sidebar'><p>The old pier at Skelmouth was closed on Friday.</p></div></body></html>", "html");
  REQUIRE(hidden);
  CHECK(body(*hidden.value) == "The old pier at Skelmouth was closed on Friday.");
}

TEST_CASE("feeds: HTML that is escaped, in CDATA or as XHTML") {
  const std::string contents[] = {
      "<content:encoded><![CDATA[<p>The pier &amp; the harbour closed.</p><p>It rained.</p>]]></content:encoded>",
      "<description>&lt;p&gt;The pier &amp;amp; the harbour closed.&lt;/p&gt;&lt;p&gt;It rained.&lt;/p&gt;</description>"};
  for (const std::string& content : contents) {
    const std::string feed = "<?xml version=\"1.0\"?><rss><channel><title>Skelmouth Post: Coast</title><item><title>Pier closed</title>"
                             "<pubDate>Fri, 26 Jul 2024 13:05:00 +0200</pubDate>" + content + "</item></channel></rss>";
    const Result<Story> story = read(feed, "xml");
    REQUIRE(story);
    CHECK(story.value->headline == "Pier closed");
    CHECK(story.value->outlet == "Skelmouth Post");
    CHECK(story.value->published_text == "2024-07-26T13:05:00+02:00");
    CHECK(body(*story.value) == "Pier closed / The pier & the harbour closed. / It rained.");
    check_offsets(*story.value, feed, false);
  }
  const Result<Story> atom = read("<feed><title>Post</title><entry><title>Pier closed</title><published>2024-07-26T13:05:00Z</published>"
                                  "<content type=\"xhtml\"><div><p>The pier closed.</p></div></content></entry></feed>", "xml");
  REQUIRE(atom);
  CHECK(body(*atom.value) == "Pier closed / The pier closed.");
}

TEST_CASE("NITF and ninjs") {
  const std::string nitf = R"(<?xml version="1.0"?><nitf><head><docdata><date.issue norm="20240303T193000+0100"/></docdata><pubdata name="Skelmouth Post"/></head>
<body><body.head><hedline><hl1>Pier closed</hl1></hedline><byline>By <person>Ana Holm</person></byline><dateline><location>Skelmouth</location><story.date>3 March</story.date></dateline></body.head>
<body.content><p>The council doesn&#x2019;t know <em>why</em>.</p></body.content></body></nitf>)";
  const Result<Story> story = read(nitf, "xml");
  REQUIRE(story);
  CHECK(story.value->headline == "Pier closed");
  CHECK(story.value->outlet == "Skelmouth Post");
  CHECK(story.value->published_text == "2024-03-03T19:30:00+01:00");
  REQUIRE(story.value->dateline_place);
  CHECK(story.value->words(*story.value->dateline_place) == "Skelmouth");
  CHECK(body(*story.value) == "Pier closed / The council doesn’t know why.");
  check_offsets(*story.value, nitf, false);
  const std::string ninjs = R"({"versioncreated": "2024-03-03T18:22:00+02:00", "headline": "Pier \u201cclosed\u201d", "copyrightholder": "Coast Wire",
 "body_html": "<p>SKELMOUTH, March 3 (Coast Wire) - The pier &amp; the harbour \"closed\".<\/p><p>It\u2019s raining \ud83d\ude00 now.</p>"})";
  const Result<Story> json = read(ninjs, "json");
  REQUIRE(json);
  CHECK(json.value->headline == "Pier “closed”");
  CHECK(json.value->outlet == "Coast Wire");
  CHECK(body(*json.value) == "Pier “closed” / The pier & the harbour \"closed\". / It’s raining 😀 now.");
  check_offsets(*json.value, ninjs, false);
  const auto s = static_cast<std::uint32_t>(json.value->text.find("’s raining"));
  const auto [begin, end] = json.value->file_range({StoryId(0), s, s + 4});
  CHECK(ninjs.substr(begin, end - begin) == "\\u2019s");
}

TEST_CASE("marked-up text of any shape neither crashes nor grows without bound") {
  std::string nested;
  for (int i = 0; i < 20000; ++i) nested += "<div><b>";
  CHECK(read(nested + "The pier closed.", "html"));
  std::string brackets;
  for (int i = 0; i < 5000; ++i) brackets += "[";
  CHECK_FALSE(read("{\"a\": " + brackets, "json"));
  for (const char* bad : {"<p>x &#xffffffff; &bogus; & y", "<p title=\"x>y", "<!-- x", "<![CDATA[ x", "</p></p>x", "<p", "<>x<>", "<script>x"})
    (void)read(bad, "html");
  for (const char* bad : {"{\"text\": \"a\\", "{\"text\": \"\\ud800 x\"}", "{\"text\": \"\\uZZZZ\"}", "{", "{\"text\""}) (void)read(bad, "json");
  CHECK(true);
}
