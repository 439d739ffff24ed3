/** The address of a card. */
export function cardPath(boardKey: string, number: number): string {
  return `/card/${boardKey}-${number}`;
}

/** The number in a card's address, if it is one of this board's. */
export function numberIn(name: string, boardKey: string): number | undefined {
  const match = /^([A-Za-z]+)-(\d{1,9})$/.exec(name);
  return match?.[1]?.toUpperCase() === boardKey ? Number(match[2]) : undefined;
}
