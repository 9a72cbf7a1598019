// Raw bytes -> Story: decode, head and foot matter, sentences, tokens.
#include "story/read_stories.h"

#include <utility>

#include "story/characters.h"
#include "story/decode.h"
#include "story/documents.h"
#include "story/head_matter.h"
#include "story/paragraphs.h"
#include "story/words.h"

namespace crosscheck {

struct StoryReader::Impl {
  explicit Impl(const Rulebook& rulebook) : cutter(rulebook), head_matter(rulebook), markup(rulebook) {}
  WordCutter cutter;
  HeadMatter head_matter;
  MarkupWords markup;

  // Text, paragraphs and what the format says beside them; the raw story's own metadata comes first.
  Document document(MappedText decoded, const RawStory& raw) const {
    Document out;
    if (raw.format == "html") out = read_html(decoded, markup);
    else if (raw.format == "xml") out = read_xml(decoded, markup);
    else if (raw.format == "json") out = read_json(decoded, markup);
    else {
      out.text = std::move(decoded);
      out.paragraphs = paragraphs_of(out.text.text);
    }
    if (!raw.outlet.empty()) out.metadata.outlet = raw.outlet;
    if (!raw.published.empty()) out.metadata.published = raw.published;
    if (!raw.headline.empty()) out.metadata.headline = raw.headline;
    return out;
  }
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
  Document document = impl_->document(std::move(*decoded.value), raw);
  if (document.paragraphs.empty()) {
    result.diagnostics.push_back({Severity::error, raw.path, 0, 0, "holds no story that can be read as " + raw.format});
    return result;
  }
  story.text = std::move(document.text.text);
  story.map = std::move(document.text.map);
  impl_->head_matter.read(std::move(document.paragraphs), document.metadata, story);
  story.tokens.reserve(story.text.size() / 5);  // letters and a space: no growing for nearly all
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
