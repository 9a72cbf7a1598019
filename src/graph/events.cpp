#include "graph/events.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "graph/union_find.h"

namespace crosscheck {
namespace {

// Cosine of names and twice that of words: near enough on one day, on others by so much more a day, and at most.
constexpr double kNear = 0.37, kNearADay = 0.02, kNearAnyTime = 0.45;
constexpr double kSomeName = 0.04;          // what stories that name people and places must share of them
constexpr std::size_t kNamed = 3;
constexpr double kWords = 2;                // what words count for, names being 1
constexpr double kWindow = 45;            // days: an event that nobody has told of for longer is over
// Of a handful of stories, which somebody may have put together: those stay apart that have next to nothing in common. Of
// 218 stories of 75 clusters, each cluster with three others' stories, 97 in 100 stay with their own, 2 in 100 with others'.
constexpr double kNearInHandful = 0.15;
constexpr std::size_t kHeaviest = 24;       // names and words of a story by which events are found
constexpr std::size_t kTooCommon = 200;     // events that share one of these: it finds none
constexpr std::size_t kTried = 12;          // events measured in full

struct Feature {
  std::uint32_t number;
  double weight;
};

// A side of a story or of an event: its names, or its words.
struct Vector {
  std::unordered_map<std::uint32_t, double> weights;
  double length = 0;  // squared

  void add(const std::vector<Feature>& features) {
    for (const Feature& f : features) {
      double& w = weights[f.number];
      length += (w + f.weight) * (w + f.weight) - w * w;
      w += f.weight;
    }
  }
  double cosine(const std::vector<Feature>& features) const {
    double dot = 0, own = 0;
    for (const Feature& f : features) {
      own += f.weight * f.weight;
      const auto at = weights.find(f.number);
      if (at != weights.end()) dot += f.weight * at->second;
    }
    return own > 0 && length > 0 ? dot / std::sqrt(own * length) : 0;
  }
};

struct Event {
  Vector names, words;
  std::int64_t latest = 0;
  bool dated = false;
};

double nearness(double by_names, double by_words) { return by_names + kWords * by_words; }

// What few stories have tells most; what one alone has, nothing of others, but it makes the story the longer.
std::vector<std::vector<Feature>> weigh(std::vector<std::vector<std::uint32_t>> sets, std::size_t numbers,
                                        std::vector<std::uint32_t>& holders) {
  holders.assign(numbers, 0);
  for (auto& set : sets) {
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    for (const std::uint32_t n : set) ++holders[n];
  }
  std::vector<std::vector<Feature>> out;
  for (const auto& set : sets) {
    out.emplace_back();
    for (const std::uint32_t n : set)
      out.back().push_back({n, std::log(1 + static_cast<double>(sets.size()) / holders[n])});
  }
  return out;
}

class Grouping {
 public:
  Grouping(const std::vector<AnalysedStory>& stories, const EntityLinks& entities) : stories_(stories) {
    std::vector<std::vector<std::uint32_t>> names(stories.size()), words(stories.size());
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    for (std::size_t s = 0; s < stories.size(); ++s) {
      for (const EntityId e : entities.of_story[s])
        if (e.valid()) names[s].push_back(e.value);
      for (const std::vector<ContextWord>& context : stories[s].claims.contexts)
        for (const ContextWord& word : context)
          words[s].push_back(numbers.try_emplace(word.word, static_cast<std::uint32_t>(numbers.size())).first->second);
    }
    names_ = weigh(std::move(names), entities.entities.size(), name_holders_);
    words_ = weigh(std::move(words), numbers.size(), word_holders_);
  }

  std::vector<std::uint32_t> run() {
    std::vector<std::uint32_t> out;
    for (std::size_t s = 0; s < stories_.size(); ++s) out.push_back(place(s));
    return out;
  }

  std::vector<std::uint32_t> split_handful() {
    UnionFind sets(stories_.size());
    for (std::size_t a = 0; a < stories_.size(); ++a) {
      Event event;
      event.names.add(names_[a]);
      event.words.add(words_[a]);
      for (std::size_t b = a + 1; b < stories_.size(); ++b)
        if (nearness(event.names.cosine(names_[b]), event.words.cosine(words_[b])) >= kNearInHandful) sets.unite(static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b));
    }
    std::vector<std::uint32_t> out(stories_.size()), number(stories_.size(), kNone);
    std::uint32_t events = 0;
    for (std::uint32_t s = 0; s < out.size(); ++s) {
      std::uint32_t& known = number[sets.find(s)];
      if (known == kNone) known = events++;
      out[s] = known;
    }
    return out;
  }

 private:
  // The heaviest features that some other story has as well; words behind names, so that the numbers do not meet.
  std::vector<Feature> marks(std::size_t s) const {
    std::vector<Feature> out;
    for (const Feature& f : names_[s])
      if (name_holders_[f.number] > 1) out.push_back(f);
    for (const Feature& f : words_[s])
      if (word_holders_[f.number] > 1) out.push_back({static_cast<std::uint32_t>(f.number + name_holders_.size()), f.weight});
    std::sort(out.begin(), out.end(), [](const Feature& a, const Feature& b) { return a.weight != b.weight ? a.weight > b.weight : a.number < b.number; });
    out.resize(std::min(out.size(), kHeaviest));
    return out;
  }

  // The events that share most of the marks, by weight.
  std::vector<std::uint32_t> likely(const std::vector<Feature>& marks) const {
    std::unordered_map<std::uint32_t, double> shared;
    for (const Feature& f : marks) {
      const auto at = events_of_.find(f.number);
      if (at == events_of_.end() || at->second.size() > kTooCommon) continue;
      for (const std::uint32_t event : at->second) shared[event] += f.weight;
    }
    std::vector<std::pair<double, std::uint32_t>> ranked;
    for (const auto& [event, weight] : shared) ranked.emplace_back(-weight, event);
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i < std::min(kTried, ranked.size()); ++i) out.push_back(ranked[i].second);
    return out;
  }

  std::uint32_t place(std::size_t s) {
    const auto& published = stories_[s].story.published;
    const std::vector<Feature> own = marks(s);
    std::uint32_t best = kNone;
    double highest = 0;
    for (const std::uint32_t e : likely(own)) {
      const Event& event = events_[e];
      const bool dated = published && event.dated;
      const double days = dated ? static_cast<double>(std::abs(published->from - event.latest)) / 86400 : 0;
      if (days > kWindow) continue;
      const double bar = dated ? std::min(kNearAnyTime, kNear + kNearADay * days) : kNearAnyTime;
      const double by_names = event.names.cosine(names_[s]);
      if (by_names < kSomeName && names_[s].size() >= kNamed && event.names.weights.size() >= kNamed) continue;
      const double near = nearness(by_names, event.words.cosine(words_[s]));
      if (near >= bar && (near > highest || (near == highest && e < best))) {
        highest = near;
        best = e;
      }
    }
    if (best == kNone) {
      best = static_cast<std::uint32_t>(events_.size());
      events_.emplace_back();
    }
    Event& event = events_[best];
    event.names.add(names_[s]);
    event.words.add(words_[s]);
    if (published) {
      event.latest = event.dated ? std::max(event.latest, published->from) : published->from;
      event.dated = true;
    }
    for (const Feature& f : own) {
      std::vector<std::uint32_t>& known = events_of_[f.number];
      if (std::find(known.begin(), known.end(), best) == known.end() && known.size() <= kTooCommon) known.push_back(best);
    }
    return best;
  }

  const std::vector<AnalysedStory>& stories_;
  std::vector<std::vector<Feature>> names_, words_;  // per story
  std::vector<std::uint32_t> name_holders_, word_holders_;
  std::vector<Event> events_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> events_of_;  // of marks
};

}  // namespace

std::vector<std::uint32_t> group_events(const std::vector<AnalysedStory>& stories, const EntityLinks& entities) {
  if (stories.size() <= kAFew) return std::vector<std::uint32_t>(stories.size(), 0);
  Grouping grouping(stories, entities);
  return stories.size() <= kHandful ? grouping.split_handful() : grouping.run();
}

}  // namespace crosscheck
