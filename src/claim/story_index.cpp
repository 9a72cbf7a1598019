#include "claim/story_index.h"

#include <algorithm>

namespace crosscheck {
namespace {

template <class T>
void add(std::vector<MentionRef>& refs, const std::vector<T>& mentions, MentionType type, std::uint32_t tokens) {
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const MentionPlace& at = mentions[i].at;
    if (at.first < at.last && at.last <= tokens) refs.push_back({at.first, at.last, type, i});
  }
}

// begin[t] .. begin[t + 1] are the items, sorted by the token they begin at, that begin at token t.
template <class T, class First>
void starts(const std::vector<T>& items, std::uint32_t tokens, std::vector<std::uint32_t>& begin, First first) {
  begin.assign(tokens + 1, 0);
  for (const T& item : items) ++begin[std::min(first(item), tokens - 1) + 1];
  for (std::uint32_t t = 0; t < tokens; ++t) begin[t + 1] += begin[t];
}

}  // namespace

StoryIndex::StoryIndex(const Language& the_language, const EngineLists& the_lists, const std::vector<bool>& asked,
                       const Story& the_story, const Syntax& the_syntax, const Mentions& the_mentions)
    : language(the_language), rulebook(the_language.rulebook()), lists(the_lists), story(the_story), syntax(the_syntax), mentions(the_mentions) {
  const auto tokens = static_cast<std::uint32_t>(syntax.tokens.size());
  starts(syntax.hits, tokens, hit_begin, [](const WordHit& hit) { return hit.first; });
  for (std::uint32_t h = 0; h < syntax.hits.size(); ++h)
    if (asked[syntax.hits[h].list.index()]) asked_hits.push_back(h);
  starts(asked_hits, tokens, asked_begin, [&](std::uint32_t h) { return syntax.hits[h].first; });
  group_of.assign(tokens, kNone);
  for (std::uint32_t g = 0; g < syntax.noun_groups.size(); ++g) {
    const NounGroup& group = syntax.noun_groups[g];
    for (std::uint32_t t = group.first; t < group.last && t < tokens; ++t) group_of[t] = g;
  }
  sentence_of.assign(tokens, 0);
  for (std::uint32_t s = 0; s < story.sentences.size(); ++s)
    for (std::uint32_t t = story.sentences[s].first; t < story.sentences[s].last && t < tokens; ++t) sentence_of[t] = s;
  refs.reserve(mentions.quantities.size() + mentions.times.size() + mentions.names.size() + mentions.titles.size() +
               mentions.quotes.size());
  add(refs, mentions.quantities, MentionType::quantity, tokens);
  add(refs, mentions.times, MentionType::time, tokens);
  add(refs, mentions.scores, MentionType::score, tokens);
  add(refs, mentions.codes, MentionType::code, tokens);
  add(refs, mentions.names, MentionType::name, tokens);
  add(refs, mentions.titles, MentionType::title, tokens);
  add(refs, mentions.quotes, MentionType::quote, tokens);
  std::sort(refs.begin(), refs.end(), [](const MentionRef& a, const MentionRef& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.last != b.last) return a.last > b.last;
    if (a.type != b.type) return a.type < b.type;
    return a.index < b.index;
  });
  starts(refs, tokens, ref_begin, [](const MentionRef& ref) { return ref.first; });
  group_features_.reserve(syntax.noun_groups.size());
  for (const NounGroup& group : syntax.noun_groups) group_features_.push_back(describe(group));
  cells.resize(tokens);
  for (std::uint32_t t = 0; t < tokens; ++t) {
    Cell& cell = cells[t];
    cell.first = cell.head = t;
    cell.last = t + 1;
    cell.word = word_bit(tag(t).word);
    cell.skip = passed_over(t);
    cell.features = features_at(t);
    if (!cell.skip) cell.features |= opening(t);
  }
}

// Determiners, commas, adverbs: passed over unless a pattern asks for them.
bool StoryIndex::passed_over(std::uint32_t token) const {
  const TaggedToken& t = tag(token);
  switch (t.xpos) {
    case Xpos::DT: case Xpos::PDT: case Xpos::PRPS: case Xpos::COMMA: case Xpos::QUOTE_OPEN: case Xpos::QUOTE_CLOSE:
      return true;
    default: break;
  }
  if (t.upos == Upos::DET) return true;
  if (t.upos != Upos::ADV || t.xpos == Xpos::WRB) return false;
  return hit_at(token, lists.negator) == nullptr;
}

bool StoryIndex::noun_in(ListId list, std::uint32_t noun) const {
  const NounGroup* in = group(noun);
  const std::vector<ListId>& wider = rulebook[list].all_includes;
  for (std::uint32_t h = hit_begin[in ? in->first : noun]; h < hit_begin[noun + 1]; ++h) {
    const WordHit& hit = syntax.hits[h];
    if (hit.head != noun || (hit.form != WordEntry::Form::noun && hit.form != WordEntry::Form::kind)) continue;
    if (hit.list == list || std::binary_search(wider.begin(), wider.end(), hit.list)) return true;
  }
  return false;
}

bool StoryIndex::is_happening(std::uint32_t noun) const {
  if (tag(noun).upos != Upos::NOUN) return false;
  return is_event(tag(noun).noun_class) || (lists.event_noun.valid() && noun_in(lists.event_noun, noun));
}

Features StoryIndex::describe(const NounGroup& group) const {
  Features f = kGroupOpens;
  const TaggedToken& head = tag(group.head);
  if (head.upos == Upos::NOUN || head.upos == Upos::PROPN) {
    const bool people = head.noun_class == NounClass::person || head.noun_class == NounClass::group;
    if (people || (lists.acting_noun.valid() && noun_in(lists.acting_noun, group.head))) f |= kPeopleOpen;
  }
  if (is_happening(group.head)) f |= kHappeningOpens;
  return f;
}

Features StoryIndex::opening(std::uint32_t token) const {
  if (!opens_group(token)) return 0;
  const NounGroup& in = *group(token);
  const bool possessed = in.possessor_end != kNone && token + 1 < in.possessor_end;  // "the meeting's end"
  Features f = group_features_[group_of[token]];
  if (possessed && is_happening(in.possessor_end - 2)) f |= kHappeningOpens;
  return f;
}

bool StoryIndex::opens_group(std::uint32_t token) const {
  const NounGroup* in = group(token);
  if (!in) return false;
  if (in->possessor_end != kNone && token >= in->possessor_end) return true;
  for (std::uint32_t t = in->first; t < token; ++t)
    if (tag(t).upos != Upos::DET && tag(t).xpos != Xpos::PRPS && tag(t).xpos != Xpos::QUOTE_OPEN) return false;
  return true;
}

Features StoryIndex::features_at(std::uint32_t token) const {
  Features f = kAnything;
  if (asked_begin[token] != asked_begin[token + 1]) f |= kHitHere;
  for (std::uint32_t r = ref_begin[token]; r < ref_begin[token + 1]; ++r) {
    switch (refs[r].type) {
      case MentionType::quantity: f |= kQuantityHere; break;
      case MentionType::name: f |= kNameHere; break;
      case MentionType::title: f |= kTitleHere; break;
      default: f |= kOtherMention;
    }
  }
  return f;
}

const WordHit* StoryIndex::hit_at(std::uint32_t token, ListId list) const {
  if (!list.valid()) return nullptr;
  for (std::uint32_t h = hit_begin[token]; h < hit_begin[token + 1]; ++h) {
    const WordHit& hit = syntax.hits[h];
    if (hit.list == list) return &hit;
    const std::vector<ListId>& wider = rulebook[list].all_includes;
    if (!wider.empty() && std::binary_search(wider.begin(), wider.end(), hit.list)) return &hit;
  }
  return nullptr;
}

}  // namespace crosscheck
