import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { IconDice5 } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedRun } from '../../worker/protocol';
import { PictureGrid } from '../pictures/PictureGrid';
import { useApp } from '../store';
import { Slots } from './Slots';
import { type Picks, toggled } from './slots';
import { TOOLS, type ToolName, toolsFor } from './tools';
import { usePictures } from './usePictures';
import { average, randomLatents, withClass } from './vectors';
import './latent.css';

const SAMPLES = 24;
/** The first samples stand in the slots, so that every tool shows something at once. */
const FIRST_PICKS: Picks = { A: [0], B: [1], C: [2] };

/** The noise behind the pictures: pick samples, walk between them, calculate with them, turn what the generator turns. */
export default function LatentPanel() {
  const run = useApp((app) => app.run);
  if (!run || run.latentSize === 0) return null;
  return <Bench key={`${run.latentSize} ${run.data.shape} ${toolsFor(run)}`} run={run} />;
}

function Bench({ run }: { run: OpenedRun }) {
  const { t } = useTranslation();
  const tools = toolsFor(run);
  const [seed, setSeed] = useState(1);
  const [picks, setPicks] = useState(FIRST_PICKS);
  const [active, setActive] = useState<keyof Picks>('A');
  const [tool, setTool] = useState<ToolName>(tools[0] as ToolName);
  const [ofClass, setClass] = useState<number | null>(null);
  const samples = useMemo(() => {
    const drawn = randomLatents(seed, SAMPLES, run.latentSize, run.prior);
    return ofClass === null ? drawn : drawn.map((latent) => withClass(latent, ofClass, run.prior));
  }, [seed, run, ofClass]);
  const told = run.prior?.find(({ kind }) => kind === 'classes');
  const classes = told && (told.names ?? run.data.classes);
  const slots = useMemo(() => {
    const of = (name: keyof Picks) => average(picks[name].map((i) => samples[i] as Float32Array));
    return { A: of('A'), B: of('B'), C: of('C') };
  }, [picks, samples]);
  const made = usePictures(samples);
  const Tool = TOOLS[tool];
  return (
    <section className="latent" aria-label={t('latent.title')}>
      <div className="latent-head">
        <p className="quiet">{t('latent.pick')}</p>
        {classes && (
          <NativeSelect
            size="xs"
            aria-label={t('latent.ofClass')}
            value={String(ofClass ?? '')}
            onChange={({ currentTarget }) => setClass(currentTarget.value === '' ? null : Number(currentTarget.value))}
            data={[
              { value: '', label: t('latent.anyClass') },
              ...classes.map((name, i) => ({ value: String(i), label: name })),
            ]}
          />
        )}
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconDice5 size={14} aria-hidden />}
          onClick={() => setSeed(seed + 1)}
        >
          {t('latent.others')}
        </Button>
      </div>
      <div className="latent-top">
        <ul className="latent-samples" aria-label={t('latent.samples')}>
          {samples.map((_, i) => {
            const inSlots = (Object.keys(picks) as (keyof Picks)[]).filter((name) => picks[name].includes(i));
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: samples have no other name than their place
              <li key={i}>
                <button
                  type="button"
                  aria-pressed={picks[active].includes(i)}
                  aria-label={t('latent.sample', { number: i + 1, slots: inSlots.join(', ') || '—' })}
                  onClick={() => setPicks({ ...picks, [active]: toggled(picks[active], i) })}
                >
                  {made && <PictureGrid bytes={made.bytes} shape={run.data.shape} from={i} />}
                  <span aria-hidden>{inSlots.join('')}</span>
                </button>
              </li>
            );
          })}
        </ul>
        <Slots slots={slots} picks={picks} active={active} onActivate={setActive} shape={run.data.shape} />
      </div>
      <SegmentedControl
        size="xs"
        className="latent-tabs"
        aria-label={t('latent.toolChoice')}
        value={tool}
        onChange={(next) => setTool(next as ToolName)}
        data={tools.map((name) => ({ value: name, label: t(`latent.tools.${name}`) }))}
      />
      <Tool run={run} samples={samples} slots={slots} />
    </section>
  );
}
