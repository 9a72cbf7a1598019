// Who speaks each quotation: the innermost attribution that covers it, the speaker of the quotation that it goes on from, or
// whom the words just before it are about.
#include <algorithm>
#include <vector>

#include "mention/people_work.h"

namespace crosscheck::people {
namespace {

class Speakers {
 public:
  explicit Speakers(Work& work) : w_(work) {}

  void find() {
    for (std::size_t q = 0; q < w_.out.quotes.size(); ++q) {
      QuoteMention& quote = w_.out.quotes[q];
      if (inside_another(q)) continue;
      const std::uint32_t a = attribution_of(quote);
      if (a != kNone) {
        take(quote, a);
      } else if (const QuoteMention* before = continued(q)) {
        quote.speaker = before->speaker;
        quote.speaker_span = before->speaker_span;
        quote.attribution = before->attribution;
        if (quote.attribution != kNone) w_.out.attributions[quote.attribution].more_content.push_back(quote.at.span);
      } else if (const std::uint32_t told = told_before(quote); told != kNone) {
        take(quote, told);
        w_.out.attributions[told].more_content.push_back(quote.at.span);
      }
    }
  }

 private:
  Work& w_;

  bool inside_another(std::size_t q) const {
    return q > 0 && w_.out.quotes[q - 1].at.span.contains(w_.out.quotes[q].at.span);
  }

  bool person(const Attribution& a) const { return a.grade != SourceGrade::agency && a.grade != SourceGrade::nobody; }

  std::uint32_t attribution_of(const QuoteMention& quote) const {
    const auto& all = w_.out.attributions;  // by sentence
    const std::uint32_t first = quote.at.sentence - (quote.at.sentence > 0 ? 1 : 0);  // the one before may lead in
    const std::uint32_t last = w_.sentence_of[quote.at.last - 1] + 1;  // '"Never!" Holm shouted.'
    std::uint32_t best = kNone;
    std::uint64_t best_rank = 0;
    for (auto a = std::ranges::lower_bound(all, first, {}, &Attribution::sentence); a != all.end() && a->sentence <= last; ++a) {
      if (quote.at.span.contains(a->cue) || a->source.contains(quote.at.span)) continue;
      bool covers = a->content.overlaps(quote.at.span);
      for (const Span& more : a->more_content) covers = covers || more.overlaps(quote.at.span);
      if (!covers || !person(*a)) continue;
      // The nearest cue speaks: the content that begins last, or ends first, is the innermost.
      const std::uint64_t rank = 0xffffffffu - a->content.size();
      if (best == kNone || rank > best_rank) {
        best = static_cast<std::uint32_t>(a - all.begin());
        best_rank = rank;
      }
    }
    return best;
  }

  void take(QuoteMention& quote, std::uint32_t index) {
    Attribution& a = w_.out.attributions[index];
    quote.attribution = index;
    quote.speaker = a.name;
    quote.speaker_span = a.source;
    a.quoted = true;
  }

  // A quotation that is its own sentence goes on with the speaker of the one before: in the same paragraph, or in the next
  // one that holds nothing else.
  const QuoteMention* continued(std::size_t q) const {
    const QuoteMention& quote = w_.out.quotes[q];
    const Sentence& first = w_.story.sentences[quote.at.sentence];
    if (quote.headline || first.first != quote.at.first) return nullptr;
    for (std::size_t k = q; k-- > 0;) {
      const QuoteMention& before = w_.out.quotes[k];
      if (inside_another(k)) continue;
      if (before.speaker == kNone && before.speaker_span.empty()) {
        if (before.at.span.contains(quote.at.span) || (before.partial && before.at.sentence + 1 >= quote.at.sentence)) continue;
        return nullptr;
      }
      const std::uint32_t here = w_.story.sentences[quote.at.sentence].block;
      const std::uint32_t there = w_.story.sentences[w_.sentence_of[before.at.last - 1]].block;
      const std::uint32_t last = w_.sentence_of[before.at.last - 1];
      if (quote.at.sentence > last + 2 || (quote.at.sentence == last + 2 && (here != there || !of_speaker(last + 1, before)))) return nullptr;
      if (here == there || (here == there + 1 && !before.partial)) return &before;
      return nullptr;
    }
    return nullptr;
  }
  // 'Holm said she had seen it all. "First they changed the ties."': of the one who speaks in the sentence before, in the same
  // paragraph, where nobody else does.
  std::uint32_t told_before(const QuoteMention& quote) const {
    const Sentence& here = w_.story.sentences[quote.at.sentence];
    if (quote.headline || quote.partial || quote.at.sentence == 0 || here.first != quote.at.first) return kNone;
    const Sentence& before = w_.story.sentences[quote.at.sentence - 1];
    if (before.block != here.block) return kNone;
    const auto& all = w_.out.attributions;
    std::uint32_t told = kNone;
    for (auto a = std::ranges::lower_bound(all, quote.at.sentence - 1, {}, &Attribution::sentence); a != all.end() && a->sentence < quote.at.sentence; ++a) {
      if (a->channel || a->attitude || !person(*a)) continue;
      if (told != kNone || a->nested_in != kNone) return kNone;
      told = static_cast<std::uint32_t>(a - all.begin());
    }
    const bool people = told != kNone && all[told].grade != SourceGrade::document && all[told].grade != SourceGrade::several;
    return people ? told : kNone;
  }

  // '"…," Holm said. She gave no date. "…"': a sentence between in which nobody else is named or speaks.
  bool of_speaker(std::uint32_t s, const QuoteMention& before) const {
    const auto& voices = w_.out.attributions;
    for (auto voice = std::ranges::lower_bound(voices, s, {}, &Attribution::sentence); voice != voices.end() && voice->sentence == s; ++voice)
      if (voice != voices.begin() + before.attribution) return false;
    if (before.attribution != kNone && voices[before.attribution].sentence == s) return true;  // '"…!" Holm shouted. "…"'
    if (before.speaker == kNone) return false;
    const auto at = [](const NameMention& n) { return n.at.first; };
    const auto& names = w_.out.names;
    for (auto n = std::ranges::lower_bound(names, w_.story.sentences[s].first, {}, at); n != names.end() && n->at.first < w_.story.sentences[s].last; ++n)
      if ((n->kind == NameKind::person || n->kind == NameKind::other) && n->entity != names[before.speaker].entity) return false;
    return true;
  }
};

}  // namespace

void find_speakers(Work& work) { Speakers(work).find(); }

}  // namespace crosscheck::people
