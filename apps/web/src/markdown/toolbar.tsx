import { t } from '@talkan/words/words';
import { Bold, Code, Italic, Link as LinkIcon, List } from 'lucide-react';
import type { RefObject } from 'react';
import { IconButton } from '../ui/button';
import { applyEdit, typedIn } from './apply-edit';
import { link, list, wrap, type Edit, type Typed } from './edits';
import styles from './markdown-field.module.css';

interface Tool {
  readonly label: string;
  readonly Icon: typeof Bold;
  readonly edit: (typed: Typed) => Edit;
}

const TOOLS: readonly Tool[] = [
  { label: t`Bold`, Icon: Bold, edit: (typed) => wrap(typed, '**') },
  { label: t`Italic`, Icon: Italic, edit: (typed) => wrap(typed, '*') },
  { label: t`Code`, Icon: Code, edit: (typed) => wrap(typed, '`') },
  { label: t`Link`, Icon: LinkIcon, edit: link },
  { label: t`List`, Icon: List, edit: list },
];

/** What the keys do as well, for who does not know them. */
export function Toolbar({ field, onDone }: { field: RefObject<HTMLTextAreaElement | null>; onDone?: () => void }) {
  return (
    <fieldset className={styles['tools']} aria-label={t`Format`}>
      {TOOLS.map(({ label, Icon, edit }) => (
        <IconButton
          key={label}
          label={label}
          // The selection stays in the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => field.current && applyEdit(field.current, edit(typedIn(field.current)))}
        >
          <Icon size={15} aria-hidden="true" />
        </IconButton>
      ))}
      {onDone && (
        <button
          type="button"
          className={styles['leave']}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onDone}
        >
          {t`Done`}
        </button>
      )}
    </fieldset>
  );
}

/** The edit that a key stands for. */
export function editFor(event: { readonly code: string; readonly shiftKey: boolean }, typed: Typed): Edit | null {
  if (event.shiftKey) return event.code === 'Digit8' ? list(typed) : null;
  if (event.code === 'KeyB') return wrap(typed, '**');
  if (event.code === 'KeyI') return wrap(typed, '*');
  if (event.code === 'KeyK') return link(typed);
  return null;
}
