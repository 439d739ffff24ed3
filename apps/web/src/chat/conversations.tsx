import { t } from '@talkan/words/words';
import { MessageSquarePlus } from 'lucide-react';
import type { RefObject } from 'react';
import { problemOf } from '../problem';
import { announce } from '../ui/announce';
import { Button } from '../ui/button';
import { showToast } from '../ui/toast';
import { ConversationRow } from './conversation-row';
import styles from './conversations.module.css';
import { ModeChoice } from './mode-choice';
import type { Talk } from './talk';
import type { TalkState } from './talk-state';

interface ConversationsProps {
  id: string;
  ref: RefObject<HTMLElement | null>;
  state: TalkState;
  talk: Talk;
  mayEdit: boolean;
  /** It has done what it was opened for. */
  onClose: () => void;
}

/** Under the head of the panel: how changes are made, and the conversations about this board. */
export function Conversations({ id, ref, state, talk, mayEdit, onClose }: ConversationsProps) {
  const { conversations, id: openId, asksFirst } = state;
  const attempt = (work: Promise<void>, failed: string) => {
    work.catch((error: unknown) => showToast({ message: `${failed}: ${problemOf(error).message}`, tone: 'bad' }));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes it, wherever the focus is in it.
    <section
      ref={ref}
      id={id}
      className={styles['drawer']}
      aria-label={t`Conversations`}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      {mayEdit && <ModeChoice asksFirst={asksFirst} onChoose={(first) => attempt(talk.setMode(first), t`Not kept`)} />}
      <Button
        className={styles['new']}
        onClick={() => {
          talk.begin();
          onClose();
        }}
      >
        <MessageSquarePlus size={16} aria-hidden="true" />
        {t`New conversation`}
      </Button>
      {conversations.length === 0 ? (
        <p className={styles['none']}>{t`No conversation about this board is kept yet.`}</p>
      ) : (
        <ul className={styles['list']}>
          {conversations.map((line) => (
            <ConversationRow
              key={line.id}
              line={line}
              isOpen={line.id === openId}
              onOpen={() => {
                if (line.id !== openId) void talk.open(line.id);
                onClose();
              }}
              onRename={(title) => attempt(talk.rename(line.id, title), t`Not renamed`)}
              onDelete={() => {
                const said = t`“${line.title}” is deleted.`;
                attempt(
                  talk.remove(line.id).then(() => announce(said)),
                  t`Not deleted`,
                );
                ref.current?.focus();
              }}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
