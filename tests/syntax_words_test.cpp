// What an entry of a word list finds, form by form. Sentences are cut at spaces here, so that only the index is tested.
#include <catch2/catch.hpp>

#include <memory>
#include <string>
#include <vector>

#include "rulebook/load_rulebook.h"
#include "syntax/analyse_syntax.h"
#include "syntax/language.h"

using namespace crosscheck;

namespace {

const char* const kForms[] = {"verb", "passive", "state", "noun", "word", "kind"};

Story story_of(const std::string& text, BlockKind kind = BlockKind::body) {
  Story story;
  story.id = StoryId(0);
  story.text = text;
  story.blocks.push_back({0, static_cast<std::uint32_t>(text.size()), kind, 0});
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) story.tokens.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end + 1;
  }
  story.sentences.push_back({0, static_cast<std::uint32_t>(story.tokens.size()), 0});
  return story;
}

struct Lists {
  explicit Lists(const std::string& words) {
    auto loaded = load_rulebook({{"test.toml", "schema = 1\n[words]\n" + words}});
    INFO((loaded.diagnostics.empty() ? std::string() : to_string(loaded.diagnostics.front())));
    REQUIRE(loaded);
    book = std::make_unique<Rulebook>(std::move(*loaded.value));
    language = std::make_unique<Language>(*book);
  }
  // "die:verb[died] toll:noun[death toll]"
  std::string in(const std::string& text, BlockKind kind = BlockKind::body) const {
    const Story story = story_of(text, kind);
    const auto analyser = language->analyser();
    Syntax syntax;
    analyser->tag(story, syntax);
    analyser->find_words(story, syntax);
    std::string out;
    for (const WordHit& hit : syntax.hits) {
      if (!out.empty()) out += ' ';
      out += (*book)[hit.list].name + ":" + kForms[static_cast<int>(hit.form)] + "[" + std::string(story.words(story.span(hit.first, hit.last))) + "]";
    }
    return out;
  }
  std::unique_ptr<Rulebook> book;
  std::unique_ptr<Language> language;
};

}  // namespace

TEST_CASE("verbs are found in every form, and only as verbs") {
  const Lists lists(R"TOML(
die  = { verbs = ["die", "lose [their|his|her] (life|lives)"] }
quit = { verbs = ["quit", "step down", "hand in [his|her|their] (notice|resignation)"] }
fall = { verbs = ["fall", "drop"] }
)TOML");
  CHECK(lists.in("Two men died on Monday .") == "die:verb[died]");
  CHECK(lists.in("They are dying .") == "die:verb[dying]");
  CHECK(lists.in("Nine people lost their lives in the fire .") == "die:verb[lost their lives]");
  CHECK(lists.in("He lost life .") == "die:verb[lost life]");
  CHECK(lists.in("She has stepped quietly down .") == "quit:verb[stepped quietly down]");
  CHECK(lists.in("She will step down today .") == "quit:verb[step down]");
  CHECK(lists.in("He handed in his notice .") == "quit:verb[handed in his notice]");
  CHECK(lists.in("The drop was steep .").empty());
  CHECK(lists.in("The price dropped .") == "fall:verb[dropped]");
}

TEST_CASE("entries with be: participles for the clause to judge, and states as written") {
  const Lists lists(R"TOML(
kill   = { verbs = ["be killed", "be dead", "be shot dead"] }
shrink = { verbs = ["be cut", "be handed over"] }
vanish = { verbs = ["be missing"] }
unchanged-participle = { words = ["cut"] }
)TOML");
  CHECK(lists.in("Nine people were killed .") == "kill:passive[killed]");
  CHECK(lists.in("The blast killed nine people .") == "kill:passive[killed]");
  CHECK(lists.in("Nine people are dead .") == "kill:state[dead]");
  CHECK(lists.in("He was shot dead .") == "kill:passive[shot dead] kill:state[dead]");
  CHECK(lists.in("Congress will cut the budget .") == "shrink:passive[cut] unchanged-participle:word[cut]");
  CHECK(lists.in("The prisoners were handed over .") == "shrink:passive[handed over]");
  CHECK(lists.in("Two sailors are missing .") == "vanish:state[missing]");
  CHECK(lists.in("He missed the train .").empty());
}

TEST_CASE("nouns bend at the head") {
  const Lists lists(R"TOML(
minister = { nouns = ["secretary of state", "finance minister", "chief executive"] }
death    = { nouns = ["death", "number of (dead|deaths)"] }
people   = { nouns = ["person"], kinds = ["villager", "child"] }
several  = { nouns = ["sources"] }
)TOML");
  CHECK(lists.in("Two secretaries of state met .") == "minister:noun[secretaries of state]");
  CHECK(lists.in("The finance ministers met .") == "minister:noun[finance ministers]");
  CHECK(lists.in("The chief-executive left .") == "minister:noun[chief-executive]");
  CHECK(lists.in("The number of deaths rose .") == "death:noun[number of deaths] death:noun[deaths]");
  CHECK(lists.in("Nine villagers and three children fled .") == "people:kind[villagers] people:kind[children]");
  CHECK(lists.in("A source spoke .").empty());
  CHECK(lists.in("Sources spoke .") == "several:noun[Sources]");
}

TEST_CASE("words as written: capitals, curly quotes and hyphens do not matter") {
  const Lists lists(R"TOML(
former   = { words = ["ex-", "one-time", "former"] }
incoming = { words = ["-elect"] }
office   = { words = ["prime minister's office"] }
)TOML");
  CHECK(lists.in("The ex-mayor spoke .") == "former:word[ex-mayor]");
  CHECK(lists.in("The one time mayor and ONE-TIME boxer spoke .") == "former:word[one time] former:word[ONE-TIME]");
  CHECK(lists.in("The president-elect spoke .") == "incoming:word[president-elect]");
  CHECK(lists.in("the Prime Minister \xe2\x80\x99s office said") == "office:word[Prime Minister \xe2\x80\x99s office]");
  CHECK(lists.in("An exmayor and an ex spoke .").empty());
}

TEST_CASE("hits are sorted, longest first, and each entry is told once") {
  const Lists lists(R"TOML(
long  = { nouns = ["death toll"] }
short = { nouns = ["death"] }
both  = { nouns = ["death", "toll"] }
)TOML");
  CHECK(lists.in("The death toll rose .") == "long:noun[death toll] short:noun[death] both:noun[death] both:noun[toll]");
}

TEST_CASE("nothing is found across the end of a sentence, and odd tokens do no harm") {
  const Lists lists("a = { words = [\"give way\", \"-\", \"ex-\"] }\n");
  Story story = story_of("They give way today");
  story.sentences = {{0, 2, 0}, {2, 4, 0}};
  const auto analyser = lists.language->analyser();
  Syntax syntax;
  analyser->tag(story, syntax);
  analyser->find_words(story, syntax);
  CHECK(syntax.hits.empty());
  CHECK(lists.in("").empty());
  CHECK(lists.in("-- -5 a- ---- -x").empty());
  const std::string monster(100000, '-');
  CHECK(lists.in(monster + " x" + monster + "x").empty());
}

TEST_CASE("a text of nothing but beginnings stays linear") {
  const Lists lists("a = { words = [\"a a a a a a a a b\"], verbs = [\"go a a a\"] }\n");
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "a ";
  CHECK(lists.in(text).empty());
}
