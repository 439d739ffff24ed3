import { t } from '@talkan/words/words';
import { TriangleAlert } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { passwordDialogOpen } from '../auth/password-dialog-open';
import type { Session } from '../auth/use-session';
import { problemOf } from '../problem';
import { useStanding } from '../shell/page-stands';
import workspace from '../shell/workspace.module.css';
import { Button } from '../ui/button';
import { DataSection } from './data-section';
import { LimitsSection } from './limits-section';
import { ModelSection } from './model-section';
import { OwnersSection } from './owners-section';
import styles from './settings.module.css';
import { useSettings } from './use-settings';

/** Which model the assistant asks, how much, and what it is sent. */
export function AssistantSettingsPage({ session }: { session: Session }) {
  useStanding();
  useEffect(() => {
    document.title = t`Assistant settings · Talkan`;
  }, []);
  return (
    <main id="board" tabIndex={-1} className={workspace['area']}>
      <div className={styles['scroll']}>
        <div className={styles['page']}>
          <h1>{t`Assistant settings`}</h1>
          <Content session={session} />
        </div>
      </div>
    </main>
  );
}

function Content({ session }: { session: Session }) {
  if (!session.owner) {
    return (
      <Stop title={t`These settings are for owners of this Talkan`}>
        {t`Ask whoever set it up to choose the model that the assistant talks with.`}
      </Stop>
    );
  }
  if (session.demoPassword) {
    const change = () => passwordDialogOpen.set(true);
    return (
      <Stop title={t`Change your password first`} action={{ label: t`Change password`, run: change }}>
        {t`It is still the one of the documentation, which everybody can read. Then these settings are yours.`}
      </Stop>
    );
  }
  return <Sections session={session} />;
}

function Sections({ session }: { session: Session }) {
  const settings = useSettings();
  const { data, error, isFetching, refetch } = settings;
  if (data) {
    return (
      <>
        <ModelSection settings={data} actions={settings} />
        <LimitsSection limits={data.limits} onSave={settings.saveLimits} />
        <DataSection baseUrl={data.model.baseUrl} />
        <OwnersSection session={session} />
      </>
    );
  }
  if (!error) return <Waiting />;
  const retry = { label: t`Retry`, busy: isFetching, run: () => void refetch() };
  return (
    <Stop title={t`The settings could not be loaded`} action={retry}>
      {problemOf(error).message}
    </Stop>
  );
}

interface StopProps {
  title: string;
  action?: { readonly label: string; readonly busy?: boolean; readonly run: () => void };
  children: ReactNode;
}

/** A sentence in place of the settings. */
function Stop({ title, action, children }: StopProps) {
  return (
    <div className={styles['stop']} role="alert">
      <TriangleAlert size={22} aria-hidden="true" />
      <h2>{title}</h2>
      <p>{children}</p>
      {action && (
        <Button variant="primary" disabled={action.busy} onClick={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  );
}

/** The shape of what comes, shown once loading has taken 200 ms. */
function Waiting() {
  return (
    <output className={styles['waiting']}>
      <span className="sr-only">{t`Loading the settings`}</span>
      {[0, 1, 2, 3].map((row) => (
        <i key={row} aria-hidden="true" />
      ))}
    </output>
  );
}
