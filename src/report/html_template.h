// The page of the HTML report as it lies in page/, and how text gets into it.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace crosscheck {

// The page with every {{name}} replaced by what `part` gives for it: HTML, already escaped. The style, the script and
// their hashes are filled in here.
std::string fill_page(const std::function<std::string(std::string_view name)>& part);

// Text as HTML shows it, in an element or in an attribute; control characters as blanks.
std::string escaped(std::string_view text);
// The same, cut behind a word at `most` bytes, "…" behind it where something was cut; line breaks and runs of blanks
// as one blank.
std::string clipped(std::string_view text, std::size_t most);

}  // namespace crosscheck
