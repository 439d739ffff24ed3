import { formatNumber, t } from '@talkan/words/words';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { problemOf } from '../problem';
import { Button } from '../ui/button';
import { useDraft } from '../ui/drafts';
import { Field } from '../ui/field';
import { showToast } from '../ui/toast';
import { readNumber } from './settings-words';
import styles from './settings.module.css';
import type { Limits } from './use-settings';

const GROUPS = [
  { title: t`Questions to the model in a minute`, fields: ['personTurns', 'allTurns'] },
  { title: t`Tokens in 24 hours`, fields: ['personTokens', 'allTokens'] },
] as const;
type Name = (typeof GROUPS)[number]['fields'][number];

const LABELS: Readonly<Record<Name, string>> = {
  personTurns: t`One person`,
  allTurns: t`Everybody together`,
  personTokens: t`One person`,
  allTokens: t`Everybody together`,
};
const WRONG = t`Enter a whole number; 0 is no limit.`;

interface LimitsSectionProps {
  limits: Limits;
  onSave: (limits: Limits) => Promise<unknown>;
}

/** How much the model may be asked. */
export function LimitsSection({ limits, onSave }: LimitsSectionProps) {
  const titleId = useId();
  const texts = useTexts(limits);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // Undo is pressed on a later version of the settings.
  const saving = useRef(onSave);
  useEffect(() => {
    saving.current = onSave;
  });

  const save = async () => {
    const wanted = texts.read();
    setTried(true);
    if (busy || wanted === null) return;
    setBusy(true);
    setProblem(null);
    try {
      await onSave(wanted);
      texts.forget();
      setTried(false);
      showToast({ message: t`Limits saved.`, action: { label: t`Undo`, run: () => void putBack(limits) } });
    } catch (error) {
      setProblem(problemOf(error).message);
    }
    setBusy(false);
  };

  const putBack = async (before: Limits) => {
    try {
      await saving.current(before);
      showToast({ message: t`The limits are as before.` });
    } catch (error) {
      showToast({ message: t`Not undone: ${problemOf(error).message}`, tone: 'bad' });
    }
  };

  return (
    <section className={styles['section']} aria-labelledby={titleId}>
      <h2 id={titleId}>{t`Limits`}</h2>
      <p className={styles['lead']}>
        {t`Against a script that runs away, and a bill that surprises. What is done without asking the model never counts. 0 is no limit.`}
      </p>
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save();
        }}
      >
        {GROUPS.map(({ title, fields }) => (
          <fieldset key={title} className={styles['group']}>
            <legend>{title}</legend>
            <div className={styles['halves']}>
              {fields.map((name) => (
                <Field
                  key={name}
                  label={LABELS[name]}
                  name={name}
                  inputMode="numeric"
                  value={texts.of[name].value}
                  autoComplete="off"
                  error={tried && readNumber(texts.of[name].value) === null ? WRONG : null}
                  onChange={(event) => texts.of[name].set(event.target.value)}
                />
              ))}
            </div>
          </fieldset>
        ))}
        {problem !== null && (
          <p key={problem} className={styles['problem']} role="alert">
            {problem}
          </p>
        )}
        <div className={styles['actions']}>
          <span className={styles['space']} />
          {texts.isChanged && (
            <Button variant="ghost" onClick={texts.forget}>
              {t`Discard changes`}
            </Button>
          )}
          <Button type="submit" variant="primary" aria-disabled={busy}>
            {busy ? t`Saving` : t`Save limits`}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** The limits as they are being typed, kept as drafts. */
function useTexts(limits: Limits) {
  const of = {
    personTurns: useText('personTurns', limits),
    allTurns: useText('allTurns', limits),
    personTokens: useText('personTokens', limits),
    allTokens: useText('allTokens', limits),
  };
  const all = Object.values(of);
  return {
    of,
    isChanged: all.some(({ isChanged }) => isChanged),
    /** `null`: one of them is no number. */
    read(): Limits | null {
      const personTurns = readNumber(of.personTurns.value);
      const allTurns = readNumber(of.allTurns.value);
      const personTokens = readNumber(of.personTokens.value);
      const allTokens = readNumber(of.allTokens.value);
      if (personTurns === null || allTurns === null || personTokens === null || allTokens === null) return null;
      return { personTurns, allTurns, personTokens, allTokens };
    },
    forget: () => all.forEach(({ clear }) => clear()),
  };
}

function useText(name: Name, limits: Limits) {
  const initial = formatNumber(limits[name]);
  const [value, set, clear] = useDraft(`assistant-limit:${name}`, initial);
  return { value, set, clear, isChanged: value !== initial };
}
