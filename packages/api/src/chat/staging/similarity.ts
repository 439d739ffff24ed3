const LONGEST = 100;

/** How alike texts are to one, by their pairs of letters: 0 nothing in common, 1 the same. Made to go through a whole board. */
export function createSimilarity(one: string): (other: string) => number {
  const text = ` ${one.toLowerCase().slice(0, LONGEST)} `;
  const pairs = new Set<number>();
  for (let index = 1; index < text.length; index++) pairs.add(pairAt(text, index));
  return (other) => {
    const compared = ` ${other.slice(0, LONGEST).toLowerCase()} `;
    let shared = 0;
    for (let index = 1; index < compared.length; index++) if (pairs.has(pairAt(compared, index))) shared++;
    return (2 * shared) / (text.length + compared.length - 2);
  };
}

function pairAt(text: string, index: number): number {
  return text.charCodeAt(index - 1) * 0x10000 + text.charCodeAt(index);
}
