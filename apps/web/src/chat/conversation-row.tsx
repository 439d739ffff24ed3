import { plural, t } from '@talkan/words/words';
import { Pencil, Trash2 } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { Button, IconButton } from '../ui/button';
import { useDraft } from '../ui/drafts';
import { RenameField } from '../ui/rename-field';
import { sayWhen } from '../ui/when';
import type { ConversationLine } from './contract';
import styles from './conversations.module.css';
import { conversationNameDraftKey } from './names';

interface ConversationRowProps {
  line: ConversationLine;
  isOpen: boolean;
  onOpen: () => void;
  onRename: (title: string) => void;
  onDelete: () => void;
}

/** A conversation in the list: to be opened, named otherwise, or deleted. */
export function ConversationRow({ line, isOpen, onOpen, onRename, onDelete }: ConversationRowProps) {
  const { title, at, turns } = line;
  const [doing, setDoing] = useState<'rename' | 'delete' | null>(null);
  const [name, setName, clearName] = useDraft(conversationNameDraftKey(line.id), title);
  const row = useRef<HTMLLIElement>(null);
  const backTo = (way: 'rename' | 'delete') => {
    setDoing(null);
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>(`[data-way="${way}"]`)?.focus());
  };
  return (
    <li ref={row}>
      {doing === 'delete' && <DeleteQuestion title={title} onDelete={onDelete} onKeep={() => backTo('delete')} />}
      {doing === 'rename' && (
        <RenameField
          name={title}
          text={name}
          className={styles['name']}
          onText={setName}
          onName={onRename}
          onClose={(keep) => {
            if (keep) clearName();
            backTo('rename');
          }}
        />
      )}
      {doing === null && (
        <button type="button" className={styles['open']} aria-current={isOpen || undefined} onClick={onOpen}>
          <b dir="auto">{title}</b>
          <span>
            {sayWhen(at)} · {plural(turns, { one: '# question', other: '# questions' })}
          </span>
        </button>
      )}
      {doing !== 'delete' && (
        <>
          <IconButton label={t`Rename ${title}`} data-way="rename" onClick={() => setDoing('rename')}>
            <Pencil size={14} aria-hidden="true" />
          </IconButton>
          <IconButton label={t`Delete ${title}`} data-way="delete" onClick={() => setDoing('delete')}>
            <Trash2 size={14} aria-hidden="true" />
          </IconButton>
        </>
      )}
    </li>
  );
}

function DeleteQuestion({ title, onDelete, onKeep }: { title: string; onDelete: () => void; onKeep: () => void }) {
  const id = useId();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div className={styles['question']}>
      <p id={id}>{t`Delete “${title}” for good? What it changed on the board stays.`}</p>
      <Button variant="danger" aria-describedby={id} onClick={onDelete}>
        {t`Delete`}
      </Button>
      <Button ref={keep} variant="ghost" onClick={onKeep}>
        {t`Keep it`}
      </Button>
    </div>
  );
}
