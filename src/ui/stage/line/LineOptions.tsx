import { Slider } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApp } from '../../store';
import { bandOf } from './figures';
import { Inspector } from './Inspector';
import { firstHand, type LineSettings } from './useLineView';

/** What can be set of the 1-D stage: the tolerance, the machine by hand; and the inspector's place. */
export function LineOptions({ settings }: { settings: LineSettings }) {
  const shown = useApp((app) => app.layers['1d']);
  return (
    <>
      {shown.includes('tolerance') && <Tolerance settings={settings} />}
      {shown.includes('hand') && <Knobs settings={settings} />}
      <Inspector onAsk={settings.setAsked} />
    </>
  );
}

function Tolerance({ settings: { deviations, setDeviations } }: { settings: LineSettings }) {
  const { t } = useTranslation();
  const band = useApp(({ stage, run }) =>
    stage?.kind === '1d'
      ? `${bandOf(stage.real, deviations)
          .map((x) => x.toFixed(2))
          .join(' – ')} ${run?.data.unit ?? ''}`
      : '—',
  );
  return (
    <Knob name={t('stage.toleranceKnob')} value={deviations} range={[0.5, 5]} onChange={setDeviations} text={band} />
  );
}

function Knobs({ settings: { hand, setHand } }: { settings: LineSettings }) {
  const { t } = useTranslation();
  const data = useApp((app) => app.run?.data ?? null);
  if (!data) return null;
  const range = data.range[0] as readonly [number, number];
  const machine = hand ?? firstHand(range);
  const width = range[1] - range[0];
  const text = (value: number) => `${value.toFixed(2)} ${data.unit ?? ''}`;
  return (
    <>
      <Knob
        name={t('stage.handMean')}
        value={machine.mean}
        range={range}
        onChange={(mean) => setHand({ ...machine, mean })}
        text={text(machine.mean)}
      />
      <Knob
        name={t('stage.handSd')}
        value={machine.sd}
        range={[width / 500, width / 5]}
        onChange={(sd) => setHand({ ...machine, sd })}
        text={text(machine.sd)}
      />
    </>
  );
}

interface KnobProps {
  name: string;
  value: number;
  range: readonly [number, number];
  onChange(value: number): void;
  /** The value as it is shown and said. */
  text: string;
}

function Knob({ name, value, range: [min, max], onChange, text }: KnobProps) {
  return (
    <div className="stage-option tabular">
      <span aria-hidden>{name}</span>
      <Slider
        size="sm"
        min={min}
        max={max}
        step={(max - min) / 450}
        label={null}
        value={value}
        onChange={onChange}
        thumbLabel={name}
        thumbProps={{ 'aria-valuetext': text }}
      />
      <b>{text}</b>
    </div>
  );
}
