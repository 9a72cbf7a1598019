#include "claim/extract_claims.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include <fmt/format.h>

#include "claim/claim_maker.h"
#include "claim/disputes.h"
#include "claim/engine_lists.h"
#include "claim/lattice.h"
#include "claim/match.h"
#include "claim/program.h"
#include "claim/story_index.h"
#include "rulebook/slot_types.h"

namespace crosscheck {
namespace {

constexpr std::uint32_t kBeforeTrigger = 16;  // cells of a sentence in which a pattern around a trigger may begin
constexpr std::size_t kMostContext = 100;      // words; more are no sentence
constexpr std::size_t kMostMatches = 400;     // of one sentence; a list longer than that is no prose

bool meets(std::pair<std::uint32_t, std::uint32_t> a, std::pair<std::uint32_t, std::uint32_t> b) {
  return a.first < b.second && b.first < a.second;
}

bool share_words(const Match& a, const Match& b) {
  for (std::uint32_t i = 0; i < a.word_count; ++i)
    for (std::uint32_t j = 0; j < b.word_count; ++j)
      if (a.by_list[i] && b.by_list[j] && meets(a.words[i], b.words[j])) return true;
  return false;
}

bool share_slots(const Match& a, const Match& b) {
  for (std::uint32_t i = 0; i < a.fill_count; ++i)
    for (std::uint32_t j = 0; j < b.fill_count; ++j)
      if (meets({a.fills[i].first, a.fills[i].last}, {b.fills[j].first, b.fills[j].last})) return true;
  return false;
}

bool with_words(const Match& m) {
  for (std::uint32_t i = 0; i < m.word_count; ++i)
    if (m.by_list[i]) return true;
  for (std::uint32_t i = 0; i < m.fill_count; ++i)
    if (m.fills[i].from == Fill::From::hit) return true;
  return false;
}

bool share_choice(const Match& a, const Match& b) {
  const auto words = [](const Match& m, auto f) {
    for (std::uint32_t i = 0; i < m.word_count; ++i)
      if (m.by_list[i]) f(m.words[i]);
    for (std::uint32_t i = 0; i < m.fill_count; ++i)
      if (m.fills[i].from == Fill::From::hit) f(std::pair{m.fills[i].first, m.fills[i].last});
  };
  bool shared = false;
  words(a, [&](auto x) { words(b, [&](auto y) { shared |= meets(x, y); }); });
  return shared;
}

// "Lund, the envoy of President Ada Holm": two titles, one in the other, of two holders.
bool held_by_others(const StoryIndex& index, const Match& a, const Match& b) {
  for (std::uint32_t i = 0; i < a.fill_count; ++i)
    for (std::uint32_t j = 0; j < b.fill_count; ++j) {
      if (a.fills[i].from != Fill::From::title || b.fills[j].from != Fill::From::title) continue;
      const std::uint32_t one = index.mentions.titles[a.fills[i].index].person, other = index.mentions.titles[b.fills[j].index].person;
      if (one != kNone && other != kNone && index.mentions.names[one].entity != index.mentions.names[other].entity) return true;
    }
  return false;
}

// Two matches of one kind tell the same: they rest on the same word, or, where one rests on none, on the same mention.
bool rivals(const StoryIndex& index, const Match& a, const Match& b) {
  if (share_words(a, b) || share_choice(a, b)) return true;
  return (!with_words(a) || !with_words(b)) && share_slots(a, b) && !held_by_others(index, a, b);
}

class Extraction {
 public:
  Extraction(const StoryIndex& index, const ProgramSet& programs)
      : index_(index), programs_(programs), matcher_(index, programs), maker_(index, programs),
        ready_(programs.ready), tried_(programs.programs.size(), 0) {}

  StoryClaims run(ClaimsFor use);
  std::vector<PatternTrace> trace(KindId kind);

 private:
  struct Hit {
    std::uint32_t program, token;
    std::uint8_t form;  // of the list entry: kActive and kPassive stand only at a verb of that voice
  };
  static constexpr std::uint8_t kActive = 1, kPassive = 2, kAnyForm = 3;
  static bool may_stand(const Hit& hit, const Clause& clause, Voice voice, bool loose);
  void pick_programs(const Clause& read, Voice voice, bool headline);

  void find_triggers(const Sentence& sentence);
  void match_sentence(const Sentence& sentence, bool headline);
  void match_clause(const Clause& clause, bool headline);
  void run_programs(Lattice& lattice);
  void take_best(std::uint32_t sentence, std::vector<Claim>& out);
  bool forbidden(KindId kind, std::uint32_t sentence);
  void ready_made(std::uint32_t sentence, std::vector<Claim>& out);
  void loose(std::uint32_t sentence, std::vector<Claim>& out);
  void add_names(std::vector<Claim>& out);
  std::vector<ContextWord> context_of(std::uint32_t sentence);

  const StoryIndex& index_;
  const ProgramSet& programs_;
  Matcher matcher_;
  ClaimMaker maker_;
  const ReadyKinds& ready_;
  std::vector<Hit> triggered_;
  std::vector<Hit> by_token_;         // those of programs that need no verb
  std::vector<Match> matches_;
  Lattice lattice_;
  Lattice whole_;                     // of sentence whole_of_, for `unless`
  std::uint32_t whole_of_ = kNone;
  std::vector<std::uint32_t> tried_;  // per program: stamp of the view it was picked for
  std::vector<std::uint32_t> picked_; // programs
  std::uint32_t stamp_ = 0;
  std::uint32_t next_quote_ = 0, next_figure_ = 0, next_time_ = 0, next_name_ = 0, next_score_ = 0;
  std::vector<ContextWord> context_;  // of the sentence at hand, and the numbers of its words
  std::vector<std::uint32_t> seen_;
};

void Extraction::find_triggers(const Sentence& sentence) {
  const Syntax& syntax = index_.syntax;
  const std::uint32_t hits = index_.asked_begin[sentence.first], hits_end = index_.asked_begin[sentence.last];
  const std::uint32_t refs = index_.ref_begin[sentence.first], refs_end = index_.ref_begin[sentence.last];
  Content content;
  content.features = kContentHere;  // a clause inside another
  for (std::uint32_t h = hits; h < hits_end; ++h) content.lists.add(syntax.hits[index_.asked_hits[h]].list);
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    content.features |= index_.cells[t].features;
    content.words |= index_.cells[t].word;
    if (index_.group_of[t] != kNone) content.features |= kGroupOpens;
  }
  triggered_.clear();
  const auto add = [&](const std::vector<std::uint32_t>& programs, std::uint32_t token, std::uint8_t form = kAnyForm) {
    for (const std::uint32_t p : programs)
      if (worth_a_try(programs_.programs[p], content)) triggered_.push_back({p, token, form});
  };
  for (std::uint32_t h = hits; h < hits_end; ++h) {
    const WordHit& hit = syntax.hits[index_.asked_hits[h]];
    add(programs_.by_list[hit.list.index()], hit.head,
        hit.form == WordEntry::Form::verb ? kActive : hit.form == WordEntry::Form::passive ? kPassive : kAnyForm);
  }
  for (std::uint32_t r = refs; r < refs_end; ++r) {
    const MentionRef& ref = index_.refs[r];
    add(programs_.by_mention[static_cast<std::size_t>(ref.type)], ref.first);
    if (ref.type == MentionType::quantity)
      add(programs_.by_quantity[static_cast<std::size_t>(index_.mentions.quantities[ref.index].kind)], ref.first);
  }
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
    if (const std::uint32_t word = index_.tag(t).word; word < programs_.words.size() && programs_.words[word]) add(programs_.by_word[word], t);
}

void Extraction::match_sentence(const Sentence& sentence, bool headline) {
  by_token_.clear();
  for (const Hit& hit : triggered_)
    if (programs_.programs[hit.program].by_nouns) by_token_.push_back(hit);
  if (by_token_.empty()) return;
  lattice_.build(index_, sentence, headline);
  matcher_.prepare(lattice_);
  std::sort(by_token_.begin(), by_token_.end(), [](const Hit& a, const Hit& b) {
    return std::tie(a.token, a.program, a.form) < std::tie(b.token, b.program, b.form);
  });
  std::vector<std::uint32_t>& last = tried_;  // per program: one behind the last cell it was started from
  for (const Hit& hit : by_token_) last[hit.program] = 0;
  Match match;
  for (const Hit& hit : by_token_) {
    const Program& program = programs_.programs[hit.program];
    const std::uint32_t cell = hit.token - sentence.first;
    if (last[hit.program] > cell || !worth_a_try(program, lattice_.behind.front())) continue;
    std::uint32_t from = cell > kBeforeTrigger ? cell - kBeforeTrigger : 0;
    from = std::max(from, last[hit.program]);
    for (std::uint32_t c = from; c <= cell && c < lattice_.cells.size(); ++c)
      if (may_begin(program, lattice_, c) && matches_.size() < kMostMatches &&
          matcher_.match(program, lattice_, static_cast<std::uint16_t>(c), match))
        matches_.push_back(match);
    last[hit.program] = cell + 1;
  }
  for (const Hit& hit : by_token_) last[hit.program] = 0;
}

// A verb entry stands only at the clause's own verb, and in its voice; all else wherever the clause has words.
bool Extraction::may_stand(const Hit& hit, const Clause& clause, Voice voice, bool loose) {
  if (hit.form != kAnyForm && !(loose && !clause.has_verb()))
    return clause.has_verb() && hit.token == clause.verb.head && (hit.form == kActive) == (voice == Voice::active);
  if (hit.token >= clause.first && hit.token < clause.last) return true;
  if (clause.has_verb() && hit.token >= clause.verb.first && hit.token < clause.verb.last) return true;
  for (const Part& part : clause.parts)
    if (hit.token >= part.first && hit.token < part.last) return true;
  return false;
}

// The programs of which some trigger may stand in the clause in this voice, each once.
void Extraction::pick_programs(const Clause& read, Voice voice, bool headline) {
  const bool loose = headline || !read.has_verb();
  ++stamp_;
  picked_.clear();
  for (const Hit& hit : triggered_) {
    if (!programs_.programs[hit.program].with_verbs || tried_[hit.program] == stamp_ || !may_stand(hit, read, voice, loose)) continue;
    tried_[hit.program] = stamp_;
    picked_.push_back(hit.program);
  }
}

void Extraction::run_programs(Lattice& lattice) {
  matcher_.prepare(lattice);
  Match match;
  for (const std::uint32_t p : picked_) {
    const Program& program = programs_.programs[p];
    if (!worth_a_try(program, lattice.behind.front())) continue;
    for (std::uint16_t c = 0; c < lattice.cells.size(); ++c)
      if (may_begin(program, lattice, c) && matches_.size() < kMostMatches && matcher_.match(program, lattice, c, match))
        matches_.push_back(match);
  }
}

void Extraction::match_clause(const Clause& clause, bool headline) {
  if (triggered_.empty()) return;
  const std::optional<Clause> active = read_as_active(index_, clause);
  const Clause& read = active ? *active : clause;
  const Voice spoken = read.verb.voice, other = spoken == Voice::active ? Voice::passive : Voice::active;
  pick_programs(read, spoken, headline);
  if (!picked_.empty()) {
    lattice_.build(index_, clause, read.parts, spoken, false, headline);
    run_programs(lattice_);
  }
  if (!clause.has_verb()) return;
  pick_programs(read, other, headline);
  if (picked_.empty()) return;
  const std::vector<Part> parts = turned(read);
  if (parts.empty()) return;
  lattice_.build(index_, clause, parts, spoken, true, headline);
  run_programs(lattice_);
}

bool Extraction::forbidden(KindId kind, std::uint32_t sentence) {
  const std::vector<Program>& unless = programs_.unless[kind.index()];
  if (unless.empty()) return false;
  if (whole_of_ != sentence) {
    whole_.build(index_, index_.story.sentences[sentence], false);
    whole_.any_voice = true;
    matcher_.prepare(whole_);
    whole_of_ = sentence;
  }
  return std::any_of(unless.begin(), unless.end(), [&](const Program& p) { return matcher_.found(p, whole_); });
}

// A title that somebody else bears goes with nobody but him.
bool wrong_holder(const StoryIndex& index, const Match& match) {
  if (match.clause && match.clause->has_verb() && with_words(match)) return false;
  for (std::uint32_t i = 0; i < match.fill_count; ++i) {
    if (match.fills[i].from != Fill::From::title) continue;
    const std::uint32_t holder = index.mentions.titles[match.fills[i].index].person;
    if (holder == kNone) continue;
    for (std::uint32_t j = 0; j < match.fill_count; ++j)
      if (match.fills[j].from == Fill::From::name &&
          index.mentions.names[match.fills[j].index].entity != index.mentions.names[holder].entity)
        return true;
  }
  return false;
}

// "three knocks": the thing must be another than the one that the figure counts.
bool counts_itself(const StoryIndex& index, const Match& match) {
  for (std::uint32_t f = 0; f < match.fill_count; ++f) {
    if (match.fills[f].from != Fill::From::quantity) continue;
    const std::uint32_t noun = index.mentions.quantities[match.fills[f].index].noun;
    for (std::uint32_t g = 0; g < match.fill_count; ++g) {
      const Fill& group = match.fills[g];
      if (group.from == Fill::From::group && noun != kNone && noun >= group.first && noun < group.last && noun + 1 == group.last) return true;
    }
  }
  return false;
}

// The figures of a `sum` are of one sort: 90 euros are no parts of three ways.
bool mixed_sum(const StoryIndex& index, const Match& match) {
  const ClaimKind& kind = index.rulebook[match.program->kind];
  if (!kind.sum) return false;
  std::string_view dimension;
  for (std::uint32_t f = 0; f < match.fill_count; ++f) {
    const Fill& fill = match.fills[f];
    if (fill.from != Fill::From::quantity) continue;
    const Quantity& q = index.mentions.quantities[fill.index].value;
    if (q.unit.empty()) continue;  // a bare number takes the unit of its companions
    if (!dimension.empty() && dimension != q.dimension) return true;
    dimension = q.dimension;
  }
  return false;
}

void Extraction::take_best(std::uint32_t sentence, std::vector<Claim>& out) {
  if (matches_.empty()) return;
  std::stable_sort(matches_.begin(), matches_.end(), [](const Match& a, const Match& b) {
    if (a.program->kind != b.program->kind) return a.program->kind < b.program->kind;
    return better(a, b);
  });
  for (std::size_t i = 0; i < matches_.size();) {
    const KindId kind = matches_[i].program->kind;
    std::size_t end = i;
    std::vector<std::size_t> taken;
    for (; end < matches_.size() && matches_[end].program->kind == kind; ++end) {
      if (wrong_holder(index_, matches_[end]) || counts_itself(index_, matches_[end]) || mixed_sum(index_, matches_[end])) continue;
      const bool free = std::none_of(taken.begin(), taken.end(), [&](std::size_t t) { return rivals(index_, matches_[t], matches_[end]); });
      if (free) taken.push_back(end);
    }
    if (!taken.empty() && !forbidden(kind, sentence))
      for (const std::size_t t : taken) maker_.from_match(matches_[t], out);
    i = end;
  }
}

void Extraction::ready_made(std::uint32_t sentence, std::vector<Claim>& out) {
  const Syntax& syntax = index_.syntax;
  if (ready_.clause.valid())
    for (std::uint32_t c = syntax.clause_begin[sentence]; c < syntax.clause_begin[sentence + 1]; ++c)
      maker_.from_clause(c, out);
  const Mentions& mentions = index_.mentions;
  while (next_quote_ < mentions.quotes.size() && mentions.quotes[next_quote_].at.sentence < sentence) ++next_quote_;
  for (; next_quote_ < mentions.quotes.size() && mentions.quotes[next_quote_].at.sentence == sentence; ++next_quote_)
    if (ready_.quote.valid()) maker_.from_quote(next_quote_, out);
}

// Claims that a mention carries.
void Extraction::loose(std::uint32_t s, std::vector<Claim>& out) {
  const Sentence& sentence = index_.story.sentences[s];
  const std::vector<QuantityMention>& figures = index_.mentions.quantities;
  while (next_figure_ < figures.size() && figures[next_figure_].at.sentence < s) ++next_figure_;
  for (; next_figure_ < figures.size() && figures[next_figure_].at.sentence == s; ++next_figure_)
    if (ready_.figure.valid()) maker_.from_figure(next_figure_, out);
  const std::vector<TimeMention>& times = index_.mentions.times;
  while (next_time_ < times.size() && times[next_time_].at.sentence < s) ++next_time_;
  for (; next_time_ < times.size() && times[next_time_].at.sentence == s; ++next_time_)
    if (ready_.moment.valid()) maker_.from_moment(next_time_, out);
  const std::vector<NameMention>& names = index_.mentions.names;
  while (next_name_ < names.size() && names[next_name_].at.sentence < s) ++next_name_;
  for (; next_name_ < names.size() && names[next_name_].at.sentence == s; ++next_name_)
    if (ready_.spot.valid()) maker_.from_spot(next_name_, out);
  const std::vector<ScoreMention>& scores = index_.mentions.scores;
  while (next_score_ < scores.size() && scores[next_score_].at.sentence < s) ++next_score_;
  for (; next_score_ < scores.size() && scores[next_score_].at.sentence == s; ++next_score_)
    if (ready_.tally.valid()) maker_.from_score(next_score_, out);
  if (!ready_.state.valid()) return;
  const std::vector<WordHit>& hits = index_.syntax.hits;
  constexpr std::ptrdiff_t kManySenses = 12;  // lists of [choices] that one word stands in: more, and it tells nothing by itself
  for (std::uint32_t h = index_.hit_begin[sentence.first]; h < hits.size() && hits[h].first < sentence.last; ++h) {
    if (programs_.lines_of[hits[h].list.index()].empty()) continue;
    const auto same = [&](const WordHit& other) {
      return other.last == hits[h].last && !programs_.lines_of[other.list.index()].empty();
    };
    const auto begin = hits.begin() + index_.hit_begin[hits[h].first], end = hits.begin() + index_.hit_begin[hits[h].first + 1];
    if (std::count_if(begin, end, same) <= kManySenses) maker_.from_state(h, out);
  }
}

// One claim for each way in which an entity is written.
void Extraction::add_names(std::vector<Claim>& out) {
  if (!ready_.name.valid()) return;
  for (const StoryEntity& entity : index_.mentions.entities) {
    std::vector<std::string_view> seen;
    for (const std::uint32_t n : entity.names) {
      const NameMention& name = index_.mentions.names[n];
      if (name.pronoun || name.epithet || std::find(seen.begin(), seen.end(), name.name.text) != seen.end()) continue;
      if (seen.size() >= 8) break;
      seen.push_back(name.name.text);
      maker_.begin_sentence(name.at.sentence);
      maker_.from_name(n, out);
    }
  }
}

// What event the sentence belongs to: its content words, each once.
std::vector<ContextWord> Extraction::context_of(std::uint32_t sentence) {
  const Sentence& s = index_.story.sentences[sentence];
  context_.clear();
  seen_.clear();
  std::uint64_t bits = 0;  // word_bit()s of those seen
  for (std::uint32_t t = s.first; t < s.last; ++t) {
    const TaggedToken& token = index_.tag(t);
    if (!is_content_word(token)) continue;
    const bool name = token.upos == Upos::PROPN;
    const std::uint32_t number = name ? token.word : token.lemma;
    if ((bits & word_bit(number)) != 0 && std::find(seen_.begin(), seen_.end(), number) != seen_.end()) continue;
    bits |= word_bit(number);
    if (seen_.size() == kMostContext) break;
    seen_.push_back(number);
    context_.push_back({name ? token.form : token.base, clause_around(index_, sentence, t, t + 1)});
  }
  return context_;
}

// By place, then by kind. Claims are large, so their numbers are sorted and each is moved once.
void put_in_order(std::vector<Claim>& claims) {
  std::vector<std::uint32_t> order(claims.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t i, std::uint32_t j) {
    const Claim &a = claims[i], &b = claims[j];
    return std::tie(a.sentence, a.span, a.kind, i) < std::tie(b.sentence, b.span, b.kind, j);
  });
  std::vector<Claim> sorted;
  sorted.reserve(claims.size());
  for (const std::uint32_t i : order) sorted.push_back(std::move(claims[i]));
  claims = std::move(sorted);
}

StoryClaims Extraction::run(ClaimsFor use) {
  StoryClaims out;
  const Story& story = index_.story;
  const bool comparing = use == ClaimsFor::comparing;
  if (comparing) out.contexts.resize(story.sentences.size());
  out.claims.reserve(12 * story.sentences.size());
  for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
    const Sentence& sentence = story.sentences[s];
    if (sentence.first >= sentence.last) continue;
    if (comparing) out.contexts[s] = context_of(s);
    const std::size_t before = out.claims.size();
    maker_.begin_sentence(s);
    find_triggers(sentence);
    matches_.clear();
    const bool headline = story.block_of(sentence).kind == BlockKind::headline;
    match_sentence(sentence, headline);
    for (std::uint32_t c = index_.syntax.clause_begin[s]; c < index_.syntax.clause_begin[s + 1]; ++c)
      match_clause(index_.syntax.clauses[c], headline);
    take_best(s, out.claims);
    ready_made(s, out.claims);
    if (out.claims.size() == before) out.silent_sentences.push_back(s);
    loose(s, out.claims);
    if (comparing && ready_.wording.valid()) maker_.from_wording(out.claims);
    if (comparing && ready_.statement.valid())
      for (std::uint32_t c = index_.syntax.clause_begin[s]; c < index_.syntax.clause_begin[s + 1]; ++c) maker_.from_statement(c, out.claims);
  }
  add_names(out.claims);
  mark_disputes(index_, out.claims);
  put_in_order(out.claims);
  return out;
}

// "{number}" -> "{number}, count of places"
std::string with_type(const Rulebook& rulebook, const ClaimKind& kind, const std::string& wanted) {
  if (wanted.size() < 3 || wanted.front() != '{') return wanted;
  const auto slot = kind.slot(std::string_view(wanted).substr(1, wanted.size() - 2));
  if (!slot) return wanted;
  const SlotDeclaration& declared = kind.slots[*slot];
  std::string type(to_string(declared.type));
  if (declared.type == SlotType::choice && declared.choice.valid()) type = rulebook[declared.choice].name;
  if (declared.type == SlotType::shape && declared.shape.valid()) type = rulebook[declared.shape].name;
  if (declared.of.valid()) type += " of " + rulebook[declared.of].name;
  return wanted + ", " + type;
}

std::vector<PatternTrace> Extraction::trace(KindId kind) {
  std::vector<PatternTrace> out;
  for (const Program& program : programs_.programs) {
    if (program.kind != kind) continue;
    Furthest furthest;
    matcher_.furthest = &furthest;
    Match ignored;
    const auto run_on = [&](Lattice& lattice) {
      matcher_.prepare(lattice);
      for (std::uint16_t c = 0; c < lattice.cells.size(); ++c) matcher_.match(program, lattice, c, ignored);
    };
    for (const Clause& clause : index_.syntax.clauses) {
      const bool headline = index_.story.block_of(index_.story.sentences[clause.sentence]).kind == BlockKind::headline;
      const std::optional<Clause> active = read_as_active(index_, clause);
      const Clause& read = active ? *active : clause;
      lattice_.build(index_, clause, read.parts, read.verb.voice, false, headline);
      run_on(lattice_);
      const std::vector<Part> parts = clause.has_verb() ? turned(read) : std::vector<Part>{};
      if (parts.empty()) continue;
      lattice_.build(index_, clause, parts, read.verb.voice, true, headline);
      run_on(lattice_);
    }
    if (program.by_nouns)
      for (const Sentence& sentence : index_.story.sentences) {
        lattice_.build(index_, sentence, false);
        run_on(lattice_);
      }
    matcher_.furthest = nullptr;
    if (!furthest.tried) continue;
    out.push_back({kind, program.pattern, furthest.depth, furthest.reached, furthest.saw, with_type(index_.rulebook, index_.rulebook[kind], furthest.wanted)});
  }
  return out;
}

}  // namespace

struct ClaimExtractor::Impl {
  explicit Impl(const Language& the_language)
      : language(the_language), lists(the_language.rulebook()), programs(the_language) {}
  const Language& language;
  EngineLists lists;
  ProgramSet programs;
};

ClaimExtractor::ClaimExtractor(const Language& language) : impl_(new Impl(language)) {}
ClaimExtractor::~ClaimExtractor() { delete impl_; }

StoryClaims ClaimExtractor::extract(const Story& story, const Syntax& syntax, const Mentions& mentions, ClaimsFor use) const {
  const StoryIndex index(impl_->language, impl_->lists, impl_->programs.asked, story, syntax, mentions);
  return Extraction(index, impl_->programs).run(use);
}

std::vector<PatternTrace> ClaimExtractor::trace(const Story& story, const Syntax& syntax, const Mentions& mentions, KindId kind) const {
  const StoryIndex index(impl_->language, impl_->lists, impl_->programs.asked, story, syntax, mentions);
  return Extraction(index, impl_->programs).trace(kind);
}

}  // namespace crosscheck
