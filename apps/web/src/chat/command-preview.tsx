import type { Talk, Understanding } from '@talkan/board/command/command';
import { needsYes } from '@talkan/board/needs-yes';
import { t } from '@talkan/words/words';
import { useEffect } from 'react';
import { showPending } from '../board/ghost';
import { sayChange } from '../command/do-change';
import { useTyped } from '../command/use-typed';
import { useBoardState } from '../sync/use-board-store';
import { useAfterFrame } from '../ui/use-after-frame';
import styles from './offer.module.css';

interface CommandPreviewProps {
  text: string;
  actorId: string;
  talk: Talk;
  /** Whether a model answers what is not certain. */
  ready: boolean;
  hint: string | null;
  /** Whether any change waits for a yes. */
  waits: boolean;
}

/** Under the field: what would happen if it were sent as it stands, and what is understood here at all where no model is set up. */
export function CommandPreview({ text, actorId, talk, ready, hint, waits }: CommandPreviewProps) {
  const state = useBoardState();
  const typed = useTyped(useAfterFrame(text), state, { actorId, talk });
  // Where a model answers the rest, nothing is to be promised for it.
  const understood = typed && (!ready || typed.isCertain) ? typed.understood : null;
  const told =
    typed?.hurdle && !ready ? { lead: t`Not read yet:`, text: typed.hurdle } : understood && tell(understood, waits);
  useEffect(
    () => (understood?.kind === 'change' ? showPending(understood.operations, { voice: 'typed' }) : undefined),
    [understood],
  );
  return (
    <>
      <output className={told ? styles['preview'] : 'sr-only'}>
        {told && (
          <>
            <b>{told.lead}</b> {told.text}
          </>
        )}
      </output>
      {!told && !ready && (
        <details className={styles['plain']} data-beside>
          <summary>{t`Plain commands and questions are understood here. A model understands more.`}</summary>
          <p>{hint ?? t`Whoever runs this server can name one in its settings.`}</p>
        </details>
      )}
    </>
  );
}

interface Told {
  readonly lead: string;
  readonly text: string;
}

/** What is not finished is refused nearly always: nothing is said of that while somebody types. */
function tell(understood: Understanding, waits: boolean): Told | null {
  switch (understood.kind) {
    case 'change':
      return {
        lead:
          waits || needsYes(understood.operations) !== null ? t`When sent, this waits for your yes:` : t`When sent:`,
        text: sayChange(understood),
      };
    case 'undo':
    case 'redo':
    case 'filter':
      return { lead: t`When sent:`, text: understood.sentence };
    case 'ask':
      return {
        lead: understood.question,
        text: understood.asked.choices.map(({ label }) => label).join(' · '),
      };
    // What the archive and the log know, this page does not: the answer is the server's.
    case 'answer':
      return { lead: t`When sent:`, text: t`This is answered from the board.` };
    case 'refused':
      return null;
  }
}
