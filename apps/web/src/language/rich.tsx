import { arrange } from '@talkan/words/words';
import { Fragment, type ReactNode } from 'react';

/** A sentence with more than letters in it, in the order that the language wants: rich`Merge “${<bdi>{name}</bdi>}”`. */
export function rich(strings: TemplateStringsArray, ...values: readonly ReactNode[]): ReactNode {
  // The parts of a sentence stay where they are.
  // oxlint-disable-next-line react/no-array-index-key
  return arrange<ReactNode>(strings, values).map((part, at) => <Fragment key={at}>{part}</Fragment>);
}
