import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconRestore } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { LayerType, NetworkEnds } from '../../../core/layers';
import { sameValue } from '../forms';
import { formatCount } from '../numbers';
import { useWords } from '../words';
import { AddLayer } from './AddLayer';
import { editorRows, insertLayer, type Layers, moveLayer, removeLayer, setLayerField, showShape } from './edits';
import { LayerRowView, type RowActions } from './LayerRowView';
import classes from './layers.module.css';
import { useHistory } from './useHistory';

interface LayerEditorProps {
  /** What the network is called, for the names of its controls. */
  name: string;
  layers: Layers;
  ends: NetworkEnds;
  /** The network that *Reset* brings back. */
  defaults: Layers;
  onChange(next: Layers): void;
}

/** A network layer by layer: edit, add, move, delete, undo, with the shapes and weights worked out live. */
export function LayerEditor({ name, layers, ends, defaults, onChange }: LayerEditorProps) {
  const { words, language } = useWords();
  const list = useRef<HTMLOListElement>(null);
  const focusLater = useFocusLater(list, layers);
  const history = useHistory(layers, onChange);
  const { rows, report } = editorRows(layers, ends);

  const actionsFor = (index: number): RowActions => ({
    set: (field, value) => history.edit(setLayerField(layers, index, field, value)),
    move: (by) => {
      focusLater(index + by, by === 1 ? 'down' : 'up');
      history.edit(moveLayer(layers, index, index + by));
    },
    remove: () => {
      focusLater(Math.min(index, layers.length - 2), 'remove');
      history.edit(removeLayer(layers, index));
    },
    addBelow: (type) => add(index + 1, type),
  });
  const add = (index: number, type: LayerType) => history.edit(insertLayer(layers, index, type));
  const total = formatCount(report.parameters, language);

  return (
    <fieldset className={classes.editor} aria-label={name}>
      <Group justify="space-between" gap={6} wrap="nowrap" mb={4}>
        <span className={classes.figures}>{words('controls.layers.input', { shape: showShape(report.input) })}</span>
        <AddLayer wide label={words('controls.layers.addFirst')} onAdd={(type) => add(0, type)} />
      </Group>
      <ol ref={list} className={classes.rows}>
        {rows.map((row) => (
          <LayerRowView
            key={row.key}
            row={row}
            count={layers.length}
            actions={row.index === null ? null : actionsFor(row.index)}
          />
        ))}
      </ol>
      <Group justify="space-between" gap={6} mt={6}>
        <span className={classes.total} aria-live="polite">
          {report.problem
            ? words('controls.layers.notBuilt')
            : words('controls.layers.total', { count: report.parameters, shown: total })}
        </span>
        <Group gap={4}>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconArrowBackUp size={13} aria-hidden />}
            disabled={!history.canUndo}
            onClick={history.undo}
          >
            {words('controls.layers.undo')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconRestore size={13} aria-hidden />}
            disabled={sameValue(layers, defaults)}
            onClick={() => history.edit(defaults)}
          >
            {words('controls.layers.reset')}
          </Button>
        </Group>
      </Group>
    </fieldset>
  );
}

/** Keeps the keyboard with the layer it acts on: after the list has changed, focuses that button of that row. */
function useFocusLater(list: React.RefObject<HTMLOListElement | null>, layers: Layers) {
  const wanted = useRef<{ row: number; action: string } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the list has changed, not when the ref has.
  useEffect(() => {
    const target = wanted.current;
    wanted.current = null;
    if (!target) return;
    const row = list.current?.querySelector(`[data-row="${target.row}"]`);
    // At an end of the list the other direction takes over; never "delete", which a second Enter would press.
    const places = [target.action, 'up', 'down', 'add'].map((action) => `[data-action="${action}"]:not(:disabled)`);
    const buttons = places.map((place) => row?.querySelector<HTMLButtonElement>(place));
    buttons.find((button) => button)?.focus();
  }, [layers]);
  return (row: number, action: string) => {
    wanted.current = { row, action };
  };
}
