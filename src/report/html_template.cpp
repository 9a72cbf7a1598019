#include "report/html_template.h"

#include "base/embed.h"

// Paths and hashes are set in page/embed.cmake.
CROSSCHECK_EMBED(page_html, CROSSCHECK_PAGE "/page.html");
CROSSCHECK_EMBED(page_css, CROSSCHECK_PAGE "/page.css");
CROSSCHECK_EMBED(page_js, CROSSCHECK_PAGE "/page.js");

namespace crosscheck {
namespace {

std::string own_part(std::string_view name, const std::function<std::string(std::string_view)>& part) {
  if (name == "style") return std::string(CROSSCHECK_EMBEDDED(page_css));
  if (name == "script") return std::string(CROSSCHECK_EMBEDDED(page_js));
  if (name == "style-hash") return CROSSCHECK_STYLE_HASH;
  if (name == "script-hash") return CROSSCHECK_SCRIPT_HASH;
  return part(name);
}

}  // namespace

std::string fill_page(const std::function<std::string(std::string_view name)>& part) {
  const std::string_view page = CROSSCHECK_EMBEDDED(page_html);
  std::string out;
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t open = page.find("{{", at), close = page.find("}}", open);
    if (close == std::string_view::npos) return out.append(page.substr(at));
    out.append(page.substr(at, open - at)).append(own_part(page.substr(open + 2, close - open - 2), part));
    at = close + 2;
  }
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    }
  }
  return out;
}

std::string clipped(std::string_view text, std::size_t most) {
  std::string out;
  for (const char c : text) {
    const bool blank = static_cast<unsigned char>(c) <= ' ';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (out.size() > most) {
    std::size_t end = out.rfind(' ', most);
    if (end == std::string::npos || end < most / 2)
      for (end = most; end > 0 && (static_cast<unsigned char>(out[end]) & 0xc0) == 0x80;) --end;
    out.replace(end, std::string::npos, " …");
  }
  return escaped(out);
}

}  // namespace crosscheck
