// Offsets of the reading text back to the file: the runs were made while reading, here they are only looked up.
#include "story/story.h"

#include <algorithm>

namespace crosscheck {

namespace {

const OffsetMap::Run& run_at(const std::vector<OffsetMap::Run>& runs, std::uint32_t offset) {
  const auto behind = std::upper_bound(runs.begin(), runs.end(), offset,
                                       [](std::uint32_t at, const OffsetMap::Run& r) { return at < r.text_begin; });
  return behind == runs.begin() ? runs.front() : *(behind - 1);
}

}  // namespace

void OffsetMap::extend(Run run) {
  if (!runs_.empty() && run.linear && runs_.back().linear && runs_.back().stride == run.stride && runs_.back().file_end == run.file_begin &&
      (run.text_begin - runs_.back().text_begin) * run.stride == run.file_begin - runs_.back().file_begin) {
    runs_.back().file_end = run.file_end;
    return;
  }
  runs_.push_back(run);
}

std::uint32_t OffsetMap::file_begin(std::uint32_t text_offset) const {
  if (runs_.empty()) return text_offset;
  const Run& run = run_at(runs_, text_offset);
  if (!run.linear || text_offset < run.text_begin) return run.file_begin;
  return std::min(run.file_begin + (text_offset - run.text_begin) * run.stride, run.file_end);
}

std::uint32_t OffsetMap::file_end(std::uint32_t text_end) const {
  if (runs_.empty()) return text_end;
  if (text_end == 0) return runs_.front().file_begin;
  const Run& run = run_at(runs_, text_end - 1);
  if (!run.linear || text_end < run.text_begin) return run.file_end;
  return std::min(run.file_begin + (text_end - run.text_begin) * run.stride, run.file_end);
}

void renumber(Story& story, StoryId id) {
  story.id = id;
  for (Credit& credit : story.credits) credit.span.story = id;
  if (story.dateline_place) story.dateline_place->story = id;
}

}  // namespace crosscheck
