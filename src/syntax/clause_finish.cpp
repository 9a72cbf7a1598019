// What can be said only when the whole sentence is read: what stayed without a verb, which words each clause spans, and
// the order of clauses.
#include "syntax/clause_builder.h"
#include "syntax/tag_sets.h"

#include <algorithm>

namespace crosscheck {

// No verb came. "Nine dead" still says something of somebody; anything else is a stretch of words.
void ClauseBuilder::fragment(Frame& frame) {
  Clause& clause = clause_of(frame);
  const std::uint32_t begin = frame.pre_begin, end = static_cast<std::uint32_t>(pre_.size());
  clause.relation = clause.relation == ClauseRelation::main ? ClauseRelation::fragment : clause.relation;
  if (begin == end) return;
  if (end - begin >= 2 && pre_[begin].preposition == kNone && !pre_[begin].adjective && pre_[begin].head != kNone &&
      pre_[begin + 1].adjective && !pre_[begin + 1].comma) {
    add_part(clause, PartRole::subject, pre_[begin]);
    add_part(clause, PartRole::complement, pre_[begin + 1]);
    for (std::uint32_t i = begin + 2; i < end; ++i)
      add_part(clause, pre_[i].preposition != kNone || pre_[i].time ? PartRole::oblique : PartRole::other, pre_[i]);
    return;
  }
  GroupPhrase all = pre_[begin];
  all.noun_first = all.first;
  for (std::uint32_t i = begin + 1; i < end; ++i) all.last = std::max(all.last, pre_[i].last);
  add_part(clause, PartRole::other, all);
}

// "the plan that Congress cut": the relative word stands for the object where the verb has no other.
void ClauseBuilder::close_gap(Frame& frame) {
  if (frame.gap.head == kNone || !frame.verb) return;
  Clause& clause = clause_of(frame);
  if (frame.gap.preposition != kNone) {
    GroupPhrase p = frame.gap;
    p.first = p.noun_first;
    Part part;
    part.role = PartRole::oblique;
    part.first = p.first;
    part.last = p.last;
    part.head = p.head;
    part.preposition = p.preposition;
    part.borrowed = true;
    clause.parts.push_back(part);
  } else if (!frame.has_object && !frame.has_content && clause.verb.voice == Voice::active && !is(clause.verb.head, Grammar::aux_be)) {
    std::size_t at = 0;
    while (at < clause.parts.size() && clause.parts[at].role != PartRole::verb) ++at;
    add_part(clause, PartRole::object, frame.gap, true);
    for (std::size_t i = clause.parts.size() - 1; i > at + 1; --i) std::swap(clause.parts[i], clause.parts[i - 1]);
  }
  frame.gap.head = kNone;
}

void ClauseBuilder::finish() {
  negate();
  name_parts();
  extents();
  link_content();
  order();
}

// "Neither took questions", "no warning was given", "found no trace": said of the verb, too.
void ClauseBuilder::negate() {
  for (std::uint32_t k = clauses_begin_; k < syntax_.clauses.size(); ++k) {
    Clause& clause = syntax_.clauses[k];
    if (!clause.has_verb() || clause.verb.negated) continue;
    for (const Part& part : clause.parts) {
      if (part.role != PartRole::subject && part.role != PartRole::object && part.role != PartRole::complement) continue;
      const bool before = part.first > first_ && tokens_[part.first - 1].xpos == Xpos::CC;
      if (is(part.first, Grammar::negative_determiner) || (before && is(part.first - 1, Grammar::negative_determiner)))
        clause.verb.negated = true;
    }
  }
}

// "The minister, Holm, resigned": whoever asks for the one who resigned may have the name.
void ClauseBuilder::name_parts() {
  auto& clauses = syntax_.clauses;
  for (std::uint32_t k = clauses_begin_; k < clauses.size(); ++k) {
    if (clauses[k].relation != ClauseRelation::apposition || clauses[k].parts.size() < 2) continue;
    const std::uint32_t thing = clauses[k].parts[0].head, name = clauses[k].parts[1].head;
    if (thing == kNone || name == kNone || is_proper(tokens_[thing]) || !is_proper(tokens_[name])) continue;
    for (std::uint32_t c = clauses_begin_; c < clauses.size(); ++c) {
      if (clauses[c].relation == ClauseRelation::apposition) continue;
      for (Part& part : clauses[c].parts)
        if (part.head == thing) part.named = name;
    }
  }
}

// A clause spans its own words and those of the clauses in it; the outermost ones share out the whole sentence.
void ClauseBuilder::extents() {
  auto& clauses = syntax_.clauses;
  const std::uint32_t end = static_cast<std::uint32_t>(clauses.size());
  for (std::uint32_t k = clauses_begin_; k < end; ++k) {
    Clause& c = clauses[k];
    const std::uint32_t begin_verb = c.has_verb() ? c.verb.first : kNone;
    if (c.first == c.last && begin_verb != kNone) c.first = c.verb.first, c.last = c.verb.last;
    if (c.first == c.last) c.first = c.last = kNone;
  }
  // parents mostly stand before their children; those that report what stands before them do not: three passes settle it
  for (int pass = 0; pass < 3; ++pass)
    for (std::uint32_t k = end; k-- > clauses_begin_;) {
      const Clause& c = clauses[k];
      if (c.parent == kNone || c.first == kNone) continue;
      Clause& p = clauses[c.parent];
      if (p.first == kNone) p.first = c.first, p.last = c.last;
      p.first = std::min(p.first, c.first);
      p.last = std::max(p.last, c.last);
    }
  scratch_.clear();
  for (std::uint32_t k = clauses_begin_; k < end; ++k)
    if (clauses[k].parent == kNone && clauses[k].first != kNone) scratch_.push_back(k);
  std::sort(scratch_.begin(), scratch_.end(), [&](std::uint32_t a, std::uint32_t b) { return clauses[a].first < clauses[b].first; });
  for (std::size_t r = 0; r < scratch_.size(); ++r) {
    Clause& c = clauses[scratch_[r]];
    c.first = r == 0 ? first_ : std::min(c.first, clauses[scratch_[r - 1]].last);
    c.last = r + 1 == scratch_.size() ? last_ : std::max(c.last, std::min(clauses[scratch_[r + 1]].first, last_));
  }
  if (scratch_.empty()) {  // no group at all: punctuation, symbols
    Clause c;
    c.sentence = sentence_;
    c.relation = ClauseRelation::fragment;
    c.first = first_;
    c.last = last_;
    Part part;
    part.first = first_;
    part.last = last_;
    c.parts.push_back(part);
    clauses.push_back(std::move(c));
  }
}

// "said [that …]": the clause reported is a part of the one that reports it.
void ClauseBuilder::link_content() {
  auto& clauses = syntax_.clauses;
  for (std::uint32_t k = clauses_begin_; k < clauses.size(); ++k) {
    const Clause& c = clauses[k];
    if (c.parent == kNone || c.first == kNone) continue;
    if (c.relation != ClauseRelation::content && c.relation != ClauseRelation::quoted) continue;
    Clause& p = clauses[c.parent];
    if (!p.has_verb() || c.parent_verb != p.verb.head) continue;
    Part part;
    part.role = PartRole::content;
    part.first = c.first;
    part.last = c.last;
    part.head = c.has_verb() ? c.verb.head : kNone;
    p.parts.push_back(part);
  }
}

// By verb (or first word); clauses that never got a word are dropped.
void ClauseBuilder::order() {
  auto& clauses = syntax_.clauses;
  const auto key = [](const Clause& c) { return c.has_verb() ? c.verb.first : c.first; };
  const auto begin = clauses.begin() + clauses_begin_;
  const bool dropped = std::any_of(begin, clauses.end(), [](const Clause& c) { return c.first == kNone; });
  if (!dropped && std::is_sorted(begin, clauses.end(), [&](const Clause& a, const Clause& b) { return key(a) < key(b); })) return;
  const std::uint32_t n = static_cast<std::uint32_t>(clauses.size()) - clauses_begin_;
  scratch_.clear();
  for (std::uint32_t k = 0; k < n; ++k)
    if (begin[k].first != kNone) scratch_.push_back(k);
  std::stable_sort(scratch_.begin(), scratch_.end(), [&](std::uint32_t a, std::uint32_t b) { return key(begin[a]) < key(begin[b]); });
  std::vector<std::uint32_t> place(n, kNone);
  for (std::uint32_t k = 0; k < scratch_.size(); ++k) place[scratch_[k]] = clauses_begin_ + k;
  std::vector<Clause> sorted;
  sorted.reserve(scratch_.size());
  for (const std::uint32_t k : scratch_) sorted.push_back(std::move(begin[k]));
  for (Clause& c : sorted)
    if (c.parent != kNone) c.parent = place[c.parent - clauses_begin_];
  std::move(sorted.begin(), sorted.end(), begin);
  clauses.resize(clauses_begin_ + sorted.size());
}

}  // namespace crosscheck
