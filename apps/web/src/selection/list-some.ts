import { formatNumber, listOf, t } from '@talkan/words/words';

/** `RM-3, RM-4 and 2 more`: the first of many names, and how many more there are. */
export function listSome(names: readonly string[], most: number): string {
  const rest = names.length - most;
  return listOf(rest <= 0 ? names : [...names.slice(0, most), t`${formatNumber(rest)} more`]);
}
