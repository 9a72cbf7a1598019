// The order in which a story's words are read: times first, for they hold figures that count nothing, then scores, then
// amounts; names, quotes and who says what last.
#include "mention/find_mentions.h"

#include "mention/figure_lexicon.h"
#include "mention/lexemes.h"
#include "mention/people.h"
#include "mention/quantities.h"
#include "mention/scores.h"
#include "mention/times.h"

namespace crosscheck {

struct MentionFinder::Impl {
  explicit Impl(const Language& language)
      : lexicon(language.rulebook()), times(language), scores(language), quantities(language), people(language) {}

  FigureLexicon lexicon;
  TimeFinder times;
  ScoreFinder scores;
  QuantityFinder quantities;
  PeopleFinder people;
};

MentionFinder::MentionFinder(const Language& language) : impl_(new Impl(language)) {}
MentionFinder::~MentionFinder() { delete impl_; }

Mentions MentionFinder::find(const Story& story, const Syntax& syntax) const {
  Mentions mentions;
  SentenceReading reading(story, syntax, impl_->lexicon);
  TimeFinder::Memory memory;
  for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
    reading.open(s);
    impl_->scores.find_codes(reading, mentions.codes);
    if (!reading.has_figures()) continue;
    impl_->times.find(reading, memory, mentions.times);
    impl_->scores.find(reading, mentions.scores);
    const std::size_t before = mentions.quantities.size();
    impl_->quantities.find(reading, mentions.quantities);
    impl_->times.complete_lengths(reading, before, mentions.quantities, mentions.times);
  }
  impl_->people.find(story, syntax, mentions);
  return mentions;
}

}  // namespace crosscheck
