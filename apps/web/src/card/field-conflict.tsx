import { LIMITS } from '@talkan/board/limits';
import type { Card } from '@talkan/board/model';
import { utf8Size } from '@talkan/board/text';
import { t } from '@talkan/words/words';
import { TwoTexts } from '../conflicts/two-texts';
import { Button } from '../ui/button';
import { bothLines, bothTexts } from './both-texts';
import styles from './card-sheet.module.css';
import type { CardField } from './field-draft';
import type { TextFieldState } from './use-text-field';

interface FieldConflictProps {
  readonly card: Card;
  readonly what: CardField;
  readonly field: TextFieldState;
  /** The choice is gone once it was made: the focus goes on in the field. */
  readonly onChosen: () => void;
}

/** Both texts, and the choice between them. Neither is lost before it is made. */
export function FieldConflict({ card, what, field, onChosen }: FieldConflictProps) {
  const choose = (choice: () => void) => () => {
    onChosen();
    choice();
  };
  const theirs = card[what];
  const both = what === 'title' ? bothLines(theirs, field.text.trim()) : bothTexts(theirs, field.text);
  const fits = what === 'title' ? both.length <= LIMITS.title : utf8Size(both) <= LIMITS.detailsBytes;
  return (
    <div className={styles['conflict']} role="alert">
      <p>
        {what === 'title'
          ? t`The title was changed while you typed. Yours is not saved.`
          : t`The details were changed while you typed. Yours is not saved.`}
      </p>
      <TwoTexts clash={{ cardId: card.id, field: what, mine: field.text, theirs }} />
      <div className={styles['choice']}>
        <Button variant="primary" onClick={choose(field.keepMine)}>
          {t`Keep mine`}
        </Button>
        <Button onClick={choose(field.takeTheirs)}>{t`Take theirs`}</Button>
        {fits && <Button onClick={choose(() => field.editTogether(both))}>{t`Edit together`}</Button>}
      </div>
    </div>
  );
}
