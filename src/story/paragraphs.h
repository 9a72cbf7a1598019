// Plain text -> paragraphs. A line is a paragraph, unless the text was wrapped by hand.
#pragma once

#include <string_view>
#include <vector>

#include "story/head_matter.h"

namespace crosscheck {

std::vector<Paragraph> paragraphs_of(std::string_view text);

}  // namespace crosscheck
