// CLD2 on the texts of language.tsv; its languages are what it knows.
#include <cstdio>

// After cstdio, which it needs and does not include.
#include <cld2/public/compact_lang_det.h>
#include <map>

#include "../common.h"

int main(int, char** arguments) {
  std::string folder = arguments[1];
  std::map<std::string, std::pair<int, int>> scores;
  std::vector<std::string> sentences;
  auto detect = [](const std::string& text) {
    bool reliable;
    return std::string(CLD2::LanguageCode(CLD2::DetectLanguage(text.data(), (int)text.size(), true, &reliable)));
  };
  for (const auto& line : lines(folder + "/language.tsv")) {
    auto first = line.find('\t'), second = line.find('\t', first + 1);
    auto kind = line.substr(0, first), code = line.substr(first + 1, second - first - 1), text = line.substr(second + 1);
    scores[kind].first += detect(text) == code;
    scores[kind].second++;
    if (kind == "sentence") sentences.push_back(text);
  }
  double cost = median(sentences.size(), [&] {
    for (const auto& text : sentences) detect(text);
  });
  printf("CLD2\t%zu\t%.3f\t", sentences.size(), cost);
  for (const auto& [kind, score] : scores) printf("%s=%.4f ", kind.c_str(), score.first / (double)score.second);
  printf("; its best language of all, Serbian and others as it names them\n");
}
