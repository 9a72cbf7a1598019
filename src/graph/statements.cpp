#include "graph/statements.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/hash.h"
#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr double kFigure = 1.2, kFew = 0.7, kDay = 0.8, kThin = 0.4;  // weights: the day of the news stands everywhere
constexpr double kParent = 0.5, kRest = 0.25;                         // nearness of a clause beside, and of the rest of the sentence
constexpr double kOneList = 0.5, kWordNet = 0.9, kNearEnough = 0.45;  // closeness of two words
constexpr std::size_t kLongList = 60;                                 // a list of more entries puts together what is not alike

std::uint64_t word_key(std::string_view word) { return Hash().add("word").add(word).value(); }

std::uint64_t list_key(std::string_view list) { return Hash().add("list").add(list).value(); }

}  // namespace

class Statements::Story {
 public:
  Story(Statements& all, const AnalysedStory& story, const EntityLinks& entities, const Rulebook& rulebook, std::size_t first)
      : all_(all), story_(story), entities_(entities), rulebook_(rulebook), end_(first) {
    learn_names();
  }
  void add_features() {
    while (end_ < all_.statements_.size()) {
      begin_ = end_;
      const std::uint32_t sentence = all_.statements_[begin_].sentence;
      while (end_ < all_.statements_.size() && all_.statements_[end_].sentence == sentence) ++end_;
      add_words(sentence);
      add_names(sentence);
      add_values(sentence);
      add_claims(sentence);
      add_denials();
    }
  }

 private:
  void learn_names();
  void add_words(std::uint32_t sentence);
  void add_names(std::uint32_t sentence);
  void add_values(std::uint32_t sentence);
  void add_claims(std::uint32_t sentence);
  void add_denials();
  void add(std::uint64_t key, double weight, std::string_view word, std::uint32_t clause);
  double nearness(const Statement& statement, std::uint32_t clause) const;
  std::uint32_t clause_of(Span at) const;
  // Of mentions, which are sorted, those of one sentence.
  template <class M, class F>
  static void each_of(const std::vector<M>& mentions, std::uint32_t sentence, F f) {
    auto at = std::lower_bound(mentions.begin(), mentions.end(), sentence, [](const M& m, std::uint32_t s) { return m.at.sentence < s; });
    for (; at != mentions.end() && at->at.sentence == sentence; ++at) f(*at);
  }

  Statements& all_;
  const AnalysedStory& story_;
  const EntityLinks& entities_;
  const Rulebook& rulebook_;
  std::size_t begin_ = 0, end_ = 0;           // the statements of the sentence
  std::vector<std::string_view> name_words_;  // sorted
  std::size_t next_claim_ = 0;
};

// Words of names are told by whom they name.
void Statements::Story::learn_names() {
  for (const NameMention& name : story_.mentions.names) {
    if (name.pronoun || name.epithet) continue;
    for (std::string_view key = name.name.key; !key.empty();) {
      const std::size_t blank = key.find(' ');
      name_words_.push_back(key.substr(0, blank));
      key = blank == std::string_view::npos ? std::string_view() : key.substr(blank + 1);
    }
  }
  std::sort(name_words_.begin(), name_words_.end());
}

double Statements::Story::nearness(const Statement& statement, std::uint32_t clause) const {
  const std::uint32_t own = statement.clause;
  if (own == clause || own == kNone || clause == kNone) return 1;
  const std::vector<Clause>& clauses = story_.syntax.clauses;
  return clauses[own].parent == clause || clauses[clause].parent == own ? kParent : kRest;
}

// Of the shortest statement that holds the words.
std::uint32_t Statements::Story::clause_of(Span at) const {
  const Statement* best = nullptr;
  for (std::size_t i = begin_; i < end_; ++i) {
    const Statement& s = all_.statements_[i];
    if (s.span.contains(at) && (!best || s.span.end - s.span.begin < best->span.end - best->span.begin)) best = &s;
  }
  return best ? best->clause : kNone;
}

void Statements::Story::add(std::uint64_t key, double weight, std::string_view word, std::uint32_t clause) {
  const std::uint32_t number = all_.number_of(key, weight, word);
  for (std::size_t i = begin_; i < end_; ++i) {
    const auto near = static_cast<float>(nearness(all_.statements_[i], clause));
    std::vector<Feature>& features = all_.statements_[i].features;
    const auto known = std::find_if(features.begin(), features.end(), [&](const Feature& f) { return f.number == number; });
    if (known == features.end()) features.push_back({number, near});
    else known->nearness = std::max(known->nearness, near);
  }
}

void Statements::Story::add_words(std::uint32_t sentence) {
  std::vector<std::string> of_times;  // "Tuesday" is told by the day that it is
  each_of(story_.mentions.times, sentence, [&](const TimeMention& time) {
    for (std::uint32_t t = time.at.first; t < time.at.last && !time.value.timex.empty(); ++t) of_times.push_back(fold(story_.story.words(story_.story.tokens[t])));
  });
  for (const ContextWord& word : story_.claims.contexts[sentence])
    if (!std::binary_search(name_words_.begin(), name_words_.end(), word.word) && std::find(of_times.begin(), of_times.end(), word.word) == of_times.end()) add(word_key(word.word), 1, word.word, word.clause);
}

void Statements::Story::add_names(std::uint32_t sentence) {
  each_of(story_.mentions.names, sentence, [&](const NameMention& name) {
    const EntityId entity = entities_.of(story_.story.id, name.entity);
    if (entity.valid()) add(Hash().add("entity").add(entity.value).value(), 1, {}, clause_of(name.at.span));
  });
}

void Statements::Story::add_values(std::uint32_t sentence) {
  constexpr double kTelling = 10;  // two stories of one event have ones and twos by chance
  each_of(story_.mentions.quantities, sentence, [&](const QuantityMention& figure) {
    const Quantity& q = figure.value;
    const double value = (std::isfinite(q.low) && q.low > 0 ? q.low : q.high) * q.factor;
    if (q.vague || !std::isfinite(value)) return;
    const bool counts = q.dimension.empty() || q.dimension == "count", ordinal = figure.kind == QuantityKind::ordinal;
    constexpr double kDigits = 1000;
    Hash key;
    key.add("figure").add(counts ? std::string_view() : std::string_view(q.dimension)).add(ordinal ? 1u : 0u);
    key.add(std::to_string(std::llround(std::clamp(value, -1e15, 1e15) * kDigits)));
    add(key.value(), counts && value < kTelling ? kFew : kFigure, {}, clause_of(figure.at.span));
  });
  each_of(story_.mentions.times, sentence, [&](const TimeMention& time) {
    if (time.value.timex.empty()) return;
    add(Hash().add("time").add(time.value.timex).value(), time.value.granularity <= Granularity::hour ? 1 : kDay, {}, clause_of(time.at.span));
  });
  each_of(story_.mentions.scores, sentence, [&](const ScoreMention& score) {
    Hash key;
    key.add("score");
    for (const auto& [x, y] : score.value.parts) key.add(static_cast<std::uint32_t>(std::max(x, y))).add(static_cast<std::uint32_t>(std::min(x, y)));
    add(key.value(), kFigure, {}, clause_of(score.at.span));
  });
}

void Statements::Story::add_claims(std::uint32_t sentence) {
  const std::vector<Claim>& claims = story_.claims.claims;
  while (next_claim_ < claims.size() && claims[next_claim_].sentence < sentence) ++next_claim_;
  for (; next_claim_ < claims.size() && claims[next_claim_].sentence == sentence; ++next_claim_) {
    const Claim& claim = claims[next_claim_];
    const ClaimKind& kind = rulebook_[claim.kind];
    const auto is = kind.loose ? kind.slot("is") : std::nullopt;
    const SlotValue* value = is ? claim.slot(*is) : nullptr;
    const auto* choice = value ? std::get_if<Choice>(&value->value) : nullptr;
    const bool figure = kind.loose && kind.slot("number");
    const std::string_view words = story_.story.words(claim.span);
    if (choice && words.find(' ') != std::string_view::npos) add(list_key(choice->name), 1, {}, claim.clause);  // "stepped down" is a word of <resign>
    for (std::size_t i = begin_; i < end_ && (choice || figure); ++i) {
      Statement& statement = all_.statements_[i];
      if (statement.clause != claim.clause) continue;
      if (choice) statement.states.emplace_back(claim.span, choice);
      else statement.figures.push_back(&claim);
    }
  }
}

// What is not so has that in common with what is not so.
void Statements::Story::add_denials() {
  for (std::size_t i = begin_; i < end_; ++i)
    if (all_.statements_[i].denied) add(Hash().add("denied").value(), 1, {}, all_.statements_[i].clause);
}

Statements::Statements(const std::vector<AnalysedStory>& stories, const std::vector<GraphClaim>& claims, const EntityLinks& entities,
                       const Rulebook& rulebook, const Language* language)
    : relations_(language ? &language->relations() : nullptr) {
  const KindId kind = rulebook.kind(kStatementKind);
  std::uint32_t id = 0;
  for (std::uint32_t s = 0; s < stories.size(); ++s) {
    const std::size_t first = statements_.size();
    for (; id < claims.size() && claims[id].story.value == s; ++id) {
      const Claim& claim = stories[s].claims.claims[claims[id].index];
      if (claim.kind != kind) continue;
      Statement& added = statements_.emplace_back();
      added.claim = ClaimId(id), added.story = StoryId(s), added.event = claims[id].event;
      added.sentence = claim.sentence, added.clause = claim.clause, added.span = claim.span;
      added.denied = (claim.polarity == Polarity::negated) != (claim.modality == Modality::denied);
    }
    Story(*this, stories[s], entities, rulebook, first).add_features();
  }
  weigh(stories.size(), rulebook);
  learn_keys();
  learn_lists(rulebook, language);
  near_.resize(weight_.size());
  for (Statement& s : statements_) {
    std::sort(s.features.begin(), s.features.end(), [](const Feature& x, const Feature& y) { return x.number < y.number; });
    for (const Feature& f : s.features) s.length += weight(f) * weight(f);
    s.length = std::sqrt(s.length);
  }
  std::stable_sort(statements_.begin(), statements_.end(), [](const Statement& x, const Statement& y) { return x.event < y.event; });
}

std::uint32_t Statements::number_of(std::uint64_t key, double weight, std::string_view word) {
  const auto [it, fresh] = numbers_.try_emplace(key, static_cast<std::uint32_t>(weight_.size()));
  if (fresh) {
    words_.push_back(word);
    weight_.push_back(static_cast<float>(weight));
    slight_.push_back(weight < 1);
  }
  return it->second;
}

void Statements::weigh(std::size_t stories, const Rulebook& rulebook) {
  std::vector<std::uint32_t> sentences(weight_.size(), 0);
  std::vector<std::pair<StoryId, std::uint32_t>> last(weight_.size(), {StoryId(), kNone});
  for (const Statement& s : statements_)
    for (const Feature& f : s.features) {
      if (last[f.number] == std::pair{s.story, s.sentence}) continue;
      last[f.number] = {s.story, s.sentence};
      ++sentences[f.number];
    }
  for (std::uint32_t n = 0; n < weight_.size(); ++n)
    weight_[n] /= static_cast<float>(std::sqrt(std::max(1.0, static_cast<double>(sentences[n]) / static_cast<double>(stories))));
  for (const std::string_view name : {"thin-verb", "say"}) {
    const ListId list = rulebook.list(name);
    if (!list.valid()) continue;
    for (const WordEntry& entry : rulebook[list].entries)
      if (const auto at = numbers_.find(word_key(entry.text)); at != numbers_.end()) weight_[at->second] *= static_cast<float>(kThin);
  }
}

void Statements::learn_keys() {
  entries_.resize(weight_.size());
  std::vector<std::uint32_t> keys;
  for (std::uint32_t n = 0; relations_ && n < weight_.size(); ++n) {
    if (words_[n].empty()) continue;
    entries_[n] = relations_->find(words_[n]);
    if (!entries_[n]) continue;
    keys.clear();
    relations_->keys(entries_[n], keys);
    for (const std::uint32_t key : keys)
      if (std::vector<std::uint32_t>& with = by_key_[key]; with.empty() || with.back() != n) with.push_back(n);
  }
}

// Words of one list are near one another, whichever form each has.
void Statements::learn_lists(const Rulebook& rulebook, const Language* language) {
  lists_.resize(weight_.size());
  for (std::uint32_t l = 0; l < rulebook.lists.size(); ++l) {
    const WordList& list = rulebook.lists[l];
    if (list.entries.size() > kLongList) continue;
    if (const auto at = numbers_.find(list_key(list.name)); at != numbers_.end()) {
      lists_[at->second].push_back(l);
      by_list_[l].push_back(at->second);
    }
    for (const WordEntry& entry : list.entries) {
      if (entry.form == WordEntry::Form::word || entry.sequence.size() != 1) continue;
      std::string_view word = std::string_view(entry.text).substr(entry.text.rfind(' ') + 1);
      if (entry.form == WordEntry::Form::passive && language) word = language->lemma(word, Upos::VERB);  // "be shut"
      const auto at = numbers_.find(word_key(word));
      if (at == numbers_.end()) continue;
      std::vector<std::uint32_t>& in = lists_[at->second];
      if (!in.empty() && in.back() == l) continue;
      in.push_back(l);
      by_list_[l].push_back(at->second);
    }
  }
}

const std::vector<Statements::Near>& Statements::near(std::uint32_t number) {
  std::optional<std::vector<Near>>& known = near_[number];
  if (known) return *known;
  known.emplace();
  std::vector<std::uint32_t> keys, numbers;
  if (entries_[number]) relations_->keys(entries_[number], keys);
  for (const std::uint32_t key : keys) numbers.insert(numbers.end(), by_key_[key].begin(), by_key_[key].end());
  for (const std::uint32_t list : lists_[number]) numbers.insert(numbers.end(), by_list_[list].begin(), by_list_[list].end());
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  const auto& lists = lists_[number];
  for (const std::uint32_t other : numbers) {
    if (other == number) continue;
    double close = entries_[number] && entries_[other] ? kWordNet * relations_->closeness(entries_[number], entries_[other]) : 0;
    if (std::any_of(lists.begin(), lists.end(), [&](std::uint32_t l) { return std::find(lists_[other].begin(), lists_[other].end(), l) != lists_[other].end(); }))
      close = std::max(close, kOneList);
    if (close >= kNearEnough) known->push_back({other, static_cast<float>(close)});
  }
  return *known;
}

bool Statements::contrary(std::uint32_t a, std::uint32_t b) const { return entries_[a] && entries_[b] && relations_->opposite(entries_[a], entries_[b]); }

}  // namespace crosscheck
