# What the peers' scripts share. Sourced from a folder below this one, with the export and the folder for inputs as arguments.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export PYTHONPATH=$PWD/bench/peers PYTHONDONTWRITEBYTECODE=1 OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
file=$1 folder=$2
built=$folder/bin
mkdir -p "$built"

skip() { echo "skip: $*; see bench/peers/install" >&2; }
own() { artifacts/bin/Tarazy.Benchmarks/release/Tarazy.Benchmarks peer "$@"; }

# python SCRIPT [ARGUMENT...]: a peer in Python; Debian's own, which alone sees Debian's packages.
python() { if [ -x /usr/bin/python3 ]; then /usr/bin/python3 "$@" || skip "$1 failed"; else skip "python3 is not installed"; fi; }

# systems PART: a peer from NuGet, in a process of its own.
systems() {
  dotnet build bench/peers/systems -c Release --nologo -v q -clp:ErrorsOnly >&2 || { skip "the peers from NuGet do not build"; return; }
  artifacts/bin/Systems/release/Systems "$1" "$folder" || skip "$1 of bench/peers/systems failed"
}

# program SOURCE LIBRARIES...: compiles a small C++ program once and runs it on the folder.
program() {
  local source=$1 name
  name=$built/$(basename "$1" .cpp)
  shift
  command -v g++ >/dev/null || { skip "g++ is not installed"; return; }
  if [ ! -x "$name" ] || [ "$source" -nt "$name" ]; then
    g++ -O3 -march=native -std=c++17 -o "$name" "$source" "$@" 2>/dev/null || { skip "$(basename "$source") does not build: a library is missing"; return; }
  fi
  "$name" "$folder" || skip "$(basename "$source") failed"
}
