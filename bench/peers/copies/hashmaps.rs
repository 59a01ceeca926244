// MinHash of 64 and LSH of 16 bands by 4 rows with the standard library's HashMap: what a careful port would look like.
use std::collections::HashMap;
use std::io::Read;

const PLACES: usize = 64;
const BANDS: usize = 16;
const ROWS: usize = 4;
const RUNS: usize = 3;

fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

fn signature(words: &[u64], a: &[u64], b: &[u64]) -> [u32; PLACES] {
    let mut mark = [u32::MAX; PLACES];
    for three in words.windows(3) {
        let h = mix(three[0] ^ three[1].rotate_left(21) ^ three[2].rotate_left(42));
        for i in 0..PLACES {
            mark[i] = mark[i].min((h.wrapping_mul(a[i]).wrapping_add(b[i]) >> 32) as u32);
        }
    }
    mark
}

fn place_all(posts: &[Vec<u64>], a: &[u64], b: &[u64]) -> usize {
    let mut bands: Vec<HashMap<[u32; ROWS], Vec<u32>>> = (0..BANDS).map(|_| HashMap::new()).collect();
    let mut marks: Vec<[u32; PLACES]> = Vec::new();
    let mut joined = 0;
    for words in posts {
        let mark = signature(words, a, b);
        let mut best = 0;
        for (i, band) in bands.iter().enumerate() {
            let key: [u32; ROWS] = mark[i * ROWS..(i + 1) * ROWS].try_into().unwrap();
            for &near in band.get(&key).map(|v| v.as_slice()).unwrap_or(&[]) {
                let same = (0..PLACES).filter(|&p| marks[near as usize][p] == mark[p]).count();
                best = best.max(same);
            }
        }
        joined += (best * 2 >= PLACES) as usize;
        for (i, band) in bands.iter_mut().enumerate() {
            let key: [u32; ROWS] = mark[i * ROWS..(i + 1) * ROWS].try_into().unwrap();
            band.entry(key).or_default().push(marks.len() as u32);
        }
        marks.push(mark);
    }
    joined
}

/// CPU seconds of this process: user and system time in ticks, 100 a second.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    (fields[11].parse::<f64>().unwrap() + fields[12].parse::<f64>().unwrap()) / 100.0
}

fn main() {
    let mut bytes = Vec::new();
    std::fs::File::open(std::env::args().nth(1).unwrap() + "/copies.bin").unwrap().read_to_end(&mut bytes).unwrap();
    let mut posts = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let count = i32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
        posts.push((0..count).map(|i| u64::from_le_bytes(bytes[at + 4 + i * 8..at + 12 + i * 8].try_into().unwrap())).collect::<Vec<u64>>());
        at += 4 + count * 8;
    }
    let a: Vec<u64> = (0..PLACES as u64).map(|i| mix(i + 1) | 1).collect();
    let b: Vec<u64> = (0..PLACES as u64).map(|i| mix(i + 1001)).collect();
    let mut joined = place_all(&posts[..posts.len() / 10], &a, &b);
    let mut costs: Vec<f64> = (0..RUNS)
        .map(|_| {
            let before = cpu();
            joined = place_all(&posts, &a, &b);
            (cpu() - before) * 1e6 / posts.len() as f64
        })
        .collect();
    costs.sort_by(|x, y| x.partial_cmp(y).unwrap());
    println!("Rust HashMap port\t{}\t{:.3}\t64 places, 16 bands of 4; {} joined", posts.len(), costs[RUNS / 2], joined);
}
