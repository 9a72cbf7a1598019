// What comes again: "every Monday", "twice a week", "annually", "Tuesday nights". TIMEX3 kind SET.
#include <fmt/format.h>

#include "mention/amounts.h"
#include "mention/numerals.h"
#include "mention/quantities.h"
#include "mention/time_figures.h"

namespace crosscheck {

namespace {

using namespace calendar;

TimeFound set(std::size_t first, std::size_t last, std::string timex) {
  return time_found(first, last, open_value(std::move(timex)), TimeKind::set);
}

std::string length_of(double days) {
  constexpr std::pair<double, std::string_view> kCodes[] = {{1, "P1D"}, {7, "P1W"}, {14, "P2W"}, {30, "P1M"}, {91, "P3M"}, {365, "P1Y"}};
  for (const auto& [length, code] : kCodes)
    if (days <= length) return std::string(code);
  return "P1Y";
}

}  // namespace

TimeFound TimeReader::set_at(std::size_t i) const {
  if (const PhraseFound word = r_.find(i, FigureSection::set_word)) return set(i, i + word.length, length_of(word.figure.low));
  if (const PhraseFound word = r_.find(i, FigureSection::set_adverb)) {
    const std::size_t next = i + word.length;
    const bool modifies = next < r_.size() && (r_.tag(next).upos == Upos::NOUN || r_.tag(next).upos == Upos::ADJ || r_.tag(next).upos == Upos::PROPN);
    return modifies || r_.capital(i) ? TimeFound{} : set(i, next, length_of(word.figure.low));
  }
  if (const PhraseFound days = r_.find(i, FigureSection::weekdays)) {
    if (days.figure.low > 7) return set(i, i + days.length, "XXXX-WXX-WE");
    if (r_.capital(i)) return set(i, i + days.length, fmt::format("XXXX-WXX-{}", static_cast<int>(days.figure.low)));
  }
  return {};
}

// "every Monday", "each July", "every two years", "every other week"
TimeFound TimeReader::every(std::size_t i) const {
  const PhraseFound each = r_.find(i, FigureSection::every);
  if (!each) return {};
  const std::size_t at = i + each.length;
  if (const PhraseFound day = weekday_name(at)) {
    TimeFound f = set(i, at + day.length, fmt::format("XXXX-WXX-{}", static_cast<int>(day.figure.low)));
    if (const DayPartFound part = day_part(f.last)) {
      f.value.timex += part.code;
      f.last = part.last;
    }
    return f;
  }
  if (const PhraseFound month = month_name(at)) return set(i, at + month.length, fmt::format("XXXX-{:02}", static_cast<int>(month.figure.low)));
  if (const DayPartFound part = day_part(at)) return set(i, part.last, fmt::format("XXXX-XX-XX{}", part.code));
  if (const PhraseFound season = r_.find(at, FigureSection::season))
    return set(i, at + season.length, fmt::format("XXXX{}", calendar::season(2000, static_cast<int>(season.figure.low)).timex.substr(4)));
  if (const PhraseFound unit = r_.find(at, FigureSection::time_unit))
    return set(i, at + unit.length, duration_timex(each.figure.low, false, r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low))));
  if (const Amount a = amount_at(r_, at); a && a.has_unit() && !a.numeral.vague && a.low == a.high && is_duration(r_.lexicon().unit(a.unit)))
    return set(i, a.last, duration_timex(a.low, false, r_.lexicon().unit(a.unit)));
  return {};
}

// "twice a week", "three times a year", "once every two months"
TimeFound TimeReader::often(std::size_t i) const {
  std::size_t at = i;
  if (const Numeral n = numeral_at(r_, i); n && !n.vague) at = n.last;
  const PhraseFound times = r_.find(at, FigureSection::often);
  if (!times || (at == i) != (times.figure.low > 0)) return {};
  at += times.length;
  const PhraseFound link = r_.find(at, FigureSection::article);
  const PhraseFound per = link ? link : r_.find(at, FigureSection::link_per);
  if (const TimeFound each = per ? TimeFound{} : every(at)) return set(i, each.last, each.value.timex);
  const PhraseFound unit = per ? r_.find(at + per.length, FigureSection::time_unit) : PhraseFound{};
  if (!unit || r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low)).factor < kSecondsADay) return {};  // a rate: "90 times a minute"
  return set(i, at + per.length + unit.length, duration_timex(1, false, r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low))));
}

}  // namespace crosscheck
