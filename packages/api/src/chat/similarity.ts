/** How alike two texts are by their pairs of letters: 0 nothing in common, 1 the same. */
export function similarity(one: string, other: string): number {
  const [pairs, otherPairs] = [pairsOf(one), pairsOf(other)];
  if (pairs.size === 0 || otherPairs.size === 0) return 0;
  const shared = [...pairs].filter((pair) => otherPairs.has(pair)).length;
  return (2 * shared) / (pairs.size + otherPairs.size);
}

function pairsOf(text: string): Set<string> {
  const plain = ` ${text.toLowerCase().slice(0, 200)} `;
  return new Set(Array.from({ length: plain.length - 1 }, (_, index) => plain.slice(index, index + 2)));
}
