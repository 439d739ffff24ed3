/** The address of the board's history, within the board; with a number that of the board as it was right after that change. */
export function historyPath(seq?: number): string {
  return seq === undefined ? '/history' : `/history/${seq}`;
}

const MOMENT = /^\/history\/(\d{1,15})(?:\/[^/]*)?\/?$/;

/** The change whose board an address within a board shows; `null`: today's. */
export function momentIn(address: string): number | null {
  const seq = MOMENT.exec(address)?.[1];
  return seq === undefined ? null : Number(seq);
}

/** Whether an address within a board is one of its history: today's board, or a past one. */
export function isHistory(address: string): boolean {
  return /^\/history\/?$/.test(address) || MOMENT.test(address);
}
