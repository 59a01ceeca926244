# Makes two markdown tables of the lines that a peer prints: what was measured, and what that makes of the goals in the file "goals".
# A goal is one line, parted by tabs: times OWN PEER LIMIT, above OWN PEER KEY LIMIT, least OWN KEY LIMIT or most OWN KEY LIMIT. Names are
# beginnings of names, and key "us" is the cost.
BEGIN { FS = "\t" }

FILENAME == goals { if (NF > 2) goal[++wanted] = $0; next }

{
  name[++rows] = $1
  cost[rows] = $3
  note[rows] = $4
  value[rows, "us"] = $3
  parts = split($4, words, /[ ;]+/)
  for (i = 1; i <= parts; i++) {
    if (split(words[i], pair, "=") == 2) value[rows, pair[1]] = pair[2]
  }
  if (rows == 1) print "| system | items | CPU us an item | times the desk's | |\n| --- | ---: | ---: | ---: | --- |"
  printf "| %s | %s | %s | %s | %s |\n", $1, $2, short($3), short(cost[1] > 0 ? $3 / cost[1] : 0), $4
}

END {
  if (!rows || !wanted) exit
  print "\n| goal | measured | |\n| --- | ---: | --- |"
  for (g = 1; g <= wanted; g++) judge(goal[g])
}

function short(x) { return sprintf(x >= 100 ? "%.0f" : x >= 10 ? "%.1f" : "%.2f", x) }

# The row of exactly this name, or else the first whose name begins so.
function row(begins,    r) {
  for (r = 1; r <= rows; r++) if (name[r] == begins) return r
  for (r = 1; r <= rows; r++) if (index(name[r], begins) == 1) return r
  return 0
}

function say(text, figure, met) { printf "| %s | %s | %s |\n", text, figure, met }

function judge(line,    f, own, other, key, x) {
  split(line, f, "\t")
  own = row(f[2])
  if (f[1] == "times") {
    other = row(f[3])
    line = f[2] ": " f[4] " times as fast as " f[3]
    if (!own || !other) { say(line, "", "not measured"); return }
    x = cost[other] / cost[own]
    say(line, short(x), x >= f[4] ? "met" : "**not met**")
  } else if (f[1] == "above") {
    other = row(f[3])
    key = f[4]
    line = f[2] ": " key (f[5] < 0 ? " at most " (-f[5] * 100) " points below " : " at least " (f[5] * 100) " points above ") f[3]
    if (!own || !other || !((own, key) in value) || !((other, key) in value)) { say(line, "", "not measured"); return }
    x = value[own, key] - value[other, key]
    say(line, sprintf("%+.1f (%.3f, %.3f)", x * 100, value[own, key], value[other, key]), x >= f[5] ? "met" : "**not met**")
  } else {
    key = f[3]
    line = f[2] ": " key (f[1] == "least" ? " at least " : " at most ") f[4]
    if (!own || !((own, key) in value)) { say(line, "", "not measured"); return }
    x = value[own, key] + 0
    say(line, value[own, key], (f[1] == "least" ? x >= f[4] : x <= f[4]) ? "met" : "**not met**")
  }
}
