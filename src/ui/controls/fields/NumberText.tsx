import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import classes from '../controls.module.css';
import { formatLimit, formatValue, type NumberSpec, nudge, readNumber } from '../numbers';
import { useWords, type Words } from '../words';

interface NumberTextProps {
  id?: string;
  /** Name for screen readers where no label is bound to `id`. */
  label?: string;
  spec: NumberSpec;
  value: number;
  onCommit(value: number): void;
  /** Takes the refusal instead of showing it under the field (null: mended). */
  onRefusal?(sentence: string | null): void;
  /** Id of the element that shows the refusal, with `onRefusal`. */
  errorId?: string;
}

/**
 * A number that is typed: Enter or leaving the field commits it, Escape brings the old one back, arrow keys nudge it.
 * What is no number, or lies outside the limits, stays in the field with a sentence that names the limits.
 */
export function NumberText({ id, label, spec, value, onCommit, onRefusal, errorId }: NumberTextProps) {
  const { words, language } = useWords();
  // The text while it is being typed or was refused; null shows the value.
  const [draft, setDraft] = useState<{ text: string; over: number } | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  // A value that came from elsewhere (slider, preset, undo) wins over what was being typed.
  const text = draft?.over === value ? draft.text : formatValue(value);
  const shownRefusal = draft?.over === value ? refusal : null;

  const refuse = (message: string | null) => {
    setRefusal(message);
    onRefusal?.(message);
  };
  const settle = () => {
    setDraft(null);
    refuse(null);
  };
  const commit = () => {
    if (draft?.over !== value) return;
    const read = readNumber(draft.text, spec.kind);
    const reason = refusalOf(words, language, spec, read, draft.text);
    if (reason !== null || read === null) return refuse(reason);
    settle();
    if (read !== value) onCommit(read);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape' && draft) {
      event.stopPropagation();
      settle();
    }
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      settle();
      onCommit(nudge(spec, value, event.key === 'ArrowUp' ? 1 : -1));
    }
  };

  return (
    <TextInput
      {...(id && { id })}
      aria-label={label}
      size="xs"
      inputMode={spec.kind === 'int' ? 'numeric' : 'text'}
      autoComplete="off"
      spellCheck={false}
      classNames={{ root: classes.number ?? '', input: classes.numberInput ?? '' }}
      value={text}
      onChange={(event) => setDraft({ text: event.currentTarget.value, over: value })}
      onBlur={commit}
      onKeyDown={onKeyDown}
      error={onRefusal ? shownRefusal !== null : shownRefusal}
      {...(onRefusal && errorId && shownRefusal !== null && { 'aria-describedby': errorId })}
    />
  );
}

/** Why a typed value is refused, with the limits; null if it is welcome. */
function refusalOf(
  words: Words,
  language: string,
  spec: NumberSpec,
  read: number | null,
  typed: string,
): string | null {
  const limits = { min: formatLimit(spec.min, language), max: formatLimit(spec.max, language) };
  const found = typed.length > 20 ? `${typed.slice(0, 19)}…` : typed;
  if (typed.trim() === '') return words('controls.field.empty', limits);
  if (read === null) return words('controls.field.notNumber', { found, ...limits });
  if (read < spec.min || read > spec.max) return words('controls.field.range', { found, ...limits });
  if (spec.kind === 'int' && !Number.isInteger(read)) return words('controls.field.integer', { found, ...limits });
  return null;
}
