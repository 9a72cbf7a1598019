// The stretches for which companies and countries report: "third quarter of 2024", "the year-ago period", "next year's first half".
// What "the quarter" and "a year earlier" are, the last quarter that was named tells.
#include <fmt/format.h>

#include "mention/numerals.h"
#include "mention/quantities.h"
#include "mention/time_figures.h"

namespace crosscheck {

namespace {

using Kind = Lexeme::Kind;
using namespace calendar;

constexpr Day kReportsEarly = 10;  // days before its end from which a quarter is reported on
constexpr int kQuarterMonths = 3, kHalfMonths = 6, kYearMonths = 12;

// What one says of a stretch of so many months that begins with the month of `first`.
TimeRange stretch(const Date& first, int months) {
  return months == kYearMonths ? calendar::year(first.year)
         : months == kHalfMonths ? half(first.year, first.month / 7 + 1)
                                 : quarter(first.year, (first.month - 1) / kQuarterMonths + 1);
}

}  // namespace

// "latest", "year-ago", "same" before the noun; gives the lexeme behind them.
std::size_t TimeReader::report_modifiers(std::size_t i, ReportWords& w) const {
  const auto read = [&](std::size_t& at, FigureSection section, bool& said) {
    const PhraseFound p = said ? PhraseFound{} : r_.find(at > i && r_.is(at, Kind::hyphen) ? at + 1 : at, section);
    if (!p) return false;
    at += p.length + (at > i && r_.is(at, Kind::hyphen) ? 1 : 0);
    return said = true;
  };
  std::size_t at = i;
  while (read(at, FigureSection::year_back, w.back) || read(at, FigureSection::latest, w.latest) || read(at, FigureSection::alike, w.alike)) {}
  return at;
}

// "third quarter", "first half", "Q3", "the last half of …"; gives the lexeme behind it, `at` where no number tells which.
std::size_t TimeReader::numbered_quarter(std::size_t at, ReportWords& w) const {
  const auto fiscal = [&](std::size_t k) {
    const PhraseFound f = r_.find(k, FigureSection::year_name);
    return f.figure.low > 0 ? f.length : 0;
  };
  if (const PhraseFound code = r_.find(at, FigureSection::quarter_short)) {
    const std::size_t figure = at + code.length;
    if (!plain_number(r_, figure, 1, 1) || !r_[figure].glued || number(r_, figure) < 1) return at;
    w.months = static_cast<int>(code.figure.low);
    w.index = number(r_, figure);
    w.compound = true;
    return figure + 1;
  }
  if (const PhraseFound last = r_.find(at, FigureSection::last); last && is_last_of_year(at + last.length)) {
    w.months = static_cast<int>(r_.find(at + last.length, FigureSection::quarter_name).figure.low);
    w.index = kYearMonths / w.months;
    return at + last.length + 1;
  }
  const std::size_t own = fiscal(at);  // "fiscal first quarter", "first fiscal quarter"
  const std::size_t first = own > 0 && r_.is(at + own, Kind::hyphen) ? at + own + 1 : at + own;
  const Numeral n = ordinal_at(r_, first);
  if (!n || n.low < 1 || n.low > 4) return at;
  std::size_t next = r_.is(n.last, Kind::hyphen) ? n.last + 1 : n.last;
  const std::size_t inner = fiscal(next);
  next += inner;
  const PhraseFound name = r_.find(next, FigureSection::quarter_name);
  if (!name || name.length != 1) return at;
  w.index = static_cast<int>(n.low);
  w.months = static_cast<int>(name.figure.low);
  w.compound = r_.is(next - 1, Kind::hyphen);
  w.fiscal = own + inner > 0;
  return next + 1;
}

// Without its year only where a company or an economy is spoken of.
TimeFound TimeReader::quarter_at(std::size_t i) const {
  ReportWords w;
  std::size_t at = report_modifiers(i, w);
  const std::size_t behind = numbered_quarter(at, w);
  if (behind > at) {
    if (w.index * w.months > kYearMonths) return {};
    return report_value(i, behind, w);
  }
  const std::size_t noun = at > i && r_.is(at, Kind::hyphen) ? at + 1 : at;
  if (const PhraseFound plain = r_.find(noun, FigureSection::report_period)) {
    const TaggedToken& head = r_.tag(noun + plain.length - 1);
    if (head.xpos == Xpos::NNS || head.upos == Upos::VERB) return {};
    w.months = static_cast<int>(plain.figure.low);
    w.fiscal = plain.length > 1 && w.months != kYearMonths;
    at = noun + plain.length;
    if (r_.is(at, Kind::hyphen) && r_[at].glued) return {};  // "quarter-to-quarter"
    return report_value(i, at, w);
  }
  if (!w.back || length_before(at).unit != nullptr) return {};  // "the year-ago nine months"
  return report_value(i, at, w);
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

bool TimeReader::is_last_of_year(std::size_t name) const {
  const PhraseFound stretch = r_.find(name, FigureSection::quarter_name);
  const PhraseFound of = stretch ? r_.find(name + stretch.length, FigureSection::link_of) : PhraseFound{};
  const std::size_t at = name + stretch.length + of.length;
  return of && (is_year(r_, at) || near_unit(at));
}

TimeFound TimeReader::report_value(std::size_t i, std::size_t end, ReportWords w) const {
  const bool the = i > 0 && r_.tag(i - 1).upos == Upos::DET && !r_.has(i - 1, FigureSection::article);
  if (w.bare() && !the) return {};
  int year = 0;
  w.tail = w.months >= 0 && year_of_quarter(end, year, w.told);
  if (w.told) w.year = year;
  w.years_back = (w.back ? 1 : 0) + (w.tail && !w.told ? 1 : 0);
  if (!w.told && !today_) return {};
  TimeFound f = w.index == 0 && w.months == kYearMonths ? report_year(i, end, w)
                : w.months <= 0                         ? report_period(i, end, w)
                                                        : report_quarter(i, end, w);
  if (w.fiscal && f.kind == TimeKind::date && !f.value.timex.empty()) f.value = open_value(f.value.timex);  // whose year begins when, each company decides
  f.noun = w.months >= 0 && !w.compound;
  return f;
}

// "the year", "the year ended March 31"
TimeFound TimeReader::report_year(std::size_t i, std::size_t end, const ReportWords& w) const {
  const PhraseFound unit = r_.find(end - 1, FigureSection::time_unit);
  if (w.tail || w.alike || !unit) return {};
  if (r_.has(end, FigureSection::ended) && (w.bare() || w.latest))
    return time_found(i, end, open_value(duration_timex(1, false, r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low)))), TimeKind::duration);
  if (w.bare() && memory_.business < kBusiness && !refined_before(i - 1)) return {};
  return time_found(i, end, calendar::year(date_of(*today_).year - w.years_back - (w.latest ? 1 : 0)));
}

// "the latest period", "year-ago results"
TimeFound TimeReader::report_period(std::size_t i, std::size_t end, const ReportWords& w) const {
  if (!today_ || (w.bare() && !w.tail) || (memory_.business < kBusiness && !w.tail && !memory_.quarter)) return {};
  if (!memory_.quarter) return time_found(i, end, calendar::year(w.told ? w.year : date_of(*today_).year - w.years_back));
  return time_found(i, end, stretch({w.told ? w.year : memory_.quarter->year - w.years_back, memory_.quarter->month, 1}, kQuarterMonths));
}

TimeFound TimeReader::report_quarter(std::size_t i, std::size_t end, const ReportWords& w) const {
  const bool known = today_ && (memory_.business >= kBusiness || w.tail);
  Date first{w.year, w.months * (w.index - 1) + 1, 1};
  if (!w.told || w.index == 0) {
    if (!known) return w.compound && w.months == kQuarterMonths ? time_found(i, end) : TimeFound{};
    if (w.index > 0) {
      first = date_of(nearest_quarter(i, w.index, w.months));
    } else if (memory_.quarter) {
      first = *memory_.quarter;
    } else {  // the last that is over
      first = add_months(date_of(*today_), -w.months);
      first.month = (first.month - 1) / w.months * w.months + 1;
    }
    if (w.told) first.year = w.year;
  }
  first.year -= w.years_back;
  TimeFound f = time_found(i, end, stretch(first, w.months));
  const bool reported = today_ && w.months == kQuarterMonths && w.years_back == 0 &&
                        (f.value.to <= (*today_ + kReportsEarly) * kSecondsADay || tense_at(i) == Tense::past);
  if (reported) f.quarter = first;
  return f;
}

// "this year's third quarter", "last year's quarter"; nothing where no quarter stands behind the year.
TimeFound TimeReader::quarter_of(const TimeFound& year) const {
  std::size_t at = year.last;
  while (at < r_.size() && r_.tag(at).xpos == Xpos::POS) ++at;
  if (at == year.last) return {};
  const int number = date_of(year.value.from / kSecondsADay).year;
  ReportWords w;
  if (const std::size_t end = numbered_quarter(at, w); end > at)
    return w.index * w.months > kYearMonths ? TimeFound{} : time_found(year.first, end, stretch({number, w.months * (w.index - 1) + 1, 1}, w.months));
  const PhraseFound plain = r_.find(at, FigureSection::report_period);
  if (!plain || !memory_.quarter || plain.figure.low > kQuarterMonths) return {};
  return time_found(year.first, at + plain.length, stretch({number, memory_.quarter->month, 1}, kQuarterMonths));
}

// "the 1988 third quarter", "the 1988 period"
TimeFound TimeReader::year_of_period(std::size_t i) const {
  if (!is_year(r_, i) || !free_standing(r_, i, i + 1) || i == 0 || r_.tag(i - 1).upos != Upos::DET) return {};
  const int year = number(r_, i);
  ReportWords w;
  if (const std::size_t end = numbered_quarter(i + 1, w); end > i + 1) {
    if (w.index * w.months > kYearMonths) return {};
    TimeFound f = time_found(i, end, stretch({year, w.months * (w.index - 1) + 1, 1}, w.months));
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
