// Where the entries of the rulebook's word lists stand in a story. One trie over word numbers for all lists; each token
// enters it by its form and by its lemma through an array, so a token that begins no entry costs two loads.
//
// "The minister has stepped quietly down": resign = { verbs = ["step down"] } gives one hit, stepped .. down, bent at stepped.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/rulebook.h"
#include "story/story.h"
#include "syntax/syntax.h"
#include "syntax/vocabulary.h"
#include "syntax/wordnet.h"

namespace crosscheck {

// Read by all threads. What is found, by form of the entry:
//   verb     first word by lemma where it is tagged VERB or AUX, the rest as written; between them may stand one adverb or
//            possessive ("lost her job"). WordHit::form verb.
//   passive  ("be X") X's lemma on any token tagged VERB: the clause knows the voice. Form passive. Where X is no participle
//            ("be dead"), or stands as an adjective ("the injured man"), X as written. Form state.
//            A participle that looks like its plain form ("be cut") is known by the list `unchanged-participle`.
//   noun     last word, or the one before "of", by lemma; a single word only where it is tagged as a noun. An entry written
//   kind     in the plural finds the plural only.
//   word     as written. "ex-" finds "ex-minister", "-elect" finds "president-elect"; the hit is that token.
// Hyphens do not matter: "chief executive" finds "chief-executive" and the other way round.
class WordIndex {
 public:
  WordIndex(const Rulebook& rulebook, const Vocabulary& vocabulary, const WordNet& wordnet);

  // Hits within one sentence never cross its end. Appends, sorted by first token, longest first, then list and entry.
  // Linear in the tokens: a hit is at most as long as the longest entry and one word passed over.
  void find(const Story& story, const std::vector<TaggedToken>& tokens, std::vector<WordHit>& hits) const;

 private:
  enum class Bend : std::uint8_t { none, verb, noun };
  enum class Wants : std::uint8_t {  // of the token that is bent
    anything,
    noun,     // a single noun
    verb,     // passive
    no_verb,  // an adjective that has the form of a participle
  };
  struct Accept {
    ListId list;
    std::uint32_t entry = 0;
    WordEntry::Form form = WordEntry::Form::word;
    Wants wants = Wants::anything;
  };
  struct Start {  // next states, 0: none
    std::uint32_t exact = 0, verb = 0, noun = 0;
  };
  struct State {
    std::uint64_t leads_on = 0;     // a bit for each word that leads on from here, by its number modulo 64
    std::uint32_t accepts = 0;      // the first of accepts_ that ends here
    std::uint32_t count : 31 = 0;   // of these
    std::uint32_t of_verb : 1 = 0;  // only verb entries pass here
  };
  struct Edge {
    std::uint64_t key = 0;  // 0: free
    std::uint32_t to = 0;
  };
  struct Word {
    std::string_view text;
    Bend bend = Bend::none;
  };
  struct Walk {
    std::uint32_t token = 0;
    std::uint32_t state = 0;  // reached by the token; 0: the parts of a hyphenated one are to be tried
  };
  struct Search;
  struct Builder;

  std::uint32_t next(std::uint32_t state, std::uint32_t id, Bend bend) const;
  std::size_t place_of(std::uint32_t state, std::uint32_t id, Bend bend) const;
  void add_walks(const TaggedToken& at, std::uint32_t token, std::vector<Walk>& walks) const;
  void walk(Search& search, std::uint32_t state, std::uint32_t token, std::uint32_t head, bool may_skip) const;
  void step(Search& search, std::uint32_t state, std::uint32_t token, std::uint32_t head, bool may_skip) const;
  void step_parts(Search& search, std::uint32_t state, std::uint32_t token, std::uint32_t head) const;
  void accept(Search& search, std::uint32_t state, std::uint32_t end, std::uint32_t head) const;
  bool stands(Wants wants, const TaggedToken& token, bool headline) const;

  const Vocabulary& vocabulary_;
  std::vector<Start> start_;             // by word id
  std::vector<Edge> edges_;              // open addressing
  std::vector<State> states_;            // 0 is the start
  std::vector<Accept> accepts_;          // of a state: by list and entry, as hits are sorted
  std::uint32_t hyphen_ = 0;
};

}  // namespace crosscheck
