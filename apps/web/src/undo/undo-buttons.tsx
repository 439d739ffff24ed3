import { t } from '@talkan/words/words';
import { Redo2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { IconButton } from '../ui/button';
import { useIsPhone } from '../ui/use-media';
import { KEYS } from './keys';
import { directionOf, type Direction } from './undo-walk';

/** Undo and redo of one's own changes on this board, by button and by key. On a phone the way forth is in the menu and in the note. */
export function UndoButtons({ walk }: { walk: (direction: Direction) => Promise<void> }) {
  const isPhone = useIsPhone();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const direction = directionOf(event);
      // In a field the keys belong to the text, and with a card in the hand to nobody.
      if (direction === null || event.defaultPrevented || isTyping(event.target) || isDragging()) return;
      event.preventDefault();
      void walk(direction);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [walk]);

  return (
    <>
      <IconButton label={t`Undo`} aria-keyshortcuts={KEYS.undo} onClick={() => void walk('undo')}>
        <Undo2 size={16} aria-hidden="true" />
      </IconButton>
      {!isPhone && (
        <IconButton label={t`Redo`} aria-keyshortcuts={KEYS.redo} onClick={() => void walk('redo')}>
          <Redo2 size={16} aria-hidden="true" />
        </IconButton>
      )}
    </>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

function isDragging(): boolean {
  return document.documentElement.dataset['dragging'] !== undefined;
}

/** Walks one step as the keys do, for whoever stands outside of the board. */
export function walkByKey(direction: Direction): void {
  const options = { key: 'z', ctrlKey: true, shiftKey: direction === 'redo', cancelable: true };
  globalThis.dispatchEvent(new KeyboardEvent('keydown', options));
}
