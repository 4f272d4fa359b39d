import { Button, Checkbox, Group, NativeSelect, Slider } from '@mantine/core';
import { IconCamera, IconFileTypeCsv } from '@tabler/icons-react';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurveInfo } from '../../core/stage';
import { save } from '../bar/save';
import { appStore, useApp } from '../store';
import { Figure } from './Figure';
import { LastValues } from './LastValues';
import { saveChart } from './saveChart';
import { toCsv } from './series';
import { useCurveNames } from './useCurveNames';
import './charts.css';

/** Measurements of the run on one shared axis of iterations. */
export default function ChartsPanel() {
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  const [smoothing, setSmoothing] = useState(0.9);
  const [logGradient, setLogGradient] = useState(true);
  const [layersOf, setLayersOf] = useLayersOf();
  const names = useCurveNames();
  return (
    <section className="charts">
      <Group gap={12} className="charts-tools">
        <div className="charts-smoothing">
          <span id="smoothing-label">{t('charts.smoothing')}</span>
          <Slider
            size="sm"
            min={0}
            max={0.99}
            step={0.01}
            value={smoothing}
            onChange={setSmoothing}
            label={(value) => value.toFixed(2)}
            thumbProps={{ 'aria-labelledby': 'smoothing-label' }}
          />
        </div>
        <Checkbox
          size="xs"
          label={t('charts.logGradient')}
          checked={logGradient}
          onChange={(event) => setLogGradient(event.currentTarget.checked)}
        />
        <GradientChoice value={layersOf} onChange={setLayersOf} />
        <SaveButtons box={box} />
      </Group>
      <Figure box={box} smoothing={smoothing} logGradient={logGradient} layersOf={layersOf} names={names} />
      <LastValues names={names} layersOf={layersOf} />
    </section>
  );
}

/** Networks whose layers have curves. */
const networksOf = (curves: readonly CurveInfo[]): string[] => [
  ...new Set(curves.flatMap(({ layer }) => (layer ? [layer.network] : []))),
];

/** The network whose layers' gradients are shown; null where the run has none of that name, or the players' are. */
function useLayersOf() {
  const [chosen, choose] = useState<string | null>(null);
  const there = useApp((app) => chosen !== null && networksOf(app.run?.curves ?? []).includes(chosen));
  return [there ? chosen : null, choose] as const;
}

/** Whose gradient norms the chart shows. */
function GradientChoice({ value, onChange }: { value: string | null; onChange(network: string | null): void }) {
  const { t } = useTranslation();
  const curves = useApp((app) => app.run?.curves);
  const networks = networksOf(curves ?? []);
  // Always there and as wide, so that nothing moves when a run comes.
  return (
    <NativeSelect
      size="xs"
      w={205}
      disabled={networks.length === 0}
      aria-label={t('charts.gradientsOf')}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      data={[
        { value: '', label: t('charts.gradientsOfPlayers') },
        ...networks.map((network) => ({ value: network, label: t('charts.gradientsOfLayers', { network }) })),
      ]}
    />
  );
}

function SaveButtons({ box }: { box: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation();
  const empty = useApp((app) => app.curves.iterations.length === 0);
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconFileTypeCsv size={16} aria-hidden />}
        disabled={empty}
        onClick={saveCsv}
      >
        {t('charts.saveCsv')}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconCamera size={16} aria-hidden />}
        disabled={empty}
        onClick={() => box.current && void saveChart(box.current, 'minimax-curves')}
      >
        {t('charts.savePicture')}
      </Button>
    </>
  );
}

function saveCsv(): void {
  const { run, curves } = appStore.getState();
  if (!run) return;
  const ids = run.curves.map(({ id }) => id);
  save('minimax-curves.csv', 'text/csv', toCsv(ids, curves.iterations, curves.columns));
}
