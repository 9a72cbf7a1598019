// Analysed stories made by hand, so that graph/ and finding/ are tested apart from the reading of English.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "claim/extract_claims.h"
#include "rulebook/load_rulebook.h"

namespace crosscheck::testing {

inline Rulebook rules(const std::string& toml) {
  Result<Rulebook> loaded = load_rulebook({{"rules/test.toml", "schema = 1\n" + toml}});
  std::string all;
  for (const Diagnostic& d : loaded.diagnostics) all += to_string(d) + "\n";
  if (!loaded.value) throw std::runtime_error(all);
  return std::move(*loaded.value);
}

inline Quantity number(double low, double high, std::string unit) {
  Quantity q;
  q.low = low;
  q.high = high;
  q.unit = std::move(unit);
  q.dimension = "count";
  return q;
}
inline Quantity number(double n, std::string unit = "") { return number(n, n, std::move(unit)); }

inline Phrase phrase(std::initializer_list<std::string> lemmas) {
  Phrase p;
  p.lemmas = lemmas;
  p.head = p.lemmas.back();
  return p;
}

// The day `day` of January 1970.
inline TimeRange day(int day) {
  TimeRange t;
  t.from = (day - 1) * 86400;
  t.to = t.from + 86400;
  t.granularity = Granularity::day;
  t.timex = "1970-01-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
  return t;
}

class StoryMaker;

// One claim; every call adds to it. Words of the claim are a sentence of their own in the story.
class ClaimMaker {
 public:
  ClaimMaker(StoryMaker& story, std::size_t index) : story_(story), index_(index) {}
  ClaimMaker& slot(std::string_view name, Value value);
  ClaimMaker& name(std::string_view slot, NameKind kind, const std::string& text);
  ClaimMaker& person(std::string_view slot, const std::string& text) { return name(slot, NameKind::person, text); }
  ClaimMaker& choice(std::string_view slot, std::string_view line, std::string_view list);
  ClaimMaker& quote(std::string_view slot, std::string_view words);
  ClaimMaker& office(std::string_view slot, std::string title, std::string_view standing = "");
  ClaimMaker& voice(const std::string& text, SourceGrade grade, NameKind kind = NameKind::other);
  ClaimMaker& when(int day_of_january);
  ClaimMaker& where(std::initializer_list<std::string> chain);
  ClaimMaker& modality(Modality m);
  ClaimMaker& negated();
  ClaimMaker& headline();
  ClaimMaker& dispute();
  ClaimMaker& context(std::initializer_list<std::string_view> lemmas);  // literals: they are not copied
  Claim& get();

 private:
  StoryMaker& story_;
  std::size_t index_;
};

class StoryMaker {
 public:
  StoryMaker(const Rulebook& rulebook, StoryId id, std::string path, std::string outlet) : rulebook_(rulebook) {
    made_.story.id = id;
    made_.story.path = std::move(path);
    if (!outlet.empty()) made_.story.outlet = std::move(outlet);
  }
  StoryMaker& published(int january) {
    made_.story.published = day(january);
    return *this;
  }
  StoryMaker& credit(std::string name) {
    made_.story.credits.push_back({std::move(name), {}, Credit::From::byline});
    return *this;
  }
  // A sentence; its tokens are cut at blanks.
  std::uint32_t sentence(std::string_view words) {
    Story& s = made_.story;
    if (!s.text.empty()) s.text += ' ';
    const auto begin = static_cast<std::uint32_t>(s.text.size());
    s.text += words;
    Sentence sentence;
    sentence.first = static_cast<std::uint32_t>(s.tokens.size());
    for (std::uint32_t at = begin; at < s.text.size();) {
      const auto end = static_cast<std::uint32_t>(std::min(s.text.find(' ', at), s.text.size()));
      if (end > at) s.tokens.push_back({at, end});
      at = end + 1;
    }
    sentence.last = static_cast<std::uint32_t>(s.tokens.size());
    s.sentences.push_back(sentence);
    return static_cast<std::uint32_t>(s.sentences.size() - 1);
  }
  StoryMaker& fragment(std::string_view words) {  // “words” somewhere in the story
    const std::uint32_t s = sentence("\"" + std::string(words) + "\"");
    QuoteMention q;
    const Sentence& in = made_.story.sentences[s];
    q.at = {made_.story.span(in.first, in.last), in.first, in.last, s};
    q.words_span = {q.at.span.story, q.at.span.begin + 1, q.at.span.end - 1};
    q.partial = true;
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      q.words.words.push_back(fold(words.substr(at, end - at)));
      at = end + 1;
    }
    made_.mentions.quotes.push_back(q);
    return *this;
  }
  ClaimMaker claim(std::string_view kind, std::string_view words) {
    Claim c;
    c.kind = rulebook_.kind(kind);
    if (!c.kind.valid()) throw std::runtime_error("no kind " + std::string(kind));
    c.story = made_.story.id;
    c.sentence = sentence(words);
    const Sentence& in = made_.story.sentences[c.sentence];
    c.span = made_.story.span(in.first, in.last);
    made_.claims.claims.push_back(std::move(c));
    return {*this, made_.claims.claims.size() - 1};
  }
  // One entity a name; found again by its name.
  std::uint32_t entity(NameKind kind, const std::string& text, std::optional<Place> place = std::nullopt) {
    auto& entities = made_.mentions.entities;
    for (std::uint32_t i = 0; i < entities.size(); ++i)
      if (entities[i].name == text) return i;
    StoryEntity e;
    e.kind = kind;
    e.name = text;
    e.key = fold(text);
    e.place = std::move(place);
    entities.push_back(std::move(e));
    return static_cast<std::uint32_t>(entities.size() - 1);
  }
  AnalysedStory& made() { return made_; }
  const Rulebook& rulebook() const { return rulebook_; }

 private:
  const Rulebook& rulebook_;
  AnalysedStory made_;
};

inline Claim& ClaimMaker::get() { return story_.made().claims.claims[index_]; }
inline ClaimMaker& ClaimMaker::slot(std::string_view slot_name, Value value) {
  SlotValue v;
  v.slot = story_.rulebook()[get().kind].slot(slot_name).value();
  v.value = std::move(value);
  v.span = get().span;
  get().slots.push_back(std::move(v));
  std::stable_sort(get().slots.begin(), get().slots.end(),
                   [](const SlotValue& a, const SlotValue& b) { return a.slot < b.slot; });
  return *this;
}
inline ClaimMaker& ClaimMaker::name(std::string_view slot_name, NameKind kind, const std::string& text) {
  const std::uint32_t entity = story_.entity(kind, text);
  slot(slot_name, Name{text, fold(text), {}});
  const auto index = story_.rulebook()[get().kind].slot(slot_name).value();
  for (SlotValue& s : get().slots)
    if (s.slot == index) s.entity = entity;
  return *this;
}
inline ClaimMaker& ClaimMaker::choice(std::string_view slot_name, std::string_view line, std::string_view list) {
  const Rulebook& r = story_.rulebook();
  Choice c;
  c.choice = r.choice(line);
  c.covers = r.covers(c.choice, r.list(list));
  c.name = std::string(list);
  return slot(slot_name, std::move(c));
}
inline ClaimMaker& ClaimMaker::quote(std::string_view slot_name, std::string_view words) {
  QuotedWords q;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    q.words.push_back(fold(words.substr(at, end - at)));
    at = end + 1;
  }
  return slot(slot_name, std::move(q));
}
inline ClaimMaker& ClaimMaker::office(std::string_view slot_name, std::string title, std::string_view standing) {
  const Rulebook& r = story_.rulebook();
  Office o;
  o.title = std::move(title);
  o.standing.choice = r.choice("standing");
  if (!standing.empty()) {
    o.standing.covers = r.covers(o.standing.choice, r.list(standing));
    o.standing.name = std::string(standing);
  }
  return slot(slot_name, std::move(o));
}
inline ClaimMaker& ClaimMaker::voice(const std::string& text, SourceGrade grade, NameKind kind) {
  VoiceLink link;
  link.text = text;
  link.grade = grade;
  if (kind != NameKind::other) link.entity = story_.entity(kind, text);
  std::vector<VoiceLink> links(get().voice.begin(), get().voice.end());
  links.push_back(std::move(link));
  get().voice = VoiceChain(std::move(links));
  return *this;
}
inline ClaimMaker& ClaimMaker::when(int january) {
  get().when = day(january);
  get().when_span = get().span;
  return *this;
}
inline ClaimMaker& ClaimMaker::where(std::initializer_list<std::string> chain) {
  get().where = Place{chain, {}};
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) get().where->kinds.emplace_back("city");
  get().where->kinds.emplace_back("country");
  get().where_span = get().span;
  return *this;
}
inline ClaimMaker& ClaimMaker::modality(Modality m) {
  get().modality = m;
  return *this;
}
inline ClaimMaker& ClaimMaker::negated() {
  get().polarity = Polarity::negated;
  return *this;
}
inline ClaimMaker& ClaimMaker::headline() {
  get().headline = true;
  return *this;
}
inline ClaimMaker& ClaimMaker::dispute() {
  get().dispute = true;
  return *this;
}
inline ClaimMaker& ClaimMaker::context(std::initializer_list<std::string_view> lemmas) {
  story_.made().claims.contexts.resize(get().sentence + 1);
  for (const std::string_view word : lemmas) story_.made().claims.contexts.back().push_back({word});
  return *this;
}

// Gives a story another place in the pile: what names it by number follows.
inline AnalysedStory moved(AnalysedStory story, StoryId id) {
  const auto move = [&](Span& s) { s.story = id; };
  story.story.id = id;
  for (Claim& c : story.claims.claims) {
    c.story = id;
    move(c.span);
    move(c.when_span);
    move(c.where_span);
    for (SlotValue& s : c.slots) move(s.span);
    std::vector<VoiceLink> links(c.voice.begin(), c.voice.end());
    for (VoiceLink& v : links) move(v.span);
    c.voice = VoiceChain(std::move(links));
  }
  for (QuoteMention& q : story.mentions.quotes) {
    move(q.at.span);
    move(q.words_span);
  }
  return story;
}

}  // namespace crosscheck::testing
