// Walks a sentence for times, joins what belongs together ("Sunday" and "at 3 p.m."), and says which way an open date points.
#include "mention/times.h"

#include <algorithm>
#include <string_view>

#include "mention/time_reader.h"

namespace crosscheck {
namespace {

constexpr calendar::Day kMuchNearer = 8;
constexpr std::uint32_t kNearWord = 5;  // tokens between "due", "planned" and the time they govern

// A value that words refine: "early 2024", "late Sunday", "the end of November". The span grows, the stretch stays whole.
void refine(const SentenceReading& r, TimeFound& f, std::size_t free_from) {
  for (const FigureSection s : {FigureSection::early, FigureSection::late, FigureSection::mid}) {
    const std::size_t at = f.first > 0 && r.is(f.first - 1, Lexeme::Kind::hyphen) && r[f.first - 1].glued ? f.first - 1 : f.first;
    const PhraseFound found = r.find_before(at, s);
    if (!found || at - found.length < free_from) continue;
    f.first = at - found.length;
    return;
  }
}

}  // namespace

TimeFinder::TimeFinder(const Language& language) {
  for (const std::string_view name : {"planned", "prospect"}) {
    const ListId list = language.rulebook().list(name);
    if (list.valid()) lists_.ahead.push_back(list);
  }
}

void TimeFinder::find(SentenceReading& r, Memory& memory, std::vector<TimeMention>& out) const {
  const TimeReader reader(r, lists_, memory);
  std::size_t free_from = 0;
  const std::size_t first_of_sentence = out.size();
  for (std::size_t i = 0; i < r.size();) {
    const bool may = r.is_number(i) || (r.is(i, Lexeme::Kind::word) && r.lexicon().begins_time(r[i].word));
    if (!may || r.taken(i)) {
      ++i;
      continue;
    }
    TimeFound f = reader.time_at(i);
    if (!f) {
      ++i;
      continue;
    }
    r.take(f.first, f.last);
    i = f.last;
    if (f.value.timex.empty()) continue;
    refine(r, f, free_from);
    free_from = f.last;
    r.take(f.first, f.last);
    TimeMention m;
    m.at.span = {r.story().id, r[f.first].begin, r[f.last - 1].end};
    m.at.first = r[f.first].token;
    m.at.last = r[f.last - 1].token + 1;
    m.at.sentence = r.sentence();
    m.kind = f.kind;
    m.value = f.value;
    // "Sunday at 3 p.m.", "on 24 November, at noon"
    const bool undated_clock = m.kind == TimeKind::time && m.value.granularity == Granularity::unknown && m.value.timex.front() == 'T';
    if (undated_clock && out.size() > first_of_sentence) {
      TimeMention& day = out.back();
      const std::uint32_t gap = m.at.first - day.at.last;
      const bool whole_day = day.value.granularity == Granularity::day && day.value.to - day.value.from == calendar::kSecondsADay;
      if (whole_day && day.kind == TimeKind::date && m.at.first >= day.at.last && gap <= 2) {
        day.value = on_day(m.value, day.value);
        day.kind = TimeKind::time;
        day.at.span.end = m.at.span.end;
        day.at.last = m.at.last;
        continue;
      }
    }
    if (f.is_day() && f.kind != TimeKind::set) memory.day = f.value.from / calendar::kSecondsADay;
    out.push_back(std::move(m));
  }
}

TimeReader::TimeReader(const SentenceReading& r, const TimeFinder::Lists& lists, const TimeFinder::Memory& memory)
    : r_(r), lists_(lists), memory_(memory) {
  const auto day_of = [](const std::optional<TimeRange>& t) -> std::optional<Day> {
    if (!t || t->granularity > Granularity::day) return std::nullopt;
    return t->from >= 0 ? t->from / calendar::kSecondsADay : -((-t->from + calendar::kSecondsADay - 1) / calendar::kSecondsADay);
  };
  today_ = day_of(r.story().published);
  if (!today_) today_ = day_of(r.story().dateline_date);
}

TimeFound TimeReader::time_at(std::size_t i) const {
  if (TimeFound clock = clock_at(i)) return clock.value.timex.empty() ? clock : with_day(clock);
  TimeFound f = date_at(i);
  if (!f) f = relative_at(i);
  if (f && f.is_day() && f.kind == TimeKind::date) part_of_day(f);
  return f;
}

// Which way a date without its year or week points: by the verb that governs it, or by what is said to be due or planned.
TimeReader::Tense TimeReader::tense_at(std::size_t i) const {
  const std::uint32_t token = r_[i].token;
  const Syntax& syntax = r_.syntax();
  if (r_.sentence() + 1 >= syntax.clause_begin.size()) return Tense::unknown;
  const Sentence& sentence = r_.story().sentences[r_.sentence()];
  const auto from = std::lower_bound(syntax.hits.begin(), syntax.hits.end(), sentence.first,
                                     [](const WordHit& h, std::uint32_t t) { return h.first < t; });
  for (auto hit = from; hit != syntax.hits.end() && hit->first < token; ++hit) {
    const TaggedToken& head = syntax.tokens[std::min(hit->head, hit->last - 1)];
    const bool ahead = (head.xpos == Xpos::VBN || head.upos == Upos::ADJ) && hit->form != WordEntry::Form::state &&
                       std::find(lists_.ahead.begin(), lists_.ahead.end(), hit->list) != lists_.ahead.end();
    if (ahead && hit->last <= token && token - hit->last < kNearWord) return Tense::future;
  }
  const Clause* best = nullptr;
  for (std::uint32_t c = syntax.clause_begin[r_.sentence()]; c < syntax.clause_begin[r_.sentence() + 1]; ++c) {
    const Clause& clause = syntax.clauses[c];
    if (token < clause.first || token >= clause.last || !clause.has_verb()) continue;
    if (best == nullptr || clause.last - clause.first < best->last - best->first) best = &clause;
  }
  if (best == nullptr) return Tense::unknown;
  const VerbGroup& verb = best->verb;
  if (verb.modal != kNone && !verb.perfect) return Tense::future;
  switch (verb.tense) {
    case crosscheck::Tense::past: return Tense::past;
    case crosscheck::Tense::future: return Tense::future;
    case crosscheck::Tense::present:  // "leaves on Monday", but "beat" and "cut" of headlines are told from VBZ only
      if (verb.perfect) return Tense::past;
      return verb.head < token && (verb.progressive || syntax.tokens[verb.first].xpos == Xpos::VBZ) ? Tense::future : Tense::unknown;
    case crosscheck::Tense::none: break;
  }
  if (best->relation == ClauseRelation::infinitive) return Tense::future;
  return syntax.tokens[verb.head].xpos == Xpos::VBN || syntax.tokens[verb.head].xpos == Xpos::VBD ? Tense::past : Tense::unknown;
}

// Of two days that fit, one at or before the story and one at or after it: the one much nearer, else as the verb says.
TimeReader::Day TimeReader::nearest(Day before, Day after, std::size_t i) const {
  const Day back = *today_ - before, ahead = after - *today_;
  if (std::min(back, ahead) * kMuchNearer < std::max(back, ahead)) return back < ahead ? before : after;
  switch (tense_at(i)) {
    case Tense::future: return after;
    case Tense::past: return before;
    case Tense::unknown: break;
  }
  return ahead * 3 < back ? after : before;
}

}  // namespace crosscheck
