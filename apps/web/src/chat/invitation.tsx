import { atLeast } from '@talkan/board/roles';
import { language } from '@talkan/words/language';
import { t } from '@talkan/words/words';
import { BrandMark } from '../ui/brand-mark';
import { useBoardState } from '../sync/use-board-store';
import styles from './chat-panel.module.css';
import { suggestionsFor } from './suggestions';

/** What stands where no conversation is yet: what the assistant is for, with sentences of this very board to start from. */
export function Invitation({ ready, onSuggest }: { ready: boolean; onSuggest: (text: string) => void }) {
  const { board, role } = useBoardState();
  const mayEdit = atLeast(role, 'editor');
  return (
    <div className={styles['invitation']}>
      <BrandMark size={34} className={styles['mark']} />
      <p className={styles['lead']}>{t`Talk to your board`}</p>
      <p>
        {mayEdit
          ? t`Ask what is going on, or say what should change. You see each change here and can undo it.`
          : t`Ask what is going on. Changes are for editors of this board.`}
      </p>
      {!ready && language().code !== 'en' && (
        <p>{t`Without a model, what is to change is said in English, as here:`}</p>
      )}
      <ul className={styles['suggestions']}>
        {suggestionsFor(board, { mayEdit, ready }).map((suggestion) => (
          <li key={suggestion}>
            <button type="button" onClick={() => onSuggest(suggestion)}>
              {suggestion}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
