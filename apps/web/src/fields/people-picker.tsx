import type { Card } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useEffect, useState } from 'react';
import { useSigns } from '../presence/signs';
import { useBoardStore } from '../sync/use-board-store';
import { PersonSign, SOMEBODY } from './person-sign';
import { useBoardPeople } from './people';
import { PickList, type PickItem } from './pick-list';

/** Who a card is assigned to: members of the board, and whoever is assigned already. */
const WORDS = {
  name: t`People`,
  find: t`Find people`,
  findOrCreate: t`Find people`,
  noneSo: t`No people with that name.`,
};

export function PeoplePicker({ card }: { card: Card }) {
  const store = useBoardStore();
  const { userId: self } = useSigns();
  const people = useBoardPeople(card.assigneeIds);
  const { refresh } = people;
  // Somebody may have come since the page was opened.
  useEffect(refresh, [refresh]);
  // A row stays where it is while one ticks others.
  const [first] = useState(() => [self, ...card.assigneeIds]);
  const members = people.all.filter(({ member }) => member).map(({ userId }) => userId);
  const ids = [...new Set([...members.filter((id) => id === self), ...first.filter((id) => id !== self), ...members])];
  const items = ids.map((id): PickItem => {
    const name = people.nameOf(id) ?? SOMEBODY;
    const isMember = members.includes(id);
    return {
      id,
      name,
      isChosen: card.assigneeIds.includes(id),
      sign: <span aria-hidden="true">{<PersonSign userId={id} people={people} />}</span>,
      note: id === self ? t`you` : isMember || members.length === 0 ? undefined : t`left the board`,
    };
  });
  const toggle = ({ id, isChosen }: PickItem) =>
    store.commit([{ type: 'card.assign', cardId: card.id, ...(isChosen ? { remove: [id] } : { add: [id] }) }]);
  return (
    <PickList
      words={WORDS}
      items={items}
      nothing={t`The people of this board cannot be loaded now. Try again when you’re back online.`}
      onToggle={toggle}
    />
  );
}
