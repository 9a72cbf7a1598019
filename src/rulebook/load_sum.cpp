// "from + by = to", "part + part <= whole", "share <= 100 percent".
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "rulebook/loader.h"
#include "rulebook/suggest.h"

namespace crosscheck::loading {
namespace {

struct Piece {
  std::string_view text;
  std::size_t offset = 0;
};

Piece trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && text[begin] == ' ') ++begin;
  while (end > begin && text[end - 1] == ' ') --end;
  return {text.substr(begin, end - begin), begin};
}

std::vector<Piece> parted(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<Piece> out;
  while (true) {
    const std::size_t plus = std::min(text.find('+', begin), end);
    out.push_back(trimmed(text, begin, plus));
    if (plus == end) return out;
    begin = plus + 1;
  }
}

std::optional<std::uint32_t> slot_of(const Loader& loader, const Reader& reader, const TomlString& text, const Piece& piece, const ClaimKind& kind) {
  const RuleLocation where = reader.inside(text, piece.offset);
  if (piece.text.empty()) {
    reader.error(where, "a slot is missing here: write it as in from + by = to");
    return std::nullopt;
  }
  const auto slot = kind.slot(piece.text);
  if (!slot) {
    std::vector<std::string_view> names;
    for (const SlotDeclaration& one : kind.slots) names.push_back(one.name);
    loader.unknown(reader, where, fmt::format("kind {} has no slot {{{}}}{}", kind.name, piece.text, did_you_mean(piece.text, names, "{", "}")));
    return std::nullopt;
  }
  const SlotType type = kind.slots[*slot].type;
  if (!is_amount(type) && type != SlotType::time) {
    reader.error(where, fmt::format("{} is of type {}: only amounts and times can be added", piece.text, to_string(type)));
    return std::nullopt;
  }
  return slot;
}

}  // namespace

std::optional<SumRule> parse_sum(const Loader& loader, const Reader& reader, const TomlString& text, const ClaimKind& kind) {
  const std::string& written = text.get();
  const std::size_t equals = written.find('=');
  if (equals == std::string::npos || written.find('=', equals + 1) != std::string::npos) {
    reader.error(reader.at(text), "a sum has one = or <=, as in from + by = to");
    return std::nullopt;
  }
  SumRule rule;
  rule.text = written;
  rule.at_most = equals > 0 && written[equals - 1] == '<';
  for (const Piece& piece : parted(written, 0, equals - (rule.at_most ? 1 : 0))) {
    const auto slot = slot_of(loader, reader, text, piece, kind);
    if (!slot) return std::nullopt;
    rule.left.push_back(*slot);
  }
  const Piece right = trimmed(written, equals + 1, written.size());
  const std::string number(right.text);
  char* behind = nullptr;
  const double constant = std::strtod(number.c_str(), &behind);
  if (!right.text.empty() && right.text[0] >= '0' && right.text[0] <= '9' && std::isfinite(constant)) {
    rule.constant = constant;
    const std::size_t used = static_cast<std::size_t>(behind - number.c_str());
    rule.constant_unit = std::string(trimmed(number, used, number.size()).text);
    return rule;
  }
  rule.right = slot_of(loader, reader, text, right, kind);
  if (!rule.right) return std::nullopt;
  return rule;
}

}  // namespace crosscheck::loading
