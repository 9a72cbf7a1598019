#include "syntax/word_index.h"

#include <algorithm>
#include <bit>

#include "syntax/analyse_syntax.h"
#include "syntax/language_impl.h"
#include "syntax/word_rules.h"

namespace crosscheck {
namespace {

using Form = WordEntry::Form;

constexpr std::size_t kMostAlternatives = 256;  // of one entry, its groups written out
// What story/, the clause chunker and others read as tables of words: some stand on every second token, and nobody asks for
// these hits unless a rule names the list.
constexpr std::string_view kReadAsTables[] = {
    "abbreviation",     "abbreviation-at-end", "abbreviation-before-name", "abbreviation-before-number", "addressee-verb",
    "apostrophe-word",  "article",             "aux-do",             "aux-future",         "aux-get",
    "aux-have",         "bare-infinitive",     "byline-opener",      "byline-word",        "clause-only",
    "clitic",           "content-noun",        "content-verb",       "copula",             "date-filler",
    "ditransitive",     "domain-ending",       "done-to",            "headline-noun",      "headline-verb",
    "interjection",     "intransitive",        "joined-word",        "kicker",             "late-adverb",
    "manner-noun",      "markup-byline",       "markup-date",        "markup-furniture",   "markup-note",
    "markup-standfirst", "measure-noun",       "navigation",         "negative-clitic",    "negative-determiner",
    "noun-copula",      "number-hedge",        "object-complement",  "object-control",     "open-determiner",
    "ordinal-suffix",   "outlet-around",       "outlet-word",        "participle-adjective", "past-form",
    "past-only",        "phrase-preposition",  "plural-noun",        "possessive-relative", "prep-agent",
    "prep-for",         "prep-topic",          "prospect",           "quote-cue",          "quote-verb",
    "relative",         "relative-adverb",     "sentence-opener",    "small-word",         "subordinator",
    "time-determiner",  "time-noun",           "verb-adverb",        "verbal-preposition"};
static_assert(std::is_sorted(std::begin(kReadAsTables), std::end(kReadAsTables)));
constexpr std::string_view kUnchangedParticiple = "unchanged-participle";

std::uint64_t edge_key(std::uint32_t state, std::uint32_t id, unsigned bend) {
  return (static_cast<std::uint64_t>(state) << 34) | (static_cast<std::uint64_t>(id) << 2) | bend;
}

std::size_t spread(std::uint64_t key) {
  key *= 0x9e3779b97f4a7c15u;
  return static_cast<std::size_t>(key ^ (key >> 32));
}

std::uint64_t bit_of(std::uint32_t id) { return std::uint64_t{1} << (id & 63); }

bool is_verb(const TaggedToken& token) { return token.upos == Upos::VERB || token.upos == Upos::AUX; }
bool is_noun(const TaggedToken& token) { return token.upos == Upos::NOUN || token.upos == Upos::PROPN; }

// The parts of "chief-executive"; nothing where a part would be empty ("-5", "--").
std::vector<std::string_view> hyphen_parts(std::string_view text) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t hyphen = text.find('-');
    parts.push_back(text.substr(0, hyphen));
    if (parts.back().empty()) return {};
    if (hyphen == std::string_view::npos) return parts;
    text.remove_prefix(hyphen + 1);
  }
}

// One way of writing an entry: its words, and which of them came from the element that is bent.
struct Written {
  std::vector<std::string_view> words;  // of the rulebook
  std::size_t bent_end = 0;             // behind the last word of the bent element
};

// Groups written out, at most kMostAlternatives ways; further ones are left out. `ways` is what was there before, to be
// written over: entries are many, and nearly all are a word or two.
void write_out(const PatternSequence& sequence, std::size_t bent, std::vector<Written>& ways) {
  ways.resize(1);
  ways[0].words.clear();
  ways[0].bent_end = 0;
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    const PatternElement& element = sequence[i];
    if (element.kind == PatternElement::Kind::word) {
      for (Written& way : ways) way.words.push_back(element.word);
    } else {
      std::vector<Written> longer, inside;
      if (element.optional) longer = ways;
      for (const PatternSequence& alternative : element.alternatives) {
        write_out(alternative, 0, inside);
        for (const Written& inner : inside)
          for (const Written& way : ways) {
            if (longer.size() >= kMostAlternatives) break;
            longer.push_back(way);
            longer.back().words.insert(longer.back().words.end(), inner.words.begin(), inner.words.end());
          }
      }
      ways = std::move(longer);
    }
    if (i == bent)
      for (Written& way : ways) way.bent_end = way.words.size();
  }
}

}  // namespace

// ---------------------------------------------------------------------------------------------- building

struct WordIndex::Builder {
  WordIndex& index;
  const Rulebook& rulebook;
  const WordNet& wordnet;
  std::vector<std::string_view> unchanged{};                  // sorted
  std::vector<std::pair<std::uint32_t, Accept>> accepts{};    // with the state they belong to
  std::size_t edges = 0;
  std::vector<Written> ways{};                                // of the entry at hand
  std::vector<Word> words{};                                  // of the way at hand, hyphens cut

  std::uint32_t new_state(bool of_verb) {
    index.states_.emplace_back().of_verb = of_verb;
    return static_cast<std::uint32_t>(index.states_.size() - 1);
  }

  static Edge& edge_of(std::vector<Edge>& table, std::uint64_t key) {
    std::size_t at = spread(key) & (table.size() - 1);
    while (table[at].key != 0 && table[at].key != key) at = (at + 1) & (table.size() - 1);
    return table[at];
  }

  std::uint32_t follow(std::uint32_t state, const Word& word) {
    const std::uint32_t id = index.vocabulary_.intern(word.text);
    const bool of_verb = word.bend == Bend::verb || index.states_[state].of_verb;
    if (state == 0) {
      if (index.start_.size() <= id) index.start_.resize(id + 1);
      Start& start = index.start_[id];
      std::uint32_t& to = word.bend == Bend::none ? start.exact : word.bend == Bend::verb ? start.verb : start.noun;
      if (to == 0) to = new_state(of_verb);
      return to;
    }
    index.states_[state].leads_on |= bit_of(id);
    if ((edges + 1) * 4 > index.edges_.size() * 3) {
      std::vector<Edge> larger(index.edges_.size() * 2);
      for (const Edge& edge : index.edges_)
        if (edge.key != 0) edge_of(larger, edge.key) = edge;
      index.edges_ = std::move(larger);
    }
    Edge& edge = edge_of(index.edges_, edge_key(state, id, static_cast<unsigned>(word.bend)));
    if (edge.key == 0) {
      edge = {edge_key(state, id, static_cast<unsigned>(word.bend)), new_state(of_verb)};
      ++edges;
    }
    return edge.to;
  }

  void add_words(const Accept& what) {
    std::uint32_t state = 0;
    for (const Word& word : words) state = follow(state, word);
    if (state != 0) accepts.emplace_back(state, what);
  }

  // Hyphens cut: "one-time" -> one, time; "ex-" -> ex, - ; "-elect" -> -, elect. `bent` names one of the words.
  void cut(const std::vector<std::string_view>& written, std::size_t bent, Bend bend) {
    words.clear();
    for (std::size_t i = 0; i < written.size(); ++i) {
      const std::string_view word = written[i];
      const Bend this_bend = i == bent ? bend : Bend::none;
      const std::size_t hyphen = word.size() > 1 ? word.find('-') : std::string_view::npos;
      if (hyphen == std::string_view::npos) {
        words.push_back({word, this_bend});
      } else if (const auto parts = hyphen_parts(word); !parts.empty()) {
        for (const std::string_view part : parts) words.push_back({part, Bend::none});
        // The first part of a verb is bent ("re-elect" is not: its last), the last of a noun.
        words.back().bend = this_bend;
      } else if (hyphen + 1 == word.size()) {
        words.push_back({word.substr(0, hyphen), Bend::none});
        words.push_back({"-", Bend::none});
      } else if (hyphen == 0 && word.rfind('-') == 0) {
        words.push_back({"-", Bend::none});
        words.push_back({word.substr(1), Bend::none});
      } else {
        words.push_back({word, this_bend});
      }
    }
  }

  std::size_t bent_noun(const Written& way) const {
    for (std::size_t i = 1; i < way.words.size(); ++i)
      if (way.words[i] == "of") return i - 1;
    // "people familiar with": the last word of the bent element that is a noun before all else.
    if (way.bent_end > 1)
      for (std::size_t i = way.bent_end; i-- > 0;)
        if (wordnet.dominant(way.words[i]) == static_cast<std::uint8_t>(WordClass::noun)) return i;
    return way.bent_end == 0 ? way.words.size() - 1 : way.bent_end - 1;
  }

  void add_passive(Written& way, Accept what) {
    const std::string_view participle = way.words.front();
    const std::string lemma = rule_lemma(participle, Upos::VERB, Xpos::VBN, wordnet);
    const bool unchanged_form = std::binary_search(unchanged.begin(), unchanged.end(), participle);
    const bool is_participle = (lemma != participle && !participle.ends_with("ing")) || unchanged_form;
    if (is_participle) {
      way.words.front() = lemma;
      cut(way.words, 0, Bend::verb);
      what.form = Form::passive;
      what.wants = Wants::verb;
      add_words(what);
      what.wants = Wants::no_verb;
      way.words.front() = participle;
    }
    cut(way.words, way.words.size(), Bend::none);
    what.form = Form::state;
    add_words(what);
  }

  void add(const WordEntry& entry, Accept what) {
    what.form = entry.form;
    write_out(entry.sequence, entry.bent, ways);
    for (Written& way : ways) {
      if (way.words.empty()) continue;
      switch (entry.form) {
        case Form::passive:
        case Form::state: add_passive(way, what); continue;
        case Form::verb: cut(way.words, 0, Bend::verb); break;
        case Form::noun:
        case Form::kind:
          cut(way.words, bent_noun(way), Bend::noun);
          what.wants = words.size() == 1 ? Wants::noun : Wants::anything;
          break;
        case Form::word: cut(way.words, way.words.size(), Bend::none); break;
      }
      add_words(what);
    }
  }

  // By state; they came by list and entry.
  void finish() {
    for (const auto& [state, what] : accepts) ++index.states_[state].count;
    std::uint32_t begin = 0;
    for (State& state : index.states_) {
      state.accepts = begin;
      begin += state.count;
      state.count = 0;
    }
    index.accepts_.resize(accepts.size() + 1);  // one behind the last, for states that accept nothing
    for (const auto& [at, what] : accepts) {
      State& state = index.states_[at];
      index.accepts_[state.accepts + state.count++] = what;
    }
  }
};

WordIndex::WordIndex(const Rulebook& rulebook, const Vocabulary& vocabulary, const WordNet& wordnet)
    : vocabulary_(vocabulary), states_(1), hyphen_(vocabulary.intern("-")) {
  Builder builder{*this, rulebook, wordnet};
  std::size_t most = 1;
  for (const WordList& list : rulebook.lists) most += list.entries.size();
  edges_.resize(std::bit_ceil(most));
  builder.accepts.reserve(most + most / 4);
  if (const ListId id = rulebook.list(kUnchangedParticiple); id.valid())
    for (const WordEntry& entry : rulebook[id].entries) {
      write_out(entry.sequence, 0, builder.ways);
      for (const Written& way : builder.ways)
        if (way.words.size() == 1) builder.unchanged.push_back(way.words.front());
    }
  std::sort(builder.unchanged.begin(), builder.unchanged.end());
  const std::vector<ListId> named = rulebook.lists_named();
  for (std::size_t l = 0; l < rulebook.lists.size(); ++l) {
    const bool read_as_table = std::binary_search(std::begin(kReadAsTables), std::end(kReadAsTables), rulebook.lists[l].name);
    if (read_as_table && !std::binary_search(named.begin(), named.end(), ListId(l))) continue;
    const auto& entries = rulebook.lists[l].entries;
    for (std::size_t e = 0; e < entries.size(); ++e) {
      Accept what;
      what.list = ListId(l);
      what.entry = static_cast<std::uint32_t>(e);
      builder.add(entries[e], what);
    }
  }
  builder.finish();
}

// ---------------------------------------------------------------------------------------------- finding

struct WordIndex::Search {
  const std::vector<TaggedToken>& tokens;
  std::vector<WordHit>& hits;
  std::uint32_t first = 0;      // token where the hits of this walk begin
  std::uint32_t end = 0;        // of the sentence
  bool headline = false;
};

std::uint32_t WordIndex::next(std::uint32_t state, std::uint32_t id, Bend bend) const {
  if ((states_[state].leads_on & bit_of(id)) == 0) return 0;
  const std::uint64_t key = edge_key(state, id, static_cast<unsigned>(bend));
  for (std::size_t at = place_of(state, id, bend); edges_[at].key != 0; at = (at + 1) & (edges_.size() - 1))
    if (edges_[at].key == key) return edges_[at].to;
  return 0;
}

// Where the edge stands, or a little behind.
std::size_t WordIndex::place_of(std::uint32_t state, std::uint32_t id, Bend bend) const {
  return spread(edge_key(state, id, static_cast<unsigned>(bend))) & (edges_.size() - 1);
}

bool WordIndex::stands(Wants wants, const TaggedToken& token, bool headline) const {
  switch (wants) {
    case Wants::anything: return true;
    case Wants::noun: return is_noun(token) || (headline && (token.upos == Upos::ADJ || token.upos == Upos::X));
    case Wants::verb: return token.upos == Upos::VERB;
    case Wants::no_verb: return token.upos != Upos::VERB;
  }
  return false;
}

void WordIndex::accept(Search& search, std::uint32_t state, std::uint32_t end, std::uint32_t head) const {
  const Accept* found = accepts_.data() + states_[state].accepts;
  for (const Accept* const last = found + states_[state].count; found != last; ++found) {
    if (!stands(found->wants, search.tokens[head], search.headline)) continue;
    WordHit& hit = search.hits.emplace_back();
    hit.first = search.first;
    hit.last = end;
    hit.head = head;
    hit.list = found->list;
    hit.form = found->form;
    hit.entry = found->entry;
  }
}

// `state` was reached by all tokens before `token`.
void WordIndex::walk(Search& search, std::uint32_t state, std::uint32_t token, std::uint32_t head, bool may_skip) const {
  accept(search, state, token, head);
  if (token >= search.end || states_[state].leads_on == 0) return;
  const std::size_t found = search.hits.size();
  step(search, state, token, head, may_skip);
  if (!may_skip || !states_[state].of_verb || search.hits.size() != found || token + 1 >= search.end) return;
  const TaggedToken& between = search.tokens[token];
  if (between.upos == Upos::ADV || between.xpos == Xpos::PRPS) step(search, state, token + 1, head, false);
}

void WordIndex::step(Search& search, std::uint32_t state, std::uint32_t token, std::uint32_t head, bool may_skip) const {
  const TaggedToken& at = search.tokens[token];
  if (const std::uint32_t to = next(state, at.word, Bend::none)) walk(search, to, token + 1, head, may_skip);
  const std::uint32_t by_lemma = next(state, at.lemma, Bend::noun);
  if (by_lemma != 0) walk(search, by_lemma, token + 1, token, may_skip);
  if (at.word != at.lemma)
    if (const std::uint32_t to = next(state, at.word, Bend::noun); to != 0 && to != by_lemma) walk(search, to, token + 1, token, may_skip);
  if (at.form.size() > 2 && at.form.find('-') != std::string_view::npos) step_parts(search, state, token, head);
}

// A hyphenated token, part by part; `state` 0 is the start. The last part may be bent.
void WordIndex::step_parts(Search& search, std::uint32_t state, std::uint32_t token, std::uint32_t head) const {
  const TaggedToken& at = search.tokens[token];
  const auto parts = hyphen_parts(at.form);
  if (parts.size() < 2) return;
  const auto id = [&](std::string_view part) { return vocabulary_.find(part); };
  const auto go = [&](std::uint32_t from, std::uint32_t word, Bend bend) -> std::uint32_t {
    if (word == Vocabulary::kNotThere) return 0;
    if (from != 0) return next(from, word, bend);
    if (word >= start_.size()) return 0;
    return bend == Bend::none ? start_[word].exact : bend == Bend::verb ? start_[word].verb : start_[word].noun;
  };
  if (state == 0) {
    if (const std::uint32_t before_hyphen = go(0, id(parts.front()), Bend::none))
      if (const std::uint32_t prefix = go(before_hyphen, hyphen_, Bend::none)) accept(search, prefix, token + 1, token);
    if (const std::uint32_t dash = go(0, hyphen_, Bend::none))
      if (const std::uint32_t suffix = go(dash, id(parts.back()), Bend::none)) accept(search, suffix, token + 1, token);
  }
  std::uint32_t on_the_way = state;
  for (std::size_t p = 0; p + 1 < parts.size(); ++p) {
    on_the_way = go(on_the_way, id(parts[p]), Bend::none);
    if (on_the_way == 0) return;
  }
  if (const std::uint32_t to = go(on_the_way, id(parts.back()), Bend::none)) walk(search, to, token + 1, state == 0 ? token : head, true);
  const auto lemma_parts = hyphen_parts(at.base);
  const std::uint32_t lemma = lemma_parts.size() == parts.size() ? id(lemma_parts.back()) : Vocabulary::kNotThere;
  std::uint32_t before = 0;
  for (const std::uint32_t word : {lemma, id(parts.back())}) {
    const std::uint32_t to = go(on_the_way, word, Bend::noun);
    if (to != 0 && to != before) walk(search, to, token + 1, token, true);
    before = to;
    if (!is_verb(at)) continue;
    if (const std::uint32_t verb = go(on_the_way, word, Bend::verb)) walk(search, verb, token + 1, token, true);
  }
}

// Where the entries that may begin at a token are sought.
void WordIndex::add_walks(const TaggedToken& at, std::uint32_t token, std::vector<Walk>& walks) const {
  const auto add = [&](std::uint32_t state) {
    if (state == 0) return;
    __builtin_prefetch(&states_[state]);
    walks.push_back({token, state});
  };
  const Start own = at.word < start_.size() ? start_[at.word] : Start{};
  const bool verb = is_verb(at);
  add(own.exact);
  add(own.noun);
  if (verb) add(own.verb);
  if (at.lemma != at.word && at.lemma < start_.size()) {
    const Start& start = start_[at.lemma];
    if (start.noun != own.noun) add(start.noun);
    if (verb && start.verb != own.verb) add(start.verb);
  }
  if (at.form.size() > 2 && at.form.find('-') != std::string_view::npos) walks.push_back({token, 0});
}

// The words of a text lie scattered in these tables, so that nearly every look waits for memory: a sentence goes through in
// three steps, each of which asks for what the next one reads.
void WordIndex::find(const Story& story, const std::vector<TaggedToken>& tokens, std::vector<WordHit>& hits) const {
  const auto before = [](const WordHit& a, const WordHit& b) {
    if (a.last != b.last) return a.last > b.last;
    if (a.list != b.list) return a.list < b.list;
    return a.entry != b.entry ? a.entry < b.entry : a.form < b.form;
  };
  const auto same = [](const WordHit& a, const WordHit& b) {
    return a.last == b.last && a.list == b.list && a.entry == b.entry && a.form == b.form;
  };
  std::vector<Walk> walks;
  for (const Sentence& sentence : story.sentences) {
    Search search{tokens, hits, 0, std::min<std::uint32_t>(sentence.last, static_cast<std::uint32_t>(tokens.size())), false};
    search.headline = sentence.block < story.blocks.size() && story.block_of(sentence).kind == BlockKind::headline;
    walks.clear();
    for (std::uint32_t t = sentence.first; t < search.end; ++t) add_walks(tokens[t], t, walks);
    for (const Walk& walk : walks) {
      const State& state = states_[walk.state];
      __builtin_prefetch(&accepts_[state.accepts]);
      if (walk.token + 1 >= search.end) continue;
      const TaggedToken& behind = tokens[walk.token + 1];
      if (state.leads_on & bit_of(behind.word)) __builtin_prefetch(&edges_[place_of(walk.state, behind.word, Bend::none)]);
      if (state.leads_on & bit_of(behind.lemma)) __builtin_prefetch(&edges_[place_of(walk.state, behind.lemma, Bend::noun)]);
    }
    for (auto at = walks.begin(); at != walks.end();) {
      const std::size_t known = hits.size();
      search.first = at->token;
      for (; at != walks.end() && at->token == search.first; ++at) {
        if (at->state != 0) walk(search, at->state, at->token + 1, at->token, true);
        else step_parts(search, 0, at->token, at->token);
      }
      const auto from = hits.begin() + static_cast<std::ptrdiff_t>(known);
      // mostly one entry was found, or the lists of one
      if (std::adjacent_find(from, hits.end(), [&](const WordHit& a, const WordHit& b) { return !before(a, b); }) == hits.end()) continue;
      std::sort(from, hits.end(), before);
      hits.erase(std::unique(from, hits.end(), same), hits.end());
    }
  }
}

void Language::Analyser::find_words(const Story& story, Syntax& syntax) {
  syntax.hits.clear();
  if (impl_->language.word_index) impl_->language.word_index->find(story, syntax.tokens, syntax.hits);
}

}  // namespace crosscheck
