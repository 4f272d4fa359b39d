import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconLock, IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { LayerType } from '../../../core/layers';
import { formatCount } from '../numbers';
import { sentence, useWords } from '../words';
import { AddLayer } from './AddLayer';
import { type EditorRow, numericFields, showShape } from './edits';
import { LAYER_ICONS } from './icons';
import { LayerFields } from './LayerFields';
import classes from './layers.module.css';

/** What can be done with a row of the user's own. */
export interface RowActions {
  set(field: string, value: number | string): void;
  move(by: 1 | -1): void;
  remove(): void;
  addBelow(type: LayerType): void;
}

interface LayerRowViewProps {
  row: EditorRow;
  /** Rows of the user's own, to know the first and the last. */
  count: number;
  /** Null for a row that is fixed. */
  actions: RowActions | null;
}

/** One layer: its type and fields, what leaves it, how many weights it holds, and why it does not fit if so. */
export function LayerRowView({ row, count, actions }: LayerRowViewProps) {
  const { words } = useWords();
  const { layer, index } = row;
  const errorId = useId();
  const [refusals, setRefusals] = useState<Record<string, string | null>>({});
  const Icon = LAYER_ICONS[layer.type];
  const type = words(`controls.layers.types.${layer.type}.name`);
  const name = index === null ? type : words('controls.layers.row', { number: index + 1, type });
  const refusal = Object.values(refusals).find((text) => text) ?? null;
  return (
    <li
      className={`${classes.row} ${actions ? '' : classes.fixed} ${row.problem ? classes.wrong : ''}`}
      data-row={index ?? 'fixed'}
    >
      <div className={classes.line}>
        <span className={classes.icon}>
          <Icon size={15} aria-hidden />
        </span>
        {(layer.type !== 'activation' || !actions) && <span className={classes.type}>{type}</span>}
        <span className={numericFields(layer).length > 1 && actions ? classes.fieldsBelow : classes.fields}>
          {actions ? (
            <LayerFields
              layer={layer}
              row={name}
              errorId={errorId}
              onSet={actions.set}
              onRefusal={(field, text) => setRefusals((before) => ({ ...before, [field]: text }))}
            />
          ) : (
            <FixedFields row={row} />
          )}
        </span>
        {actions && index !== null && <RowButtons name={name} index={index} count={count} actions={actions} />}
      </div>
      <RowFigures row={row} />
      <p id={errorId} className={classes.problem} role={refusal ? 'alert' : undefined} hidden={!refusal}>
        {refusal}
      </p>
      {row.problem && (
        <p className={classes.problem} role="alert">
          {sentence(words, row.problem)}
        </p>
      )}
    </li>
  );
}

/** What leaves the row and how many weights it holds; for a fixed row also why it is there. */
function RowFigures({ row }: { row: EditorRow }) {
  const { words, language } = useWords();
  const { output, parameters, fixed } = row;
  return (
    <p className={classes.figures}>
      <span className={classes.shape}>→ {output ? showShape(output) : '—'}</span>
      {parameters !== null && parameters > 0 && (
        <span>{words('controls.layers.weights', { count: parameters, shown: formatCount(parameters, language) })}</span>
      )}
      {fixed && <span className={classes.why}>{words(`controls.layers.fixed.${fixed}`)}</span>}
    </p>
  );
}

function FixedFields({ row: { layer } }: { row: EditorRow }) {
  const { words } = useWords();
  return (
    <>
      {layer.type === 'activation' && words(`controls.layers.activations.${layer.fn}`)}
      {layer.type === 'dense' && layer.units}
      {layer.type === 'convTranspose' && layer.filters}
      <IconLock size={13} role="img" aria-label={words('controls.layers.fixedRow')} />
    </>
  );
}

interface RowButtonsProps {
  name: string;
  index: number;
  count: number;
  actions: RowActions;
}

function RowButtons({ name, index, count, actions }: RowButtonsProps) {
  const { words } = useWords();
  const button = (action: 'up' | 'down' | 'remove', Icon: typeof IconTrash, run: () => void, disabled = false) => {
    const label = words(`controls.layers.${action}`, { row: name });
    return (
      <ActionIcon
        variant="subtle"
        color="gray"
        size={22}
        data-action={action}
        aria-label={label}
        title={label}
        disabled={disabled}
        onClick={run}
      >
        <Icon size={14} aria-hidden />
      </ActionIcon>
    );
  };
  return (
    <span className={classes.buttons}>
      {button('up', IconArrowUp, () => actions.move(-1), index === 0)}
      {button('down', IconArrowDown, () => actions.move(1), index === count - 1)}
      <AddLayer label={words('controls.layers.addBelow', { row: name })} onAdd={actions.addBelow} />
      {button('remove', IconTrash, actions.remove)}
    </span>
  );
}
