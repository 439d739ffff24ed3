import { t } from '@talkan/words/words';
import { useId, useRef, useState, type FormEvent } from 'react';
import { problemOf } from '../problem';
import { Button } from '../ui/button';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { showToast } from '../ui/toast';
import { ModelFields } from './model-fields';
import { readNumber, sayFrom, sayModel } from './settings-words';
import styles from './settings.module.css';
import { TryResult } from './try-result';
import { useModelForm } from './use-model-form';
import type { AssistantSettings, Settings } from './use-settings';
import { useTry } from './use-try';

interface ModelSectionProps {
  settings: AssistantSettings;
  actions: Pick<Settings, 'saveModel' | 'reset'>;
}

/** Where the model is, what it is called, and with which key it is asked. */
export function ModelSection({ settings, actions }: ModelSectionProps) {
  const titleId = useId();
  const form = useModelForm(settings);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [resetting, setResetting] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const trying = useTry(form.identity);
  const { environment, model } = settings;

  /** Whether all can be sent; else the first field that cannot has the focus. */
  const isFit = (): boolean => {
    setTried(true);
    const wrong = Object.entries(form.problems).find(([, sentence]) => sentence !== null)?.[0];
    element.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
    return wrong === undefined;
  };
  const test = () => {
    if (trying.asking) trying.stop();
    else if (isFit()) void trying.start(form.wanted());
  };
  const save = async () => {
    if (busy || !isFit()) return;
    setBusy(true);
    setProblem(null);
    try {
      const saved = await actions.saveModel(form.wanted());
      form.forget();
      setTried(false);
      showToast({ message: t`Saved. From now on the assistant asks ${sayModel(nameOf(saved))}.` });
    } catch (error) {
      setProblem(problemOf(error).message);
    }
    setBusy(false);
  };

  return (
    <section className={styles['section']} aria-labelledby={titleId}>
      <h2 id={titleId}>{t`Language model`}</h2>
      <p className={styles['lead']}>{sayFrom(settings)}</p>
      {model.problem !== null && (
        <p className={styles['problem']} role="alert">
          {model.problem}
        </p>
      )}
      <form
        ref={element}
        className={styles['form']}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save();
        }}
      >
        <ModelFields form={form} showsProblems={tried} />
        {problem !== null && (
          <p key={problem} className={styles['problem']} role="alert">
            {problem}
          </p>
        )}
        <TryResult
          state={trying}
          contextTokens={readNumber(form.contextTokens.value)}
          onContextTokens={(tokens) => form.contextTokens.set(String(tokens))}
        />
        <div className={styles['actions']}>
          <Button onClick={test}>{trying.asking ? t`Stop` : t`Test`}</Button>
          {model.from === 'page' && (
            <Button variant="ghost" onClick={() => setResetting(true)}>
              {environment ? t`Use the environment’s` : t`Remove the model`}
            </Button>
          )}
          <span className={styles['space']} />
          {form.isChanged && (
            <Button variant="ghost" onClick={form.forget}>
              {t`Discard changes`}
            </Button>
          )}
          <Button type="submit" variant="primary" aria-disabled={busy}>
            {busy ? t`Saving` : t`Save`}
          </Button>
        </div>
      </form>
      {resetting && (
        <ConfirmDialog
          title={environment ? t`Use the environment’s model?` : t`Remove the model?`}
          label={environment ? t`Use the environment’s` : t`Remove`}
          run={async () => {
            await actions.reset();
            form.forget();
          }}
          onClose={() => setResetting(false)}
        >
          {environment
            ? t`The assistant then asks ${sayModel(environment)}. The key that is saved here is forgotten.`
            : t`The assistant then understands plain commands alone. The key that is saved here is forgotten.`}
        </ConfirmDialog>
      )}
    </section>
  );
}

function nameOf({ model }: AssistantSettings) {
  return { baseUrl: model.baseUrl ?? '', model: model.model ?? '' };
}
