// Dates, weekdays, clock times and what stands for them ("yesterday", "last month", "two years ago"), against the day of the
// story, as TIMEX3 values (TimeML 1.2.1) and as stretches of time.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "mention/calendar.h"
#include "mention/lexemes.h"
#include "mention/mentions.h"
#include "syntax/language.h"

namespace crosscheck {

class TimeFinder {
 public:
  // What the story said so far: "that day", "a year earlier", "the quarter" may be read against it.
  struct Memory {
    std::optional<std::int64_t> day;               // days since 1970-01-01 of the last day named
    std::uint32_t day_sentence = 0;
    std::optional<std::int64_t> month;             // first day of the last day or month named
    std::optional<int> year;                       // the last one named in figures
    std::uint32_t year_sentence = 0;
    std::optional<calendar::Date> quarter;         // first day of the quarter reported for
    double business = 0;                           // how much it speaks of a company's figures, less what speaks of a match
  };

  // Word lists that tell what is to come: "is due on Monday", "planned for Friday".
  struct Lists {
    ListId ahead;
  };

  explicit TimeFinder(const Language& language);

  // Appends the times of the sentence, in order, and takes their lexemes. Without a date of the story nothing is read against
  // one: weekdays then are "XXXX-WXX-1", months "XXXX-12", with granularity unknown.
  void find(SentenceReading& r, Memory& memory, std::vector<TimeMention>& out) const;

  // Behind the quantities of the sentence (quantities[from, end)): gives lengths of time the article that belongs to them ("the
  // first nine months") and reports the "a year" of "$3m a year" as a set.
  void complete_lengths(const SentenceReading& r, std::size_t from, std::vector<QuantityMention>& quantities, std::vector<TimeMention>& times) const;

 private:
  Lists lists_;
};

}  // namespace crosscheck
