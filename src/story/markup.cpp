#include "story/markup.h"

#include <algorithm>

#include "story/text_builder.h"

namespace crosscheck {

namespace {

bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return out;
}

}  // namespace

// The '>' of the tag that begins at `at`, quoted attribute values passed over; `end_` where there is none.
std::uint32_t MarkupScanner::tag_end(std::uint32_t at) const {
  const std::string_view text = source_.text;
  constexpr std::uint32_t kLongestTag = 1 << 16;
  const std::uint32_t stop = std::min(end_, at + kLongestTag);
  char quote = '\0';
  for (std::uint32_t i = at; i < stop; ++i) {
    const char c = text[i];
    if (quote != '\0') { if (c == quote) quote = '\0'; }
    else if ((c == '"' || c == '\'') && i > at && text[i - 1] == '=') quote = c;
    else if (c == '>') return i;
  }
  const std::size_t plain = text.find('>', at);  // a quotation mark that never closes
  return plain < end_ ? static_cast<std::uint32_t>(plain) : end_;
}

void MarkupScanner::attributes(MarkupPiece& piece, std::uint32_t at, std::uint32_t end) const {
  const std::string_view text = source_.text;
  while (at < end && piece.attributes.size() < 64) {
    while (at < end && (space(text[at]) || text[at] == '/')) ++at;
    const std::uint32_t name = at;
    while (at < end && !space(text[at]) && text[at] != '=' && text[at] != '/') ++at;
    if (at == name) { ++at; continue; }
    std::string key = lower(text.substr(name, at - name));
    while (at < end && space(text[at])) ++at;
    if (at >= end || text[at] != '=') { piece.attributes.emplace_back(std::move(key), ""); continue; }
    ++at;
    while (at < end && space(text[at])) ++at;
    std::uint32_t value = at, stop = at;
    if (at < end && (text[at] == '"' || text[at] == '\'')) {
      value = at + 1;
      stop = static_cast<std::uint32_t>(std::min<std::size_t>(text.find(text[at], value), end));
      at = stop + 1;
    } else {
      while (at < end && !space(text[at])) ++at;
      stop = at;
    }
    piece.attributes.emplace_back(std::move(key), plain_text(source_, value, std::min(stop, end)));
  }
}

// A tag at at_; false where '<' is only a character or begins something that is passed over.
bool MarkupScanner::tag(MarkupPiece& piece) {
  const std::string_view text = source_.text;
  const bool closing = at_ + 1 < end_ && text[at_ + 1] == '/';
  std::uint32_t name = at_ + 1 + (closing ? 1 : 0);
  if (name >= end_ || !((text[name] | 0x20) >= 'a' && (text[name] | 0x20) <= 'z')) return false;
  std::uint32_t stop = name;
  while (stop < end_ && !space(text[stop]) && text[stop] != '>' && text[stop] != '/') ++stop;
  const std::uint32_t close = tag_end(stop);
  piece.kind = closing ? MarkupPiece::Kind::close : MarkupPiece::Kind::open;
  piece.name = lower(text.substr(name, stop - name));
  piece.begin = at_;
  piece.end = std::min(close + 1, end_);
  piece.self_closing = close > stop && close < end_ && text[close - 1] == '/';
  piece.attributes.clear();
  if (!closing) attributes(piece, stop, close);
  at_ = piece.end;
  if (html_ && !closing && !piece.self_closing && (piece.name == "script" || piece.name == "style")) raw_ = piece.name;
  return true;
}

bool MarkupScanner::next(MarkupPiece& piece) {
  const std::string_view text = source_.text;
  if (!raw_.empty()) {  // up to the closing tag
    std::uint32_t stop = at_;
    for (;; ++stop) {
      stop = static_cast<std::uint32_t>(std::min<std::size_t>(text.find("</", stop), end_));
      if (stop >= end_ || lower(text.substr(stop + 2, raw_.size())) == raw_) break;
    }
    raw_.clear();
    piece.kind = MarkupPiece::Kind::text;
    piece.name.clear();
    piece.begin = at_;
    piece.end = at_ = stop;
    return true;
  }
  while (at_ < end_) {
    if (text[at_] == '<') {
      const auto pass = [&](std::string_view close) {
        const std::size_t stop = text.find(close, at_);
        at_ = stop < end_ ? static_cast<std::uint32_t>(stop + close.size()) : end_;
      };
      if (text.substr(at_, 4) == "<!--") { pass("-->"); continue; }
      if (text.substr(at_, 9) == "<![CDATA[") {
        piece.kind = MarkupPiece::Kind::cdata;
        piece.begin = at_ + 9;
        piece.end = static_cast<std::uint32_t>(std::min<std::size_t>(text.find("]]>", piece.begin), end_));
        at_ = std::min(piece.end + 3, end_);
        return true;
      }
      if (at_ + 1 < end_ && (text[at_ + 1] == '!' || text[at_ + 1] == '?')) { pass(">"); continue; }
      if (tag(piece)) return true;
    }
    piece.kind = MarkupPiece::Kind::text;
    piece.name.clear();
    piece.begin = at_;
    at_ = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('<', at_ + 1), end_));
    piece.end = at_;
    return true;
  }
  return false;
}

}  // namespace crosscheck
