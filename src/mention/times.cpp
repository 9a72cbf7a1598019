// Walks a sentence for times, joins what belongs together ("Sunday" and "at 3 p.m."), and says which way an open date points.
#include "mention/times.h"

#include <algorithm>
#include <string_view>

#include "mention/time_reader.h"

namespace crosscheck {
namespace {

constexpr calendar::Day kMuchNearer = 12;  // a date a month off is not the one eleven months off, whatever the verb: writers say "last" then
constexpr std::uint32_t kNearWord = 5;  // tokens between "due", "planned" and the time they govern

// What the next sentences may lean on.
void remember(const TimeFound& f, std::uint32_t sentence, TimeFinder::Memory& memory) {
  if (f.quarter && !(memory.quarter && calendar::day_of(f.quarter->year, f.quarter->month, 1) < calendar::day_of(memory.quarter->year, memory.quarter->month, 1)))
    memory.quarter = f.quarter;
  if (f.kind == TimeKind::set || f.value.granularity > Granularity::year || f.value.from >= f.value.to) return;
  const calendar::Day day = f.value.from / calendar::kSecondsADay;
  memory.year = calendar::date_of(day).year;
  memory.year_sentence = sentence;
  if (f.value.granularity <= Granularity::month) memory.month = day;
  if (f.value.granularity > Granularity::day || f.value.to - f.value.from > 2 * calendar::kSecondsADay) return;
  memory.day = day;
  memory.day_sentence = sentence;
}

bool undated(const TimeMention& m) {
  return m.kind == TimeKind::time && m.value.granularity == Granularity::unknown && m.value.timex.front() == 'T' && !m.value.approx;
}

// "Sunday at 3 p.m.", "on 24 November, at noon": the clock time joins the day just before it.
bool join_day(const TimeMention& clock, TimeMention& day) {
  const bool whole_day = day.value.granularity == Granularity::day && day.value.to - day.value.from == calendar::kSecondsADay;
  if (!undated(clock) || !whole_day || day.kind != TimeKind::date || clock.at.first < day.at.last || clock.at.first - day.at.last > 2) return false;
  day.value = on_day(clock.value, day.value);
  day.kind = TimeKind::time;
  day.at.span.end = clock.at.span.end;
  day.at.last = clock.at.last;
  return true;
}

// "On Friday he left the house at 10 p.m.": a clock time is one of the only day that its clause names.
void date_clocks(const TimeReader& reader, std::size_t from, std::vector<TimeMention>& times) {
  for (std::size_t i = from; i < times.size(); ++i) {
    if (!undated(times[i])) continue;
    const TimeMention* day = nullptr;
    bool several = false;
    for (std::size_t k = from; k < times.size(); ++k) {
      if (times[k].value.granularity != Granularity::day || times[k].kind != TimeKind::date) continue;
      several = several || day != nullptr;
      day = &times[k];
    }
    if (day == nullptr || several || day->value.to - day->value.from != calendar::kSecondsADay) continue;
    const Clause* clause = reader.clause_of(times[i].at.first);
    if (clause != nullptr && clause == reader.clause_of(day->at.first)) times[i].value = on_day(times[i].value, day->value);
  }
}

}  // namespace

TimeFinder::TimeFinder(const Language& language) { lists_.ahead = language.rulebook().list("time-ahead"); }

void TimeFinder::find(SentenceReading& r, Memory& memory, std::vector<TimeMention>& out) const {
  for (const std::size_t i : r.starts())
    if (const PhraseFound cue = r.find(i, FigureSection::business_cue)) memory.business += cue.figure.low;
  const TimeReader reader(r, lists_, memory);
  std::size_t free_from = 0, next = 0;
  const std::size_t first_of_sentence = out.size();
  for (const std::size_t i : r.starts()) {
    if (i < next || !reader.may_begin(i) || r.taken(i)) continue;
    TimeFound f = reader.time_at(i);
    if (!f) continue;
    r.take(f.first, f.last);
    next = f.last;
    if (f.value.timex.empty()) continue;
    reader.lead_in(f, free_from);
    free_from = f.last;
    r.take(f.first, f.last);
    TimeMention m;
    m.at.span = {r.story().id, r[f.first].begin, r[f.last - 1].end};
    m.at.first = r[f.first].token;
    m.at.last = r[f.last - 1].token + 1;
    m.at.sentence = r.sentence();
    m.kind = f.kind;
    m.value = f.value;
    remember(f, r.sentence(), memory);
    if (out.size() > first_of_sentence && join_day(m, out.back())) continue;
    out.push_back(std::move(m));
  }
  date_clocks(reader, first_of_sentence, out);
}

TimeReader::TimeReader(const SentenceReading& r, const TimeFinder::Lists& lists, const TimeFinder::Memory& memory)
    : r_(r), lists_(lists), memory_(memory) {
  const auto day_of = [](const std::optional<TimeRange>& t) -> std::optional<Day> {
    if (!t || t->granularity > Granularity::day) return std::nullopt;
    return t->from >= 0 ? t->from / calendar::kSecondsADay : -((-t->from + calendar::kSecondsADay - 1) / calendar::kSecondsADay);
  };
  today_ = day_of(r.story().published);
  if (!today_) today_ = day_of(r.story().dateline_date);
  starts_ = kStarts | starts_here(kClocks) | starts_here(kDates) | starts_here(kRelative);
  if (r.holds(kShifts)) starts_ |= kLengths;
}

void TimeReader::lead_in(TimeFound& f, std::size_t free_from) const {
  const auto before = [&](std::size_t at, FigureSection s) {
    const PhraseFound p = r_.find_before(at, s);
    return p && at - p.length >= free_from ? p : PhraseFound{};
  };
  const auto the = [&](std::size_t at) { return at > free_from && r_.tag(at - 1).upos == Upos::DET && !r_.has(at - 1, FigureSection::article); };
  const auto refine = [&] {
    const std::size_t at = f.first > 0 && r_.is(f.first - 1, Lexeme::Kind::hyphen) && r_[f.first - 1].glued ? f.first - 1 : f.first;
    for (const FigureSection s : {FigureSection::early, FigureSection::mid, FigureSection::late}) {
      const PhraseFound p = before(at, s);
      if (!p) continue;
      f.first = at - p.length;
      const bool open = p.figure.low > 1 && today_ && f.kind == TimeKind::date && f.value.granularity != Granularity::unknown;  // "earlier this year"
      const std::int64_t now = open ? *today_ * calendar::kSecondsADay : 0;
      if (open && f.value.from < now && f.value.to > now) (s == FigureSection::early ? f.value.to : f.value.from) = now + (s == FigureSection::early ? calendar::kSecondsADay : 0);
      return true;
    }
    return false;
  };
  if (f.kind == TimeKind::set) return;
  bool refined = refine();
  if (f.noun && the(f.first)) {
    --f.first;
    refined = refine() || refined;
  } else if (refined && f.noun && the(f.first)) {
    --f.first;
  }
  const bool at_day = f.is_day() || (f.kind == TimeKind::time && f.value.timex.find(':') != std::string::npos);
  if (!f.hedged && !at_day) return;
  for (const FigureSection s : {FigureSection::hedge, FigureSection::at_least, FigureSection::at_most}) {
    if (!f.hedged && s != FigureSection::hedge) break;
    const PhraseFound p = before(f.first, s);
    if (!p) continue;
    f.first -= p.length;
    f.value.approx = true;
    const bool far = today_ && f.value.granularity == Granularity::year && *today_ * calendar::kSecondsADay - f.value.to > 9 * 366 * calendar::kSecondsADay;
    if (far) f.value.granularity = Granularity::decade;  // "more than 30 years ago"
    return;
  }
}

TimeFound TimeReader::time_at(std::size_t i) const {
  if (TimeFound clock = clock_at(i)) return clock.value.timex.empty() ? clock : with_day(clock);
  const bool shifts = r_.holds(kShifts) || r_.has(i, FigureSection::time_unit);  // also "the week of 6 March"
  const Length length = shifts ? length_before(i) : Length{};
  if (TimeFound date = shifted(i, length)) return date;
  TimeFound f = date_at(i);
  if (!f) f = relative_at(i, length);
  if (f && f.is_day() && f.kind == TimeKind::date) part_of_day(f);
  return f;
}

const Clause* TimeReader::clause_of(std::uint32_t token) const {
  const Syntax& syntax = r_.syntax();
  const Clause* best = nullptr;
  if (r_.sentence() + 1 >= syntax.clause_begin.size()) return best;
  for (std::uint32_t c = syntax.clause_begin[r_.sentence()]; c < syntax.clause_begin[r_.sentence() + 1]; ++c) {
    const Clause& clause = syntax.clauses[c];
    if (token < clause.first || token >= clause.last || !clause.has_verb()) continue;
    if (best == nullptr || clause.last - clause.first < best->last - best->first) best = &clause;
  }
  return best;
}

// Which way a date without its year or week points: by the verb that governs it, or by what is said to be due or planned.
TimeReader::Tense TimeReader::tense_at(std::size_t i) const {
  if (r_.find_before(i, FigureSection::since)) return Tense::past;
  const std::uint32_t token = r_[i].token;
  const Syntax& syntax = r_.syntax();
  if (r_.sentence() + 1 >= syntax.clause_begin.size()) return Tense::unknown;
  const Sentence& sentence = r_.story().sentences[r_.sentence()];
  const auto from = std::lower_bound(syntax.hits.begin(), syntax.hits.end(), sentence.first,
                                     [](const WordHit& h, std::uint32_t t) { return h.first < t; });
  for (auto hit = from; hit != syntax.hits.end() && hit->first < token; ++hit) {
    if (hit->list != lists_.ahead || hit->last > token || token - hit->last >= kNearWord) continue;
    const TaggedToken& head = syntax.tokens[std::min(hit->head, hit->last - 1)];
    const bool over = hit->head > 1 && syntax.tokens[hit->head - 1].xpos == Xpos::VBN;  // "had been scheduled"
    if (!over && (head.xpos == Xpos::VBN || head.xpos == Xpos::VBD || head.upos == Upos::ADJ)) return Tense::future;
  }
  const Clause* best = clause_of(token);
  if (best == nullptr) return Tense::unknown;
  const bool possessive = i + 1 < r_.size() && r_.tag(i + 1).xpos == Xpos::POS;  // "Tuesday's vote"
  if (best->relation == ClauseRelation::participle && best->verb.tense == crosscheck::Tense::none && best->parent != kNone) {
    const Clause& parent = syntax.clauses[best->parent];  // "resumes trading on Monday"
    if (parent.has_verb()) best = &parent;
  }
  const VerbGroup& verb = best->verb;
  const std::uint32_t before = token > 1 && syntax.tokens[token - 1].upos == Upos::ADP ? token - 2 : token - 1;
  const bool participle = token > sentence.first + 1 && syntax.tokens[before].xpos == Xpos::VBN && (before < verb.first || before >= verb.last);
  if (participle) return Tense::past;  // "the deal signed on Friday"
  if (verb.modal != kNone && !verb.perfect) return Tense::future;
  switch (verb.tense) {
    case crosscheck::Tense::past: return Tense::past;
    case crosscheck::Tense::future: return Tense::future;
    case crosscheck::Tense::present: {  // "leaves on Monday"; headlines tell in it what has been, and their "beat" and "cut" may be past
      if (verb.perfect) return Tense::past;
      const bool headline = r_.story().blocks[sentence.block].kind == BlockKind::headline;
      const Xpos form = syntax.tokens[verb.first].xpos;
      const bool present = verb.progressive || form == Xpos::VBZ || ((form == Xpos::VBP || (form == Xpos::VB && verb.finite)) && !headline && syntax.tokens[verb.head].upos == Upos::VERB);
      return !possessive && verb.head < token && present ? Tense::future : Tense::unknown;
    }
    case crosscheck::Tense::none: break;
  }
  if (best->relation == ClauseRelation::infinitive && !possessive) {
    const bool over = best->parent != kNone && syntax.clauses[best->parent].has_verb() && syntax.clauses[best->parent].verb.perfect &&
                      syntax.clauses[best->parent].verb.tense == crosscheck::Tense::past;
    return over ? Tense::past : Tense::future;  // "had been due to end on Friday"
  }
  return syntax.tokens[verb.head].xpos == Xpos::VBN || syntax.tokens[verb.head].xpos == Xpos::VBD ? Tense::past : Tense::unknown;
}

// Of two days that fit, one at or before the story and one at or after it: the one much nearer, else as the verb says.
TimeReader::Day TimeReader::nearest(Day before, Day after, std::size_t i) const {
  const Day back = *today_ - before, ahead = after - *today_;
  if (std::min(back, ahead) * kMuchNearer < std::max(back, ahead)) return back < ahead ? before : after;
  switch (tense_at(i)) {
    case Tense::future: {  // "said on 3 October that work would begin on 10 October": ahead of the day just named
      const bool from_named = memory_.day && memory_.day_sentence == r_.sentence() && *memory_.day <= before;
      return from_named ? before : after;
    }
    case Tense::past: return before;
    case Tense::unknown: break;
  }
  return ahead * 4 < back ? after : before;
}

}  // namespace crosscheck
