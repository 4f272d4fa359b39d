import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../core/catalog';
import type { RunConfig } from '../../core/run';
import { TrainingClient } from '../../worker/client';
import { Legend } from '../stage/Legend';
import { computedOf } from '../stage/layers';
import { appStore, measuring, useApp } from '../store';
import { ContenderCard } from './ContenderCard';
import { DuelChart } from './DuelChart';
import { DuelPictures } from './DuelPictures';
import { DuelTable } from './DuelTable';
import { DuelTransport } from './DuelTransport';
import { differing } from './differences';
import { Duel, MOST_CONTENDERS } from './duel';
import { useEach } from './useEach';
import { VaryMenu } from './VaryMenu';
import './duel.css';

interface DuelViewProps {
  catalog: Catalog;
  /** What the contenders begin with. */
  configs: readonly RunConfig[];
}

/** Two to four runs side by side, from one seed and on the same data. */
export default function DuelView({ catalog, configs }: DuelViewProps) {
  const { t } = useTranslation();
  const duel = useDuel(catalog, configs);
  const ids = useEach(duel, ({ id }) => id);
  const own = useEach(duel, ({ config }) => config);
  const cards = useRef<HTMLDivElement>(null);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const system = catalog.systems.find(({ id }) => id === configs[0]?.system);
  const kind = catalog.datasets.find(({ id }) => id === configs[0]?.dataset)?.kind;
  if (!system || !kind) return null;
  const differs = differing(system, own);
  const varied = [...new Set([...differs, ...picked])];
  return (
    <div className="duel">
      <main id="stage" className="duel-main" tabIndex={-1} aria-label={t('duel.title')}>
        <h2 className="for-readers">{t('duel.title')}</h2>
        <div className="duel-head">
          <DuelTransport duel={duel} />
          <Legend kind={kind} />
        </div>
        <div className="duel-cards" ref={cards} data-count={ids.length}>
          {ids.map((id, place) => (
            <ContenderCard key={id} duel={duel} place={place} system={system} varied={varied} differs={differs} />
          ))}
        </div>
        <div className="duel-foot">
          <VaryMenu
            system={system}
            config={own[0] ?? (configs[0] as RunConfig)}
            varied={varied}
            onPick={(name) => setPicked([...picked, name])}
          />
          <Button
            size="compact-sm"
            variant="default"
            disabled={ids.length >= MOST_CONTENDERS}
            onClick={() => void duel.add()}
          >
            {t('duel.add')}
          </Button>
          <DuelPictures duel={duel} area={cards} />
          <span className="quiet">{t('duel.fair')}</span>
        </div>
      </main>
      <aside className="duel-side" aria-label={t('duel.compared')}>
        <h2 className="for-readers">{t('duel.compared')}</h2>
        <DuelChart duel={duel} />
        <DuelTable duel={duel} />
      </aside>
    </div>
  );
}

/** The duel of this view: it plays at once, follows the layers that are shown, and ends with the view. */
function useDuel(catalog: Catalog, configs: readonly RunConfig[]): Duel {
  const [duel] = useState(() => {
    const kind = catalog.datasets.find(({ id }) => id === configs[0]?.dataset)?.kind ?? '2d';
    const setup = {
      catalog,
      makeClient: (...given: ConstructorParameters<typeof TrainingClient>) => new TrainingClient(...given),
      measure: (snapshot: Uint8Array) => measuring.measure(snapshot),
      layers: computedOf(kind, appStore.getState().layers[kind]),
      cores: navigator.hardwareConcurrency || 2,
    };
    return new Duel(setup, configs);
  });
  const layers = useApp((app) => app.layers);
  useEffect(() => {
    const kind = catalog.datasets.find(({ id }) => id === configs[0]?.dataset)?.kind ?? '2d';
    duel.showLayers(computedOf(kind, layers[kind]));
  }, [duel, layers, catalog, configs]);
  useEffect(() => {
    duel.play();
    return () => duel.close();
  }, [duel]);
  return duel;
}
