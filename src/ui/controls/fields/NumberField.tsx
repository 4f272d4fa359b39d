import type { CSSProperties } from 'react';
import classes from '../controls.module.css';
import {
  formatLimit,
  formatValue,
  fromPosition,
  type NumberSpec,
  SLIDER_STEPS,
  sliderScale,
  toPosition,
} from '../numbers';
import { useWords } from '../words';
import { NumberText } from './NumberText';

interface NumberFieldProps {
  id: string;
  label: string;
  spec: NumberSpec;
  value: number;
  onChange(value: number): void;
}

/** A number with a value to type and, where it helps, a slider (logarithmic where the spec says so) with its limits. */
export function NumberField({ id, label, spec, value, onChange }: NumberFieldProps) {
  const { words, language } = useWords();
  const scale = sliderScale(spec);
  const position = scale ? toPosition(spec, value) : 0;
  return (
    <div className={classes.numberRow}>
      {scale && (
        <div className={classes.slider}>
          <span className={classes.limit}>{formatLimit(spec.min, language)}</span>
          <input
            type="range"
            min={0}
            max={SLIDER_STEPS}
            value={position}
            style={{ '--fill': `${(100 * position) / SLIDER_STEPS}%` } as CSSProperties}
            aria-label={words('controls.field.slider', { label })}
            aria-valuetext={formatValue(value)}
            onChange={(event) => onChange(fromPosition(spec, Number(event.currentTarget.value)))}
          />
          <span className={classes.limit}>{formatLimit(spec.max, language)}</span>
        </div>
      )}
      <NumberText id={id} spec={spec} value={value} onCommit={onChange} />
    </div>
  );
}
