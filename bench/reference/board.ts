/** The board that every server of this bench is given: n cards over five columns, each with a line of details. */
export interface BenchColumn {
  readonly id: string;
  readonly title: string;
}

export interface BenchCard {
  readonly id: string;
  readonly title: string;
  readonly details: string;
  readonly columnId: string;
}

export const LOGIN = { username: 'user', password: 'password' } as const;

export const COLUMNS: readonly BenchColumn[] = ['Backlog', 'Discovery', 'In Progress', 'Review', 'Done'].map(
  (title, index) => ({ id: `col-${index + 1}`, title }),
);

export function columnAt(index: number): string {
  return COLUMNS[index % COLUMNS.length]?.id ?? '';
}

export function cardsOf(count: number): readonly BenchCard[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `card-${index + 1}`,
    title: `Card number ${index + 1}`,
    details: `What card ${index + 1} is about, in one line of plain text as people write it on a board.`,
    columnId: columnAt(index),
  }));
}
