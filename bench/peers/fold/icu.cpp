// ICU 72: NFKC_Casefold and the skeleton of UTS 39 of each line of posts.txt; UTF-16 in and out, as the desk's own fold.
#include <unicode/unorm2.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>

#include "../common.h"

using Text = std::basic_string<UChar>;

static Text wide(const std::string& line) {
  UErrorCode code = U_ZERO_ERROR;
  Text text(line.size() + 1, 0);
  int32_t length = 0;
  u_strFromUTF8(text.data(), (int32_t)text.size(), &length, line.data(), (int32_t)line.size(), &code);
  text.resize(length);
  return text;
}

int main(int, char** arguments) {
  std::string folder = arguments[1];
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2* fold = unorm2_getNFKCCasefoldInstance(&code);
  USpoofChecker* spoof = uspoof_open(&code);
  std::vector<UChar> folded(1 << 16), skeleton(1 << 18);
  auto run = [&](const Text& text, bool confusables) {
    UErrorCode fault = U_ZERO_ERROR;
    int32_t length = unorm2_normalize(fold, text.data(), (int32_t)text.size(), folded.data(), (int32_t)folded.size(), &fault);
    if (!confusables) return Text(folded.data(), length);
    int32_t most = uspoof_getSkeleton(spoof, 0, folded.data(), length, skeleton.data(), (int32_t)skeleton.size(), &fault);
    return Text(skeleton.data(), most);
  };

  std::vector<Text> posts;
  for (const auto& line : lines(folder + "/posts.txt")) posts.push_back(wide(line));
  for (bool confusables : {true, false}) {
    int kept = 0;
    for (const auto& line : lines(folder + "/letters.txt")) kept += run(wide(line), confusables) == wide(line);
    double cost = median(posts.size(), [&] {
      for (const auto& post : posts) run(post, confusables);
    });
    printf("ICU %s\t%zu\t%.3f\tkept=%d; median of %d runs\n", confusables ? "NFKC_Casefold + skeleton" : "NFKC_Casefold alone", posts.size(), cost, kept, runs);
  }
}
