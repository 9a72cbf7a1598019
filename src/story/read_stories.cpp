// Raw bytes -> Story: decode, head and foot matter, sentences, tokens.
#include "story/read_stories.h"

#include <utility>

#include "story/characters.h"
#include "story/decode.h"
#include "story/head_matter.h"
#include "story/paragraphs.h"
#include "story/words.h"

namespace crosscheck {

struct StoryReader::Impl {
  explicit Impl(const Rulebook& rulebook) : cutter(rulebook), head_matter(rulebook) {}
  WordCutter cutter;
  HeadMatter head_matter;
};

StoryReader::StoryReader(const Rulebook& rulebook) : impl_(new Impl(rulebook)) {}
StoryReader::~StoryReader() { delete impl_; }
StoryReader::StoryReader(StoryReader&& other) noexcept : impl_(std::exchange(other.impl_, nullptr)) {}

Result<Story> StoryReader::read(const RawStory& raw, StoryId id) const {
  Result<MappedText> decoded = decode(raw.bytes, raw.path);
  Result<Story> result;
  result.diagnostics = std::move(decoded.diagnostics);
  if (!decoded.value) return result;
  Story story;
  story.id = id;
  story.path = raw.path;
  story.text = std::move(decoded.value->text);
  story.map = std::move(decoded.value->map);
  const Metadata metadata{raw.outlet, raw.published, raw.headline, {}};
  impl_->head_matter.read(paragraphs_of(story.text), metadata, story);
  for (std::uint32_t b = 0; b < story.blocks.size(); ++b) {
    if (!is_read(story.blocks[b].kind)) continue;
    const auto first = static_cast<std::uint32_t>(story.tokens.size());
    impl_->cutter.cut(story.text, story.blocks[b].begin, story.blocks[b].end, story.tokens);
    impl_->cutter.break_sentences(story.text, story.tokens, first, b, story.sentences);
  }
  result.value = std::move(story);
  return result;
}

}  // namespace crosscheck
