import { expect, it } from 'vitest';
import { estimateTokens } from './tokens.js';

/** What the worst of seven tokenizers counted: o200k, cl100k, and those of Llama 2, Llama 3, Mistral, Qwen 3 and Gemma 3. */
const COUNTED = [
  [
    23,
    'Please check the invoices of next month, and make sure that all street names have been translated before Friday.',
  ],
  [
    39,
    'Die Abrechnung für den nächsten Monat muss noch überprüft werden, außerdem fehlen die Übersetzungen der Straßennamen.',
  ],
  [31, 'Veuillez vérifier les factures du mois prochain et vous assurer que tous les noms de rues ont été traduits.'],
  [44, 'Proszę sprawdzić rachunki na przyszły miesiąc i upewnić się, że wszystkie nazwy ulic zostały przetłumaczone.'],
  [40, 'Пожалуйста, проверьте счета за следующий месяц и убедитесь, что все названия улиц переведены.'],
  [90, 'Παρακαλώ ελέγξτε τους λογαριασμούς του επόμενου μήνα και βεβαιωθείτε ότι όλα είναι σωστά.'],
  [63, 'يرجى التحقق من فواتير الشهر المقبل والتأكد من ترجمة جميع أسماء الشوارع.'],
  [96, 'कृपया अगले महीने के बिल की जाँच करें और सुनिश्चित करें कि सभी सड़कों के नाम अनुवादित हैं।'],
  [49, '请检查下个月的账单,并确保所有街道名称都已翻译。我们需要在周五之前完成这项工作。'],
  [55, '来月の請求書を確認し、すべての通りの名前が翻訳されていることを確認してください。'],
  [61, '다음 달 청구서를 확인하고 모든 거리 이름이 번역되었는지 확인해 주세요.'],
  [34, '🎉🚀🔥👩‍💻🇩🇪✅❌'],
  [41, 'k12 RM-137 "Fix login on Safari 17" @ana #bug urgent due 2026-12-01 (overdue)'],
  [34, '7c9e6679-7425-40de-944b-e07fc1f90ae7'],
  [19, '{"type":"card.move","cardId":"k3","columnId":"c2"}'],
] as const;

it.each(COUNTED)(
  'a model has %i tokens for “%s”, and hardly more are ever needed than are estimated',
  (counted, text) => {
    const estimated = estimateTokens(text);
    expect(estimated).toBeGreaterThanOrEqual(counted * 0.95);
    expect(estimated).toBeLessThanOrEqual(counted * 1.8);
  },
);

it('texts that are put together have no more tokens than their parts', () => {
  const parts = COUNTED.map(([, text]) => `${text}\n`);
  const sum = parts.reduce((total, part) => total + estimateTokens(part), 0);
  expect(estimateTokens(parts.join(''))).toBeLessThanOrEqual(sum);
});
