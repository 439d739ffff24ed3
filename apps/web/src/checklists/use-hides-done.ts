import type { Id } from '@talkan/board/model';
import { useState } from 'react';
import { useSigns } from '../presence/signs';
import { isString, keptList } from '../ui/kept-list';

/** The checklists whose done items this person does not want to see in this browser. */
export const tidied = keptList({ name: 'done-hidden', most: 200, isOne: isString });

export function useHidesDone(checklistId: Id): readonly [hides: boolean, hide: (hides: boolean) => void] {
  const { userId } = useSigns();
  const [hides, setHides] = useState(() => tidied.read(userId).includes(checklistId));
  const hide = (wish: boolean) => {
    setHides(wish);
    if (wish) tidied.add(userId, checklistId);
    else tidied.remove(userId, checklistId);
  };
  return [hides, hide];
}
