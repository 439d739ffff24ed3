import { t } from '@talkan/words/words';
import { Redo2, Undo2 } from 'lucide-react';
import { useKeys } from '../keys/use-keys';
import { IconButton } from '../ui/button';
import { useIsPhone } from '../ui/use-media';
import type { Direction } from './undo-walk';

/** Undo and redo of one's own changes on this board, by button and by key. On a phone the way forth is in the menu and in the note. */
export function UndoButtons({ walk }: { walk: (direction: Direction) => Promise<void> }) {
  const isPhone = useIsPhone();
  useKeys({ undo: () => void walk('undo'), redo: () => void walk('redo') });

  return (
    <>
      <IconButton label={t`Undo`} shortcut="undo" onClick={() => void walk('undo')}>
        <Undo2 size={16} aria-hidden="true" />
      </IconButton>
      {!isPhone && (
        <IconButton label={t`Redo`} shortcut="redo" onClick={() => void walk('redo')}>
          <Redo2 size={16} aria-hidden="true" />
        </IconButton>
      )}
    </>
  );
}
