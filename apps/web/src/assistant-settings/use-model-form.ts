import { useState } from 'react';
import { useDraft } from '../ui/drafts';
import { modelProblems, planKey, readNumber } from './settings-words';
import type { AssistantSettings, WantedModel } from './use-settings';

/** The model as somebody is putting it together. What is typed is kept as a draft; a key never is. */
export function useModelForm(settings: AssistantSettings) {
  const { model: set } = settings;
  const [baseUrl, setBaseUrl, clearBaseUrl] = useDraft('assistant-endpoint', set.baseUrl ?? '');
  const [model, setModel, clearModel] = useDraft('assistant-model', set.model ?? '');
  const tokens = set.contextTokens === null ? '' : String(set.contextTokens);
  const [contextTokens, setContextTokens, clearContextTokens] = useDraft('assistant-window', tokens);
  const [typed, setTyped] = useState('');
  const [drops, setDrops] = useState(false);
  const plan = planKey({ baseUrl, typed, drops }, settings);
  const isTyped = baseUrl !== (set.baseUrl ?? '') || model !== (set.model ?? '') || contextTokens !== tokens;

  return {
    baseUrl: { value: baseUrl, set: setBaseUrl },
    model: { value: model, set: setModel },
    contextTokens: { value: contextTokens, set: setContextTokens },
    key: { value: typed, set: setTyped, hint: plan.hint, drop: plan.mayDrop ? () => setDrops(true) : null },
    /** The same as long as the same would be asked, whatever it holds. */
    identity: JSON.stringify([baseUrl, model, plan.key]),
    isChanged: isTyped || typed !== '' || drops,
    problems: modelProblems({ baseUrl, model, contextTokens }),
    wanted: (): WantedModel => ({
      baseUrl,
      model,
      contextTokens: contextTokens.trim() === '' ? null : readNumber(contextTokens),
      key: plan.key,
    }),
    /** Back to what is saved. */
    forget: () => {
      clearBaseUrl();
      clearModel();
      clearContextTokens();
      setTyped('');
      setDrops(false);
    },
  };
}
export type ModelForm = ReturnType<typeof useModelForm>;
