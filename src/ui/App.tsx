import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar } from './bar/Bar';
import { PendingStrip } from './bar/PendingStrip';
import { ProblemStrip } from './bar/ProblemStrip';
import { useShortcuts } from './bar/shortcuts';
import { Transport } from './bar/Transport';
import { WarmUp } from './bar/WarmUp';
import ExperimentPanel from './controls/ExperimentPanel';
import DropAnywhere from './data/DropAnywhere';
import MeasurementsPanel from './quality/MeasurementsPanel';
import { Region } from './Region';
import StagePanel from './stage/StagePanel';
import { useApp } from './store';
import { theme } from './theme';

const DuelView = lazy(() => import('./duel/DuelView'));

const WIDE = '(min-width: 75em)';
const PHONE = '(max-width: 43.99em)';
const SIDES = ['experiment', 'measurements'] as const;
type Side = (typeof SIDES)[number];

/** The whole page: one bar over three columns; on narrow screens the stage, with the other two as tabs. */
export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <Notifications position="bottom-right" />
      <Page />
    </MantineProvider>
  );
}

function Page() {
  const { t } = useTranslation();
  const phone = useMediaQuery(PHONE, window.matchMedia(PHONE).matches);
  const duel = useApp((app) => app.duel);
  const catalog = useApp((app) => app.catalog);
  useShortcuts();
  return (
    <div className="page">
      <a className="skip-link" href="#stage">
        {t('app.skip')}
      </a>
      <Bar withTransport={!phone} />
      {duel && catalog ? (
        <Region name="stage">
          <Suspense fallback={null}>
            <DuelView catalog={catalog} configs={duel} />
          </Suspense>
        </Region>
      ) : (
        <Columns />
      )}
      <DropAnywhere />
      {phone && !duel && (
        <nav className="thumb-bar" aria-label={t('bar.transport')}>
          <Transport large />
        </nav>
      )}
    </div>
  );
}

function Columns() {
  const { t } = useTranslation();
  const wide = useMediaQuery(WIDE, window.matchMedia(WIDE).matches);
  const [side, setSide] = useState<Side>('experiment');
  const hidden = (which: Side): boolean => !wide && which !== side;
  return (
    <div className="columns">
      <main id="stage" className="column stage-column" tabIndex={-1} aria-label={t('app.stage')}>
        <WarmUp />
        <h2 className="for-readers">{t('app.stage')}</h2>
        <Region name="stage">
          <StagePanel />
        </Region>
      </main>
      <div className="strips">
        <ProblemStrip />
        <PendingStrip />
      </div>
      {!wide && <SideTabs side={side} onChange={setSide} />}
      <aside className="column experiment-column" aria-label={t('app.experiment')} hidden={hidden('experiment')}>
        <h2 className="for-readers">{t('app.experiment')}</h2>
        <Region name="experiment">
          <ExperimentPanel />
        </Region>
      </aside>
      <aside className="column measurements-column" aria-label={t('app.measurements')} hidden={hidden('measurements')}>
        <h2 className="for-readers">{t('app.measurements')}</h2>
        <Region name="measurements">
          <MeasurementsPanel />
        </Region>
      </aside>
    </div>
  );
}

/** Chooses which side column a narrow screen shows under the stage. */
function SideTabs({ side, onChange }: { side: Side; onChange(side: Side): void }) {
  const { t } = useTranslation();
  return (
    <nav className="side-tabs" aria-label={t('app.parts')}>
      {SIDES.map((name) => (
        <button key={name} type="button" aria-pressed={name === side} onClick={() => onChange(name)}>
          {t(`app.${name}`)}
        </button>
      ))}
    </nav>
  );
}
