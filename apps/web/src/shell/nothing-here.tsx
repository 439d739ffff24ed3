import { t } from '@talkan/words/words';
import { useLocation } from 'wouter';
import { Place } from './place';

export function NothingHere({ home }: { home: string }) {
  const [, go] = useLocation();
  return (
    <Place title={t`There is nothing at this address`} action={{ label: t`Go to the board`, run: () => go(home) }}>
      {t`The link may be old, or a letter of it got lost.`}
    </Place>
  );
}
