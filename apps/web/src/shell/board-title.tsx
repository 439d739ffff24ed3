import { LIMITS } from '@talkan/board/limits';
import { t } from '@talkan/words/words';
import { Pencil } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useCanEdit } from '../board/use-can-edit';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { useDraft } from '../ui/drafts';
import { useOffer } from '../ui/offers';
import styles from './top-bar.module.css';

/** The board's title, and for those who may the way to another one. */
export function BoardTitle() {
  const title = useBoardPart((state) => state.board.title);
  const mayRename = useCanEdit();
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const rename = { label: t`Rename the board`, icon: Pencil, also: t`title`, onSelect: () => setEditing(true) };
  useOffer({ scope: 'board', items: mayRename ? [rename] : [] });

  if (!mayRename) {
    return (
      <h1 className={styles['name']}>
        <span dir="auto" className={styles['rename']}>
          {title}
        </span>
      </h1>
    );
  }
  if (editing) {
    return (
      <TitleField
        title={title}
        onDone={(byKey) => {
          setEditing(false);
          if (byKey) requestAnimationFrame(() => opener.current?.focus());
        }}
      />
    );
  }
  return (
    <h1 className={styles['name']}>
      <button
        ref={opener}
        type="button"
        dir="auto"
        className={styles['rename']}
        title={rename.label}
        onClick={rename.onSelect}
      >
        {title}
      </button>
    </h1>
  );
}

function TitleField({ title, onDone }: { title: string; onDone: (byKey: boolean) => void }) {
  const store = useBoardStore();
  const [text, setText, clear] = useDraft(`board-title:${store.getState().board.id}`, title);

  // Leaving the page with the focus in it, the field is blurred once more.
  const left = useRef(false);

  const leave = (byKey: boolean) => {
    left.current = true;
    onDone(byKey);
  };
  const save = (byKey: boolean) => {
    if (left.current) return;
    const wanted = text.trim();
    if (wanted !== '' && wanted !== title) store.commit([{ type: 'board.rename', title: wanted }]);
    clear();
    leave(byKey);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') save(true);
    // What was typed stays a draft: opening the field again brings it back.
    if (event.key === 'Escape') leave(true);
  };

  return (
    <>
      <h1 className="sr-only">{title}</h1>
      <input
        className={styles['field']}
        aria-label={t`Board title`}
        value={text}
        maxLength={LIMITS.name}
        autoComplete="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- The field replaces the button that was just pressed.
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => save(false)}
        onKeyDown={onKeyDown}
      />
    </>
  );
}
