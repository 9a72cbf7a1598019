// What a noun phrase is as a source: which name speaks, how it is credited, whether it can speak at all.
#pragma once

#include <cstdint>
#include <vector>

#include "mention/people_sentence.h"

namespace crosscheck::people {

class Sources {
 public:
  explicit Sources(const Work& work);

  std::vector<std::uint32_t> name_at;  // per token: index into Mentions::names; kNone

  // `head`: the head token of the phrase where it is known, else kNone.
  std::uint32_t name_of(Range by, std::uint32_t head) const;  // index into Mentions::names; kNone
  SourceGrade grade_of(Range by, std::uint32_t name) const;
  bool speaks(Range by, std::uint32_t head) const;            // of a phrase without a name

 private:
  const Work& w_;
  bool comma(std::uint32_t t) const { return w_.is(t, ","); }
  bool of_another(std::uint32_t name, Range by) const;
};

}  // namespace crosscheck::people
