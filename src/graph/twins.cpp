#include "graph/twins.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/hash.h"
#include "graph/align.h"
#include "graph/name_match.h"
#include "graph/story_words.h"
#include "graph/word_gaps.h"
#include "syntax/analyse_syntax.h"
#include "syntax/relations.h"
#include "value/relate.h"

namespace crosscheck {
namespace {

constexpr std::size_t kRun = 3, kKeys = 4;            // words of a run; runs that a sentence is found by
constexpr std::size_t kFewest = 4, kLongest = 120;    // words of a sentence that is compared
constexpr double kAlike = 0.75;                       // words in common, of the shorter sentence
constexpr std::size_t kMostGaps = 3, kWideGap = 4;    // places where they differ; words of one
constexpr std::size_t kCommonRun = 64;                // a run in more sentences than this tells none apart

// A sentence, or what it has in quotation marks, as its words: hashes of their folded forms, and the tokens that they are.
struct Line {
  std::uint32_t story = 0, sentence = 0;
  bool quote = false;  // the words of a quote are compared with those of another, whatever stands around them
  std::vector<std::uint64_t> words;
  std::vector<std::uint32_t> tokens;
};

// A sentence read once more, by itself: what stands in a story's Syntax is gone when all stories have been read, and few
// sentences are asked for. Tokens count from the beginning of the sentence.
struct Reading {
  Story story;
  Syntax syntax;
  std::uint32_t first = 0;  // its first token in its own story
};

std::array<std::uint64_t, kKeys> keys_of(const Line& line) {
  std::array<std::uint64_t, kKeys> smallest;
  smallest.fill(UINT64_MAX);
  for (std::size_t at = 0; at + kRun <= line.words.size(); ++at) {
    Hash h;
    for (std::size_t k = at; k < at + kRun; ++k) h.add(static_cast<std::uint32_t>(line.words[k] ^ (line.words[k] >> 32)));
    const std::uint64_t value = h.value();
    if (value >= smallest.back() || std::find(smallest.begin(), smallest.end(), value) != smallest.end()) continue;
    smallest.back() = value;
    std::sort(smallest.begin(), smallest.end());
  }
  return smallest;
}

std::string_view words_end(std::string_view key) { return key.substr(key.rfind(' ') + 1); }

class Twins {
 public:
  Twins(const std::vector<AnalysedStory>& stories, const EntityLinks& entities, const Rulebook& rulebook, const Language* language)
      : stories_(stories), entities_(entities), rulebook_(rulebook), language_(language), analyser_(language->analyser()), negator_(rulebook.list("negator")),
        no_one_(rulebook.list("no-one")), office_rank_(rulebook.list("office-rank")), standing_(rulebook.choice("standing")) {
    const auto names_of = [&](std::string_view list, std::vector<bool>& out) {
      out.resize(rulebook.lists.size());
      if (const ListId id = rulebook.list(list); id.valid()) {
        for (const ListId included : rulebook[id].all_includes) out[included.index()] = true;
        for (const WordEntry& e : rulebook[id].entries)
          if (const ListId named = rulebook.list(e.text); named.valid()) out[named.index()] = true;
      }
    };
    names_of("office", office_);
    names_of("loose-office", loose_office_);
    lines_of_.resize(rulebook.lists.size());
    for (std::size_t c = 0; c < rulebook.choices.size(); ++c)
      for (const ListId list : rulebook.choices[c].lists) {
        add_line_of(list, ChoiceId(c));
        for (const ListId included : rulebook[list].all_includes) add_line_of(included, ChoiceId(c));
      }
    for (std::uint32_t o = 0; o < rulebook.opposites.size(); ++o)
      for (std::uint32_t side = 0; side < rulebook.opposites[o].sides.size(); ++side)
        for (const std::string& word : rulebook.opposites[o].sides[side]) sides_of_[word].emplace_back(o, side);
  }

  void add_line_of(ListId list, ChoiceId line) {
    std::vector<ChoiceId>& known = lines_of_[list.index()];
    if (known.empty() || known.back() != line) known.push_back(line);
  }
  void add_lines(std::uint32_t story);
  void add_line(Line line, std::uint32_t first, std::uint32_t last);
  std::vector<TwinSentences> run(const std::vector<std::uint32_t>& events);

 private:
  // One side of a gap.
  struct Side {
    const Reading* read;
    const Line* line;
    std::size_t begin, end;  // words of the line
    bool empty() const { return begin == end; }
    std::uint32_t first() const { return line->tokens[begin] - read->first; }  // tokens of the reading
    std::uint32_t last() const { return line->tokens[end - 1] + 1 - read->first; }
    const TaggedToken& word(std::size_t i) const { return read->syntax.tokens[line->tokens[i] - read->first]; }
  };

  TwinSentences compare(std::uint32_t a, std::uint32_t b);
  const Reading& read(std::uint32_t line);
  std::optional<Contrast> contrast(const Side& a, const Side& b) const;
  bool innocent(const Side& side) const;
  bool negation(const Side& more, const Side& less) const;
  bool standing(const Side& more, const Side& less) const;
  bool rank_before_office(const Side& more) const;
  bool office_at(const Side& side, std::uint32_t token) const;
  bool other_office(const Side& a, const Side& b) const;
  bool other_person(const Side& a, const Side& b) const;
  bool opposite(const Side& a, const Side& b) const;
  bool exclusive(const Side& a, const Side& b, bool& alike) const;
  bool opposed(const TaggedToken& a, const TaggedToken& b, bool& alike) const;
  bool all_of(const Side& side, ListId list) const;
  bool holds(ListId wider, ListId list) const {
    const auto& included = rulebook_[wider].all_includes;
    return wider == list || std::find(included.begin(), included.end(), list) != included.end();
  }
  template <class M>
  const M* mention_in(const std::vector<M>& mentions, const Side& side) const;
  template <class F>
  void each_hit(const Side& side, F f) const;  // word hits that share a word with the side
  const QuantityMention* amount_in(const Side& side) const { return mention_in(stories_[side.line->story].mentions.quantities, side); }
  bool other_figure(const Side& a, const Side& b) const;
  bool other_time(const Side& a, const Side& b) const;
  bool other_place(const Side& a, const Side& b) const;
  const NameMention* name_in(const Side& side, bool place) const;
  std::uint32_t person_in(const Side& side) const;
  Span span(const Side& side) const;

  const std::vector<AnalysedStory>& stories_;
  const EntityLinks& entities_;
  const Rulebook& rulebook_;
  const Language* language_;
  std::unique_ptr<Language::Analyser> analyser_;
  ListId negator_, no_one_, office_rank_;
  ChoiceId standing_;
  std::vector<bool> office_, loose_office_;  // per list
  std::vector<std::vector<ChoiceId>> lines_of_;  // per list: the [choices] lines that it stands in
  using Sides = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // line of [opposites] and side of it
  std::unordered_map<std::string_view, Sides> sides_of_;
  std::vector<Line> lines_;
  std::unordered_map<std::uint32_t, std::unique_ptr<Reading>> readings_;  // by line
};

void Twins::add_line(Line line, std::uint32_t first, std::uint32_t last) {
  const Story& story = stories_[line.story].story;
  for (std::uint32_t t = first; t < last; ++t) {
    const std::string_view word = story.words(story.tokens[t]);
    if (!is_word(word)) continue;
    line.words.push_back(word_hash(word));
    line.tokens.push_back(t);
  }
  if (line.words.size() > kFewest && line.words.size() <= kLongest) lines_.push_back(std::move(line));
}

void Twins::add_lines(std::uint32_t s) {
  const AnalysedStory& story = stories_[s];
  for (std::uint32_t i = 0; i < story.story.sentences.size(); ++i)
    add_line({s, i, false, {}, {}}, story.story.sentences[i].first, story.story.sentences[i].last);
  for (const QuoteMention& quote : story.mentions.quotes) {
    const Sentence& sentence = story.story.sentences[quote.at.sentence];
    add_line({s, quote.at.sentence, true, {}, {}}, quote.at.first, std::min(quote.at.last, sentence.last));
  }
}

const Reading& Twins::read(std::uint32_t i) {
  std::unique_ptr<Reading>& known = readings_[i];
  if (known) return *known;
  known = std::make_unique<Reading>();
  const Story& story = stories_[lines_[i].story].story;
  const Sentence& sentence = story.sentences[lines_[i].sentence];
  known->first = sentence.first;
  Story& one = known->story;
  const std::uint32_t begin = story.tokens[sentence.first].begin;
  one.text = std::string(story.words(story.span(sentence.first, sentence.last)));
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
    one.tokens.push_back({story.tokens[t].begin - begin, story.tokens[t].end - begin});
  one.blocks.push_back({0, static_cast<std::uint32_t>(one.text.size()), BlockKind::body, 0});
  one.sentences.push_back({0, sentence.last - sentence.first, 0});
  known->syntax = analyse_syntax(one, *language_, *analyser_);
  return *known;
}

template <class F>
void Twins::each_hit(const Side& side, F f) const {
  if (side.empty()) return;
  constexpr std::uint32_t kLongestHit = 8;
  const std::vector<WordHit>& hits = side.read->syntax.hits;
  const std::uint32_t from = side.first() > kLongestHit ? side.first() - kLongestHit : 0;
  auto hit = std::lower_bound(hits.begin(), hits.end(), from, [](const WordHit& h, std::uint32_t t) { return h.first < t; });
  for (; hit != hits.end() && hit->first < side.last(); ++hit)
    if (hit->last > side.first()) f(*hit);
}

// Words of the list and nothing else.
bool Twins::all_of(const Side& side, ListId list) const {
  if (side.empty() || !list.valid()) return false;
  std::uint32_t covered = side.first();
  each_hit(side, [&](const WordHit& hit) {
    if (holds(list, hit.list) && hit.first <= covered) covered = std::max(covered, hit.last);
  });
  return covered >= side.last();
}

// Nothing that tells another fact: no figure and no name.
bool Twins::innocent(const Side& side) const {
  for (std::size_t i = side.begin; i < side.end; ++i)
    if (const Upos upos = side.word(i).upos; upos == Upos::NUM || upos == Upos::PROPN) return false;
  return true;
}

bool Twins::negation(const Side& more, const Side& less) const {
  return less.empty() && (all_of(more, negator_) || all_of(more, no_one_));
}

// "Former" or nothing before a person or an office: what stands there is of the noun group, "then" of another is no standing.
bool Twins::standing(const Side& more, const Side& less) const {
  if (!less.empty() || !standing_.valid()) return false;
  const auto& groups = more.read->syntax.noun_groups;
  const auto group = std::upper_bound(groups.begin(), groups.end(), more.first(), [](std::uint32_t t, const NounGroup& g) { return t < g.last; });
  if (group == groups.end() || group->first > more.first() || group->head < more.last()) return false;
  const TaggedToken& head = more.read->syntax.tokens[group->head];
  if (head.noun_class != NounClass::person && head.upos != Upos::PROPN && !office_at(more, more.last())) return false;
  for (const ListId list : rulebook_[standing_].lists) {
    Choice said;
    said.choice = standing_;
    said.covers = rulebook_.covers(standing_, list);
    said.name = rulebook_[list].name;
    Choice unsaid;
    unsaid.choice = standing_;
    if (all_of(more, list) && relate(Value(said), Value(unsaid)) == Relation::disjoint) return true;
  }
  return false;
}

// "Deputy" or nothing before an office.
bool Twins::rank_before_office(const Side& more) const {
  if (!all_of(more, office_rank_)) return false;
  return office_at(more, more.last());
}

bool Twins::office_at(const Side& side, std::uint32_t token) const {
  const std::vector<WordHit>& hits = side.read->syntax.hits;
  return std::any_of(hits.begin(), hits.end(), [&](const WordHit& hit) { return hit.first == token && office_[hit.list.index()]; });
}

// The two sides name offices, and none of one is an office of the other.
bool Twins::other_office(const Side& a, const Side& b) const {
  const auto offices = [&](const Side& side) {  // of the longest title there: "district attorney" is no attorney
    std::vector<const WordHit*> hits, out;
    each_hit(side, [&](const WordHit& hit) {
      if (office_[hit.list.index()]) hits.push_back(&hit);
    });
    const auto inside = [](const WordHit& x, const WordHit& y) { return y.first <= x.first && x.last <= y.last && y.last - y.first > x.last - x.first; };
    std::copy_if(hits.begin(), hits.end(), std::back_inserter(out), [&](const WordHit* x) {
      return std::none_of(hits.begin(), hits.end(), [&](const WordHit* y) { return inside(*x, *y); });
    });
    return out;
  };
  const std::vector<const WordHit*> in_a = offices(a), in_b = offices(b);
  const auto loose = [&](const WordHit* hit) { return loose_office_[hit->list.index()]; };
  if (in_a.empty() || in_b.empty() || std::any_of(in_a.begin(), in_a.end(), loose) || std::any_of(in_b.begin(), in_b.end(), loose)) return false;
  return std::none_of(in_a.begin(), in_a.end(), [&](const WordHit* x) {
    return std::any_of(in_b.begin(), in_b.end(), [&](const WordHit* y) { return holds(x->list, y->list) || holds(y->list, x->list); });
  });
}

// The mention that shares a word with the side; null: none does.
template <class M>
const M* Twins::mention_in(const std::vector<M>& mentions, const Side& side) const {
  if (side.empty()) return nullptr;
  const std::uint32_t first = side.line->tokens[side.begin], last = side.line->tokens[side.end - 1];
  const auto at = std::lower_bound(mentions.begin(), mentions.end(), first, [](const M& m, std::uint32_t t) { return m.at.last <= t; });
  return at != mentions.end() && at->at.first <= last ? &*at : nullptr;
}

const NameMention* Twins::name_in(const Side& side, bool place) const {
  const NameMention* name = mention_in(stories_[side.line->story].mentions.names, side);
  return name && !name->pronoun && !name->epithet && (name->kind == NameKind::place) == place ? name : nullptr;
}

// Of two amounts. Figures that both are hedged alike ("in excess of") exclude each other here as the plain ones do.
bool Twins::other_figure(const Side& a, const Side& b) const {
  const QuantityMention *x = amount_in(a), *y = amount_in(b);
  if (x->value.dimension != y->value.dimension) return false;
  const Quantity &p = x->value, &q = y->value;
  const bool open = std::isinf(p.low) || std::isinf(p.high), both_open = (std::isinf(p.low) && std::isinf(q.low)) || (std::isinf(p.high) && std::isinf(q.high));
  if (both_open) return std::isinf(p.high) ? p.low != q.low : p.high != q.high;
  Quantity like = q;
  if (p.dimension.empty() || p.dimension == "count") like.unit = p.unit;  // the words around are the same
  return !open && relate(p, like) == Relation::disjoint;
}

bool Twins::other_time(const Side& a, const Side& b) const {
  const auto* x = mention_in(stories_[a.line->story].mentions.times, a);
  const auto* y = mention_in(stories_[b.line->story].mentions.times, b);
  if (!x || !y) return false;
  if (x->value.from < x->value.to && y->value.from < y->value.to) return relate(x->value, y->value) == Relation::disjoint;
  return x->value.timex != y->value.timex && x->value.timex.size() == y->value.timex.size();
}

bool Twins::other_place(const Side& a, const Side& b) const {
  const NameMention *x = a.empty() ? nullptr : name_in(a, true), *y = b.empty() ? nullptr : name_in(b, true);
  if (!x || !y) return false;
  const auto place = [&](const Side& side, const NameMention& name) -> const std::optional<Place>& {
    return stories_[side.line->story].mentions.entities[name.entity].place;
  };
  const auto &p = place(a, *x), &q = place(b, *y);
  return p && q && relate(*p, *q) == Relation::disjoint;
}

// The person that the side names: by a mention, or by a surname that the story knows and that no mention was made of. kNone:
// it names none, or not surely.
std::uint32_t Twins::person_in(const Side& side) const {
  if (side.empty()) return kNone;
  const Mentions& mentions = stories_[side.line->story].mentions;
  if (const NameMention* name = name_in(side, false); name && (name->kind == NameKind::person || name->kind == NameKind::other)) return name->entity;
  std::uint32_t found = kNone;
  const std::string_view last = side.word(side.end - 1).form;
  for (std::uint32_t e = 0; e < mentions.entities.size() && side.word(side.end - 1).upos != Upos::NOUN; ++e) {
    if (mentions.entities[e].kind != NameKind::person || words_end(mentions.entities[e].key) != last) continue;
    if (found != kNone) return kNone;
    found = e;
  }
  return found;
}

// A shared surname may be one person under two first names.
bool Twins::other_person(const Side& a, const Side& b) const {
  const std::uint32_t x = person_in(a), y = person_in(b);
  if (x == kNone || y == kNone) return false;
  const StoryEntity &p = stories_[a.line->story].mentions.entities[x], &q = stories_[b.line->story].mentions.entities[y];
  if (p.kind != NameKind::person && q.kind != NameKind::person) return false;
  const EntityId e = entities_.of(StoryId(a.line->story), x), f = entities_.of(StoryId(b.line->story), y);
  if (!e.valid() || !f.valid() || e == f) return false;
  const auto v = name_words(p.key), w = name_words(q.key);
  return !v.empty() && !w.empty() && skeleton(v.back()) != skeleton(w.back());
}

// Two words of one line of [choices] that exclude each other; `alike` where both stand in one list.
bool Twins::exclusive(const Side& a, const Side& b, bool& alike) const {
  bool found = false;
  each_hit(a, [&](const WordHit& x) {
    each_hit(b, [&](const WordHit& y) {
      alike = alike || (x.list == y.list && !lines_of_[x.list.index()].empty());
      const auto& others = lines_of_[y.list.index()];
      for (const ChoiceId line : lines_of_[x.list.index()]) {
        if (found || std::find(others.begin(), others.end(), line) == others.end()) continue;
        const auto p = rulebook_.covers(line, x.list), q = rulebook_.covers(line, y.list);
        found = std::none_of(p.begin(), p.end(), [&](std::uint32_t l) { return std::find(q.begin(), q.end(), l) != q.end(); });
      }
    });
  });
  return found;
}

// Two words of one line of [opposites], or antonyms in WordNet.
bool Twins::opposed(const TaggedToken& a, const TaggedToken& b, bool& alike) const {
  bool found = false;
  for (const std::string_view x : {a.form, a.base}) {
    const auto p = sides_of_.find(x);
    for (const std::string_view y : {b.form, b.base}) {
      const auto q = sides_of_.find(y);
      if (p == sides_of_.end() || q == sides_of_.end()) continue;
      for (const auto& [line, side] : p->second)
        for (const auto& [other_line, other_side] : q->second) {
          if (line != other_line) continue;
          (side == other_side ? alike : found) = true;
        }
    }
  }
  if (found) return found;
  const WordRelations& relations = language_->relations();
  return relations.opposite(relations.find(a.base), relations.find(b.base));
}

bool Twins::opposite(const Side& a, const Side& b) const {
  bool alike = false, found = exclusive(a, b, alike);
  for (std::size_t i = a.begin; i < a.end; ++i)
    for (std::size_t j = b.begin; j < b.end; ++j) found = opposed(a.word(i), b.word(j), alike) || found;
  return found && !alike;
}

std::optional<Contrast> Twins::contrast(const Side& a, const Side& b) const {
  if (a.empty() || b.empty()) {
    const Side &more = a.empty() ? b : a, &less = a.empty() ? a : b;
    if (negation(more, less)) return Contrast::negation;
    if (standing(more, less)) return Contrast::standing;
    if (rank_before_office(more)) return Contrast::office;
    return std::nullopt;
  }
  if (other_person(a, b)) return Contrast::person;
  if (other_office(a, b)) return Contrast::office;
  if (other_place(a, b)) return Contrast::place;
  if (other_time(a, b)) return Contrast::time;
  if (amount_in(a) && amount_in(b)) {  // "48 hours" and "two days": their units are no contrast
    if (other_figure(a, b)) return Contrast::figure;
    return std::nullopt;
  }
  if (opposite(a, b)) return Contrast::opposite;
  return std::nullopt;
}

// The words that differ with a word on either side, within the sentence.
Span Twins::span(const Side& side) const {
  const Story& story = stories_[side.line->story].story;
  const Sentence& sentence = story.sentences[side.line->sentence];
  const std::uint32_t before = side.begin > 0 ? side.line->tokens[side.begin - 1] : sentence.first;
  const std::uint32_t behind = side.end < side.line->tokens.size() ? side.line->tokens[side.end] + 1 : sentence.last;
  return story.span(before, behind);
}

TwinSentences Twins::compare(std::uint32_t i, std::uint32_t j) {
  const Line &a = lines_[i], &b = lines_[j];
  TwinSentences out;
  out.a = StoryId(a.story);
  out.b = StoryId(b.story);
  out.sentence_a = a.sentence;
  out.sentence_b = b.sentence;
  std::vector<Gap> gaps = gaps_between(a.words, b.words);
  std::size_t common = a.words.size();
  for (const Gap& gap : gaps) common -= gap.a_end - gap.a;
  if (a.quote) trim_ends(gaps, a.words.size(), b.words.size());
  out.words = common;
  out.likeness = static_cast<double>(out.words) / static_cast<double>(std::max(a.words.size(), b.words.size()));
  if (out.words < kFewest || static_cast<double>(out.words) < kAlike * static_cast<double>(std::min(a.words.size(), b.words.size())))
    return out;
  if (gaps.empty() || gaps.size() > kMostGaps) return out;
  if (std::any_of(gaps.begin(), gaps.end(), [](const Gap& g) { return g.a_end - g.a > kWideGap || g.b_end - g.b > kWideGap; })) return out;
  for (const Gap& gap : gaps) {
    const Side x{&read(i), &a, gap.a, gap.a_end}, y{&read(j), &b, gap.b, gap.b_end};
    if (const auto kind = contrast(x, y)) out.differences.push_back({*kind, span(x), span(y)});
    else if (!innocent(x) || !innocent(y)) return out.differences.clear(), out;
  }
  return out;
}

std::vector<TwinSentences> Twins::run(const std::vector<std::uint32_t>& events) {
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> holders;
  for (std::uint32_t i = 0; i < lines_.size(); ++i)
    for (const std::uint64_t key : keys_of(lines_[i]))
      if (key != UINT64_MAX) holders[key].push_back(i);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const auto& [key, in] : holders) {
    if (in.size() > kCommonRun) continue;
    for (std::size_t i = 0; i < in.size(); ++i)
      for (std::size_t j = i + 1; j < in.size(); ++j)
        if (const Line &a = lines_[in[i]], &b = lines_[in[j]]; a.quote == b.quote && a.story != b.story && events[a.story] == events[b.story]) pairs.emplace_back(in[i], in[j]);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());

  std::vector<TwinSentences> all;
  std::unordered_map<std::uint64_t, double> best;  // sentence and other story
  const auto key = [](std::uint32_t line, std::uint32_t story) { return (std::uint64_t{line} << 32) | story; };
  std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;
  for (const auto& [i, j] : pairs) {
    TwinSentences pair = compare(i, j);
    for (const std::uint64_t k : {key(i, lines_[j].story), key(j, lines_[i].story)}) {
      double& known = best[k];
      known = std::max(known, pair.likeness);
    }
    if (pair.differences.empty()) continue;
    all.push_back(std::move(pair));
    lines.emplace_back(i, j);
  }
  std::vector<TwinSentences> out;
  for (std::size_t p = 0; p < all.size(); ++p) {
    const auto [i, j] = lines[p];
    if (best[key(i, lines_[j].story)] <= all[p].likeness && best[key(j, lines_[i].story)] <= all[p].likeness) out.push_back(std::move(all[p]));
  }
  return out;
}

}  // namespace

std::vector<TwinSentences> find_twins(const std::vector<AnalysedStory>& stories, const std::vector<std::uint32_t>& events,
                                      const EntityLinks& entities, const Rulebook& rulebook, const Language* language) {
  if (!language || stories.size() < 2) return {};
  Twins twins(stories, entities, rulebook, language);
  for (std::uint32_t s = 0; s < stories.size(); ++s) twins.add_lines(s);
  return twins.run(events);
}

}  // namespace crosscheck
