import { SegmentedControl, Select, Text } from '@mantine/core';
import classes from '../controls.module.css';
import { IN_PLACE } from './inPlace';

/** One value that a choice offers. */
export interface Choice {
  value: string;
  label: string;
  /** A sentence under it in the list. */
  hint?: string | undefined;
  disabled?: boolean;
}

interface ChoiceFieldProps {
  id: string;
  labelId: string;
  value: string;
  choices: readonly Choice[];
  /** Stand side by side, as {@link isSegmented} says. */
  segmented: boolean;
  onChange(value: string): void;
}

/** Up to this many characters in all, options stand side by side. */
const SEGMENT_LETTERS = 20;

/** Whether the options are few and short enough to stand side by side. */
export function isSegmented(choices: readonly Choice[]): boolean {
  const letters = choices.reduce((sum, { label }) => sum + label.length, 0);
  return choices.length <= 3 && letters <= SEGMENT_LETTERS && choices.every(({ hint }) => !hint);
}

/** One of a few values: side by side when short, else a list with a hint under each. */
export function ChoiceField({ id, labelId, value, choices, segmented, onChange }: ChoiceFieldProps) {
  if (segmented) {
    return (
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby={labelId}
        value={value}
        data={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
        onChange={onChange}
      />
    );
  }
  return <ListField id={id} value={value} data={choices} onChange={onChange} />;
}

interface ListFieldProps {
  id: string;
  value: string;
  data: readonly Choice[] | readonly { group: string; items: readonly Choice[] }[];
  onChange(value: string): void;
}

/** A list of choices, in groups if need be, each with its hint. */
export function ListField({ id, value, data, onChange }: ListFieldProps) {
  const all: readonly Choice[] = data.flatMap((entry) => ('items' in entry ? entry.items : [entry]));
  return (
    <Select
      id={id}
      size="xs"
      allowDeselect={false}
      withScrollArea={false}
      classNames={{ options: classes.options ?? '' }}
      comboboxProps={{ width: 'target', middlewares: { flip: true, shift: true }, ...IN_PLACE }}
      value={value}
      data={data.map((entry) => ('items' in entry ? { group: entry.group, items: [...entry.items] } : { ...entry }))}
      onChange={(picked) => picked !== null && picked !== value && onChange(picked)}
      renderOption={({ option }) => {
        const hint = all.find((choice) => choice.value === option.value)?.hint;
        return (
          <div className={classes.option}>
            <Text size="sm">{option.label}</Text>
            {hint && (
              <Text size="xs" className={classes.quiet}>
                {hint}
              </Text>
            )}
          </div>
        );
      }}
    />
  );
}
