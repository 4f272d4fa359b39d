import { Switch } from '@mantine/core';
import { useId } from 'react';
import type { ParamSpec, ParamValue } from '../../../core/params';
import classes from '../controls.module.css';
import { useWords, type WordSection } from '../words';
import { ChoiceField, isSegmented } from './ChoiceField';
import { choicesOf, factsOf, showValue } from './describe';
import { FieldLabel } from './FieldLabel';
import { NumberField } from './NumberField';

export interface ParamFieldProps {
  name: string;
  spec: ParamSpec;
  value: ParamValue;
  /** The value that runs, where the draft differs from it; else undefined. */
  running?: ParamValue | undefined;
  /** Under a player's heading the short label is enough. */
  short?: boolean;
  /** Where its words lie. */
  section: WordSection;
  onChange(value: ParamValue): void;
}

/** The control of one declared parameter: its kind decides how it looks, its words lie under `<section>.<name>`. */
export function ParamField(props: ParamFieldProps) {
  const { name, spec, running, short, section } = props;
  const key = `${section}.${name}`;
  const { words, language } = useWords();
  const id = useId();
  const full = words(`${key}.label`, {}, name);
  const label = short ? words(`${key}.short`, {}, full) : full;
  const labelId = `${id}-label`;
  // A player's half column is too narrow for options side by side.
  const segmented = spec.kind === 'choice' && !short && isSegmented(choicesOf(key, spec.options, words));
  return (
    <div className={classes.field} data-param={name}>
      <FieldLabel
        {...(segmented ? { labelId } : { htmlFor: id })}
        label={label}
        help={words(`${key}.help`, {}, full)}
        facts={factsOf(key, spec, words, language)}
        live={spec.live ?? false}
        running={running === undefined ? null : showValue(key, spec, running, words)}
      />
      <Control {...props} wordKey={key} segmented={segmented} id={id} labelId={labelId} label={full} />
    </div>
  );
}

function Control({
  wordKey,
  segmented,
  spec,
  value,
  onChange,
  id,
  labelId,
  label,
}: ParamFieldProps & { wordKey: string; segmented: boolean; id: string; labelId: string; label: string }) {
  const { words } = useWords();
  switch (spec.kind) {
    case 'int':
    case 'float':
      return <NumberField id={id} label={label} spec={spec} value={Number(value)} onChange={onChange} />;
    case 'choice':
      return (
        <ChoiceField
          id={id}
          labelId={labelId}
          value={String(value)}
          choices={choicesOf(wordKey, spec.options, words)}
          segmented={segmented}
          onChange={onChange}
        />
      );
    case 'flag':
      return (
        <Switch
          id={id}
          size="sm"
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    // Networks and opaque text have controls of their own.
    default:
      return null;
  }
}
