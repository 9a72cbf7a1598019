// Lengths of time that no number measures: "for weeks", "decades-long", "the past year", "the next few days"; and what a length
// makes of a date beside it: "a week after Christmas", "the day before", "two years ago".
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "mention/amounts.h"
#include "mention/quantities.h"
#include "mention/time_figures.h"

namespace crosscheck {

namespace {

using Kind = Lexeme::Kind;
using namespace calendar;

constexpr std::int64_t kWeek = 7 * kSecondsADay, kFortnight = 2 * kWeek;
constexpr std::int64_t kMonth = 2629746, kQuarter = 3 * kMonth, kYear = 12 * kMonth;

std::int64_t seconds_of(const Unit& unit) { return static_cast<std::int64_t>(std::llround(unit.factor)); }

TimeFound length(const SentenceReading& r, std::size_t first, std::size_t last, double number, bool vague, const PhraseFound& unit) {
  TimeFound f = time_found(first, last, open_value(duration_timex(number, vague, r.lexicon().unit(static_cast<std::size_t>(unit.figure.low)))), TimeKind::duration);
  f.noun = true;
  return f;
}

}  // namespace

// "the past year", "the last few months", "the next couple of years"
TimeFound TimeReader::near_length(std::size_t i) const {
  for (const FigureSection section : {FigureSection::last, FigureSection::next}) {
    const PhraseFound near = r_.find(i, section);
    if (!near || i == 0 || r_.tag(i - 1).upos != Upos::DET) continue;
    const std::size_t at = i + near.length;
    if (const PhraseFound few = r_.find(at, FigureSection::few)) {
      const PhraseFound unit = r_.find(at + few.length, FigureSection::time_unit);
      if (unit) return length(r_, i, at + few.length + unit.length, few.figure.low, few.figure.low == 0, unit);
      return {};
    }
    const PhraseFound unit = r_.find(at, FigureSection::time_unit);
    const bool governed = i > 1 && r_.tag(i - 2).upos == Upos::ADP && !r_.has(i - 2, FigureSection::link_of);
    if (!unit || !governed || unit.length != 1 || r_.has(at + 1, FigureSection::link_of)) return {};
    if (r_.is(at + 1, Kind::hyphen) && r_[at + 1].glued) return {};
    const std::int64_t seconds = seconds_of(r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low)));
    const bool plural = r_.tag(at).xpos == Xpos::NNS;
    if (!plural && (seconds < kWeek || seconds == kQuarter)) return {};
    return length(r_, i, at + 1, 1, plural, unit);
  }
  return {};
}

// "for weeks", "after months of talks", "in the days since", "decades-long"
TimeFound TimeReader::bare_length(std::size_t i) const {
  const PhraseFound unit = r_.find(i, FigureSection::time_unit);
  if (!unit || unit.length != 1) return {};
  const bool plural = r_.tag(i).xpos == Xpos::NNS || !r_[i].whole_token;
  std::size_t next = i + 1;
  if (r_.is(next, Kind::hyphen) && r_[next].glued) {
    const bool many = !r_[i].whole_token && r_.text(i).back() == 's' && !(i > 0 && r_[i].glued);
    PhraseFound tail = r_.find(next + 1, FigureSection::long_);
    if (!tail) tail = r_.find(next + 1, FigureSection::old);
    if (!many || !tail) return {};
    TimeFound f = length(r_, i, next + 1 + tail.length, 1, true, unit);
    f.noun = false;
    return f;
  }
  if (!plural || i == 0 || !r_[i].whole_token) return {};
  const bool the = r_.tag(i - 1).upos == Upos::DET && !r_.has(i - 1, FigureSection::every);
  const std::size_t before = the ? i - 1 : i;
  const bool governed = before > 0 && r_.tag(before - 1).upos == Upos::ADP && !r_.has(before - 1, FigureSection::link_of);
  const bool shifts = r_.has(next, FigureSection::earlier) || r_.has(next, FigureSection::later);
  if (the ? !(governed && (shifts || next >= r_.size() || !r_.has(next, FigureSection::link_of))) : !(governed || shifts)) return {};
  const Upos behind = r_.tag(i - 1).upos;  // "weeks after the vote", but not the weeks of "two weeks", "long weeks"
  const bool alone = behind == Upos::VERB || behind == Upos::NOUN || behind == Upos::PROPN || behind == Upos::ADV;
  if (!the && !governed && !(r_.is(i - 1, Kind::word) && alone && !r_.taken(i - 1))) return {};
  return length(r_, i, next, 1, true, unit);
}

// "a day later", "a month after the vote"
TimeFound TimeReader::article_length(std::size_t i) const {
  const PhraseFound article = r_.find(i, FigureSection::article);
  const PhraseFound unit = r_.find(i + article.length, FigureSection::time_unit);
  const std::size_t last = i + article.length + unit.length;
  if (!unit || !(r_.has(last, FigureSection::earlier) || r_.has(last, FigureSection::later))) return {};
  TimeFound f = length(r_, i, last, 1, false, unit);
  f.noun = false;
  f.hedged = true;
  return f;
}

// A length with its number, as "ago" and "after" need it: "two years", "a week", "several months".
TimeReader::Length TimeReader::length_before(std::size_t i) const {
  Length l;
  if (i >= r_.size() || !r_.begins(i).meets(kLengths)) return l;
  if (const Amount a = amount_at(r_, i); a && a.has_unit() && !a.unit_before && !a.hyphened) {
    const bool exact = a.low == a.high;
    if ((!exact && !a.numeral.vague) || !is_duration(r_.lexicon().unit(a.unit))) return l;
    l.number = a.low;
    l.vague = !exact;
    l.unit = &r_.lexicon().unit(a.unit);
    l.last = a.last;
    return l;
  }
  std::size_t at = i;
  if (const PhraseFound article = r_.find(i, FigureSection::article)) at += article.length;
  else if (r_.tag(i).xpos == Xpos::NNS || (i > 0 && r_.tag(i - 1).upos == Upos::DET)) l.bare = true;
  else return l;
  const PhraseFound unit = r_.find(at, FigureSection::time_unit);
  if (!unit) return l;
  l.vague = l.bare && r_.tag(at).xpos == Xpos::NNS;
  l.unit = &r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low));
  l.last = at + unit.length;
  return l;
}

// `length` further than `day`, as exact as its unit: years make a year, months a month.
TimeRange TimeReader::further(Day day, const Length& l, int sign) const {
  const std::int64_t seconds = seconds_of(*l.unit);
  const Date date = date_of(day);
  const auto whole = [&](std::int64_t unit) { return sign * static_cast<std::int64_t>(l.number * static_cast<double>(seconds / unit)); };
  if (!(l.number >= 0 && l.number < 3000)) return {};
  if (l.number != std::floor(l.number) && seconds < kYear) return open_value(sign < 0 ? "PAST_REF" : "FUTURE_REF");
  if (seconds == kSecondsADay) return one_day(day + whole(kSecondsADay));
  if (seconds == kWeek || seconds == kFortnight) {  // "two weeks ago" is that day, give or take some
    TimeRange t = one_day(day + whole(kSecondsADay));
    t.granularity = Granularity::week;
    t.approx = true;
    return t;
  }
  if (seconds == kMonth || seconds == kQuarter) {
    const Date d = add_months(date, whole(kMonth));
    return calendar::month(d.year, d.month);
  }
  if (seconds < kYear) return open_value(sign < 0 ? "PAST_REF" : "FUTURE_REF");
  const double months = sign * std::round(l.number * 12 * static_cast<double>(seconds / kYear));  // "two and a half years ago"
  const std::int64_t year = add_months(date, static_cast<std::int64_t>(months)).year;
  if (year < 1 || year > kLastYear) return {};
  TimeRange t = calendar::year(static_cast<int>(year));
  if (seconds > kYear) {  // "a decade ago" is about that year
    t.granularity = Granularity::decade;
    t.approx = true;
  }
  return t;
}

// "two years ago", "a week ago", "three days from now"; "a year earlier" than the year spoken of.
TimeFound TimeReader::ago(std::size_t i, const Length& l) const {
  if (l.unit == nullptr) return {};
  int sign = 0;
  PhraseFound word = r_.find(l.last, FigureSection::ago);
  if (word) sign = -1;
  else if ((word = r_.find(l.last, FigureSection::from_now))) sign = 1;
  if (sign == 0) return l.bare || l.vague ? TimeFound{} : year_earlier(i, l);
  TimeFound f;
  if (l.vague || !today_) f = time_found(i, l.last + word.length, open_value(sign < 0 ? "PAST_REF" : "FUTURE_REF"));
  else if (l.bare) return {};
  else if (memory_.quarter && l.number == 1 && seconds_of(*l.unit) == kYear && sign < 0) f = time_found(i, l.last + word.length, quarter(memory_.quarter->year - 1, (memory_.quarter->month - 1) / 3 + 1));
  else f = time_found(i, l.last + word.length, further(*today_, l, sign));
  if (f.value.granularity == Granularity::week) weekday_near(f);
  f.hedged = f.value.granularity != Granularity::quarter;
  return f.value.timex.empty() ? TimeFound{} : f;
}

// "two weeks ago on Sunday": the Sunday nearest to that day.
void TimeReader::weekday_near(TimeFound& f) const {
  const PhraseFound on = r_.find(f.last, FigureSection::on_day);
  const PhraseFound name = weekday_name(f.last + on.length);
  if (!name) return;
  const Day day = f.value.from / kSecondsADay;
  const int ahead = (static_cast<int>(name.figure.low) - weekday(day) + 7) % 7;
  f.value = one_day(ahead <= 3 ? day + ahead : day + ahead - 7);
  f.last += on.length + name.length;
}

// "a year earlier", "two years before." where nothing follows that it could be before.
TimeFound TimeReader::year_earlier(std::size_t i, const Length& l) const {
  const PhraseFound back = r_.find(l.last, FigureSection::earlier);
  const PhraseFound word = back ? back : r_.find(l.last, FigureSection::later);
  if (!word || !today_ || seconds_of(*l.unit) < kYear) return {};
  const int sign = back ? -1 : 1;
  const std::size_t last = l.last + word.length;
  const bool open_end = last >= r_.size() || r_.is(last, Kind::mark);
  const bool anchored = memory_.business < kBusiness && memory_.year && *memory_.year != date_of(*today_).year && memory_.year_sentence + 1 >= r_.sentence();
  if (std::abs(word.figure.low) > 1 && !open_end) return {};
  if (l.number != 1 && !anchored) return {};
  if (!anchored && sign > 0) return {};
  if (!anchored && memory_.quarter) return time_found(i, last, quarter(memory_.quarter->year - 1, (memory_.quarter->month - 1) / 3 + 1));
  const TimeRange value = further(anchored ? day_of(*memory_.year, 1, 1) : *today_, l, sign);
  return value.timex.empty() ? TimeFound{} : time_found(i, last, value);
}

// "a week after Christmas", "two days before 1 May", "the day before yesterday", "the week of 6 March"
TimeFound TimeReader::shifted(std::size_t i, const Length& l) const {
  if (l.unit == nullptr || l.vague) return {};
  const std::int64_t seconds = seconds_of(*l.unit);
  if (seconds < kSecondsADay) return {};
  const PhraseFound back = r_.find(l.last, FigureSection::earlier);
  const PhraseFound on = back ? PhraseFound{} : r_.find(l.last, FigureSection::later);
  const PhraseFound of = l.bare && seconds == kWeek ? r_.find(l.last, FigureSection::link_of) : PhraseFound{};
  const PhraseFound link = back ? back : on ? on : of;
  if (!link) return {};
  const std::size_t at = l.last + link.length;
  if (at >= r_.size() || r_.taken(at)) return {};
  TimeFound date = date_at(at);
  if (!date) date = near_unit(at);
  if (!date) date = day_word(at);
  const bool years = date && !of && date.value.granularity == Granularity::year && seconds == kYear;  // "two years after 2011"
  if (!date || !(date.is_day() || years) || date.kind != TimeKind::date) return {};
  const Day day = date.value.from / kSecondsADay;
  TimeFound f = time_found(i, date.last, of ? week_of(day) : further(day, l, back ? -1 : 1));
  if (l.bare && seconds == kWeek && !of) {  // "the week before 20 December": the seven days up to it
    const Day from = back ? day - 7 : day + 1;
    f.value = days(from, from + 7, Granularity::week, one_day(from).timex + "/" + one_day(from + 6).timex);
  }
  f.noun = l.bare;
  return f.value.timex.empty() ? TimeFound{} : f;
}

namespace {

// The lexeme that begins at this byte of the story, or size() where none does.
std::size_t lexeme_at(const SentenceReading& r, std::uint32_t byte) {
  std::size_t low = 0, high = r.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (r[middle].begin < byte) low = middle + 1;
    else high = middle;
  }
  return low < r.size() && r[low].begin == byte ? low : r.size();
}

// "the first nine months", "the latest six months", "those four days"
void add_article(const SentenceReading& r, QuantityMention& m) {
  const std::size_t first = lexeme_at(r, m.at.span.begin);
  std::size_t at = first;
  for (bool more = true; more;) {
    more = false;
    for (const FigureSection s : {FigureSection::latest, FigureSection::year_back, FigureSection::alike, FigureSection::ordinal, FigureSection::last}) {
      const PhraseFound p = at < r.size() && at > 0 && !r.taken(at - 1) ? r.find_before(at, s) : PhraseFound{};
      if (!p) continue;
      at -= p.length;
      more = true;
    }
  }
  if (at == 0 || at >= r.size() || r.taken(at - 1) || r.tag(at - 1).upos != Upos::DET || r.has(at - 1, FigureSection::article)) return;
  if (r.has(at - 1, FigureSection::every) || !r.is(at - 1, Kind::word)) return;
  m.at.span.begin = r[at - 1].begin;
  m.at.first = r[at - 1].token;
}

}  // namespace

void TimeFinder::complete_lengths(const SentenceReading& r, std::size_t from, std::vector<QuantityMention>& quantities, std::vector<TimeMention>& times) const {
  const std::size_t times_before = times.size();
  for (std::size_t q = from; q < quantities.size(); ++q) {
    QuantityMention& m = quantities[q];
    std::size_t last = lexeme_at(r, m.at.span.begin);
    while (last < r.size() && r[last].end < m.at.span.end) ++last;
    if (last >= r.size() || last == 0 || !r.is(last, Kind::word)) continue;
    const bool compound = r.is(last - 1, Kind::hyphen);
    if (m.kind == QuantityKind::duration) {
      if (!compound) add_article(r, m);
      continue;
    }
    const PhraseFound unit = compound ? PhraseFound{} : r.find(last, FigureSection::time_unit);
    if (!unit) continue;
    const PhraseFound article = r.find_before(last, FigureSection::article);
    const PhraseFound per = article ? article : r.find_before(last, FigureSection::link_per);
    const bool inside = per && r[last - per.length].begin > m.at.span.begin;
    if (!inside || seconds_of(r.lexicon().unit(static_cast<std::size_t>(unit.figure.low))) < kSecondsADay) continue;
    TimeMention set;  // "a year" of "$3m a year"
    set.at.span = {r.story().id, r[last - per.length].begin, r[last].end};
    set.at.first = r[last - per.length].token;
    set.at.last = r[last].token + 1;
    set.at.sentence = r.sentence();
    set.kind = TimeKind::set;
    set.value = open_value(duration_timex(1, false, r.lexicon().unit(static_cast<std::size_t>(unit.figure.low))));
    times.push_back(std::move(set));
  }
  if (times.size() == times_before) return;
  auto sentence = times.end();
  while (sentence != times.begin() && (sentence - 1)->at.sentence == r.sentence()) --sentence;
  std::stable_sort(sentence, times.end(), [](const TimeMention& a, const TimeMention& b) { return a.at.span.begin < b.at.span.begin; });
}

}  // namespace crosscheck
