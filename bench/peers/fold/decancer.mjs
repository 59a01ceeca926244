// decancer (Rust) through its native package for Node. The first line is its usual way, the second keeps Cyrillic. The cost of crossing
// is measured with an empty text and taken off.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'

const folder = process.argv[2]
const require = createRequire(`${folder}/npm/`)
let decancer
try {
  decancer = require('decancer')
} catch (fault) {
  console.error(`skip: decancer is not installed (${fault.code}); see bench/peers/install`)
  process.exit(0)
}
decancer = decancer.default ?? decancer
const lines = name => readFileSync(`${folder}/${name}`, 'utf8').split('\n').slice(0, -1)
const posts = lines('posts.txt').slice(0, 4000)
const letters = lines('letters.txt')

const cost = run => {
  const costs = []
  for (let i = 0; i < 4; i++) {
    const before = process.cpuUsage()
    run()
    const spent = process.cpuUsage(before)
    if (i > 0) costs.push((spent.user + spent.system) / posts.length)
  }
  return costs.sort((a, b) => a - b)[1]
}

for (const [name, options] of [['decancer', undefined], ['decancer, Cyrillic retained', { retainCyrillic: true }]]) {
  const crossing = cost(() => posts.forEach(() => decancer('a', options).toString()))
  const whole = cost(() => posts.forEach(post => decancer(post, options).toString()))
  const kept = letters.filter(word => decancer(word, options).toString() === word).length
  console.log(`${name}\t${posts.length}\t${(whole - crossing).toFixed(3)}\tkept=${kept}; through Node, ${crossing.toFixed(2)} us for crossing taken off`)
}
