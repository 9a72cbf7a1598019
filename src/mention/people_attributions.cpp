// What is read sentence by sentence becomes an attribution here: its source named and graded, echoes dropped, what lies in
// what another says hung on that one.
#include <bitset>

#include "mention/people_attributor.h"

namespace crosscheck::people {

namespace {

constexpr std::size_t kMostNested = 64;  // so many attributions of one sentence are not held against each other any more

}  // namespace

void Attributor::sentence(std::uint32_t s) {
  view_.open(s);
  if (view_.begin >= view_.end) return;
  from_ = out_.size();
  done_.clear();
  if (const std::uint32_t before = view_.quote_before(); before != kNone && !view_.quote(before).headline) tag_behind(view_.quote(before));
  view_.quotes([&](const QuoteMention& q) { tag_behind(q); });
  view_.quotes([&](const QuoteMention& q) { dash_behind(q.at.last); });
  colon_behind();
  const std::uint32_t cues = cues_.kinds_in(s);
  if (!w_.syntax.clause_begin.empty() && (cues & (kSure | kVerbCues)))
    for (std::uint32_t c = w_.syntax.clause_begin[s]; c < w_.syntax.clause_begin[s + 1]; ++c) {
      if (cues & kSure) adjective(w_.syntax.clauses[c]);
      verb(w_.syntax.clauses[c]);
    }
  if (cues & kClaimNoun) nouns(s);
  for (std::uint32_t t = view_.begin + 1; t < view_.end; ++t)
    if (view_.is(t, ":")) colon_before(t);
  for (std::uint32_t t = view_.begin; t < view_.end;)
    t = name_at_[t] != kNone || (w_.flags[t] & (kAccordingTo | kCiting | kOwnWords)) ? phrase(t) : t + 1;
  nest();
}

bool Attributor::outlet_in(Range r) const {
  for (std::uint32_t t = r.first; t < r.last; ++t)
    if (name_at_[t] != kNone && w_.out.names[name_at_[t]].kind == NameKind::outlet) return true;
  return false;
}

Attribution Attributor::made(const Voiced& voiced, Range cue, bool attitude) const {
  Attribution a;
  a.sentence = view_.sentence;
  a.cue = view_.span(cue);
  a.attitude = attitude;
  if (voiced.by.empty()) {
    a.grade = SourceGrade::nobody;
    return a;
  }
  a.name = sources_.name_of(voiced.by, voiced.head);
  if (a.name == kNone) a.name = name_in_apposition(voiced.shown);
  if (a.name == kNone && voiced.shown.first > voiced.by.first && voiced.by.first > view_.begin + 1 && view_.comma(voiced.by.first - 1)) {
    const std::uint32_t before = name_at_[voiced.by.first - 2];  // "Ana Ruiz, the mayor, who said"
    if (before != kNone && w_.out.names[before].kind == NameKind::person) a.name = before;
  }
  a.grade = sources_.grade_of(voiced.by, a.name);
  if (a.name == kNone && !voiced.surely && !sources_.speaks(voiced.by, voiced.head)) a.grade = SourceGrade::nobody;
  a.source = view_.span(voiced.shown);
  a.pronoun = voiced.by.last == voiced.by.first + 1 && w_.upos(voiced.by.first) == Upos::PRON;
  a.source_text = a.name != kNone && !w_.out.names[a.name].pronoun ? w_.out.names[a.name].name.text
                                                                    : std::string(w_.story.words(view_.span(voiced.by)));
  return a;
}

// "the bank's chief executive, Ana Ruiz, "
std::uint32_t Attributor::name_in_apposition(Range shown) const {
  for (std::uint32_t t = shown.first + 1; t + 1 < shown.last; ++t) {
    if (!view_.comma(t)) continue;
    const std::uint32_t name = name_at_[t + 1];
    if (name == kNone || w_.out.names[name].kind != NameKind::person || w_.out.names[name].at.first != t + 1) return kNone;
    const std::uint32_t last = w_.out.names[name].at.last;
    return last >= shown.last || view_.comma(last) ? name : kNone;
  }
  return kNone;
}

void Attributor::add(const Voiced& voiced, Range cue, Range content, bool attitude) {
  Attribution a = made(voiced, cue, attitude);
  if (a.grade == SourceGrade::nobody && !voiced.by.empty()) return;
  a.content = view_.with_quotes(content);
  a.quoted = view_.quote_in(content);
  a.whole_paragraph = a.grade == SourceGrade::agency && content.last <= cue.first && view_.last_of_block();
  out_.push_back(std::move(a));
}

// What one is said to want or to blame, and what one says of one's own thoughts, is part of what is said, no voice of its
// own; and who judges without a name gives way to whoever has one.
void Attributor::drop_echoes() {
  const auto echo = [&](const Attribution& a) {
    for (std::size_t j = from_; j < out_.size(); ++j) {
      const Attribution& other = out_[j];
      if (&other == &a) continue;
      if (other.grade == SourceGrade::nobody || other.channel) continue;
      if (a.grade == SourceGrade::nobody && (a.content.contains(other.cue) || other.content.contains(a.cue))) return true;
      if (!other.content.contains(a.cue) || !other.content.contains(a.source) || a.content.contains(other.cue)) continue;
      if (a.attitude || same_voice(a, other)) return true;
    }
    return false;
  };
  std::bitset<kMostNested> echoes;  // all are heard before one is dropped
  for (std::size_t i = from_; i < out_.size(); ++i) echoes[i - from_] = echo(out_[i]);
  std::size_t kept = from_;
  for (std::size_t i = from_; i < out_.size(); ++i)
    if (!echoes[i - from_]) {
      if (kept != i) out_[kept] = std::move(out_[i]);
      ++kept;
    }
  out_.resize(kept);
}

bool Attributor::same_voice(const Attribution& inner, const Attribution& outer) const {
  if (inner.name != kNone && outer.name != kNone) return w_.out.names[inner.name].entity == w_.out.names[outer.name].entity;
  return inner.name == kNone && inner.pronoun;
}

// What lies inside what another says is said through that one.
void Attributor::nest() {
  if (out_.size() - from_ < 2 || out_.size() - from_ >= kMostNested) return;
  drop_echoes();
  for (std::size_t i = from_; i < out_.size(); ++i) {
    std::uint32_t best = kNone, size = kNone;
    for (std::size_t j = from_; j < out_.size(); ++j) {
      if (i == j || out_[j].attitude || !out_[j].content.contains(out_[i].cue) || !out_[j].content.contains(out_[i].source)) continue;
      const bool mutual = out_[i].content.contains(out_[j].cue) && out_[i].content.contains(out_[j].source);
      if (mutual || out_[j].content.size() >= size) continue;
      best = static_cast<std::uint32_t>(j);
      size = out_[j].content.size();
    }
    out_[i].nested_in = best;
  }
}

void find_attributions(Work& work) { Attributor(work).read(); }

}  // namespace crosscheck::people
