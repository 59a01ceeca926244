// Reads a log with the Go module project's own verifier: opens a checkpoint, checks every record against it through the
// tiles, and checks that an older checkpoint is the beginning of the newer one.
//
//	usage: foreign-log-check FOLDER VKEY NEW-CHECKPOINT [OLD-CHECKPOINT]
package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type tiles struct{ folder string }

func (t tiles) Height() int                     { return 8 }
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tiles) ReadTiles(want []tlog.Tile) (data [][]byte, err error) {
	for _, tile := range want {
		// The module project writes tile/8/L/N, tlog-tiles writes tile/L/N.
		bytes, err := os.ReadFile(t.folder + "/tile/" + strings.TrimPrefix(tile.Path(), "tile/8/"))
		if err != nil {
			return nil, err
		}
		data = append(data, bytes)
	}
	return data, nil
}

func must(err error) {
	if err != nil {
		fmt.Println("FAILED:", err)
		os.Exit(1)
	}
}

func open(path, vkey string) tlog.Tree {
	bytes, err := os.ReadFile(path)
	must(err)
	verifier, err := note.NewVerifier(vkey)
	must(err)
	opened, err := note.Open(bytes, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	hash, err := tlog.ParseHash(lines[2])
	must(err)
	return tlog.Tree{N: size, Hash: hash}
}

func main() {
	folder, vkey := os.Args[1], os.Args[2]
	tree := open(os.Args[3], vkey)
	reader := tlog.TileHashReader(tree, tiles{folder})
	for first := int64(0); first < tree.N; first += 256 {
		width := tree.N - first
		if width > 256 {
			width = 256
		}
		path := tlog.Tile{H: 8, L: 0, N: first / 256, W: int(width)}.Path()
		bundle, err := os.ReadFile(folder + "/tile/entries/" + strings.TrimPrefix(path, "tile/8/0/"))
		must(err)
		indexes := make([]int64, width)
		for i := range indexes {
			indexes[i] = tlog.StoredHashIndex(0, first+int64(i))
		}
		hashes, err := reader.ReadHashes(indexes)
		must(err)
		for i, hash := range hashes {
			length := int(binary.BigEndian.Uint16(bundle))
			if tlog.RecordHash(bundle[2:2+length]) != hash {
				must(fmt.Errorf("record %d is not what the tiles say", first+int64(i)))
			}
			bundle = bundle[2+length:]
		}
		if len(bundle) > 0 {
			must(fmt.Errorf("bytes are left in the bundle at %d", first))
		}
	}
	if len(os.Args) > 4 {
		old := open(os.Args[4], vkey)
		proof, err := tlog.ProveTree(tree.N, old.N, reader)
		must(err)
		must(tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash))
	}
	fmt.Printf("ok %d\n", tree.N)
}
