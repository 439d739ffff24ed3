import type { Card } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useEffect, useState } from 'react';
import { useSigns } from '../presence/signs';
import { changeCards, nameCards } from '../selection/change-cards';
import { useBoardStore } from '../sync/use-board-store';
import { PersonSign, SOMEBODY } from './person-sign';
import { useBoardPeople } from './people';
import { PickList, type PickItem } from './pick-list';

const WORDS = {
  name: t`People`,
  find: t`Find people`,
  findOrCreate: t`Find people`,
  noneSo: t`No people with that name.`,
};

/** Who cards are assigned to: members of the board, and whoever is assigned already. */
export function PeoplePicker({ cards }: { cards: readonly Card[] }) {
  const store = useBoardStore();
  const { userId: self } = useSigns();
  const assigned = [...new Set(cards.flatMap(({ assigneeIds }) => assigneeIds))];
  const people = useBoardPeople(assigned);
  const { refresh } = people;
  // Somebody may have come since the page was opened.
  useEffect(refresh, [refresh]);
  // A row stays where it is while one ticks others.
  const [first] = useState(() => [self, ...assigned]);
  const members = people.all.filter(({ member }) => member).map(({ userId }) => userId);
  const ids = [...new Set([...members.filter((id) => id === self), ...first.filter((id) => id !== self), ...members])];
  const items = ids.map((id): PickItem => {
    const name = people.nameOf(id) ?? SOMEBODY;
    const isMember = members.includes(id);
    const count = cards.filter(({ assigneeIds }) => assigneeIds.includes(id)).length;
    return {
      id,
      name,
      isChosen: count === cards.length,
      isMixed: count > 0 && count < cards.length,
      sign: <span aria-hidden="true">{<PersonSign userId={id} people={people} />}</span>,
      note: id === self ? t`you` : isMember || members.length === 0 ? undefined : t`left the board`,
    };
  });
  const toggle = ({ id, name, isChosen }: PickItem, isHeard: boolean) => {
    const wanting = cards.filter(({ assigneeIds }) => assigneeIds.includes(id) === isChosen);
    const change = isChosen ? { remove: [id] } : { add: [id] };
    const who = nameCards(store.getState().board, wanting);
    changeCards(store, cards, {
      operations: wanting.map((card) => ({ type: 'card.assign', cardId: card.id, ...change })),
      isHeard,
      message: isChosen ? t`${name} taken off ${who}` : t`${name} assigned to ${who}`,
    });
  };
  return (
    <PickList
      words={WORDS}
      items={items}
      nothing={t`The people of this board cannot be loaded now. Try again when you’re back online.`}
      onToggle={toggle}
    />
  );
}
