// Marked-up documents -> reading text, paragraphs and metadata: HTML, NITF, NewsML-G2, RSS and Atom, ninjs and other JSON.
// Names of elements and fields are those of the formats' standards.
#pragma once

#include <string>
#include <vector>

#include "story/decode.h"
#include "story/head_matter.h"
#include "story/words.h"

namespace crosscheck {

struct Document {
  MappedText text;
  std::vector<Paragraph> paragraphs;
  Metadata metadata;
};

// What names of classes in HTML say (lists markup-* of head-matter.toml).
struct MarkupWords {
  explicit MarkupWords(const Rulebook& rulebook);
  WordSet furniture, byline, date, standfirst, note;
};

// Each gives no paragraphs where the document holds no story.
Document read_html(const MappedText& source, const MarkupWords& words);
Document read_xml(const MappedText& source, const MarkupWords& words);
Document read_json(const MappedText& source, const MarkupWords& words);

// Headline, outlet and date of schema.org JSON-LD, wherever in it they stand; what `metadata` has already stays.
void read_json_ld(std::string_view json, Metadata& metadata);

}  // namespace crosscheck
