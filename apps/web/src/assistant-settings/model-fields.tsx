import { t } from '@talkan/words/words';
import { Field, PasswordField } from '../ui/field';
import { ENDPOINTS, exampleModel, isSameEndpoint } from './endpoints';
import { LEAST_TOKENS, sayAddress } from './settings-words';
import styles from './settings.module.css';
import type { ModelForm } from './use-model-form';

/** What a model is put together from. */
export function ModelFields({ form, showsProblems }: { form: ModelForm; showsProblems: boolean }) {
  const { baseUrl, model, contextTokens, key, problems } = form;
  const wrong = showsProblems ? problems : null;
  return (
    <>
      <fieldset className={styles['group']}>
        <legend>{t`Fill in the address of`}</legend>
        <div className={styles['choices']}>
          {ENDPOINTS.map((endpoint) => (
            <button
              key={endpoint.name}
              type="button"
              aria-pressed={isSameEndpoint(endpoint.baseUrl, baseUrl.value)}
              onClick={() => baseUrl.set(endpoint.baseUrl)}
            >
              {endpoint.name}
            </button>
          ))}
        </div>
      </fieldset>
      <Field
        label={t`Endpoint`}
        name="baseUrl"
        type="url"
        value={baseUrl.value}
        placeholder={ENDPOINTS[0].baseUrl}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        hint={sayAddress(baseUrl.value)}
        error={wrong?.baseUrl}
        onChange={(event) => baseUrl.set(event.target.value)}
      />
      <div className={styles['pair']}>
        <Field
          label={t`Model`}
          name="model"
          value={model.value}
          placeholder={exampleModel(baseUrl.value)}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          hint={t`As the endpoint calls it.`}
          error={wrong?.model}
          onChange={(event) => model.set(event.target.value)}
        />
        <Field
          label={t`Context window, in tokens`}
          name="contextTokens"
          inputMode="numeric"
          value={contextTokens.value}
          placeholder="4096"
          autoComplete="off"
          hint={t`From ${LEAST_TOKENS}, which is what an empty field stands for.`}
          error={wrong?.contextTokens}
          onChange={(event) => contextTokens.set(event.target.value)}
        />
      </div>
      <PasswordField
        label={t`Key`}
        name="key"
        value={key.value}
        maxLength={500}
        autoComplete="new-password"
        hint={key.hint}
        onChange={(event) => key.set(event.target.value)}
      />
      {key.drop && (
        <button type="button" className={styles['drop']} onClick={key.drop}>
          {t`Ask without a key`}
        </button>
      )}
    </>
  );
}
