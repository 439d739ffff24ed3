import { finderOf } from '@talkan/board/mentions';
import type { Board, Card } from '@talkan/board/model';
import { useMemo } from 'react';
import { useSigns } from '../presence/signs';
import { useBoardPart } from '../sync/use-board-store';
import { trpc } from '../trpc';
import type { Meaning } from './context';

const numbers = new WeakMap<Board, ReadonlyMap<number, Card>>();

/** The board's cards by their numbers, sorted out once for each board that is asked. */
function cardsByNumber(board: Board): ReadonlyMap<number, Card> {
  const known = numbers.get(board);
  if (known) return known;
  const cards = board.columns().flatMap(({ id }) => board.cardsIn(id));
  const found = new Map(cards.map((card) => [card.number, card]));
  numbers.set(board, found);
  return found;
}

/** What the words of a text mean on this board. It becomes another one with the board: texts are drawn anew, but not read anew. */
export function useMeaning(): Omit<Meaning, 'onTick'> {
  const { userId } = useSigns();
  const board = useBoardPart((state) => state.board);
  const { data: members } = trpc.members.list.useQuery({ boardId: board.id });
  return useMemo(() => {
    const people = members?.map((member) => ({ name: member.name, isSelf: member.userId === userId })) ?? [];
    return {
      boardId: board.id,
      boardKey: board.key,
      findPerson: finderOf(people),
      findCard: (number) => {
        const card = cardsByNumber(board).get(number);
        return card && { title: card.title, isDone: board.column(card.columnId)?.done ?? false };
      },
    };
  }, [board, members, userId]);
}
