// Longer stretches: years, decades, centuries, seasons, and the quarters for which companies report: "in 2011", "the '90s",
// "third quarter of 2024". What "the quarter" and "a year earlier" are, the last quarter that was named tells.
#include <cmath>

#include <fmt/format.h>

#include "mention/numerals.h"
#include "mention/quantities.h"
#include "mention/time_figures.h"
#include "mention/time_reader.h"

namespace crosscheck {

namespace {

using Kind = Lexeme::Kind;
using namespace calendar;

constexpr int kQuarterMonths = 3, kHalfMonths = 6, kYearMonths = 12;

// What one says of a stretch of so many months that begins with the month of `first`.
TimeRange stretch(const Date& first, int months) {
  return months == kYearMonths ? calendar::year(first.year)
         : months == kHalfMonths ? half(first.year, first.month / 7 + 1)
                                 : quarter(first.year, (first.month - 1) / kQuarterMonths + 1);
}

}  // namespace

TimeFound TimeReader::period_at(std::size_t i) const {
  if (r_.is_number(i)) {
    if (TimeFound f = decade_at(i)) return f;
    if (TimeFound f = year_of_period(i)) return f;
    if (TimeFound f = year_at(i)) return f;
  }
  for (const auto rule : {&TimeReader::named_year, &TimeReader::quarter_at, &TimeReader::century_at, &TimeReader::season_at, &TimeReader::year_end, &TimeReader::decade_name})
    if (TimeFound f = (this->*rule)(i)) return f;
  return decade_at(i);
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
  if (!led && (number(r_, i) < 1900)) return {};
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
  }
  f.noun = true;
  return f;
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

// The quarter (half, year) of that number, said in a story of this day without its year.
TimeReader::Day TimeReader::nearest_quarter(std::size_t i, int index, int months) const {
  const Date today = date_of(*today_);
  const int month = months * (index - 1) + 1;
  const Day this_year = day_of(today.year, month, 1);
  if (this_year <= *today_) {
    const bool over = date_of(*today_).month >= month + months;
    return over && month + months + 6 <= today.month && tense_at(i) == Tense::future ? day_of(today.year + 1, month, 1) : this_year;
  }
  return tense_at(i) == Tense::future || month - today.month <= 3 ? this_year : day_of(today.year - 1, month, 1);
}

// The words behind a quarter that tell its year: "of 2024", "last year", "a year ago". `years` counts from the story's.
bool TimeReader::year_of_quarter(std::size_t& end, int& years, bool& told) const {
  std::size_t at = end;
  if (const PhraseFound of = r_.find(at, FigureSection::before_year)) at += of.length;
  if (const PhraseFound name = r_.find(at, FigureSection::year_name)) at += name.length;
  if (is_year(r_, at) && free_standing(r_, at, at + 1)) {
    years = number(r_, at);
    end = at + 1;
    return told = true;
  }
  if (!today_) return false;
  if (const TimeFound near = near_unit(at); near && near.value.granularity == Granularity::year) {
    years = date_of(near.value.from / kSecondsADay).year;
    end = near.last;
    return told = true;
  }
  const PhraseFound article = r_.find(end, FigureSection::article);
  const PhraseFound back = article ? r_.find(end + article.length, FigureSection::year_back) : PhraseFound{};
  if (!back) return false;
  end += article.length + back.length;
  years = -1;
  return true;
}

// "third quarter of 2024", "Q3 2024", "the first half of 2024", "the latest quarter", "the year-ago period"; without its year only
// where a company or an economy is spoken of.
TimeFound TimeReader::quarter_at(std::size_t i) const {
  std::size_t at = i;
  bool back = false, latest = false, alike = false;
  for (;;) {
    const std::size_t next = at > i && r_.is(at, Kind::hyphen) ? at + 1 : at;
    if (const PhraseFound p = r_.find(next, FigureSection::year_back); p && !back) {
      back = true;
      at = next + p.length;
    } else if (const PhraseFound q = r_.find(next, FigureSection::latest); q && !latest) {
      latest = true;
      at = next + q.length;
    } else if (const PhraseFound s = r_.find(next, FigureSection::alike); s && !alike) {
      alike = true;
      at = next + s.length;
    } else {
      break;
    }
  }
  const std::size_t modified = at;
  if (r_.has(at, FigureSection::year_name) && r_.find(at, FigureSection::year_name).figure.low > 0 && ordinal_at(r_, at + 1)) ++at;
  int index = 0, months = -1;
  bool compound = false;  // "third-quarter profit"
  bool fiscal = at > modified;
  if (const PhraseFound code = r_.find(at, FigureSection::quarter_short)) {
    const std::size_t figure = at + code.length;
    if (!plain_number(r_, figure, 1, 1) || !r_[figure].glued || r_[figure].value < 1) return {};
    months = static_cast<int>(code.figure.low);
    index = number(r_, figure);
    at = figure + 1;
    if (index * months > kYearMonths) return {};
    compound = true;
  } else if (const PhraseFound last = r_.find(at, FigureSection::last); last && is_last_of_year(at + last.length)) {  // "the last half of 2019"
    months = static_cast<int>(r_.find(at + last.length, FigureSection::quarter_name).figure.low);
    index = kYearMonths / months;
    at += last.length + 1;
  } else if (const Numeral n = ordinal_at(r_, at); n && n.low >= 1 && n.low <= 4) {
    std::size_t next = r_.is(n.last, Kind::hyphen) ? n.last + 1 : n.last;
    if (const PhraseFound f = r_.find(next, FigureSection::year_name); f && f.figure.low > 0) {
      fiscal = true;
      next += f.length;
    }
    if (const PhraseFound name = r_.find(next, FigureSection::quarter_name); name && name.length == 1) {
      index = static_cast<int>(n.low);
      months = static_cast<int>(name.figure.low);
      compound = r_.is(next - 1, Kind::hyphen);
      at = next + 1;
    }
  }
  if (months == kHalfMonths && index > 2) return {};
  const std::size_t noun = at > i && r_.is(at, Kind::hyphen) ? at + 1 : at;
  const PhraseFound plain = index == 0 ? r_.find(noun, FigureSection::report_period) : PhraseFound{};
  if (plain && r_.tag(noun + plain.length - 1).xpos != Xpos::NNS && r_.tag(noun + plain.length - 1).upos != Upos::VERB) {
    months = static_cast<int>(plain.figure.low);
    fiscal = fiscal || (plain.length > 1 && months != kYearMonths);
    at = noun + plain.length;
  } else if (plain) {
    return {};
  }
  const bool tied = r_.is(at, Kind::hyphen) && r_[at].glued && index == 0;  // "quarter-to-quarter"
  if ((months < 0 && (!back || length_before(at).unit != nullptr)) || tied) return {};
  return report_value(i, at, {index, months, back, latest, alike, fiscal, compound});
}

bool TimeReader::is_last_of_year(std::size_t name) const {
  const PhraseFound stretch = r_.find(name, FigureSection::quarter_name);
  const PhraseFound of = stretch ? r_.find(name + stretch.length, FigureSection::link_of) : PhraseFound{};
  const std::size_t at = name + stretch.length + of.length;
  return of && (is_year(r_, at) || near_unit(at));
}

TimeFound TimeReader::report_value(std::size_t i, std::size_t end, const ReportWords& w) const {
  const bool bare = w.index == 0 && !w.back && !w.latest && !w.alike;
  const bool the = i > 0 && r_.tag(i - 1).upos == Upos::DET && !r_.has(i - 1, FigureSection::article);
  const bool business = memory_.business >= kBusiness;
  if (bare && !the) return {};
  int year = 0;
  bool told = false;
  const bool tail = w.months >= 0 && year_of_quarter(end, year, told);
  int back = (w.back ? 1 : 0) + (tail && !told ? 1 : 0);
  TimeFound f;
  if (w.index == 0 && w.months == kYearMonths) {
    if (tail || w.alike || !today_ || !unit_of_time(end - 1)) return {};
    f = time_found(i, end, calendar::year(date_of(*today_).year - back));
    const bool ended = r_.has(end, FigureSection::ended);
    if (bare && !ended && !business && !refined_before(i - 1)) return {};
    if (w.latest && !ended) f.value = calendar::year(date_of(*today_).year - 1);
    if (ended && (bare || w.latest)) {
      f.value = open_value(duration_timex(1, false, r_.lexicon().unit(static_cast<std::size_t>(unit_of_time(end - 1).figure.low))));
      f.kind = TimeKind::duration;
    }
  } else if (w.months == 0 || w.months < 0) {  // "the latest period", "year-ago results"
    if (!today_ || (bare && !tail) || (!business && !tail && !memory_.quarter)) return {};
    if (memory_.quarter) f = time_found(i, end, stretch(told ? Date{year, memory_.quarter->month, 1} : Date{memory_.quarter->year - back, memory_.quarter->month, 1}, kQuarterMonths));
    else f = time_found(i, end, calendar::year(told ? year : date_of(*today_).year - back));
  } else {
    Date first;
    if (told && w.index > 0) first = {year, w.months * (w.index - 1) + 1, 1};
    else if (!today_ || (!business && !tail)) return w.tied && w.months == kQuarterMonths ? time_found(i, end) : TimeFound{};
    else if (w.index > 0) first = date_of(nearest_quarter(i, w.index, w.months));
    else if (memory_.quarter) first = *memory_.quarter;
    else first = add_months(date_of(*today_), -w.months), first.month = (first.month - 1) / w.months * w.months + 1;
    if (told) first.year = year;
    first.year -= back;
    f = time_found(i, end, stretch(first, w.months));
    const bool over = back == 0 && today_ && day_of(first.year, first.month, 1) + 80 < *today_;
    if (w.months == kQuarterMonths && (over || (back == 0 && tense_at(i) == Tense::past))) f.quarter = first;
  }
  if (w.fiscal && f.kind == TimeKind::date) f.value = open_value(f.value.timex);
  f.noun = w.months >= 0 && !w.tied;
  return f;
}

// "this year's third quarter", "last year's quarter"; nothing where no quarter stands behind the year.
TimeFound TimeReader::quarter_of(const TimeFound& year) const {
  std::size_t at = year.last;
  while (at < r_.size() && r_.tag(at).xpos == Xpos::POS) ++at;
  if (at == year.last) return {};
  const int number = date_of(year.value.from / kSecondsADay).year;
  if (const Numeral n = ordinal_at(r_, at); n && n.low >= 1 && n.low <= 4) {
    const PhraseFound name = r_.find(n.last, FigureSection::quarter_name);
    const int months = static_cast<int>(name.figure.low);
    if (!name || (months == kHalfMonths && n.low > 2)) return {};
    return time_found(year.first, n.last + name.length, stretch({number, months * (static_cast<int>(n.low) - 1) + 1, 1}, months));
  }
  const PhraseFound plain = r_.find(at, FigureSection::report_period);
  if (!plain || !memory_.quarter || plain.figure.low > kQuarterMonths) return {};
  return time_found(year.first, at + plain.length, stretch({number, memory_.quarter->month, 1}, kQuarterMonths));
}

// "the 1988 third quarter", "the 1988 period"
TimeFound TimeReader::year_of_period(std::size_t i) const {
  if (!is_year(r_, i) || !free_standing(r_, i, i + 1) || i == 0 || r_.tag(i - 1).upos != Upos::DET) return {};
  const int year = number(r_, i);
  if (const Numeral n = ordinal_at(r_, i + 1); n && n.low >= 1 && n.low <= 4) {
    const std::size_t next = r_.is(n.last, Kind::hyphen) ? n.last + 1 : n.last;
    const PhraseFound name = r_.find(next, FigureSection::quarter_name);
    if (!name || (name.figure.low == kHalfMonths && n.low > 2)) return {};
    TimeFound f = time_found(i, next + name.length, stretch({year, static_cast<int>(name.figure.low) * (static_cast<int>(n.low) - 1) + 1, 1}, static_cast<int>(name.figure.low)));
    f.noun = true;
    return f;
  }
  const PhraseFound plain = r_.find(i + 1, FigureSection::report_period);
  if (!plain || plain.figure.low > kQuarterMonths) return {};
  TimeFound f = time_found(i, i + 1 + plain.length, memory_.quarter ? stretch({year, memory_.quarter->month, 1}, kQuarterMonths) : calendar::year(year));
  if (!memory_.quarter && plain.figure.low > 0) f.value = open_value(fmt::format("{:04}-QX", year));
  f.noun = true;
  return f;
}

}  // namespace crosscheck
