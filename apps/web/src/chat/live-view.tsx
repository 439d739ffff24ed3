import { t } from '@talkan/words/words';
import { useEffect, useMemo } from 'react';
import { showPending } from '../board/ghost';
import { announce } from '../ui/announce';
import { classNames } from '../ui/class-names';
import { ChangeItems } from './change-items';
import type { LiveTurn } from './live-turn';
import { MessageText } from './message-text';
import messages from './message.module.css';
import { AskedText } from './question-view';
import styles from './live.module.css';
import { sayCount, sayPending } from './spoken-words';

interface LiveViewProps {
  live: LiveTurn;
  boardKey: string;
}

/** Long enough for the next change to come, where there is one. */
const QUIET_MS = 700;

/** A turn on its way: its words as they come, and what it prepares, which the board shows, too, whether the panel is open or not. */
export function LiveView({ live, boardKey }: LiveViewProps) {
  const { text, pasted, said, pending, readings } = live;
  const operations = useMemo(() => pending.map(({ operation }) => operation), [pending]);
  const items = useMemo(() => pending.map(({ item }) => item), [pending]);
  const reading = said === '' && pending.length === 0 ? readings.at(-1) : undefined;

  useEffect(() => (operations.length > 0 ? showPending(operations, { voice: 'assistant' }) : undefined), [operations]);
  useEffect(() => {
    if (items.length === 0) return;
    const timer = setTimeout(() => announce(sayPending(items)), QUIET_MS);
    return () => clearTimeout(timer);
  }, [items]);

  return (
    <>
      <div className={messages['question']}>
        <div className={classNames(messages['bubble'], messages['alone'])}>
          <AskedText question={text} pasted={pasted} boardKey={boardKey} />
        </div>
      </div>
      <div>
        {reading !== undefined && <p className={styles['reading']}>{reading}</p>}
        <div className={classNames(messages['text'], styles['said'])}>
          <MessageText text={said} boardKey={boardKey} />
        </div>
        {items.length > 0 && (
          <section className={styles['pending']} aria-label={t`Being prepared`}>
            <h3>
              {sayCount(items.length)} <span>{t`being prepared, nothing is done yet`}</span>
            </h3>
            <ChangeItems items={items} boardKey={boardKey} />
          </section>
        )}
      </div>
    </>
  );
}
