import { LIMITS } from '@talkan/board/limits';
import { t } from '@talkan/words/words';
import { useEffect, useRef } from 'react';
import { announce } from './announce';

interface RenameFieldProps {
  /** What it is called so far. */
  readonly name: string;
  readonly text: string;
  readonly className: string | undefined;
  readonly onText: (text: string) => void;
  /** Called before `onClose`, and only with another name than the one it has. */
  readonly onName: (name: string) => void;
  /** Once: `keep` is false where Escape gave it up. */
  readonly onClose: (keep: boolean) => void;
}

/** A name as a field, in the place where it stands. Enter and leaving it keep the name, Escape leaves it as it was. */
export function RenameField({ name, text, className, onText, onName, onClose }: RenameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => field.current?.select(), []);

  const close = (keep: boolean) => {
    // Closing takes the focus away, which would close it once more.
    if (done.current) return;
    done.current = true;
    const wanted = text.trim();
    if (keep && wanted !== '' && wanted !== name) {
      onName(wanted);
      announce(t`Renamed to “${wanted}”.`);
    }
    onClose(keep);
  };
  return (
    <input
      ref={field}
      className={className}
      value={text}
      maxLength={LIMITS.name}
      aria-label={t`New name for ${name}`}
      autoComplete="off"
      onChange={(event) => onText(event.target.value)}
      onBlur={() => close(true)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') close(true);
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close(false);
      }}
    />
  );
}
