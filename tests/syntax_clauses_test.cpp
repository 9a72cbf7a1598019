// What a clause looks like written out: a table of tagged sentences, independent of the tagger, and one line a clause.
#include <catch2/catch.hpp>

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "rulebook/load_rulebook.h"
#include "story/story.h"
#include "syntax/clauses.h"
#include "syntax/to_line.h"

using namespace crosscheck;

namespace {

const Rulebook& grammar() {
  static const Rulebook rulebook = [] {
    auto files = read_rule_files(std::string(CROSSCHECK_SOURCE_DIR) + "/rules");
    std::vector<RuleFile> only;
    for (const RuleFile& file : *files.value)
      if (file.path.find("grammar.toml") != std::string::npos) only.push_back(file);
    auto result = load_rulebook(only);
    REQUIRE(result.value);
    return *result.value;
  }();
  return rulebook;
}

Xpos xpos(const std::string& name) {
  static const std::map<std::string, Xpos> names = {
      {"CC", Xpos::CC}, {"CD", Xpos::CD}, {"DT", Xpos::DT}, {"EX", Xpos::EX}, {"IN", Xpos::IN}, {"JJ", Xpos::JJ},
      {"JJR", Xpos::JJR}, {"MD", Xpos::MD}, {"NN", Xpos::NN}, {"NNP", Xpos::NNP}, {"NNS", Xpos::NNS}, {"POS", Xpos::POS},
      {"PRP", Xpos::PRP}, {"PRP$", Xpos::PRPS}, {"RB", Xpos::RB}, {"RP", Xpos::RP}, {"TO", Xpos::TO}, {"VB", Xpos::VB},
      {"VBD", Xpos::VBD}, {"VBG", Xpos::VBG}, {"VBN", Xpos::VBN}, {"VBP", Xpos::VBP}, {"VBZ", Xpos::VBZ}, {"WDT", Xpos::WDT},
      {"WP", Xpos::WP}, {"WRB", Xpos::WRB}, {",", Xpos::COMMA}, {".", Xpos::PERIOD}, {":", Xpos::COLON},
      {"``", Xpos::QUOTE_OPEN}, {"''", Xpos::QUOTE_CLOSE}, {"(", Xpos::LBRACKET}, {")", Xpos::RBRACKET}, {"PDT", Xpos::PDT}};
  const auto at = names.find(name);
  REQUIRE(at != names.end());
  return at->second;
}

Upos upos(Xpos tag) {
  switch (tag) {
    case Xpos::NN: case Xpos::NNS: return Upos::NOUN;
    case Xpos::NNP: return Upos::PROPN;
    case Xpos::PRP: case Xpos::WP: return Upos::PRON;
    case Xpos::DT: case Xpos::PDT: case Xpos::PRPS: return Upos::DET;
    case Xpos::CD: return Upos::NUM;
    case Xpos::JJ: case Xpos::JJR: return Upos::ADJ;
    case Xpos::IN: return Upos::ADP;
    case Xpos::RB: return Upos::ADV;
    case Xpos::MD: return Upos::AUX;
    case Xpos::CC: return Upos::CCONJ;
    case Xpos::VB: case Xpos::VBD: case Xpos::VBG: case Xpos::VBN: case Xpos::VBP: case Xpos::VBZ: return Upos::VERB;
    default: return Upos::X;
  }
}

struct Parsed {
  Story story;
  Syntax syntax;
  Vocabulary vocabulary;
};

// "The/DT plan/NN was/VBD/be cut/VBN ./." — word, tag and, where it matters, lemma.
void parse(const std::string& tagged, Parsed& p) {
  std::istringstream in(tagged);
  for (std::string item; in >> item;) {
    const std::size_t slash = item.find('/', item[0] == '/' ? 1 : 0);
    const std::string word = item.substr(0, slash);
    std::string tag = item.substr(slash + 1), lemma = word;
    if (const std::size_t second = tag.find('/'); second != std::string::npos) {
      lemma = tag.substr(second + 1);
      tag.resize(second);
    }
    Token token;
    token.begin = static_cast<std::uint32_t>(p.story.text.size());
    p.story.text += word;
    token.end = static_cast<std::uint32_t>(p.story.text.size());
    if (tag != "``") p.story.text += ' ';
    p.story.tokens.push_back(token);
    TaggedToken t;
    t.xpos = xpos(tag);
    t.upos = upos(t.xpos);
    t.word = p.vocabulary.intern(fold(word));
    t.lemma = p.vocabulary.intern(fold(lemma));
    p.syntax.tokens.push_back(t);
  }
  p.story.blocks.push_back({0, static_cast<std::uint32_t>(p.story.text.size()), BlockKind::body, 0});
  p.story.sentences.push_back({0, static_cast<std::uint32_t>(p.story.tokens.size()), 0});
  const ClauseTables tables(grammar(), p.vocabulary);
  find_clauses(p.story, tables, p.syntax);
}

std::string clauses(const std::string& tagged) {
  Parsed p;
  parse(tagged, p);
  std::string lines;
  for (const Clause& clause : p.syntax.clauses) lines += (lines.empty() ? "" : " | ") + to_line(clause, p.story);
  return lines;
}

}  // namespace

TEST_CASE("clauses written out") {
  struct Case {
    const char* tagged;
    const char* lines;
  };
  const auto c = GENERATE(values<Case>({
      // voice, tense, agents
      {"The/DT plan/NN was/VBD/be cut/VBN to/IN 19/CD points/NNS/point by/IN Congress/NNP ./.",
       "subj[The plan] verb[was cut past passive] obl[to 19 points] agent[by Congress]"},
      {"The/DT road/NN was/VBD/be cleared/VBN by/IN Friday/NNP ./.",
       "subj[The road] verb[was cleared past passive] obl[by Friday]"},
      {"The/DT crew/NN was/VBD/be rescued/VBN by/IN helicopter/NN ./.",
       "subj[The crew] verb[was rescued past passive] obl[by helicopter]"},
      {"Output/NN was/VBD/be cut/VBN by/IN 3/CD percent/NN ./.",
       "subj[Output] verb[was cut past passive] obl[by 3 percent]"},
      {"The/DT ferry/NN has/VBZ not/RB been/VBN/be raised/VBN ./.",
       "subj[The ferry] verb[has not been raised passive perfect negated]"},
      {"They/PRP will/MD no/RB longer/RB sign/VB ./.", "subj[They] verb[will no longer sign future negated]"},
      {"No/DT warning/NN was/VBD/be given/VBN ./.", "subj[No warning] verb[was given past passive negated]"},
      // content, quoted, attribution behind and inverted
      {"The/DT mayor/NN said/VBD/say the/DT talks/NNS in/IN Oslo/NNP were/VBD/be hard/JJ ./.",
       "subj[The mayor] verb[said past] content[the talks in Oslo were hard] | content(<said) subj[the talks in Oslo] verb[were past] comp[hard]"},
      {"``/`` The/DT dam/NN held/VBD ,/, ''/'' the/DT mayor/NN said/VBD/say ./.",
       "quoted(<said) subj[The dam] verb[held past] | subj[the mayor] verb[said past] content[The dam held]"},
      {"``/`` The/DT dam/NN held/VBD ,/, ''/'' said/VBD/say the/DT mayor/NN ./.",
       "quoted(<said) subj[The dam] verb[held past] | subj[the mayor] verb[said past] content[The dam held]"},
      {"He/PRP told/VBD/tell reporters/NNS that/IN they/PRP had/VBD left/VBN ./.",
       "subj[He] verb[told past] obj[reporters] content[that they had left] | content(that <told) subj[they] verb[had left past perfect]"},
      // relative clauses, appositions, reduced relatives
      {"Keane/NNP ,/, who/WP leads/VBZ the/DT party/NN ,/, resigned/VBD ./.",
       "relative(who) ~subj[Keane] verb[leads] obj[the party] | subj[Keane] verb[resigned past]"},
      {"Keane/NNP ,/, secretary/NN of/IN the/DT council/NN ,/, resigned/VBD ./.",
       "apposition subj[Keane] comp[secretary of the council] | subj[Keane] verb[resigned past]"},
      {"The/DT bill/NN ,/, cut/VBN to/IN six/CD pages/NNS ,/, passed/VBD ./.",
       "participle ~subj[The bill] verb[cut passive nonfinite] obl[to six pages] | subj[The bill] verb[passed past]"},
      {"The/DT talks/NNS held/VBD in/IN Oslo/NNP made/VBD progress/NN ./.",
       "participle ~subj[The talks] verb[held passive nonfinite] obl[in Oslo] | subj[The talks] verb[made past] obj[progress]"},
      {"They/PRP praised/VBD the/DT progress/NN made/VBD in/IN Oslo/NNP ./.",
       "subj[They] verb[praised past] obj[the progress] | participle ~subj[the progress] verb[made passive nonfinite] obl[in Oslo]"},
      // coordination with and without a conjunction
      {"Floods/NNS killed/VBD two/CD people/NNS ,/, wounded/JJ dozens/NNS ,/, and/CC cut/VBD power/NN ./.",
       "subj[Floods] verb[killed past] obj[two people] | coordinated ~subj[Floods] verb[wounded past] obj[dozens] | coordinated "
       "~subj[Floods] verb[cut past] obj[power]"},
      // infinitives and whose they are
      {"Keane/NNP is/VBZ/be expected/VBN/expect to/TO host/VB them/PRP ./.",
       "subj[Keane] verb[is expected passive] | infinitive(<expected) ~subj[Keane] verb[to host nonfinite] obj[them]"},
      {"The/DT general/NN ordered/VBD/order troops/NNS to/TO leave/VB ./.",
       "subj[The general] verb[ordered past] obj[troops] | infinitive(<ordered) ~subj[troops] verb[to leave nonfinite]"},
      {"The/DT truce/NN is/VBZ/be due/JJ to/TO begin/VB ./.",
       "subj[The truce] verb[is] comp[due] | infinitive(<due) ~subj[The truce] verb[to begin nonfinite]"},
      // headlines
      {"Three/CD killed/VBN/kill in/IN blast/NN", "subj[Three] verb[killed passive] obl[in blast]"},
      {"Minister/NN to/TO resign/VB", "subj[Minister] verb[to resign future]"},
      {"Nine/CD dead/JJ after/IN roof/NN falls/VBZ in/RP",
       "fragment subj[Nine] comp[dead] | adverbial(after) subj[roof] verb[falls in]"},
      {"A/DT long/JJ night/NN in/IN Oslo/NNP", "fragment other[A long night in Oslo]"},
      // ages and years are not who or what is meant
      {"Keane/NNP ,/, 63/CD ,/, who/WP leads/VBZ the/DT party/NN ,/, resigned/VBD ./.",
       "apposition subj[Keane] comp[63] | relative(who) ~subj[Keane] verb[leads] obj[the party] | subj[Keane] verb[resigned past]"},
      {"He/PRP left/VBD on/IN May/NNP 3/CD ,/, 2021/CD ./.", "subj[He] verb[left past] obl[on May 3 , 2021]"},
      {"Ending/VBG the/DT war/NN is/VBZ/be hard/JJ ./.",
       "participle verb[Ending nonfinite] obj[the war] | subj[Ending the war] verb[is] comp[hard]"},
      // existential there, questions
      {"There/EX were/VBD/be two/CD survivors/NNS ./.", "subj[two survivors] verb[were past]"},
      {"Has/VBZ/have the/DT mayor/NN resigned/VBN ?/.", "subj[the mayor] verb[resigned perfect]"},
  }));
  CAPTURE(c.tagged);
  CHECK(clauses(c.tagged) == c.lines);
}

TEST_CASE("turned: active and passive are the same claim from two sides") {
  Parsed active, passive, alone;
  parse("Congress/NNP cut/VBD the/DT plan/NN to/IN 19/CD points/NNS", active);
  CHECK(to_line(turned(active.syntax.clauses[0]), active.story) == "subj[the plan] verb[cut] agent[Congress] obl[to 19 points]");
  parse("The/DT plan/NN was/VBD/be cut/VBN by/IN Congress/NNP ./.", passive);
  CHECK(to_line(turned(passive.syntax.clauses[0]), passive.story) == "subj[Congress] verb[was cut] obj[The plan]");
  parse("The/DT dam/NN held/VBD ./.", alone);
  CHECK(turned(alone.syntax.clauses[0]).empty());
}

TEST_CASE("every token lies in a clause, whatever the tags are") {
  const char* tags[] = {"NN", "VBD", "IN", ",", "CC", "WDT", "VBN", "TO", "VB", "DT", "EX", "``", "''", "JJ", "MD", "POS", "CD",
                        "RB", "WP", "VBG", "(", ")", ":", "PRP", "NNP", "VBZ", "."};
  std::uint32_t seed = 7;
  for (int round = 0; round < 400; ++round) {
    std::string text;
    const int length = 1 + round % 60;
    for (int k = 0; k < length; ++k) {
      seed = seed * 1664525u + 1013904223u;
      text.append(k % 3 == 0 ? "that/" : k % 3 == 1 ? "by/" : "said/").append(tags[(seed >> 16) % 27]).append(" ");
    }
    Parsed p;
    parse(text, p);
    CAPTURE(text);
    REQUIRE(p.syntax.clause_begin == std::vector<std::uint32_t>{0, static_cast<std::uint32_t>(p.syntax.clauses.size())});
    std::vector<bool> covered(p.syntax.tokens.size(), false);
    for (const Clause& clause : p.syntax.clauses) {
      REQUIRE(clause.first < clause.last);
      REQUIRE(clause.last <= covered.size());
      REQUIRE((clause.parent == kNone || clause.parent < p.syntax.clauses.size()));
      for (std::uint32_t t = clause.first; t < clause.last; ++t) covered[t] = true;
      for (const Part& part : clause.parts) {
        REQUIRE(part.first < part.last);
        REQUIRE(part.last <= covered.size());
      }
    }
    for (const bool token : covered) REQUIRE(token);
    std::uint32_t end = 0;
    for (const NounGroup& group : p.syntax.noun_groups) {
      REQUIRE(end <= group.first);
      REQUIRE((group.first <= group.head && group.head < group.last));
      end = group.last;
    }
  }
}

TEST_CASE("a page without a full stop stays linear") {
  std::string text;
  for (int k = 0; k < 20000; ++k) text += "the/DT man/NN who/WP said/VBD/say that/IN ,/, and/CC ";
  Parsed p;
  parse(text, p);
  CHECK(p.syntax.clauses.size() > 1000);
}
