// Longer stretches: years, decades, centuries, seasons: "in 2011", "the '90s", "the winter of 1994".
#include <cmath>

#include <fmt/format.h>

#include "mention/numerals.h"
#include "mention/time_figures.h"
#include "mention/time_reader.h"

namespace crosscheck {

namespace {

using Kind = Lexeme::Kind;
using namespace calendar;

}  // namespace

// "grew from 1000 to 2000 members": both ends are counts, where they are as round as that and something leads up to "from".
bool TimeReader::from_round_count(std::size_t i) const {
  const PhraseFound to = r_.find(i + 1, FigureSection::link_to), from = r_.find_before(i, FigureSection::link_from);
  const std::size_t end = i + 1 + to.length, noun = end + 1;
  if (!to || !from || i <= from.length || !r_.is(i - from.length - 1, Kind::word) || !is_year(r_, end) || noun >= r_.size()) return false;
  return number(r_, i) % 100 == 0 && number(r_, end) % 100 == 0 && r_.tag(noun).xpos == Xpos::NNS && !r_.capital(noun);
}

// "2011", but not the 2011 of "2011 people".
TimeFound TimeReader::year_at(std::size_t i) const {
  if (!is_year(r_, i)) return {};
  const bool range = r_.is(i + 1, Kind::hyphen) && r_[i + 1].glued && r_.is_number(i + 2) && r_[i + 2].glued;
  if (range) {
    const bool short_form = plain_number(r_, i + 2, 2, 2) && number(r_, i + 2) == (number(r_, i) + 1) % 100;
    if (!(short_form || is_year(r_, i + 2)) || (i > 0 && r_[i].glued) || r_.is(i + 3, Kind::hyphen)) return {};
    const int last_year = short_form ? number(r_, i) + 1 : number(r_, i + 2);
    if (last_year <= number(r_, i)) return {};
    TimeRange t = calendar::year(number(r_, i));
    t.to = calendar::year(last_year).to;
    t.timex += fmt::format("/{:04}", last_year);
    return time_found(i, i + 3, t);
  }
  const bool refined = i > 1 && r_.is(i - 1, Kind::hyphen) && (r_.find_before(i - 1, FigureSection::mid) ||  // "mid-1996"
                       r_.find_before(i - 1, FigureSection::early) || r_.find_before(i - 1, FigureSection::late));
  if (!refined && !free_standing(r_, i, i + 1) && !(r_.is(i + 1, Kind::hyphen) && !(i > 0 && r_[i].glued))) return {};
  const bool era = r_.has(i + 1, FigureSection::era);
  if (era) return time_found(i, i + 2);
  const bool led = static_cast<bool>(r_.find_before(i, FigureSection::before_year));
  const bool hedged = r_.find_before(i, FigureSection::hedge) || r_.find_before(i, FigureSection::at_least) || r_.find_before(i, FigureSection::at_most) ||
                      r_.find_before(i, FigureSection::names_by_number);
  if (hedged || (i > 0 && r_.is(i - 1, Kind::mark) && r_.text(i - 1).size() <= 3 && r_[i - 1].mark == '$')) return {};
  if ((!led && number(r_, i) < 1900) || from_round_count(i)) return {};
  if (i + 1 < r_.size() && r_.is(i + 1, Kind::word) && !r_.is(i + 1, Kind::hyphen)) {
    const PhraseFound unit = r_.find(i + 1, FigureSection::unit);  // "the 1988 quarter" is no length of time
    const bool of_the_year = unit && r_.tag(i + 1).xpos == Xpos::NN &&
                             r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low)).dimension == "duration";
    const bool measured = (unit && !of_the_year && !r_.capital(i + 1)) || r_.has(i + 1, FigureSection::scale) || r_.has(i + 1, FigureSection::group);
    const bool counted = r_.tag(i + 1).xpos == Xpos::NNS && !(led && number(r_, i) >= 1900 && (number(r_, i) % 100 != 0 || r_.capital(i + 1)));
    if (measured || counted || r_.has(i + 1, FigureSection::zone)) return {};
  }
  return time_found(i, i + 1, calendar::year(number(r_, i)));
}

// "the year 2000", "fiscal 1989", and in words: "nineteen ninety-six", "the year two thousand"
TimeFound TimeReader::named_year(std::size_t i) const {
  const PhraseFound name = r_.find(i, FigureSection::year_name);
  const std::size_t at = i + name.length;
  if (TimeFound f = name && is_year(r_, at) ? year_at(at) : TimeFound{}) {  // also "fiscal 2023-24"
    f.first = i;
    if (name.figure.low > 0) f.value = open_value(f.value.timex);  // whose year begins when, each company decides
    return f;
  }
  if (r_.is_number(at) || !r_.has(at, FigureSection::cardinal)) return {};
  const Numeral whole = numeral_at(r_, at);
  if (name && whole && !whole.figures && whole.low >= kFirstYear && whole.low <= kLastYear && whole.low == std::floor(whole.low))
    return time_found(i, whole.last, calendar::year(static_cast<int>(whole.low)));
  const PhraseFound hundreds = r_.find(at, FigureSection::cardinal);
  const PhraseFound tens = r_.find(at + hundreds.length, FigureSection::cardinal);
  if (!tens || hundreds.figure.low < 17 || hundreds.figure.low > 20 || tens.figure.low < 10 || tens.figure.low > 99) return {};
  std::size_t end = at + hundreds.length + tens.length;
  int year = static_cast<int>(hundreds.figure.low * 100 + tens.figure.low);
  const std::size_t next = r_.is(end, Kind::hyphen) ? end + 1 : end;
  if (const PhraseFound ones = r_.find(next, FigureSection::cardinal); ones && ones.figure.low < 10 && ones.figure.low > 0 && year % 10 == 0 && tens.figure.low >= 20) {
    year += static_cast<int>(ones.figure.low);
    end = next + ones.length;
  }
  const bool counted = end < r_.size() && r_.tag(end).xpos == Xpos::NNS;
  return counted ? TimeFound{} : time_found(i, end, calendar::year(year));
}

// "the 1990s", "the '90s"
TimeFound TimeReader::decade_at(std::size_t i) const {
  const bool plural = i + 1 < r_.size() && r_[i + 1].glued && (r_.text(i + 1) == "s");
  if (!plural || !plain_number(r_, i, 2, 4) || number(r_, i) % 10 != 0) return {};
  const bool apostrophe = i > 0 && r_[i].glued && !r_.is(i - 1, Kind::word);
  TimeFound f;
  if (is_year(r_, i)) {
    const int first = number(r_, i);
    f = time_found(i, i + 2, first % 100 == 0 && first < 2000 ? century(first) : decade(first));
  } else if (r_[i].digits == 2 && apostrophe) {
    f = time_found(i - 1, i + 2, decade((number(r_, i) < 30 ? 2000 : 1900) + number(r_, i)));
  } else if (r_[i].digits == 2 && lone_decade(i)) {
    f = time_found(i, i + 2, decade(1900 + number(r_, i)));
  }
  f.noun = true;
  return f;
}

// "in the 90s", "the late 80s", but not of a temperature; earlier ones are rarely written so.
bool TimeReader::lone_decade(std::size_t i) const {
  constexpr int kEarliest = 50;
  if (number(r_, i) < kEarliest || i == 0 || r_[i].glued) return false;
  const bool the = r_.tag(i - 1).upos == Upos::DET && !r_.has(i - 1, FigureSection::article);
  if (!the && !(i > 1 && refined_before(i) && r_.tag(i - 2).upos == Upos::DET)) return false;
  if (i + 2 < r_.size() && r_.is(i + 2, Kind::word) && r_.tag(i + 2).upos == Upos::NOUN && r_.has(i + 2, FigureSection::unit)) return false;
  return !r_.holds({FigureSection::not_decade});
}

// "the nineties", but not "in his nineties"
TimeFound TimeReader::decade_name(std::size_t i) const {
  const PhraseFound name = r_.find(i, FigureSection::decade_name);
  const bool refined = name && (refined_before(i) || (i > 0 && refined_before(i - 1)));
  const bool the = name && i > 0 && r_.tag(i - 1).upos == Upos::DET && !r_.has(i - 1, FigureSection::article);
  if (!refined && !the) return {};
  TimeFound f = time_found(i, i + name.length, decade(static_cast<int>(name.figure.low)));
  f.noun = true;
  return f;
}

// Whether "early", "late", "the end of" end just before i.
bool TimeReader::refined_before(std::size_t i) const {
  return r_.find_before(i, FigureSection::early) || r_.find_before(i, FigureSection::mid) || r_.find_before(i, FigureSection::late);
}

// "the 21st century"
TimeFound TimeReader::century_at(std::size_t i) const {
  const Numeral n = ordinal_at(r_, i);
  if (!n || n.low < 1 || n.low > 21) return {};
  const std::size_t next = r_.is(n.last, Kind::hyphen) ? n.last + 1 : n.last;
  const PhraseFound word = r_.find(next, FigureSection::century);
  if (!word) return {};
  TimeFound f = time_found(i, next + word.length, century((static_cast<int>(n.low) - 1) * 100));
  f.noun = true;
  return f;
}

// "summer 2024", "the winter of 1994", "in the spring"; "spring" and "fall" alone are other words.
TimeFound TimeReader::season_at(std::size_t i) const {
  const PhraseFound name = r_.find(i, FigureSection::season);
  if (!name || r_.tag(i).upos == Upos::VERB) return {};
  const int begin = static_cast<int>(name.figure.low);
  std::size_t end = i + name.length;
  std::size_t at = end;
  if (const PhraseFound of = r_.find(at, FigureSection::link_of)) at += of.length;
  TimeFound f;
  if (is_year(r_, at) && free_standing(r_, at, at + 1)) {
    f = time_found(i, at + 1, season(number(r_, at), begin));
  } else if (const TimeFound year = named_year(at)) {
    f = time_found(i, year.last, season(date_of(year.value.from / kSecondsADay).year, begin));
  } else {
    const bool the = i > 0 && r_.tag(i - 1).upos == Upos::DET && !r_.has(i - 1, FigureSection::article);
    const std::size_t before = the ? i - 1 : i;
    const bool led = before > 0 && r_.tag(before - 1).upos == Upos::ADP;
    const bool closed = end >= r_.size() || !(r_.tag(end).upos == Upos::NOUN || r_.tag(end).upos == Upos::PROPN || r_.tag(end).upos == Upos::ADP);
    if (!the || !led || !closed || !today_) return {};
    const Date today = date_of(*today_);
    const int last = today.month >= begin ? today.year : today.year - 1;
    const bool ahead = tense_at(i) == Tense::future && last * 12 + begin + 3 <= today.year * 12 + today.month;
    f = time_found(i, end, season(ahead ? last + 1 : last, begin));
  }
  f.noun = true;
  return f;
}

// "by year-end": the last day of it.
TimeFound TimeReader::year_end(std::size_t i) const {
  const PhraseFound name = today_ ? r_.find(i, FigureSection::year_end) : PhraseFound{};
  if (!name) return {};
  std::size_t end = i + name.length;
  int year = date_of(*today_).year;
  if (is_year(r_, end)) year = number(r_, end++);
  else if (tense_at(i) == Tense::past && date_of(*today_).month < 12) return time_found(i, end, open_value("PAST_REF"));
  return time_found(i, end, one_day(day_of(year, 12, 31)));
}

}  // namespace crosscheck
