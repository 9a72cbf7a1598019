#include "finding/message.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr std::size_t kLongest = 160;  // bytes of quoted text in a message

std::string slot_words(const Pile& pile, ClaimId id, std::string_view name) {
  SlotPath path;
  const std::size_t dot = name.find('.');
  path.slot = std::string(name.substr(0, dot));
  const auto index = pile.kind(id).slot(path.slot);
  if (index) {
    const SlotValue* value = pile.claim(id).slot(*index);
    if (value == nullptr) return {};
    // A name in full, wherever the claim says only "he".
    if (value->entity != kNone) {
      const auto& slots = pile.claim(id).slots;
      const EntityId entity = pile.node(id).entities[static_cast<std::size_t>(value - slots.data())];
      if (entity.valid()) return pile.graph.entities[entity.index()].name;
    }
    return clipped(pile.words(value->span.empty() ? pile.claim(id).span : value->span));
  }
  return clipped(pile.words(pile.span_of(id, path)));
}

std::string side(const Pile& pile, ClaimId id, std::string_view name) {
  if (!id.valid()) return {};
  if (name == "text") return clipped(pile.words(pile.claim(id).span));
  if (name == "outlet") return pile.outlet(id);
  return slot_words(pile, id, name);
}

std::string part(const Pile& pile, std::string_view name, const MessageParts& parts) {
  if (name == "total") return parts.total;
  if (name == "origin") return parts.origin;
  if (name == "outlets") return parts.outlets;
  if (name == "clash") {
    std::vector<std::string> names;
    for (const SlotPath& path : parts.clashing) names.push_back(path.text());
    return listed(names);
  }
  if (name.starts_with("a.")) return side(pile, parts.a, name.substr(2));
  if (name.starts_with("b.")) return side(pile, parts.b, name.substr(2));
  const std::string in_a = side(pile, parts.a, name);
  return in_a.empty() ? side(pile, parts.b, name) : in_a;
}

// What a side is known by, apart from where it stands.
std::string side_key(const Pile& pile, ClaimId id, const std::vector<SlotPath>& paths, const Comparison* pair) {
  std::vector<std::string> values;
  for (const SlotPath& path : paths) {
    const auto index = pile.kind(id).slot(path.slot);
    const Claim& claim = pile.claim(id);
    if (pair && pile.difference(*pair, path))
      values.push_back(path.slot + '=' + fold(pile.words(pile.span_of(id, path, pair))));
    else if (path.slot == "when" && claim.when)
      values.push_back(path.slot + '=' + to_string(*claim.when));
    else if (path.slot == "where" && claim.where)
      values.push_back(path.slot + '=' + to_string(*claim.where));
    else if (path.slot == "polarity")
      values.push_back(claim.polarity == Polarity::negated ? "no" : "yes");
    else if (const SlotValue* value = index ? claim.slot(*index) : nullptr; value != nullptr)
      values.push_back(path.slot + '=' + to_string(value->value));
  }
  return fmt::format("{}", fmt::join(values, ";"));
}

// The entities that both claims name in slots of identity.
std::string shared_names(const Pile& pile, ClaimId a, ClaimId b) {
  std::vector<std::string> names;
  for (const EntityId e : pile.node(a).entities) {
    if (!e.valid()) continue;
    const auto& other = pile.node(b).entities;
    if (std::find(other.begin(), other.end(), e) != other.end())
      names.push_back(fold(pile.graph.entities[e.index()].name));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return fmt::format("{}", fmt::join(names, ";"));
}

}  // namespace

std::string clipped(std::string text) {
  if (text.size() <= kLongest) return text;
  std::size_t end = text.find_last_of(' ', kLongest);
  if (end == std::string::npos || end < kLongest / 2) {
    end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  }
  return text.substr(0, end) + " …";
}

std::string fill_message(const Pile& pile, std::string_view pattern, const MessageParts& parts) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) {
      out += pattern.substr(at);
      break;
    }
    out += pattern.substr(at, open - at);
    out += part(pile, pattern.substr(open + 1, close - open - 1), parts);
    at = close + 1;
  }
  return out;
}

std::string clash_message(const Pile& pile, const Check& check, const MessageParts& parts) {
  if (!check.message.empty()) return fill_message(pile, check.message, parts);
  const auto change = [&](ClaimId id, const SlotPath& path) {
    const auto slot = id.valid() ? pile.kind(id).slot(path.slot) : std::nullopt;
    const SlotValue* value = slot ? pile.claim(id).slot(*slot) : nullptr;
    const auto* amount = value ? std::get_if<Quantity>(&value->value) : nullptr;
    return amount ? amount->change : 0;
  };
  const auto said = [&](ClaimId id) {
    std::vector<std::string> words;
    for (const SlotPath& path : parts.clashing) {
      std::string text = clipped(pile.words(pile.span_of(id, path, parts.pair)));
      if (change(parts.a, path) * change(parts.b, path) < 0) text = (change(id, path) > 0 ? "↑ " : "↓ ") + text;  // "4%" and "4%"
      if (std::find(words.begin(), words.end(), text) == words.end()) words.push_back(std::move(text));
    }
    return fmt::format("“{}” in {}", fmt::join(words, "”, “"), pile.outlet(id));
  };
  std::string out = check.title + ": " + said(parts.a);
  if (parts.b.valid()) out += ", " + said(parts.b);
  return out;
}

std::string listed(const std::vector<std::string>& names) {
  if (names.empty()) return {};
  if (names.size() == 1) return names.front();
  const std::vector<std::string> head(names.begin(), names.end() - 1);
  return fmt::format("{} and {}", fmt::join(head, ", "), names.back());
}

std::string fingerprint(const Pile& pile, const Check& check, ClaimId a, ClaimId b,
                        const std::vector<SlotPath>& paths, const Comparison* pair) {
  std::vector<std::string> sides = {side_key(pile, a, paths, pair)};
  if (b.valid()) sides.push_back(side_key(pile, b, paths, pair));
  std::sort(sides.begin(), sides.end());
  Hash h;
  h.add(check.id).add(pile.kind(a).name).add(shared_names(pile, a, b.valid() ? b : a));
  for (const std::string& s : sides) h.add(s);
  return fmt::format("{:016x}", h.value());
}

}  // namespace crosscheck
