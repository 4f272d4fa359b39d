import type { ParamSpec, ParamValue } from '../../../core/params';
import { formatLimit, formatValue } from '../numbers';
import type { Words } from '../words';
import type { Choice } from './ChoiceField';

/** The options of a choice in words; `key` is where the parameter's words lie (`params.k`). */
export function choicesOf(key: string, options: readonly string[], words: Words): Choice[] {
  return options.map((value) => ({ value, label: words(`${key}.options.${value}`, {}, value) }));
}

/** A value as text: a number as typed, an option in words, a network by its number of layers. */
export function showValue(key: string, spec: ParamSpec, value: ParamValue, words: Words): string {
  if (typeof value === 'number') return formatValue(value);
  if (typeof value === 'boolean') return words(value ? 'controls.field.on' : 'controls.field.off');
  if (typeof value === 'string') {
    return spec.kind === 'choice' ? words(`${key}.options.${value}`, {}, value) : value;
  }
  return words('controls.layers.count', { count: value.length });
}

/** What the "?" adds to the sentence of help: limits and default. */
export function factsOf(key: string, spec: ParamSpec, words: Words, language: string): string[] {
  if (spec.kind === 'layers' || spec.kind === 'text') return [];
  const usual = words('controls.field.usual', { value: showValue(key, spec, spec.default, words) });
  if (spec.kind !== 'int' && spec.kind !== 'float') return [usual];
  const limits = { min: formatLimit(spec.min, language), max: formatLimit(spec.max, language) };
  return [words('controls.field.limits', limits), usual];
}
