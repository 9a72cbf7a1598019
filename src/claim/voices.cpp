#include "claim/voices.h"

#include <algorithm>

namespace crosscheck {

Voices::Voices(const StoryIndex& index) : index_(index) {
  const Story& story = index.story;
  by_sentence_.resize(story.sentences.size());
  // A content span is looked up under every sentence it touches; spans are short, so this stays linear.
  const auto& attributions = index.mentions.attributions;
  for (std::uint32_t a = 0; a < attributions.size(); ++a) {
    if (attributions[a].attitude) continue;  // who wants or blames something does not say that it is so
    const auto touch = [&](Span span) {
      if (span.empty() || story.tokens.empty()) return;
      auto token = std::lower_bound(story.tokens.begin(), story.tokens.end(), span.begin,
                                    [](const Token& t, std::uint32_t begin) { return t.end <= begin; });
      for (; token != story.tokens.end() && token->begin < span.end;) {
        const std::uint32_t s = index.sentence_of[static_cast<std::size_t>(token - story.tokens.begin())];
        if (by_sentence_[s].empty() || by_sentence_[s].back() != a) by_sentence_[s].push_back(a);
        token = story.tokens.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(
                                           story.sentences[s].last, static_cast<std::size_t>(token - story.tokens.begin()) + 1));
      }
    };
    touch(attributions[a].content);
    for (const Span& more : attributions[a].more_content) touch(more);
    const std::uint32_t s = attributions[a].sentence;
    if (s < by_sentence_.size() && (by_sentence_[s].empty() || by_sentence_[s].back() != a)) by_sentence_[s].push_back(a);
  }
  for (const Credit& credit : story.credits) {
    if (credit.from == Credit::From::note) continue;  // "published as part of a wire feed": says nothing of a sentence
    VoiceLink link;
    link.text = credit.name;
    link.span = credit.span;
    link.grade = SourceGrade::agency;
    const auto same = [&](const VoiceLink& other) { return other.text == link.text; };
    if (std::none_of(head_matter_.begin(), head_matter_.end(), same)) head_matter_.push_back(std::move(link));
  }
}

bool Voices::covers(const Attribution& a, Span claim, std::uint32_t sentence) const {
  if (a.content.contains(claim)) return true;
  for (const Span& more : a.more_content)
    if (more.contains(claim)) return true;
  if (!a.whole_paragraph || a.sentence != sentence) return false;
  return claim.end <= std::max(a.cue.begin, a.source.begin) || claim.begin >= a.cue.end;
}

VoiceLink Voices::link(const Attribution& a) const {
  VoiceLink link;
  link.text = a.source_text;
  link.span = a.source;
  link.grade = a.grade;
  if (a.name != kNone && a.name < index_.mentions.names.size()) {
    const NameMention& name = index_.mentions.names[a.name];
    link.entity = name.entity;
    if (name.entity < index_.mentions.entities.size()) link.text = index_.mentions.entities[name.entity].name;
  }
  return link;
}

VoiceChain Voices::of(Span claim, std::uint32_t sentence) {
  if (known_of_ != sentence) {
    known_.clear();
    known_of_ = sentence;
  }
  over_.clear();
  if (sentence < by_sentence_.size())
    for (const std::uint32_t a : by_sentence_[sentence])
      if (covers(index_.mentions.attributions[a], claim, sentence)) over_.push_back(a);
  for (const auto& [over, chain] : known_)
    if (over == over_) return chain;
  return known_.emplace_back(over_, VoiceChain(chain_of(over_))).second;
}

// `over`: the attributions whose words hold the claim.
std::vector<VoiceLink> Voices::chain_of(std::vector<std::uint32_t> over) const {
  const auto& attributions = index_.mentions.attributions;
  std::vector<VoiceLink> chain = head_matter_;
  if (over.empty()) return chain;
  // Outer before inner: what is nested in another comes behind it; otherwise the larger stretch is the outer one.
  const auto size = [&](std::uint32_t a) { return attributions[a].whole_paragraph ? ~0u : attributions[a].content.size(); };
  const auto inside = [&](std::uint32_t a, std::uint32_t b) {
    for (std::uint32_t up = attributions[a].nested_in, n = 0; up != kNone && n < 4; up = attributions[up].nested_in, ++n)
      if (up == b) return true;
    return false;
  };
  std::stable_sort(over.begin(), over.end(), [&](std::uint32_t a, std::uint32_t b) { return size(a) > size(b); });
  for (std::size_t i = 0; i < over.size(); ++i)  // few: a chain seldom has three links
    for (std::size_t j = i + 1; j < over.size(); ++j)
      if (inside(over[i], over[j])) std::swap(over[i], over[j]);
  std::vector<std::uint32_t> all;
  for (const std::uint32_t a : over) {
    const std::uint32_t up = attributions[a].nested_in;
    if (up != kNone && up < attributions.size() && std::find(over.begin(), over.end(), up) == over.end() &&
        std::find(all.begin(), all.end(), up) == all.end())
      all.push_back(up);
    all.push_back(a);
  }
  for (const std::uint32_t a : all) {
    VoiceLink next = link(attributions[a]);
    if (chain.empty() || chain.back().text != next.text) chain.push_back(std::move(next));
  }
  return chain;
}

}  // namespace crosscheck
