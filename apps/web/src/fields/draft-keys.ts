import type { Id } from '@talkan/board/model';

// Where what is typed in a picker is kept until it is chosen.

type Cards = readonly { readonly id: Id }[];

export const labelNameDraft = (boardId: Id, labelId: Id) => `label:${boardId}:${labelId}`;
export const newLabelDraft = (boardId: Id) => `new-label:${boardId}`;
export const dateDraft = (boardId: Id, cards: Cards, field: string) => `date:${boardId}:${nameOf(cards)}:${field}`;
export const estimateDraft = (boardId: Id, cards: Cards) => `estimate:${boardId}:${nameOf(cards)}`;

/** What is typed for several cards is not meant for one of them. */
function nameOf(cards: Cards): string {
  return cards
    .slice(0, 2)
    .map(({ id }) => id)
    .join('+');
}
