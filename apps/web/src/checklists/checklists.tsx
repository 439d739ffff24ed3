import type { Card, Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { ListChecks } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useCardOffer } from '../card-actions/use-card-offer';
import { Button } from '../ui/button';
import { useIsPhone } from '../ui/use-media';
import { ChecklistSection } from './checklist-section';
import styles from './checklists.module.css';
import { MembersContext, useMembers } from './members';
import { useChecklists } from './use-checklists';
import { useItemDrag } from './use-item-drag';

/** The checklists of a card, and the way to another one. */
export function Checklists({ card, canEdit }: { card: Card; canEdit: boolean }) {
  const { checklists } = card;
  const members = useMembers();
  const isPhone = useIsPhone();
  const actions = useChecklists(card.id, members);
  const around = useMemo(() => ({ members, isPhone }), [members, isPhone]);
  const [added, setAdded] = useState<Id | null>(null);
  const lists = useRef<HTMLDivElement>(null);
  const another = {
    label: checklists.length === 0 ? t`Add a checklist` : t`Add another checklist`,
    icon: ListChecks,
    onSelect: () => setAdded(actions.add(t`Checklist`)),
  };
  useCardOffer(card, canEdit ? [another] : []);
  useItemDrag(lists, actions.put);
  if (checklists.length === 0 && !canEdit) return null;
  return (
    <MembersContext value={around}>
      <div ref={lists} className={styles['lists']}>
        {checklists.map((checklist, index) => (
          <ChecklistSection
            key={checklist.id}
            cardId={card.id}
            checklist={checklist}
            actions={actions}
            canEdit={canEdit}
            isNew={checklist.id === added}
            place={{ isFirst: index === 0, isLast: index === checklists.length - 1 }}
          />
        ))}
      </div>
      {canEdit && (
        <Button variant="ghost" className={styles['another']} onClick={another.onSelect}>
          <ListChecks size={15} aria-hidden="true" />
          {another.label}
        </Button>
      )}
    </MembersContext>
  );
}
