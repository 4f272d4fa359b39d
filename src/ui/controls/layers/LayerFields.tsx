import { NativeSelect } from '@mantine/core';
import { ACTIVATIONS, type LayerSpec } from '../../../core/layers';
import { NumberText } from '../fields/NumberText';
import { useWords } from '../words';
import { numericFields } from './edits';
import classes from './layers.module.css';

interface LayerFieldsProps {
  layer: LayerSpec;
  /** How the row is called, for the names of its inputs. */
  row: string;
  errorId: string;
  onSet(field: string, value: number | string): void;
  onRefusal(field: string, sentence: string | null): void;
}

/** The inputs of one layer: its numbers within their limits, or its activation. */
export function LayerFields({ layer, row, errorId, onSet, onRefusal }: LayerFieldsProps) {
  const { words } = useWords();
  if (layer.type === 'activation') {
    return (
      <NativeSelect
        size="xs"
        className={classes.activation ?? ''}
        aria-label={words('controls.layers.fieldOf', { field: words('controls.layers.fields.fn'), row })}
        value={layer.fn}
        data={ACTIVATIONS.map((fn) => ({ value: fn, label: words(`controls.layers.activations.${fn}`) }))}
        onChange={(event) => onSet('fn', event.currentTarget.value)}
      />
    );
  }
  return numericFields(layer).map(({ field, value, spec }) => {
    const name = words(`controls.layers.fields.${field}`);
    return (
      <span key={field} className={classes.fieldPair}>
        <span aria-hidden className={classes.fieldName}>
          {name}
        </span>
        <NumberText
          label={words('controls.layers.fieldOf', { field: name, row })}
          spec={spec}
          value={value}
          onCommit={(next) => onSet(field, next)}
          onRefusal={(sentence) => onRefusal(field, sentence)}
          errorId={errorId}
        />
      </span>
    );
  });
}
